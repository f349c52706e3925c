"""How long is left or has passed, in the words of the trade; 逾期 is said only of a statutory term."""

from datetime import date

import pytest

from guiju.kernel.terms.due_remaining import remaining_units, remaining_words

DUE = date(2022, 9, 30)  # the Friday before 国庆


@pytest.mark.parametrize(
    ("today", "unit", "words"),
    [
        (date(2022, 9, 23), "日", "剩7日"),
        (date(2022, 9, 23), "工作日", "剩5个工作日"),
        (DUE, "日", "今日到期"),
        (DUE, "工作日", "今日到期"),
        (date(2022, 10, 3), "日", "逾期3日"),
        (date(2022, 10, 3), "工作日", "逾期不足1个工作日"),
        (date(2022, 10, 9), "工作日", "逾期2个工作日"),
    ],
)
def test_days_left_and_passed_are_counted_in_the_rules_unit(rule, calendar, today, unit, words):
    assert remaining_words(rule(5, unit), DUE, today, calendar) == words


@pytest.mark.parametrize("change", [{"force": "法律提倡"}, {"force": "内部要求"}, {"status": "memory"}])
def test_what_only_reminds_is_never_overdue(rule, calendar, change):
    assert remaining_words(rule(5, "日", **change), DUE, date(2022, 10, 3), calendar) == "已过3日"


def test_months_are_counted_down_in_days(rule, calendar):
    assert remaining_units(rule(1, "月"), DUE, date(2022, 9, 1), calendar) == 29
