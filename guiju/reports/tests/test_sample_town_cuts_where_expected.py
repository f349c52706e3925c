"""The sample town's settings give each figure the cut-off to which its registers were made."""

from pathlib import Path

import pytest
import yaml

import samples
from guiju.reports.cutoffs import cutoffs_from
from samples.expected import EXPECTED_2021, EXPECTED_2022, Expected


@pytest.mark.parametrize(("year", "expected"), [(2021, EXPECTED_2021), (2022, EXPECTED_2022)])
def test_cutoffs_of_the_sample_town(year: int, expected: dict[str, Expected]) -> None:
    described = yaml.safe_load(Path(samples.__file__).with_name("town.yaml").read_text(encoding="utf-8"))
    settings = {setting["name"]: setting["value"] for setting in described["settings"]}
    found = cutoffs_from(settings, expected, year)
    assert found == {identifier: figure.as_of for identifier, figure in expected.items()}
