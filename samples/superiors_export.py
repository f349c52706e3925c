"""A register of invented mediations (虚构) and a superior system's export of the same year in another layout.

With a fixed seed, so that it is known how they differ: numbers missing or of the other system, days shifted, names with
blanks, sums that differ, lines written twice, two left out, three that are only there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from samples.chance import chance, draw_days, draw_name, pick

SYSTEM = "司法行政基层工作管理系统"
COMMITTEES = ("松溪村人民调解委员会", "东浦村人民调解委员会", "石桥村人民调解委员会")
KINDS = ("邻里", "婚姻家庭", "房屋宅基地", "损害赔偿", "合同")
OURS = (
    *("登记编号", "调解委员会", "登记日期", "受理日期", "申请人", "被申请人", "纠纷类别", "主办调解员", "调解日期"),
    *("调解结果", "协议形式", "协议书编号", "协议日期", "协议金额（元）", "履行情况"),
)
THEIRS = (
    *("序号", "案件编码", "调委会", "受理时间", "纠纷类别", "调解时间", "调解结果", "调解协议金（元）"),
    *("协议履行情况", "当事人", "协议形式"),
)
# Of a hundred common ones: with our number there, with its own (the rest have none); days shifted, names with blanks, sums.
NUMBERED, SYSTEM_NUMBERED, SHIFTED, BLANKS, SUMS = 50, 15, 5, 4, 2
DOUBLED, LEFT_OUT, ONLY_THERE = 4, 2, 3

Cells = dict[str, str | int | date]


@dataclass
class Truth:
    """Both sheets, and by our number or the line's name what is known of them."""

    ours: list[Cells] = field(default_factory=list)
    theirs: list[Cells] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)  # our numbers that are not there
    shifted: set[str] = field(default_factory=set)
    sums: set[str] = field(default_factory=set)
    only_there: set[str] = field(default_factory=set)  # numbers there that are not here


def known_truth(lines: int = 412, year: int = 2022, committees: tuple[str, ...] = COMMITTEES) -> Truth:
    """A year's register and the export of so many lines."""
    rng = chance(f"export.{lines}.{year}")
    common = lines - DOUBLED - ONLY_THERE
    count = common + LEFT_OUT
    days = draw_days(rng, date(year, 1, 10), date(year, 11, 30), count)
    truth = Truth()
    for at, day in enumerate(days):
        committee = committees[at % len(committees)]
        truth.ours.append(
            {
                "登记编号": f"{committee[0]}人调〔{year}〕{at + 1}号",
                "调解委员会": committee,
                "登记日期": day,
                "受理日期": day,
                "申请人": draw_name(rng),
                "被申请人": draw_name(rng),
                "纠纷类别": pick(rng, KINDS),
                "主办调解员": "示例调解员",
                "调解日期": day + timedelta(days=2),
                "调解结果": "达成协议",
                "协议形式": "书面",
                "协议书编号": f"{committee[0]}人调协〔{year}〕{at + 1}号",
                "协议日期": day + timedelta(days=2),
                "协议金额（元）": 100 * rng.randrange(5, 300),
                "履行情况": "已履行",
            }
        )
    drawn = rng.sample(range(count), count)
    left_out, kept = set(drawn[:LEFT_OUT]), drawn[LEFT_OUT:]
    truth.left_out = {str(truth.ours[at]["登记编号"]) for at in left_out}
    for place, at in enumerate(kept):
        truth.theirs.append(_their_line(truth, truth.ours[at], place, common, year))
    for place in range(ONLY_THERE):
        truth.theirs.append(_new_line(truth, year, place, committees[0], draw_name(rng), draw_name(rng)))
    truth.theirs += [dict(line) for line in truth.theirs[:DOUBLED]]
    rng.shuffle(truth.theirs)
    for place, line in enumerate(truth.theirs):
        line["序号"] = place + 1
    return truth


def _their_line(truth: Truth, ours: Cells, place: int, common: int, year: int) -> Cells:
    """The same mediation as the other system has it; by its place it has our number, that system's, or none."""
    number = str(ours["登记编号"])
    numbered, of_system, shifted, blanks, sums = (
        -(-common * share // 100) for share in (NUMBERED, SYSTEM_NUMBERED, SHIFTED, BLANKS, SUMS)
    )
    told = number if place < numbered else f"SFX{year}{place:06d}" if place < numbered + of_system else ""
    line: Cells = {
        "案件编码": told,
        "调委会": ours["调解委员会"],
        "受理时间": ours["受理日期"],
        "纠纷类别": ours["纠纷类别"],
        "调解时间": ours["调解日期"],
        "调解结果": "达成协议",
        "调解协议金（元）": ours["协议金额（元）"],
        "协议履行情况": "已履行",
        "当事人": f"{ours['申请人']}、{ours['被申请人']}",
        "协议形式": "书面",
    }
    after = place - numbered - of_system
    if 0 <= after < shifted:
        for heading in ("受理时间", "调解时间"):
            day = line[heading]
            assert isinstance(day, date)
            line[heading] = day + timedelta(days=1 + after % 3)
        truth.shifted.add(number)
    elif shifted <= after < shifted + blanks:
        first, second = str(ours["申请人"]), str(ours["被申请人"])
        line["当事人"] = f"{first[0]}　{first[1:]}、{second[0]} {second[1:]}"
    if DOUBLED <= place < DOUBLED + sums:
        line["调解协议金（元）"] = int(str(ours["协议金额（元）"])) + 50
        truth.sums.add(number)
    return line


def _new_line(truth: Truth, year: int, place: int, committee: str, first: str, second: str) -> Cells:
    truth.only_there.add(f"SFX{year}9{place:05d}")
    day = date(year, 12, 5 + place)
    return {
        "案件编码": f"SFX{year}9{place:05d}",
        "调委会": committee,
        "受理时间": day,
        "纠纷类别": "邻里",
        "调解时间": day + timedelta(days=1),
        "调解结果": "达成协议",
        "调解协议金（元）": 800,
        "协议履行情况": "已履行",
        "当事人": f"{first}、{second}",
        "协议形式": "书面",
    }


def write_book(path: Path, headings: tuple[str, ...], lines: list[Cells]) -> Path:
    """A workbook of one sheet."""
    book = xlsxwriter.Workbook(path)
    sheet, day = book.add_worksheet("Sheet1"), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, headings)
    for at, line in enumerate(lines, 1):
        for column, heading in enumerate(headings):
            value = line.get(heading, "")
            sheet.write(at, column, value, day if isinstance(value, date) else None)
    book.close()
    return path


def write_register(folder: Path, truth: Truth) -> Path:
    """The town's own register."""
    return write_book(folder / f"人民调解登记簿-{len(truth.ours)}件.xlsx", OURS, truth.ours)


def write_export(folder: Path, truth: Truth) -> Path:
    """The superior's export."""
    return write_book(folder / f"案件导出-{len(truth.theirs)}行.xlsx", THEIRS, truth.theirs)
