"""Oral agreements: the one-page mediations, which have registers of their own and never count as mediations."""

import random
from datetime import date, timedelta

from samples.chance import chance, draw_days, draw_name, draw_phone, open_day, pick, some
from samples.expected import cutoff, target
from samples.rows import Row, Rows, day_of
from samples.synonyms import written
from samples.town import Committee, qinghe
from samples.wording import wording

# By year: without agreement by the cut-off, agreements after it.
OTHERS = {2021: (7, 14), 2022: (11, 24)}
KINDS = ("邻里", "婚姻家庭", "消费", "损害赔偿", "物业", "其他", "房屋宅基地", "合同")
PLAIN_2022 = ("2022/2022年口头协议登记簿（各村居）.xlsx", "口头协议")
LIST_2022 = ("2022/2022年口头调解一览表（居委会）.xls", "一览表")
CITY_2022 = ("2022/2022年口头协议登记表（东浦村市平台导出）.xlsx", "导出")
PLAIN_2021 = ("2021/2021年口头协议登记簿.xlsx", "口头协议")


def oral_mediation_rows(year: int) -> Rows:
    """The oral mediations of ``year`` by workbook."""
    rng = chance(f"oral.{year}")
    end = cutoff(year)
    failed, late = OTHERS[year]
    plans = [(day, True) for day in draw_days(rng, date(year, 1, 4), end, target(year, "mediation.oral"))]
    plans += [(day, False) for day in draw_days(rng, date(year, 1, 4), end, failed)]
    plans += [(day, True) for day in draw_days(rng, end + timedelta(days=1), date(year, 12, 30), late)]
    committees = list(qinghe().committees.values())
    rows = [_oral(rng, day, ok, pick(rng, committees)) for day, ok in plans]
    found: Rows = {}
    for row in sorted(rows, key=lambda row: (day_of(row, "mediated_on"), str(row["applicant"]))):
        found.setdefault(_book(rng, year, row), []).append(row)
    _number(found[PLAIN_2022 if year == 2022 else PLAIN_2021], year)
    return found


def _book(rng: random.Random, year: int, row: Row) -> tuple[str, str]:
    if year == 2021:
        return PLAIN_2021
    village = str(row["village"])
    if village == "东浦村":
        return CITY_2022
    return LIST_2022 if village.endswith("居委会") and rng.random() < 0.7 else PLAIN_2022


def _oral(rng: random.Random, day: date, settled: bool, committee: Committee) -> Row:
    kind = pick(rng, KINDS)
    dispute = wording()["disputes"][kind]
    number = rng.randrange(len(dispute["facts"]))
    place = pick(rng, ("调解室", "村居办公室", "当事人家中", "现场"))
    return {
        "committee": committee.code,
        "village": committee.village,
        "unit": committee.name if rng.random() < 0.75 else committee.short_name,
        # The city's export has no column for the day of mediation: there both are the same day.
        "accepted_on": day,
        "mediated_on": day,
        "applicant": draw_name(rng),
        "respondent": draw_name(rng),
        "applicant_phone": some(rng, draw_phone(rng), 0.6),
        "dispute_kind": written(rng, "mediation.kind", kind),
        "facts": dispute["facts"][number],
        "mediator": pick(rng, committee.mediators),
        "place": place,
        "outcome": written(rng, "oral.outcome", "达成口头协议" if settled else "调解不成"),
        "agreement_text": dispute["terms"][number] if settled else None,
        "amount": rng.randrange(1, 30) * 100 if settled and kind in ("损害赔偿", "消费", "合同") else None,
        "performance": written(rng, "performance", "已履行") if settled else None,
        "cross_committee": "否",
    }


def _number(rows: list[Row], year: int) -> None:
    counts: dict[str, int] = {}
    for row in rows:
        committee = qinghe().committees[str(row["committee"])]
        counts[committee.code] = counts.get(committee.code, 0) + 1
        row["number"] = f"{committee.oral_prefix}〔{year}〕{counts[committee.code]}号"
        row["accepted_on"] = open_day(day_of(row, "mediated_on"))
