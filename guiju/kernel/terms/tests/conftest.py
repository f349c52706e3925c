"""What the tests of terms share: rules on demand and the national calendar."""

from collections.abc import Callable

import pytest

from guiju.kernel.lawbook.api import TermRule
from guiju.kernel.terms.calendar import Calendar, national_calendar
from guiju.kernel.terms.tests.sample_rule import make_rule

MakeRule = Callable[..., TermRule]


@pytest.fixture
def rule() -> MakeRule:
    return make_rule


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return national_calendar()
