"""Legal education of a year: trainings, study of the leadership, lectures, public events, examinations."""

import random
from datetime import date

from samples.chance import chance, draw_days, draw_shares, open_day, pick
from samples.expected import target
from samples.rows import Row, Rows, numbered
from samples.synonyms import written
from samples.town import qinghe
from samples.wording import wording

BOOK_2022 = "2022/2022年法治宣传教育登记.xlsx"
BOOK_2021 = "2021/2021年法治宣传教育一览.xlsx"
JUSTICE = "青禾司法所"
LEADERS = ("法治带头人、法律明白人", "法律明白人", "法治带头人")
THOUGHT = "习近平法治思想"
CENTRE_GROUP = "党委中心组"
# Day, subject of a training for the villages' leaders in law; how many are trained is shared out of the year's sum.
LEADER_TRAININGS = {
    2021: (
        (4, 14, "民法典总则与物权"),
        (6, 9, "村规民约的合法性"),
        (9, 15, "人民调解入门"),
        (11, 24, "宪法与基层自治"),
    ),
    2022: (
        (3, 9, "民法典婚姻家庭编"),
        (6, 22, "基层依法治理的方法"),
        (8, 17, "征地拆迁纠纷的调解"),
        (10, 19, "民法典与物业管理"),
        (11, 30, "宪法与村居自治"),
    ),
}
OTHER_TRAININGS = (
    (2, 23, "行政处罚法专题培训", "行政执法人员", 38),
    (5, 25, "人民调解卷宗制作", "人民调解员", 52),
    (7, 20, "综合执法程序规定", "行政执法人员", 35),
    (9, 7, "口头协议与书面协议", "人民调解员", 49),
    (11, 9, "行政复议与应诉", "机关工作人员", 41),
)
# Month, day, body, topic, what was studied, form.
STUDIES = {
    2021: (
        (3, 18, CENTRE_GROUP, THOUGHT, "全面依法治国的总体要求", "专题学习"),
        (6, 17, CENTRE_GROUP, THOUGHT, "法治政府建设的任务", "集体讨论交流"),
        (9, 23, CENTRE_GROUP, THOUGHT, "领导干部带头守法", "专题学习"),
        (7, 22, CENTRE_GROUP, "民法典", "民法典与行政工作", "专题学习"),
        (5, 11, "镇长办公会", "行政处罚法", "新修订内容会前学法", "专题学习"),
        (12, 3, "镇长办公会", "宪法", "宪法日会前学法", "专题学习"),
    ),
    2022: (
        (2, 24, CENTRE_GROUP, THOUGHT, "学习纲要导读", "专题学习"),
        (5, 19, CENTRE_GROUP, THOUGHT, "依法防控与依法行政", "集体讨论交流"),
        (8, 25, CENTRE_GROUP, THOUGHT, "法治政府建设与营商环境", "专题学习"),
        (11, 17, CENTRE_GROUP, THOUGHT, "学习心得与来年打算", "集体讨论交流"),
        (12, 1, CENTRE_GROUP, "宪法", "宪法宣传周专题学习", "专题学习"),
        (3, 15, "镇长办公会", "行政处罚法", "行政处罚程序会前学法", "专题学习"),
        (6, 14, "镇长办公会", "民法典", "民法典合同编会前学法", "集体讨论交流"),
        (9, 13, "镇长办公会", THOUGHT, "重大决策程序会前学法", "专题学习"),
        (10, 18, "机关第一支部", THOUGHT, "学习纲要分章研读", "集体讨论交流"),
    ),
}
EXAMS = (
    (6, 15, "民法典知识竞答", "村居干部", 96, 91, 90),
    (9, 21, "行政执法人员法律知识考试", "行政执法人员", 42, 42, 41),
    (11, 16, "领导干部网上学法考试", "机关工作人员", 118, 116, 116),
    (12, 7, "宪法知识问答", "法律明白人", 72, 68, 68),
)


def education_rows(year: int) -> Rows:
    """All the teaching of ``year`` by workbook and sheet."""
    rng = chance(f"education.{year}")
    trainings, studies = _trainings(rng, year), _studies(rng, year)
    lectures, enterprise = _lectures(rng, year, 22), _enterprise_lectures(rng, year)
    events, exams = _events(rng, year), _exams(year)
    if year == 2021:
        return {
            (BOOK_2021, "培训班次"): trainings,
            (BOOK_2021, "中心组学习"): studies,
            (BOOK_2021, "企业讲座"): enterprise,
            (BOOK_2021, "活动明细"): events,
            (BOOK_2021, "网上考试"): exams,
        }
    return {
        (BOOK_2022, "培训"): trainings,
        (BOOK_2022, "领导学法"): studies,
        (BOOK_2022, "讲座"): lectures,
        (BOOK_2022, "宣传活动"): [row for row in events if _month(row) <= 6],
        (BOOK_2022, "考试"): exams,
        ("2022/2022年送法进企业讲座.xlsx", "讲座"): enterprise,
        ("2022/2022年下半年普法活动明细.xls", "明细"): [row for row in events if _month(row) > 6],
    }


