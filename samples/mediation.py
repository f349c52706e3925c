"""The people's mediation of a year: registered, accepted, settled by written agreement or not."""

import random
from datetime import date, timedelta

from samples.chance import chance, draw_days, draw_identity, draw_name, draw_phone, last_open_day, open_day, pick, some
from samples.expected import cutoff, target
from samples.rows import Row, Rows, day_of
from samples.synonyms import written
from samples.town import TOWN_COMMITTEE, Committee, qinghe
from samples.wording import wording

# Beside those settled by the cut-off: not settled by then, settled after it, not settled after it.
OTHERS = {2021: (8, 13, 2), 2022: (9, 15, 2)}
LARGE_SUMS = ("劳动争议", "损害赔偿", "房屋宅基地", "合同", "征地拆迁", "生产经营")
OWN_BOOK_2022 = {
    "qinghe-mc": ("2022/2022年人民调解登记簿（镇调委会）.xlsx", "登记簿"),
    "qinghe-v01-mc": ("2022/2022年人民调解登记簿（松溪村）.xlsx", "台账"),
    "qinghe-v02-mc": ("2022/2022年人民调解登记簿（东浦村）.xlsx", "台账"),
    "qinghe-v03-mc": ("2022/2022年人民调解登记簿（石桥村）.xls", "台账"),
    "qinghe-v17-mc": ("2022/2022年人民调解登记簿（白鹤居委会）.xlsx", "台账"),
}
OTHER_VILLAGES_2022 = ("2022/2022年诉源事件批量导入表（其他村）.xlsx", "批量导入")
OTHER_RESIDENTS_2022 = ("2022/2022年诉源事件批量导入表（其他居委会）.xls", "批量导入")
PLAIN_2021 = ("2021/2021年人民调解登记簿（镇及村居）.xlsx", "登记簿")
BULK_2021 = ("2021/2021年诉源事件批量导入表.xlsx", "批量导入")
SOURCES = (
    ("当事人申请", 6),
    ("主动调解", 4),
    ("12345", 2),
    ("综治中心", 2),
    ("法院委派", 1),
    ("信访", 1),
    ("部门移送", 1),
)


def year_mediations(year: int) -> list[Row]:
    """Every mediation of ``year``, numbered in its committee's series, with its committee's code under "committee"."""
    rng = chance(f"mediation.{year}")
    end = cutoff(year)
    early_open, late_settled, late_open = OTHERS[year]
    settled = [*draw_days(rng, date(year, 1, 11), end, target(year, "mediation.resolved") - 1), last_open_day(end)]
    plans = [(day, True) for day in settled]
    plans += [(day, False) for day in draw_days(rng, date(year, 2, 8), end - timedelta(days=20), early_open)]
    plans += [(day, True) for day in draw_days(rng, end + timedelta(days=1), date(year, 12, 24), late_settled - 1)]
    plans += [(end + timedelta(days=1), True)]
    plans += [(day, False) for day in draw_days(rng, end + timedelta(days=1), date(year, 12, 24), late_open)]
    rows = [_mediation(rng, day, ok, _committee(rng)) for day, ok in plans]
    _number(rows, year)
    return rows


def mediation_rows(year: int, mediations: list[Row]) -> Rows:
    """The mediations by the workbook of their committee."""
    found: Rows = {}
    for row in sorted(mediations, key=lambda row: (day_of(row, "registered_on"), str(row["number"]))):
        found.setdefault(book_of(year, str(row["committee"])), []).append(row)
    return found


def book_of(year: int, committee: str) -> tuple[str, str]:
    """The workbook and sheet in which the committee's mediations of ``year`` stand."""
    if year == 2021:
        return PLAIN_2021 if committee in OWN_BOOK_2022 else BULK_2021
    if committee in OWN_BOOK_2022:
        return OWN_BOOK_2022[committee]
    resident = qinghe().committees[committee].village.endswith("居委会")
    return OTHER_RESIDENTS_2022 if resident else OTHER_VILLAGES_2022


def _committee(rng: random.Random) -> Committee:
    weights = {TOWN_COMMITTEE: 16, "qinghe-v01-mc": 7, "qinghe-v02-mc": 5, "qinghe-v03-mc": 4, "qinghe-v17-mc": 4}
    committees = list(qinghe().committees.values())
    return rng.choices(committees, [weights.get(committee.code, 1) for committee in committees])[0]


