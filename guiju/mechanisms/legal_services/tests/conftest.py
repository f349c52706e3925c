import pytest

from guiju.mechanisms.legal_services.tests.made_services import Desk, found_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """The desk of an invented town that gives legal services."""
    return found_desk()
