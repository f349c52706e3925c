"""The 110 calls of a year that were no police matter: diverted to people's mediation, or to a department."""

import random
from datetime import date, timedelta

from samples.chance import chance, draw_days, draw_name, draw_phone, pick, some
from samples.expected import cutoff, target
from samples.mediation import set_source
from samples.rows import Row, Rows, day_of
from samples.synonyms import written
from samples.town import TOWN_COMMITTEE, Committee, qinghe
from samples.wording import wording

# By year: linked to a mediation by the cut-off, calls after it, of them linked, calls diverted to departments.
PLAN = {2021: (45, 30, 6, 22), 2022: (60, 52, 8, 40)}
OUTCOMES = (
    ("当场口头调解", 35),
    ("自行和解", 20),
    ("劝离", 17),
    ("重复警情", 10),
    ("当事人不接受", 10),
    ("转治安", 6),
    ("退回", 2),
)
CALL_KIND = {"婚姻家庭": "家庭", "邻里": "邻里", "消费": "消费", "劳动争议": "劳资", "物业": "物业"}
POLICE_2022 = ("2022/2022年110接处警分流明细（派出所）.xls", "明细")
FIRST_HALF_2022 = ("2022/2022年110分流工单（上半年）.xlsx", "工单")
SECOND_HALF_2022 = ("2022/2022年110分流工单（下半年）.xlsx", "工单")
PLAIN_2021 = ("2021/2021年110分流工单.xlsx", "工单")


def diversion_rows(year: int, mediations: list[Row]) -> Rows:
    """The diverted calls of ``year``; those that became a mediation give it their number as its source."""
    rng = chance(f"diversion.{year}")
    end = cutoff(year)
    linked, late, late_linked, elsewhere = PLAN[year]
    first, last = date(year, 1, 2), date(year, 12, 30)
    sources = _sources(rng, mediations, end, linked, late_linked)
    rows = [_from_mediation(rng, row) for row in sources]
    free = target(year, "hotline.diverted_110") - linked - 1
    days = [*draw_days(rng, first, end, free, working=False), end]
    days += [
        *draw_days(rng, end + timedelta(days=2), last, late - late_linked - 1, working=False),
        end + timedelta(days=1),
    ]
    rows += [_settled_at_once(rng, day) for day in days]
    rows += [_to_department(rng, day) for day in draw_days(rng, first, last, elsewhere, working=False)]
    rows.sort(key=lambda row: (day_of(row, "dispatched_on"), str(row["facts"])))
    return _placed(rng, year, rows, mediations)


def _sources(rng: random.Random, mediations: list[Row], end: date, linked: int, late_linked: int) -> list[Row]:
    early = [row for row in mediations if day_of(row, "registered_on") <= end]
    late = [row for row in mediations if day_of(row, "registered_on") > end + timedelta(days=4)]
    return [*rng.sample(early, linked), *rng.sample(late, late_linked)]


def _call(rng: random.Random, day: date, committee: Committee, kind: str) -> Row:
    """What every diverted call has, whatever came of it."""
    village = committee.village or pick(rng, qinghe().villages)
    hour, minute = rng.randint(7, 22), rng.randrange(60)
    called = day - timedelta(days=rng.choice((0, 0, 0, 1)))
    return {
        "called_at": f"{called.isoformat()} {hour:02d}:{minute:02d}",
        "dispatched_on": day,
        "caller": some(rng, draw_name(rng), 0.85),
        "caller_phone": some(rng, draw_phone(rng), 0.8),
        "place": f"{village}{rng.randint(1, 18)}组"
        if village.endswith("村")
        else f"{village[:-3]}小区{rng.randint(1, 40)}号",
        "village": village,
        "canonical_kind": kind,
        "dispute_kind": written(rng, "screening.kind", kind),
        "facts": pick(rng, wording()["calls"][kind]),
        "destination": "人民调解",
        "unit": committee.name if rng.random() < 0.7 else committee.short_name,
        "handled_by": pick(rng, committee.mediators),
        "closed_on": day + timedelta(days=rng.randint(0, 3)),
        "性别": pick(rng, ("男", "女")),
        "call_medium": "电话报警",
        "caller_address": village,
        "接警单位": "青禾派出所",
        "反馈单位": "青禾派出所",
        "警情处理结果": "不属警务，分流",
        "dispatched_by": "指挥室",
        "received_by": pick(rng, committee.mediators),
    }


def _from_mediation(rng: random.Random, mediation: Row) -> Row:
    day = max(
        day_of(mediation, "registered_on") - timedelta(days=rng.choice((0, 1, 2))), date(cutoff_year(mediation), 1, 2)
    )
    kind = CALL_KIND.get(str(mediation["canonical_kind"]), "其他")
    row = _call(rng, day, qinghe().committees[str(mediation["committee"])], kind)
    row["facts"] = f"{mediation['facts']}，要求调解"
    row["mediation_number"] = mediation["number"]
    row["outcome"] = "书面协议" if mediation["settled"] else written(rng, "diversion.outcome", "转调委会登记")
    row["closed_on"] = mediation.get("agreed_on") or mediation.get("terminated_on")
    return row


def cutoff_year(mediation: Row) -> int:
    """The year in whose register the mediation stands."""
    return day_of(mediation, "registered_on").year


def _settled_at_once(rng: random.Random, day: date) -> Row:
    codes = list(qinghe().committees)
    committee = qinghe().committees[rng.choices(codes, [8 if code == TOWN_COMMITTEE else 1 for code in codes])[0]]
    row = _call(rng, day, committee, pick(rng, list(wording()["calls"])))
    outcome = rng.choices([name for name, _ in OUTCOMES], [share for _, share in OUTCOMES])[0]
    row["outcome"] = written(rng, "diversion.outcome", outcome)
    return row


def _to_department(rng: random.Random, day: date) -> Row:
    """A call diverted to a department: it stands in the same sheet and is not people's mediation."""
    department, facts = pick(rng, list(wording()["other_destinations"].items()))
    row = _call(rng, day, qinghe().committees[TOWN_COMMITTEE], "其他")
    row.update(destination=department, unit=department, facts=facts, outcome="退回" if rng.random() < 0.2 else "已转办")
    row.update(handled_by=None, received_by=None, 警情处理结果="不属警务，转职能部门")
    return row


def _placed(rng: random.Random, year: int, rows: list[Row], mediations: list[Row]) -> Rows:
    """Numbers the calls, links the mediations and shares the calls among the workbooks."""
    by_number = {str(row["number"]): row for row in mediations}
    found: Rows = {}
    orders = 0
    for row in rows:
        day = day_of(row, "dispatched_on")
        if year == 2022 and not row.get("mediation_number") and rng.random() < 0.26:
            called = str(row["called_at"])[:10].replace("-", "")
            row["number"] = f"{called}{rng.randrange(10_000, 100_000)}"
            found.setdefault(POLICE_2022, []).append(row)
            continue
        orders += 1
        row["number"] = f"FL{year}{orders:05d}"
        mediation = by_number.get(str(row.get("mediation_number")))
        if mediation:
            set_source(rng, mediation, str(row["number"]))
        half = FIRST_HALF_2022 if day.month <= 6 else SECOND_HALF_2022
        found.setdefault(half if year == 2022 else PLAIN_2021, []).append(row)
    for mediation in mediations:
        if "source" not in mediation:
            set_source(rng, mediation)
    return found
