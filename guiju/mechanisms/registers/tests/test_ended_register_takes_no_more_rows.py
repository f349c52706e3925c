"""An ended register is offered no more; its rows and figures stay; it is ended and resumed by the posts that make them."""

import pytest

from guiju.exchange.importing.api import prepare
from guiju.exchange.importing.tests.made_registers import found_town, imported, moment
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.mechanism.api import CannotDefine
from guiju.kernel.procedure.api import apply
from guiju.mechanisms.registers.ending import end, resume
from guiju.mechanisms.registers.facts import listed
from guiju.mechanisms.registers.tests.made_sheets import NAME, defined, figure, row, sheet, wish


@pytest.fixture
def register(town):
    """A register with one row."""
    made = defined()
    imported(sheet(row()))
    return made


def ended(register):
    apply([end(register, moment())], moment().now)


def test_sheet_is_unknown_again_and_figures_stay(town, register):
    ended(register)
    assert prepare(sheet(row(title="横幅")), moment()).unknown_tables
    assert figure(town.id, f"{register}.count").value == 1
    assert verify_town(town.id).whole


def test_list_says_since_when_until_when_and_what_the_columns_are(town, register):
    ended(register)
    (told,) = listed(town.id)
    assert (told.name, told.since, told.until) == (NAME, moment().today, moment().today)
    assert told.columns[0] == ("发放日期", "日期", False)
    assert ("领取人", "其他文字", True) in told.columns


def test_ended_register_may_be_taken_up_again(town, register):
    with pytest.raises(CannotDefine, match="正在使用"):
        resume(register, moment())
    ended(register)
    apply([resume(register, moment())], moment().now)
    assert imported(sheet(row(title="横幅"))).reconciliation.imported == 1
    assert verify_town(town.id).whole


def test_same_sheet_may_become_another_register(register):
    ended(register)
    assert defined(wish(name="新的发放登记")) == "registers.r2"
    assert imported(sheet(row(title="横幅"))).reconciliation.imported == 1


def test_ending_twice_or_by_another_post_or_town_is_refused(register):
    with pytest.raises(CannotDefine, match="司法所内勤"):
        end(register, moment("village"))
    found_town("linxi")
    with pytest.raises(CannotDefine, match="没有这本台账"):
        end(register, moment(code="linxi"))
    ended(register)
    with pytest.raises(CannotDefine, match="已经在"):
        end(register, moment())
