import pytest

from guiju.mechanisms.litigation.tests.made_cases import Desk, found_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """The desk of an invented town that is sued."""
    return found_desk()
