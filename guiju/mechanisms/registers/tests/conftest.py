import pytest

from guiju.exchange.importing.tests.made_registers import found_town
from guiju.kernel.organisation.api import Town


@pytest.fixture
def town(db: None) -> Town:
    """An invented town whose clerks make registers out of their sheets."""
    return found_town()
