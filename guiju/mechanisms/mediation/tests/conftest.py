import pytest

from guiju.mechanisms.mediation.tests.made_mediations import Desk, found_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """The mediator's desk of an invented town."""
    return found_desk()
