"""Venues and their awards, suits and reconsiderations, meetings on rule-of-law work."""

import random
from datetime import date

from samples.chance import chance, draw_days, open_day, pick
from samples.rows import Row, Rows, numbered
from samples.wording import wording

VENUE_BOOK_2021 = "2021/阵地与荣誉一览（截至2021年底）.xlsx"
VENUE_BOOK_2022 = "2022/法治宣传阵地与授牌（历年）.xlsx"
SUIT_BOOK_2021 = "2021/行政应诉与复议年度表（2020-2021）.xls"
SUIT_BOOK_2022 = "2022/行政应诉与复议（2022年）.xlsx"
# Number, day of opening, name, form, level, unit. The book of 2021 holds the first six, that of 2022 the others.
VENUES = (
    ("阵地001", date(2016, 12, 4), "青禾法治文化公园", "公园", "镇级", "青禾镇人民政府"),
    ("阵地002", date(2018, 5, 18), "乡贤聚议堂工作室", "工作室", "镇级", "青禾司法所"),
    ("阵地003", date(2019, 9, 20), "法治宣传栏（集镇）", "宣传栏", "镇级", "青禾司法所"),
    ("阵地004", date(2020, 6, 10), "松溪法治长廊", "长廊", "村居级", "松溪村"),
    ("阵地005", date(2021, 4, 26), "白鹤民法典小广场", "公园", "村居级", "白鹤居委会"),
    ("阵地006", date(2021, 10, 12), "石桥法治书屋", "工作室", "村居级", "石桥村"),
    ("阵地007", date(2022, 5, 30), "集镇民法典步道", "长廊", "镇级", "青禾镇人民政府"),
    ("阵地008", date(2022, 9, 28), "古泽法治长廊", "长廊", "村居级", "古泽村"),
)
# Number, day, number and name of the venue, honour, level, who awards.
AWARDS = (
    ("授牌01", date(2021, 12, 2), "阵地004", "松溪法治长廊", "示例区法治文化示范点", "区级", "示例区司法局"),
    (
        "授牌02",
        date(2022, 8, 19),
        "阵地001",
        "青禾法治文化公园",
        "市级社会主义法治文化品牌阵地（示例）",
        "市级",
        "市级主管部门（示例）",
    ),
    ("授牌03", date(2022, 12, 2), "阵地005", "白鹤民法典小广场", "示例区法治文化示范点", "区级", "示例区司法局"),
)
IN_BOOK_2021 = 6


def venue_rows() -> Rows:
    """Venues and awards, each in one of the two books."""
    venues: list[Row] = [
        {"number": number, "event_date": day, "title": title, "form": form, "level": level, "unit": unit, "area": 120}
        for number, day, title, form, level, unit in VENUES
    ]
    awards: list[Row] = [
        {
            "number": number,
            "event_date": day,
            "venue_number": venue,
            "title": title,
            "honour": honour,
            "level": level,
            "awarded_by": by,
        }
        for number, day, venue, title, honour, level, by in AWARDS
    ]
    return {
        (VENUE_BOOK_2021, "阵地一览"): venues[:IN_BOOK_2021],
        (VENUE_BOOK_2021, "荣誉一览"): awards[:1],
        (VENUE_BOOK_2022, "阵地"): venues[IN_BOOK_2021:],
        (VENUE_BOOK_2022, "授牌"): awards[1:],
    }


def suit_rows() -> Rows:
    """No suit against the town in 2021 and 2022, one in 2020; one as third party in 2022; one reconsideration a year."""
    against: Row = {
        "number": "应诉〔2020〕1号",
        "event_date": date(2020, 9, 14),
        "court_number": "（2020）示行初12号",
        "title": "请求撤销限期拆除决定",
        "claimant": "周阿桂",
        "standing": "被告",
        "court": "示例区人民法院",
        "outcome": "驳回诉讼请求",
        "closed_on": date(2020, 12, 18),
    }
    beside: Row = {
        "number": "应诉〔2022〕1号",
        "event_date": date(2022, 7, 11),
        "court_number": "（2022）示行初31号",
        "title": "请求撤销不动产登记",
        "claimant": "胡连生",
        "standing": "第三人",
        "court": "示例区人民法院",
        "unit": "规划建设和生态环境办公室",
        "head_appeared": "是",
        "outcome": "原告撤诉",
        "closed_on": date(2022, 10, 20),
        "note": "被告为区级部门，本镇为第三人",
    }
    return {
        (SUIT_BOOK_2021, "应诉"): [against],
        (SUIT_BOOK_2021, "复议"): [_reconsideration(2021, date(2021, 5, 20), "对信息公开答复不服")],
        (SUIT_BOOK_2022, "行政诉讼"): [beside],
        (SUIT_BOOK_2022, "行政复议"): [_reconsideration(2022, date(2022, 6, 8), "对行政处罚决定不服")],
    }


def _reconsideration(year: int, day: date, title: str) -> Row:
    return {
        "number": f"复议〔{year}〕1号",
        "event_date": day,
        "authority_number": f"示府复〔{year}〕18号",
        "title": title,
        "claimant": "徐香妹",
        "authority": "示例区人民政府",
        "unit": "综合行政执法队" if year == 2022 else "党政办公室",
        "answered_on": open_day(date(year, day.month, day.day + 8)),
        "outcome": "维持",
        "closed_on": open_day(date(year, day.month + 2, 1)),
    }


def meeting_rows(year: int) -> Rows:
    """The year's meetings: the justice office's monthly ones and those of the leading group."""
    rng = chance(f"meeting.{year}")
    minutes = [_minutes(rng, day) for day in draw_days(rng, date(year, 1, 6), date(year, 12, 22), 11)]
    minutes = numbered(minutes, "event_date", f"例会〔{year}〕{{}}号")
    if year == 2021:
        return {("2021/2021年司法所例会记录.xlsx", "例会"): minutes}
    meetings = numbered(_leading_meetings(rng, year), "event_date", f"法会〔{year}〕{{}}号")
    return {
        ("2022/2022年法治工作会议.xlsx", "会议"): meetings,
        ("2022/2022年司法所例会记录.xlsx", "例会"): minutes,
    }


def _minutes(rng: random.Random, day: date) -> Row:
    return {
        "event_date": day,
        "place": "司法所会议室",
        "title": f"{day.month}月司法所工作例会",
        "participants": "司法所全体、调解员代表、法律顾问",
        "persons": rng.randint(6, 14),
        "content": pick(rng, wording()["meetings"]),
        "recorder": "周静安",
    }


def _leading_meetings(rng: random.Random, year: int) -> list[Row]:
    planned = (
        (2, 16, "法治建设大会", "法治建设大会", 86),
        (3, 23, "法治建设工作领导小组会议", "领导小组会议", 22),
        (6, 29, "守法普法协调小组会议", "协调小组会议", 18),
        (8, 10, "执法协调小组会议", "协调小组会议", 16),
        (9, 14, "司法协调小组会议", "协调小组会议", 15),
        (11, 23, "法治政府建设推进例会", "工作例会", 24),
        (12, 14, "法治建设工作领导小组会议", "领导小组会议", 22),
    )
    return [
        {
            "event_date": open_day(date(year, month, day)),
            "title": title,
            "form": form,
            "chair": "陆承远",
            "attending_units": "各部门、各村居",
            "persons": persons,
            "content": pick(rng, wording()["meetings"]),
        }
        for month, day, title, form, persons in planned
    ]
