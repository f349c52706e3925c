"""guiju demo, ended in the middle, is completed by the next run; it writes into no town but its own."""

import pytest
import yaml
from django.contrib.auth import get_user_model
from rich.console import Console

from guiju.commands.demo import FIRST, PASSWORD, founded, sample_town
from guiju.commands.errors import CommandError
from guiju.exchange.importing.tests.made_registers import found_town
from guiju.kernel.ledger.api import Entry
from guiju.kernel.organisation.api import Account, Town
from guiju.settings.environment import ROOT

pytestmark = pytest.mark.django_db


def test_another_town_is_left_alone():
    found_town()
    before = Entry.objects.count()
    with pytest.raises(CommandError, match="已经有别的镇"):
        sample_town(Console(quiet=True))
    assert Entry.objects.count() == before


def test_town_founded_without_its_accounts_gets_them():
    described = yaml.safe_load((ROOT / "samples" / FIRST).read_text(encoding="utf-8"))
    town = founded(described)
    get_user_model().objects.filter(username__in=("zhou.sfs", "qi.zfd")).delete()
    assert founded(described) == town
    assert Account.objects.filter(person__town=town).count() == len(described["users"])
    assert get_user_model().objects.get(username="zhou.sfs").check_password(PASSWORD)
    assert Town.objects.count() == Entry.objects.count() == 1
