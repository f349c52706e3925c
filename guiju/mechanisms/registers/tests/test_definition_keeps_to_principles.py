"""What cannot become a register is refused with the heading, the rule and what to do; so is a post that makes none."""

import pytest

from guiju.exchange.importing.tests.made_registers import moment
from guiju.kernel.mechanism.api import CannotDefine, ColumnWish, RegisterWish, registers
from guiju.mechanisms.registers.defining import define, plan_definition
from guiju.mechanisms.registers.models import DefinedColumn
from guiju.mechanisms.registers.tests.made_sheets import NAME, defined, wish

pytestmark = pytest.mark.usefixtures("town")

DATE = ColumnWish("日期", "event_date")


def refused(wished: RegisterWish, who: str = "clerk") -> str:
    """Why the register cannot be made."""
    with pytest.raises(CannotDefine) as caught:
        define(wished, moment(who))
    return str(caught.value)


@pytest.mark.parametrize("heading", ["民族", "重点人员", "稳控负责人", "个人积分", "签到轨迹"])
def test_column_refused_by_principle_is_named_with_its_reason(heading):
    said = refused(RegisterWish(NAME, (DATE, ColumnWish(heading, "text", private=True))))
    assert heading in said
    assert "不收" in said


def test_refused_heading_that_is_left_out_is_not_even_kept():
    defined(RegisterWish(NAME, (DATE, ColumnWish("民族", "left_out"), ColumnWish("规格", "text"))))
    assert set(DefinedColumn.objects.values_list("heading", flat=True)) == {"日期", "规格"}


@pytest.mark.parametrize("heading", ["姓名", "联系电话", "家庭住址", "身份证号"])
@pytest.mark.parametrize("field", ["text", "title"])
def test_column_that_names_people_cannot_lie_open(heading, field):
    assert heading in refused(RegisterWish(NAME, (DATE, ColumnWish(heading, field))))


def test_private_column_cannot_be_shown_in_lists():
    assert "物资名称" in refused(wish(物资名称=("title", True)))


def test_register_without_a_date_is_refused():
    assert "日期" in refused(wish(发放日期=("text", False)))


def test_typed_kind_is_given_to_one_column_only():
    assert "2列" in refused(wish(规格=("title", False)))


def test_unknown_kind_and_doubled_heading_are_refused():
    assert "不认识" in refused(wish(规格=("score", False)))
    assert "两列" in refused(RegisterWish(NAME, (DATE, ColumnWish("规格", "text"), ColumnWish("规格", "text"))))


def test_name_must_be_there_short_and_new():
    assert "名称" in refused(wish(name="  "))
    assert "31字" in refused(wish(name="长" * 31))
    assert "花括号" in refused(wish(name="登记{n}"))
    defined()
    assert NAME in refused(wish())
    assert registers()[0].label in refused(wish(name=registers()[0].label))


def test_register_of_one_unit_has_no_column_of_units():
    unit = next(iter(moment().directory.unit_names))
    assert "保管" in refused(wish(unit_id=unit))
    assert "名册" in refused(wish(unit_id=0))


@pytest.mark.parametrize("who", ["village", "leader"])
def test_only_those_who_answer_for_the_registers_make_one(who):
    assert "司法所内勤" in refused(wish(), who)


def test_planning_is_pure_and_codes_follow_one_another(django_assert_num_queries):
    told = moment()
    with django_assert_num_queries(0):
        _, register = plan_definition(wish(), told, {"r1", "r2"}, ())
    assert register == "registers.r3"
