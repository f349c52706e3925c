import pytest

from tests.invented_desk import Desk, found_desk


@pytest.fixture
def desk(db: None) -> Desk:
    """The desk of orders of an invented town."""
    return found_desk("workorders")
