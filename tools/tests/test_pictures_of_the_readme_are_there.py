"""The READMEs show pictures that the script takes; none is missing, none lies about unused and unmade."""

import re

import pytest

from tools.pictures import walk
from tools.pictures.sample_workbench import ROOT

MADE = {path.name for path in (ROOT / "docs" / "pictures").glob("*.png")}


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_pictures_named_in_the_readme_are_there(readme):
    named = set(re.findall(r"docs/pictures/([a-z-]+\.png)", (ROOT / readme).read_text(encoding="utf-8")))
    assert named
    assert named - MADE == set()


def test_every_picture_is_taken_by_the_script():
    source = (ROOT / "tools" / "pictures" / "walk.py").read_text(encoding="utf-8")
    assert {name for name in MADE if f'"{name.removesuffix(".png")}"' not in source} == set()
    assert callable(walk.walk)
