"""近期事项.xlsx: thirty-six matters dated back from a given day, so that the desk of the demo is not empty."""

import random
from datetime import date, timedelta
from pathlib import Path

from samples.binding import bind_book
from samples.chance import chance, draw_name, draw_phone, pick
from samples.mediation import settled_fields
from samples.penalty import TEAM
from samples.penalty_team import draw_act, holders
from samples.rows import Row
from samples.town import STATION, Committee, qinghe
from samples.wording import wording
from samples.workbooks import LIVE

FIRST_NUMBER = 901
"""Numbers of the live matters begin here, above anything that the year's registers use."""
# Days ago: registered, accepted, informed, settled (None = not yet); the last two are past the usual month.
MEDIATIONS: tuple[tuple[int, int | None, int | None, int | None], ...] = (
    (0, None, None, None),
    (1, None, None, None),
    (2, None, None, None),
    (3, 2, None, None),
    (4, 4, 4, None),
    (8, 7, 7, None),
    (12, 12, 11, None),
    (19, 18, 18, None),
    (24, 23, 22, 3),
    (27, 26, 26, 6),
    (28, 28, 27, None),
    (36, 35, 35, None),
    (41, 40, 39, None),
)
SCREENINGS = (0, 1, 3, 6, 9, 15)
CALLS = (0, 0, 1, 1, 2, 4, 6)
CONSULTATIONS = (0, 1, 1, 2, 5, 7)
# Days ago: filed, concluded, told, decided, served (None = not yet).
PENALTIES: tuple[tuple[int, int | None, int | None, int | None, int | None], ...] = (
    (5, None, None, None, None),
    (16, 4, None, None, None),
    (23, 9, 3, None, None),
    (41, 30, 28, 17, 16),
)
VILLAGES = ("松溪村", "松溪村", "松溪村", "东浦村", "石桥村", "白鹤居委会", "新圩村")


def write_live_workbook(folder: Path, today: date) -> Path:
    """Writes the live matters as of ``today`` (the day on which the demo runs); returns the file."""
    rng = chance(f"live.{today.isoformat()}")
    filled = {
        "排查登记": [_factor(rng, today, days, n) for n, days in enumerate(SCREENINGS)],
        "登记簿": [_mediation(rng, today, days, n) for n, days in enumerate(MEDIATIONS)],
        "110工单": [_call(rng, today, days, n) for n, days in enumerate(CALLS)],
        "咨询": [_consultation(rng, today, days, n) for n, days in enumerate(CONSULTATIONS)],
        "处罚案件": [_penalty(rng, today, days, n) for n, days in enumerate(PENALTIES)],
    }
    rows = {(LIVE.path, sheet): found for sheet, found in filled.items()}
    return bind_book(folder, LIVE, rows, today.year, today.isoformat())


def _committee(rng: random.Random) -> Committee:
    return qinghe().committee_of(pick(rng, VILLAGES))


def _mediation(rng: random.Random, today: date, days: tuple[int, int | None, int | None, int | None], n: int) -> Row:
    registered, accepted, informed, settled = (today - timedelta(days=ago) if ago is not None else None for ago in days)
    assert registered is not None
    committee = _committee(rng)
    kind = pick(rng, ("邻里", "物业", "劳动争议", "损害赔偿", "婚姻家庭"))
    year, number = registered.year, FIRST_NUMBER + n
    row: Row = {
        "number": f"{committee.prefix}〔{year}〕{number}号",
        "unit": committee.name,
        "registered_on": registered,
        "accepted_on": accepted,
        "informed_on": informed,
        "source": "主动调解" if n % 3 else "当事人申请",
        "applicant": draw_name(rng),
        "applicant_phone": draw_phone(rng),
        "respondent": draw_name(rng),
        "respondent_phone": draw_phone(rng),
        "dispute_kind": kind,
        "mediator": committee.mediators[0] if accepted else None,
        "facts": pick(rng, wording()["disputes"][kind]["facts"]),
        "outcome": "调解中" if accepted else None,
    }
    if settled:
        row.update(settled_fields(rng, kind, settled))
        row.update(outcome="达成协议", agreement_form="书面", performance="履行中", performed_on=None, filed_on=None)
        row["agreement_number"] = f"{committee.agreement_prefix}〔{settled.year}〕{number}号"
    return row


def _factor(rng: random.Random, today: date, ago: int, n: int) -> Row:
    day = today - timedelta(days=ago)
    village, kind = pick(rng, VILLAGES), pick(rng, list(wording()["screening"]))
    title = pick(rng, wording()["screening"][kind])
    return {
        "number": f"青排查〔{day.year}〕{FIRST_NUMBER + n}号",
        "event_date": day,
        "campaign": "常态排查",
        "unit": village,
        "title": f"{village}{title}",
        "dispute_kind": kind,
        "grade": "较大" if n == 0 else "一般",
        "persons": 2 + n,
        "parties": f"{draw_name(rng)}、{draw_name(rng)}",
        "facts": title,
        "measures": pick(rng, wording()["measures"]),
        "outcome": "化解中",
        "screened_by": qinghe().clerks[village],
    }


def _call(rng: random.Random, today: date, ago: int, n: int) -> Row:
    day = today - timedelta(days=ago)
    committee, kind = _committee(rng), pick(rng, list(wording()["calls"]))
    return {
        "number": f"FL{day.year}{90_001 + n:05d}",
        "called_at": f"{day.isoformat()} {7 + n:02d}:10",
        "dispatched_on": day,
        "caller": draw_name(rng),
        "caller_phone": draw_phone(rng),
        "place": f"{committee.village}{n + 1}号",
        "village": committee.village,
        "facts": pick(rng, wording()["calls"][kind]),
        "dispute_kind": kind,
        "destination": "人民调解",
        "unit": committee.name,
        "handled_by": committee.mediators[0],
    }


def _penalty(rng: random.Random, today: date, ago: tuple[int | None, ...], n: int) -> Row:
    """A case on its way: what has not happened yet stays empty."""
    filed, concluded, told, decided, served = (
        today - timedelta(days=days) if days is not None else None for days in ago
    )
    assert filed is not None
    row: Row = {**draw_act(rng), "unit": TEAM, "number": f"青综执罚立〔{filed.year}〕{FIRST_NUMBER + n}号"}
    row |= {"found_on": filed - timedelta(days=1), "occurred_on": filed - timedelta(days=1), "filed_on": filed}
    row |= {
        "approver": holders("leader")[1],
        "inspected_on": filed,
        "certificate_shown": "是",
        "concluded_on": concluded,
    }
    row |= {"notified_on": told, "manner": "直接送达" if told else None, "result": "办理中"}
    if decided:
        row |= {"waived_on": decided - timedelta(days=2), "checked_on": decided, "checker": holders("legal_officer")[0]}
        row |= {"decided_on": decided, "decider": holders("organ_head")[0], "result": "给予处罚", "kinds": "罚款"}
        row |= {"decision_number": f"青综执罚决〔{decided.year}〕{FIRST_NUMBER}号", "served_on": served}
    return row


def _consultation(rng: random.Random, today: date, ago: int, n: int) -> Row:
    day = today - timedelta(days=ago)
    topic = pick(rng, list(wording()["consultations"]))
    return {
        "number": f"公服咨〔{day.year}〕{FIRST_NUMBER + n}号",
        "event_date": day,
        "unit": STATION,
        "medium": "来访",
        "topic": topic,
        "content": pick(rng, wording()["consultations"][topic]),
        "attendances": 1,
        "answered_by": "罗致远",
        "outcome": pick(rng, wording()["answers"]),
    }
