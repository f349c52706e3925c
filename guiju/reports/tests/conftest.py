"""What the tests of the reports share: one small invented town."""

import pytest

from guiju.reports.tests.made_town import MadeTown, made_town


@pytest.fixture
def town(db: None) -> MadeTown:
    """An invented town without any matter."""
    return made_town()
