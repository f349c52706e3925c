"""练习-有错的调解台账.xlsx: a village's register with nine wrong rows, eight questions and good rows.

Its dates lie in 2023 and its numbers in the series of that year: imported or not, no figure of 2022 moves.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from samples.binding import bind_book
from samples.chance import chance, check_digit, draw_days, draw_identity, draw_name, draw_phone, pick
from samples.mediation import settled_fields
from samples.rows import Row, Value
from samples.town import qinghe
from samples.wording import wording
from samples.workbooks import EXERCISE

VILLAGE = "松溪村"
GOOD_ROWS = 24
FAR_DAY = date(2099, 9, 3)
GENERAL_SERIAL = 45123
"""2023-07-16 as a plain number, as a cell holds it that lost its date format."""


@dataclass(frozen=True)
class Fault:
    """What is put into one row: values by field, and what it is (in words for the reader of the test)."""

    reason: str
    values: dict[str, Value]


def wrong_faults() -> tuple[Fault, ...]:
    """The nine faults that no person can wave through."""
    body = "31010019700101000"
    right = check_digit(body)
    return (
        Fault("2月没有30日", {"accepted_on": "2023-02-30"}),
        Fault("证件号只有17位", {"applicant_id": body}),
        Fault("证件号校验位不符", {"applicant_id": body + ("1" if right != "1" else "2")}),
        Fault("18位证件号存成了数字", {"applicant_id": 310100197001010000}),
        Fault(
            "协议日期早于受理日期",
            {"accepted_on": date(2023, 5, 22), "agreed_on": date(2023, 5, 8), "mediated_on": None},
        ),
        Fault("达成协议而没有协议日期", {"agreed_on": None, "mediated_on": None}),
        Fault("同一编号，内容不同", {"number": "松人调〔2023〕1号"}),
        Fault("受理日期晚于今天", {"accepted_on": FAR_DAY, "agreed_on": FAR_DAY, "mediated_on": FAR_DAY}),
        Fault("申请人为空", {"applicant": None}),
    )


def open_faults() -> tuple[Fault, ...]:
    """The eight cells about which a person is asked."""
    return (
        Fault("类别“欠薪”", {"dispute_kind": "欠薪", "facts": "完工后工钱拖欠未付", "note": "十日内付清工钱"}),
        Fault("类别“欠薪”", {"dispute_kind": "欠薪", "facts": "完工后工钱拖欠未付", "note": "十日内付清工钱"}),
        Fault("类别“欠薪”", {"dispute_kind": "欠薪", "facts": "完工后工钱拖欠未付", "note": "十日内付清工钱"}),
        Fault("类别“土地”", {"dispute_kind": "土地", "facts": "承包地田埂移动", "note": "按合同丈量后恢复田埂"}),
        Fault("类别“土地”", {"dispute_kind": "土地", "facts": "承包地田埂移动", "note": "按合同丈量后恢复田埂"}),
        Fault("日期只是数字45123", {"agreed_on": GENERAL_SERIAL, "mediated_on": None}),
        Fault("金额“贰佰元整”", {"amount": "贰佰元整"}),
        Fault("日期没有年份", {"registered_on": None, "accepted_on": "3月5日"}),
    )


def write_exercise_workbook(folder: Path) -> Path:
    """Writes the exercise; returns the file."""
    rows = [row for row, _ in exercise_rows()]
    return bind_book(folder, EXERCISE, {(EXERCISE.path, EXERCISE.sheets[0].name): rows}, 2023)


def exercise_rows() -> list[tuple[Row, str]]:
    """The rows in order, each with what is put into it: "" for a good row, "错：…" or "问：…"."""
    rng = chance("exercise")
    faults = [(fault, "错：") for fault in wrong_faults()] + [(fault, "问：") for fault in open_faults()]
    total = GOOD_ROWS + len(faults)
    # The first row stays good: a later one repeats its number.
    places = dict(zip(sorted(rng.sample(range(1, total), len(faults))), rng.sample(faults, len(faults)), strict=True))
    found = []
    for count, day in enumerate(draw_days(rng, date(2023, 3, 6), date(2023, 9, 28), total)):
        row = _good_row(rng, day, count + 1)
        if count not in places:
            found.append((row, ""))
            continue
        fault, mark = places[count]
        found.append(({**row, **fault.values}, mark + fault.reason))
    return found


def _good_row(rng: random.Random, settled: date, count: int) -> Row:
    committee = qinghe().committee_of(VILLAGE)
    accepted = settled - timedelta(days=rng.randint(1, 18))
    kind = pick(rng, [name for name in wording()["disputes"] if name not in ("劳动争议", "山林土地")])
    return {
        "number": f"{committee.prefix}〔2023〕{count}号",
        "unit": committee.name,
        "registered_on": accepted,
        "accepted_on": accepted,
        "informed_on": accepted,
        "source": "当事人申请",
        "applicant": draw_name(rng),
        "applicant_id": draw_identity(rng),
        "applicant_phone": draw_phone(rng),
        "respondent": draw_name(rng),
        "dispute_kind": kind,
        "mediator": committee.mediators[0],
        **settled_fields(rng, kind, settled),
        "outcome": "达成协议",
        "agreement_form": "书面",
        "agreement_number": f"{committee.agreement_prefix}〔2023〕{count}号",
    }
