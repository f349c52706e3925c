import pytest

from guiju.mechanisms.penalty.tests.made_cases import Desk, found_town


@pytest.fixture
def desk(db: None) -> Desk:
    """The team's desk of an invented town."""
    return Desk(found_town())
