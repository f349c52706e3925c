"""The explanation of a date says every step so that a party can check it with a wall calendar."""

from datetime import date

from guiju.kernel.terms.due import due_date


def test_working_days_name_the_holidays_and_made_up_days(rule, calendar):
    due = due_date(rule(7, "工作日"), date(2022, 9, 28), calendar)
    assert due.explanation == (
        "受理之日为2022年9月28日，当日不计，自2022年9月29日起算。期限为7个工作日。"
        "2022年9月29日至10月12日共14天，其中2022年10月1日至10月7日放假7天不计，10月8日、10月9日为调休上班日，照计。"
        "届满日为2022年10月12日。依据：《示例法》第7条。"
    )


def test_weekends_are_summed_up(rule, calendar):
    due = due_date(rule(10, "工作日"), date(2022, 3, 4), calendar)
    assert "共14天，其中周末4天不计。届满日为2022年3月18日。" in due.explanation


def test_a_short_period_says_that_no_day_is_left_out(rule, calendar):
    assert "其间没有休息日。" in due_date(rule(2, "工作日"), date(2022, 3, 7), calendar).explanation


def test_rolling_to_the_next_working_day_is_said(rule, calendar):
    due = due_date(rule(30, "日", end="roll"), date(2022, 9, 1), calendar)
    assert "届满日2022年10月1日为休息日，顺延至其后第一个工作日2022年10月8日。" in due.explanation


def test_a_period_that_does_not_roll_warns_of_the_day_off(rule, calendar):
    due = due_date(rule(30, "日"), date(2022, 9, 1), calendar)
    assert "该日为休息日，本期限不作顺延，宜提前办理。" in due.explanation


def test_suspension_and_extension_are_said_with_their_amounts(rule, calendar):
    extendable = rule(20, "工作日", extension={"by": "负责人", "amount": 20, "unit": "工作日"})
    due = due_date(extendable, date(2022, 3, 1), calendar, [(date(2022, 3, 10), date(2022, 3, 14))], extended_by=5)
    assert "期限为20个工作日，经负责人批准延长5个工作日。" in due.explanation
    assert "2022年3月10日至3月14日中止计算，扣除3个工作日，期限相应后延。" in due.explanation


def test_a_provisional_date_names_the_missing_year(rule, calendar):
    due = due_date(rule(20, "工作日"), date(2049, 12, 20), calendar)
    assert "2049年、2050年的放假安排尚未收录，此日期为暂定，收录后重新计算。" in due.explanation


def test_only_statutory_terms_are_without_reservation(rule, calendar):
    start = date(2022, 3, 1)
    assert due_date(rule(), start, calendar).explanation.endswith("依据：《示例法》第7条。")
    assert "法律提倡，到期提醒" in due_date(rule(force="法律提倡"), start, calendar).explanation
    assert "内部要求，到期提醒" in due_date(rule(force="内部要求"), start, calendar).explanation
    assert "尚未核对原文，仅供提醒" in due_date(rule(status="unsure"), start, calendar).explanation


def test_counting_backwards_by_the_hour_and_by_the_year_has_own_words(rule, calendar):
    start = date(2022, 11, 16)
    backwards = due_date(rule(7, "工作日", direction="before"), start, calendar).explanation
    assert "向前推算7个工作日。最迟应在2022年11月7日完成。" in backwards
    assert "从受理的时刻起算，至2022年11月17日的同一时刻届满" in due_date(rule(24, "小时"), start, calendar).explanation
    yearly = due_date(rule(None, None, yearly="03-01"), start, calendar).explanation
    assert yearly.startswith("规定每年3月1日前完成，最后期限记为2023年3月1日")
    assert "此后方可进行下一步" in due_date(rule(30, bound="at_least"), start, calendar).explanation


def test_a_period_of_one_day_counted_from_the_event_says_so(rule, calendar):
    due = due_date(rule(1, "日", start="event_day"), date(2022, 3, 1), calendar)
    assert due.explanation.startswith("受理之日为2022年3月1日，自当日起算。期限为1日")
