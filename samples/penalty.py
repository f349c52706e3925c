"""Penalty cases of both years: the town's ledger, the superior system's list, decisions on the spot."""

import random
from collections.abc import Callable
from datetime import date

from samples import penalty_plots as plots
from samples.chance import chance, draw_days, pick
from samples.penalty_team import SMALL, draw_act
from samples.rows import Row, Rows, day_of, numbered

Plot = Callable[[Row, random.Random], None]
TEAM = "综合行政执法队"
CASES_2021 = ("2021/2021年行政处罚案件台账.xlsx", "案件台账")
CASES_2022 = ("2022/2022年行政处罚案件台账.xlsx", "案件台账")
UNIFIED_2022 = ("2022/2022年综合执法案件导出清单.xls", "导出清单")
SPOT_2021 = ("2021/2021年简易程序案件一览表.xlsx", "简易程序")
SPOT_2022 = ("2022/2022年当场处罚登记表.xlsx", "当场处罚")
FIRST_DAY = date(2021, 9, 6)  # the catalogue of the town begins in September 2021
LONG = (plots.heard, plots.revoked, plots.enforced, plots.instalments, plots.published_late)
PLOTS_2021: tuple[Plot, ...] = (
    *LONG,
    *(plots.plain,) * 8,
    plots.minor,
    plots.first_time,
    plots.withdrawn,
    plots.terminated,
    plots.transferred,
)
PLOTS_2022: tuple[Plot, ...] = (
    plots.heard,
    plots.reviewed,
    plots.announced,
    plots.instalments,
    *(plots.plain,) * 8,
    plots.minor,
    plots.first_time,
    plots.withdrawn,
    plots.transferred,
)
PLOTS_UNIFIED: tuple[Plot, ...] = (*(plots.plain,) * 11, plots.minor)
ON_SPOT = {2021: 6, 2022: 8}
# What a superior's list has no column for is not told by it; the rest of a row stays.
NOT_LISTED = ("waived_on", "defence_on", "adopted", "checked_on", "checker", "questioned_on")


def penalty_rows(year: int) -> Rows:
    """The cases of a year, long ones begun first."""
    if year == 2021:
        cases = _cases("penalty.2021", PLOTS_2021, FIRST_DAY, date(2021, 10, 22))
        return {CASES_2021: _booked(cases, 2021), SPOT_2021: _spot(2021, FIRST_DAY, date(2021, 12, 10))}
    cases = _cases("penalty.2022", PLOTS_2022, date(2022, 1, 10), date(2022, 9, 9))
    listed = _cases("penalty.unified", PLOTS_UNIFIED, date(2022, 2, 14), date(2022, 10, 14))
    return {
        CASES_2022: _booked(cases, 2022),
        UNIFIED_2022: _listed(listed),
        SPOT_2022: _spot(2022, date(2022, 1, 12), date(2022, 11, 25)),
    }


def _cases(subject: str, plot: tuple[Plot, ...], first: date, last: date) -> list[Row]:
    rng = chance(subject)
    rows = []
    for found, goes in zip(draw_days(rng, first, last, len(plot)), plot, strict=True):
        row: Row = {**draw_act(rng), "found_on": found, "unit": TEAM}
        goes(row, rng)
        rows.append(row)
    return rows


def _booked(cases: list[Row], year: int) -> list[Row]:
    """Numbers of filing, decision and volume as the town gives them, and where a decision was published."""
    rows = numbered(cases, "filed_on", f"青综执罚立〔{year}〕{{}}号")
    numbered_decisions(rows, "决", year)
    numbered_decisions(rows, "不", year)
    for count, row in enumerate((row for row in rows if row.get("archived_on")), 1):
        row["volume_number"] = f"{year}-综执-{count:03d}"
    return rows


def numbered_decisions(rows: list[Row], word: str, year: int) -> None:
    """Decisions and those not to penalise are numbered apart, in the order of their days."""
    result = "给予处罚" if word == "决" else "不予处罚"
    series = "青综执罚决" if word == "决" else "青综执不罚"
    mine = sorted((row for row in rows if row.get("result") == result), key=lambda row: day_of(row, "decided_on"))
    for count, row in enumerate(mine, 1):
        row["decision_number"] = f"{series}〔{year}〕{count}号"
        if row.get("published_on"):
            row["address"] = plots.ADDRESS.format(f"{year}{count:03d}")


def _listed(cases: list[Row]) -> list[Row]:
    rows = numbered(cases, "filed_on", "ZF2022-{:04d}")
    for row in rows:
        row |= dict.fromkeys(NOT_LISTED)
        row["decision_number"] = str(row["number"]).replace("ZF", "ZFJD")
        row |= {"当事人电话": "—", "案件状态": "已结案"}
        if row.get("published_on"):
            row["address"] = plots.ADDRESS.format(str(row["number"]).lower())
    return rows


def _spot(year: int, first: date, last: date) -> list[Row]:
    """A warning, or a small fine paid at the bank or on the spot."""
    rng = chance(f"penalty.spot.{year}")
    rows = []
    for day in draw_days(rng, first, last, ON_SPOT[year]):
        row: Row = {**draw_act(rng, SMALL), "decided_on": day, "unit": TEAM, "handed_over": "是"}
        row |= {"reported_on": plots.after(day, 1), "published_on": plots.after(day, rng.randint(2, 3))}
        row |= {"fine": pick(rng, (50, 100, 200)), "kinds": "罚款"}
        if rng.random() < 0.3:
            row |= {"fine": None, "kinds": "警告"}
        elif year == 2022 and row["fine"] == 100:
            row |= {"cash": "是", "handed_in_on": plots.after(day, 1), "banked_on": plots.after(day, 2)}
        else:
            row["paid_on"] = plots.after(day, rng.randint(1, 6))
        row["closed_on"] = plots.after(day, 8)
        rows.append(row)
    rows = numbered(rows, "decided_on", f"青综执当罚〔{year}〕{{}}号")
    for count, row in enumerate(rows, 1):
        row["address"] = plots.ADDRESS.format(f"{year}d{count:02d}")
    return rows
