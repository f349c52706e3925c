"""How a date was counted, said in Chinese sentences that a party can be shown."""

from datetime import date, timedelta

from guiju.kernel.lawbook.api import Force, Status, TermRule, Unit
from guiju.kernel.terms.due_counting import Counting, Lost, Span

_UNIT_WORDS = {
    Unit.DAY: "日",
    Unit.WORKING_DAY: "个工作日",
    Unit.MONTH: "个月",
    Unit.YEAR: "年",
    Unit.HOUR: "小时",
}


def explain(counting: Counting) -> str:
    """One sentence for each step of the counting, the article at the end."""
    rule = counting.rule
    if rule.yearly is not None:
        steps = [_yearly(counting)]
    elif rule.direction == "before":
        steps = _backwards(counting)
    elif rule.unit is Unit.HOUR:
        steps = [_hours(counting)]
    else:
        steps = _forwards(counting)
    return "".join([*steps, _basis(rule), *_reservations(counting)])


def amount_words(amount: int, unit: Unit) -> str:
    """A length of time as the trade writes it: 5个工作日, 90日, 1个月."""
    return f"{amount}{_UNIT_WORDS[unit]}"


def day_words(day: date) -> str:
    """A date in full: 2026年3月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _forwards(counting: Counting) -> list[str]:
    rule = counting.rule
    steps = [_opening(counting), _length(counting)]
    if rule.unit is Unit.WORKING_DAY:
        steps.append(_working_days(counting))
    elif rule.unit in (Unit.MONTH, Unit.YEAR):
        steps.append("按月、按年计算的，以到期月份的对应日为届满日，没有对应日的以该月最后一日为届满日。")
    steps.extend(_lost(lost, rule) for lost in counting.lost)
    steps.append(_end(counting))
    return steps


def _opening(counting: Counting) -> str:
    rule = counting.rule
    if rule.start == "next_day":
        return f"{rule.event}之日为{day_words(counting.start)}，当日不计，自{day_words(counting.first)}起算。"
    return f"{rule.event}之日为{day_words(counting.start)}，自当日起算。"


def _length(counting: Counting) -> str:
    rule = counting.rule
    assert rule.amount is not None and rule.unit is not None  # the row model demands both
    least = "不少于" if rule.bound == "at_least" else ""
    words = f"期限为{least}{amount_words(rule.amount, rule.unit)}"
    if rule.unit is Unit.DAY:
        words += "，按自然日连续计算"
    if counting.extended_by and rule.extension is not None:
        words += f"，经{rule.extension.by}批准延长{amount_words(counting.extended_by, rule.extension.unit)}"
    return words + "。"


def _working_days(counting: Counting) -> str:
    first, last, calendar = counting.first, counting.reached, counting.calendar
    runs = calendar.free_runs(first, last)
    if not runs:
        return "其间没有休息日。"
    holidays = [run for run in runs if _has_weekday(run)]
    weekend_days = sum((end - begin).days + 1 for begin, end in runs if not _has_weekday((begin, end)))
    excluded = [f"周末{weekend_days}天"] if weekend_days else []
    excluded += [f"{_span_words(begin, end)}放假{(end - begin).days + 1}天" for begin, end in holidays]
    words = f"{_span_words(first, last)}共{(last - first).days + 1}天，其中{'、'.join(excluded)}不计"
    made_up = calendar.made_up(first, last)
    if made_up:
        words += f"，{'、'.join(f'{day.month}月{day.day}日' for day in made_up)}为调休上班日，照计"
    return words + "。"


def _has_weekday(run: Span) -> bool:
    return any((run[0] + timedelta(offset)).weekday() < 5 for offset in range((run[1] - run[0]).days + 1))


def _span_words(first: date, last: date) -> str:
    if first == last:
        return day_words(first)
    return f"{day_words(first)}至{day_words(last) if first.year != last.year else f'{last.month}月{last.day}日'}"


def _lost(lost: Lost, rule: TermRule) -> str:
    unit = Unit.WORKING_DAY if rule.unit is Unit.WORKING_DAY else Unit.DAY
    cost = amount_words(lost.units, unit)
    return f"{_span_words(lost.first, lost.last)}中止计算，扣除{cost}，期限相应后延。"


def _end(counting: Counting) -> str:
    rule, reached = counting.rule, day_words(counting.reached)
    if counting.on != counting.reached:
        return f"届满日{reached}为休息日，顺延至其后第一个工作日{day_words(counting.on)}。"
    if rule.bound == "at_least":
        return f"至{reached}届满，此后方可进行下一步。"
    if rule.end == "fixed" and rule.unit is not Unit.WORKING_DAY and not counting.calendar.is_working(counting.on):
        return f"届满日为{reached}，该日为休息日，本期限不作顺延，宜提前办理。"
    return f"届满日为{reached}。"


def _backwards(counting: Counting) -> list[str]:
    rule = counting.rule
    assert rule.amount is not None and rule.unit is not None
    length = amount_words(rule.amount, rule.unit)
    return [
        f"{rule.event}之日为{day_words(counting.start)}，当日不计，向前推算{length}。",
        f"最迟应在{day_words(counting.on)}完成。",
    ]


def _hours(counting: Counting) -> str:
    rule = counting.rule
    assert rule.amount is not None
    return (
        f"{rule.event}之日为{day_words(counting.start)}，期限为{rule.amount}小时，从{rule.event}的时刻起算，"
        f"至{day_words(counting.on)}的同一时刻届满，遇休息日不顺延。"
    )


def _yearly(counting: Counting) -> str:
    on = counting.on
    return f"规定每年{on.month}月{on.day}日前完成，最后期限记为{day_words(on)}，宜提前办结。"


def _basis(rule: TermRule) -> str:
    labels = "、".join(dict.fromkeys(basis.label for basis in (rule.basis, *rule.also)))
    if rule.status is Status.VERIFIED:
        return f"依据：{labels}。"
    return f"依据：{labels}（该依据尚未核对原文，仅供提醒）。"


def _reservations(counting: Counting) -> list[str]:
    rule, words = counting.rule, []
    if counting.provisional:
        low, high = sorted((counting.first, counting.on))
        unknown = [year for year in range(low.year, high.year + 1) if not counting.calendar.is_known(year)]
        years = "、".join(f"{year}年" for year in unknown)
        words.append(f"{years}的放假安排尚未收录，此日期为暂定，收录后重新计算。")
    if rule.force is Force.ADVOCATED:
        words.append("本期限为法律提倡，到期提醒，不作逾期处理。")
    elif rule.force is Force.INTERNAL:
        words.append("本期限为内部要求，到期提醒，不作法定逾期处理。")
    return words