def _mediation(rng: random.Random, day: date, settled: bool, committee: Committee) -> Row:
    """One mediation that ends on ``day``: in a written agreement, or without one."""
    year_start = date(day.year, 1, 4)
    length = rng.randint(33, 44) if rng.random() < 0.05 else rng.randint(1, 24)
    accepted = max(last_open_day(day - timedelta(days=length)), year_start)
    registered = max(last_open_day(accepted - timedelta(days=rng.choice((0, 0, 1, 2)))), year_start)
    kind = pick(rng, list(wording()["disputes"]))
    mediators = list(committee.mediators)
    rng.shuffle(mediators)
    row: Row = {
        "committee": committee.code,
        "unit": committee.name if rng.random() < 0.8 else committee.short_name,
        "registered_on": registered,
        "accepted_on": accepted,
        "informed_on": some(rng, accepted, 0.93),
        "mediator": mediators[0],
        "co_mediator": some(rng, mediators[1], 0.4),
        "canonical_kind": kind,
        "dispute_kind": written(rng, "mediation.kind", kind),
        "canonical_source": "当事人申请",
        **_parties(rng, kind),
        **_bulk_only(rng, committee, mediators[0]),
    }
    row.update(settled_fields(rng, kind, day) if settled else _unsettled_fields(rng, day))
    return row


def _parties(rng: random.Random, kind: str) -> Row:
    firms = wording()["firms"].get(kind)
    applicant = draw_name(rng)
    respondent = pick(rng, firms) if firms else draw_name(rng)
    return {
        "applicant": applicant,
        "applicant_id": some(rng, draw_identity(rng), 0.55),
        "applicant_phone": some(rng, draw_phone(rng), 0.7),
        "respondent": respondent,
        "respondent_id": None if firms else some(rng, draw_identity(rng), 0.35),
        "respondent_phone": some(rng, draw_phone(rng), 0.5),
        "parties": f"{applicant}、{respondent}",
    }


def _bulk_only(rng: random.Random, committee: Committee, mediator: str) -> Row:
    """What only the 25-column sheet asks."""
    return {
        "workroom": f"{committee.village or '青禾镇'}调解室",
        "accepted_by": mediator,
        "village": committee.village,
        "death": "无",
        "conversion": "防止转刑事" if rng.random() < 0.02 else "无",
        "案件难度级别": pick(rng, ("简易", "简易", "一般", "疑难")),
        "以奖代补评定": pick(rng, ("合格", "合格", None)),
        "案件属性": "民间纠纷",
        "涉及特殊群体情况": "无",
        "涉及农民工纠纷情况": pick(rng, ("否", "否", "是")),
    }


def settled_fields(rng: random.Random, kind: str, day: date) -> Row:
    """What the sheet says of a mediation settled by written agreement on ``day``."""
    dispute = wording()["disputes"][kind]
    number = rng.randrange(len(dispute["facts"]))
    money = kind not in ("婚姻家庭", "山林土地", "环境污染") and rng.random() < 0.75
    performance = pick(rng, ("已履行", "已履行", "已履行", "履行中", "部分履行"))
    performed = open_day(day + timedelta(days=rng.randint(0, 20))) if performance == "已履行" else None
    filed = open_day(performed + timedelta(days=rng.randint(1, 12))) if performed else None
    last = date(day.year, 12, 31)
    return {
        "mediated_on": day,
        "outcome": written(rng, "mediation.outcome", "达成协议"),
        "settled": 1,
        "agreement_form": written(rng, "agreement_form", "书面"),
        "agreed_on": day,
        "amount": rng.randrange(3, 240 if kind in LARGE_SUMS else 30) * 100 if money else None,
        "performance": written(rng, "performance", performance),
        "performed_on": performed if performed and performed <= last else None,
        "filed_on": filed if filed and filed <= last else None,
        "facts": dispute["facts"][number],
        "note": dispute["terms"][number],
    }


def _unsettled_fields(rng: random.Random, day: date) -> Row:
    outcome = pick(rng, ("调解不成", "调解不成", "当事人撤回"))
    return {
        "mediated_on": day if outcome == "调解不成" else None,
        "outcome": written(rng, "mediation.outcome", outcome),
        "settled": 0,
        "terminated_on": day,
        "facts": "双方对事实和责任说法不一",
        "note": "已告知可以通过仲裁、行政、司法途径解决" if outcome == "调解不成" else None,
    }


def _number(rows: list[Row], year: int) -> None:
    """Gives each committee's series of register, agreement and file numbers."""
    for committee in qinghe().committees.values():
        own = [row for row in rows if row["committee"] == committee.code]
        for count, row in enumerate(sorted(own, key=lambda row: day_of(row, "registered_on")), 1):
            row["number"] = f"{committee.prefix}〔{year}〕{count}号"
            if row.get("filed_on"):
                row["file_number"] = f"{committee.prefix}卷〔{year}〕{count}号"
        agreed = sorted((row for row in own if row["settled"]), key=lambda row: day_of(row, "agreed_on"))
        for count, row in enumerate(agreed, 1):
            row["agreement_number"] = f"{committee.agreement_prefix}〔{year}〕{count}号"


def set_source(rng: random.Random, row: Row, work_order: str = "") -> None:
    """Says where the case came from: the diverted 110 call ``work_order``, or else one of the other sources."""
    source = "110" if work_order else rng.choices([name for name, _ in SOURCES], [share for _, share in SOURCES])[0]
    row["canonical_source"] = source
    row["source"] = written(rng, "source", source)
    row["source_number"] = work_order or None