def _month(row: Row) -> int:
    day = row["event_date"]
    assert isinstance(day, date)
    return day.month


def _trainings(rng: random.Random, year: int) -> list[Row]:
    planned = LEADER_TRAININGS[year]
    shares = draw_shares(rng, target(year, "training.attendance"), target(year, "training.sessions"), 90)
    rows = [
        _training(rng, open_day(date(year, month, day)), title, pick(rng, LEADERS), share)
        for (month, day, title), share in zip(planned, shares, strict=True)
    ]
    rows += [
        _training(rng, open_day(date(year, m, d)), title, who, persons) for m, d, title, who, persons in OTHER_TRAININGS
    ]
    return numbered(rows, "event_date", f"法训〔{year}〕{{}}号")


def _training(rng: random.Random, day: date, title: str, audience: str, persons: int) -> Row:
    return {
        "event_date": day,
        "title": title,
        "unit": JUSTICE,
        "audience": audience,
        "speaker": pick(rng, ("罗致远", "梁思齐", "宋书桐", "沈立言")),
        "place": pick(rng, ("镇会议中心", "镇公共法律服务站", "线上")),
        "attendances": persons,
        "expected": persons + rng.randint(0, 6),
    }


def _studies(rng: random.Random, year: int) -> list[Row]:
    rows: list[Row] = [
        {
            "event_date": open_day(date(year, month, day)),
            "body": body,
            "topic": topic,
            "title": title,
            "form": written(rng, "study.form", form),
            "chair": "陆承远",
            "persons": rng.randint(11, 26),
        }
        for month, day, body, topic, title, form in STUDIES[year]
    ]
    return numbered(rows, "event_date", f"学法〔{year}〕{{}}号")


def _lectures(rng: random.Random, year: int, count: int) -> list[Row]:
    rows: list[Row] = []
    for day in draw_days(rng, date(year, 1, 20), date(year, 12, 20), count):
        village = pick(rng, qinghe().villages)
        rows.append(
            {
                "event_date": day,
                "unit": village,
                "title": pick(rng, wording()["lectures"]),
                "speaker": qinghe().advisers[village],
                "audience": pick(rng, ("村居民", "老年学校学员", "学生和家长")),
                "attendances": rng.randint(14, 60),
            }
        )
    return numbered(rows, "event_date", f"讲座〔{year}〕{{}}号")


def _enterprise_lectures(rng: random.Random, year: int) -> list[Row]:
    days = draw_days(rng, date(year, 7, 1), date(year, 11, 30), len(wording()["enterprise_lectures"]))
    rows: list[Row] = [
        {
            "event_date": day,
            "unit": JUSTICE,
            "title": title,
            "speaker": pick(rng, ("罗致远", "夏清澄", "孟子舟")),
            "audience": "企业管理人员",
            "attendances": rng.randint(18, 45),
        }
        for day, title in zip(days, wording()["enterprise_lectures"], strict=True)
    ]
    return numbered(rows, "event_date", f"企讲〔{year}〕{{}}号")


def _events(rng: random.Random, year: int) -> list[Row]:
    rows: list[Row] = [
        {
            "event_date": day,
            "title": pick(rng, wording()["events"]),
            "unit": pick(rng, (JUSTICE, *qinghe().villages)),
            "place": pick(rng, ("镇文化广场", "村居委会门前", "集市", "线上")),
            "form": pick(rng, wording()["event_forms"]),
            "attendances": rng.randint(30, 260),
            "leaflets": rng.randrange(0, 40) * 10,
        }
        for day in draw_days(rng, date(year, 1, 10), date(year, 12, 15), 32)
    ]
    return numbered(rows, "event_date", f"普法〔{year}〕{{}}号")


def _exams(year: int) -> list[Row]:
    rows: list[Row] = [
        {
            "event_date": open_day(date(year, month, day)),
            "title": title,
            "unit": JUSTICE,
            "audience": who,
            "expected": due,
            "persons": came,
            "passed": passed,
        }
        for month, day, title, who, due, came, passed in EXAMS
    ]
    return numbered(rows, "event_date", f"法考〔{year}〕{{}}号")
