import pytest

from guiju.mechanisms.legal_education.tests.made_education import Desk, found_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """The desk of an invented town's justice office."""
    return found_desk()
