import pytest

from guiju.exchange.returns.tests.made_rounds import found_town
from guiju.kernel.organisation.api import Town


@pytest.fixture
def town(db: None) -> Town:
    """An invented town whose villages owe returns."""
    return found_town()
