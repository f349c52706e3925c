"""Dispute screening of a year: factors found by the villages, the grid and the office for public security."""

import random
from datetime import date, timedelta

from samples.chance import chance, draw_days, draw_identity, draw_name, draw_phone, pick, some
from samples.expected import cutoff, target
from samples.rows import Row, Rows
from samples.synonyms import written
from samples.town import qinghe
from samples.wording import wording

AFTER_CUTOFF = {2021: 20, 2022: 22}
STABILITY_2022 = {
    "松溪村": ("2022/2022年排查化解台账（松溪村综治）.xlsx", "Sheet1"),
    "东浦村": ("2022/2022年排查化解台账（东浦村综治）.xls", "Sheet1"),
    "白鹤居委会": ("2022/2022年排查化解台账（白鹤居综治）.xlsx", "Sheet1"),
}
GRID_VILLAGES = ("南荡村", "北埭村", "杨湾村", "柳堰村", "周渡村")
GRID_2022 = ("2022/2022年网格矛盾纠纷台账.xlsx", "网格台账")
PLAIN_2022 = ("2022/2022年矛盾纠纷排查登记表（镇）.xlsx", "排查登记")
PLAIN_2021 = ("2021/2021年矛盾纠纷排查登记表.xlsx", "排查登记")
SCALE = {"一般": "个体（1-4人）", "较大": "一般群体（5-29人）", "重大": "重大群体（30人以上）"}


def screening_rows(year: int) -> Rows:
    """The factors of ``year`` by workbook, those after the cut-off among them."""
    rng = chance(f"screening.{year}")
    end = cutoff(year)
    days = [*draw_days(rng, date(year, 1, 5), end, target(year, "screening.factors") - 1), end]
    days += draw_days(rng, end + timedelta(days=1), date(year, 12, 29), AFTER_CUTOFF[year])
    villages = qinghe().villages
    weights = [5 if village in STABILITY_2022 else 3 if village in GRID_VILLAGES else 2 for village in villages]
    found: Rows = {}
    for day in days:
        village = rng.choices(villages, weights)[0]
        place = _book(year, village)
        row = _factor(rng, day, village)
        found.setdefault(place, []).append(row)
    _number(found, year)
    return found


def _book(year: int, village: str) -> tuple[str, str]:
    if year == 2021:
        return PLAIN_2021
    if village in STABILITY_2022:
        return STABILITY_2022[village]
    return GRID_2022 if village in GRID_VILLAGES else PLAIN_2022


def _number(found: Rows, year: int) -> None:
    for place, pattern in ((GRID_2022, "网格{year}-{count:03d}"), (PLAIN_2022, "青排查〔{year}〕{count}号")):
        for count, row in enumerate(found.get(place, ()), 1):
            row["number"] = pattern.format(year=year, count=count)
    for count, row in enumerate(found.get(PLAIN_2021, ()), 1):
        row["number"] = f"青排查〔{year}〕{count}号"


def _factor(rng: random.Random, day: date, village: str) -> Row:
    kind = pick(rng, list(wording()["screening"]))
    title = pick(rng, wording()["screening"][kind])
    persons = rng.choices((2, 3, 4, 8, 14, 36), (40, 20, 12, 8, 4, 1))[0]
    grade = "一般" if persons < 5 else "较大" if persons < 30 else "重大"
    outcome = rng.choices(("已化解", "化解中", "移交"), (82, 10, 8))[0]
    closed = day + timedelta(days=rng.randint(0, 20))
    names = f"{draw_name(rng)}、{draw_name(rng)}"
    return {
        "event_date": day,
        "campaign": _campaign(day),
        "unit": village,
        "title": f"{village}{title}",
        "dispute_kind": written(rng, "screening.kind", kind),
        "grade": grade,
        "persons": persons,
        "parties": names,
        "facts": title,
        "measures": pick(rng, wording()["measures"]),
        "handed_over_to": pick(rng, wording()["handed_to"]) if outcome == "移交" else None,
        "handed_over_on": closed if outcome == "移交" else None,
        "outcome": written(rng, "screening.outcome", outcome),
        "closed_on": closed if outcome == "已化解" else None,
        "screened_by": qinghe().clerks[village],
        **_found_layouts(rng, day, village, grade, outcome, names),
    }


def _campaign(day: date) -> str:
    return {1: "春节前专项排查", 6: "复工复产专项排查", 8: "夏季专项排查", 9: "国庆前专项排查"}.get(
        day.month, "常态排查"
    )


def _found_layouts(rng: random.Random, day: date, village: str, grade: str, outcome: str, names: str) -> Row:
    """What the layouts in use elsewhere ask beside; their refused columns are filled, as they are in real files."""
    committee = qinghe().committee_of(village)
    return {
        "place": f"{village}{rng.randint(1, 20)}号",
        "规模": SCALE[grade],
        "involved_organisation": some(rng, pick(rng, wording()["firms"]["物业"]), 0.2),
        "id_kind": "身份证",
        "party_id": some(rng, draw_identity(rng), 0.5),
        "主要当事人/姓名": names.split("、")[0],
        "主要当事人/性别": pick(rng, ("男", "女")),
        "主要当事人/民族": "汉族",
        "主要当事人/学历": pick(rng, ("初中", "高中", "大专", None)),
        "主要当事人/人员类别": pick(rng, ("户籍人员", "来沪人员")),
        "party_address": village,
        "resolve_by": day + timedelta(days=30),
        "resolution_way": "调解",
        "handled_by_unit": committee.short_name,
        "handled_by": committee.mediators[0],
        "化解负责人/联系方式": draw_phone(rng),
        "化解是否成功": "是" if outcome == "已化解" else "否",
        "outcome_note": pick(rng, wording()["measures"]),
        "是否重大": "是" if grade == "重大" else "否",
        "稳控负责人": qinghe().clerks[village],
        "feedback": some(rng, "基本满意", 0.5),
        "registered_on": day,
    }
