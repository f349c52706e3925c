"""The villages' legal advisers: their logs, the opinions they give, the mediations they take part in."""

import random
from collections.abc import Iterable
from datetime import date, timedelta

from samples.chance import chance, draw_days, draw_name, draw_shares, is_working, pick, some
from samples.expected import cutoff, target
from samples.mediation import OWN_BOOK_2022
from samples.rows import Row, Rows, day_of
from samples.synonyms import written
from samples.town import TOWN_COMMITTEE, qinghe
from samples.wording import wording

ANSWER, OPINION, RECEPTION = "法律咨询解答", "法律意见", "接待"
MEDIATION, AID, LECTURE = "人民调解", "法律援助协助", "法治讲座"
TOWN_ADVISER = "罗致远"
ASSESSED = {
    "望月居委会": ("2022/2022年顾问服务记录（望月居委会）.xlsx", "Sheet1"),
    "云栖居委会": ("2022/2022年顾问服务记录（云栖居委会）.xls", "Sheet1"),
}
ASSESSMENT_KIND = {ANSWER: "现场咨询", OPINION: "法律意见建议", RECEPTION: "接待来访", AID: "代理法律援助"}
# Kind: rows after the cut-off in 2021 and 2022.
LATE = {ANSWER: (26, 34), RECEPTION: (5, 6), AID: (0, 1), LECTURE: (2, 3)}
LECTURES = {2021: 9, 2022: 14}
ANSWERED_ONE_BY_ONE = {2021: 0, 2022: 42}
OPINIONS_IN_LOG = {2021: (0, 0), 2022: (6, 2)}
LATE_OPINIONS = {2021: 3, 2022: 4}
# Mediations with an adviser by the cut-off: only in the mediation sheet, in both, only in the log; in the log after it.
JOINED = {2021: (6, 3, 8, 2), 2022: (6, 4, 11, 3)}


def adviser_rows(year: int, mediations: list[Row]) -> Rows:
    """The logs and opinion registers of ``year``; writes the advisers into the mediation sheet as well."""
    rng = chance(f"adviser.{year}")
    logs = _answers(rng, year)
    logs += _plain_kind(rng, year, RECEPTION, target(year, "legal_service.adviser_receptions"))
    logs += _plain_kind(rng, year, AID, target(year, "legal_service.aid_assisted"))
    logs += _plain_kind(rng, year, LECTURE, LECTURES[year])
    logs += joined_mediations(rng, year, mediations)
    opinions, in_log = _opinions(rng, year)
    return {**_shared_out(year, logs + in_log), **_opinion_books(year, opinions)}


def _log(rng: random.Random, day: date, kind: str, village: str) -> Row:
    topic = pick(rng, list(wording()["consultations"]))
    return {
        "event_date": day,
        "unit": village,
        "adviser": qinghe().advisers[village],
        "kind": written(rng, "adviser.kind", kind),
        "类别": ASSESSMENT_KIND.get(kind, kind),
        "client": some(rng, draw_name(rng), 0.5),
        "content": pick(rng, wording()["consultations"][topic]),
        "medium": rng.choices(("现场", "电话", "微信群"), (6, 3, 2))[0],
        "attendances": 1,
        "outcome": pick(rng, wording()["answers"]),
    }


def _logged_villages(year: int) -> list[str]:
    """The villages that keep a log: in 2022 the sixth adviser keeps one in two of his four villages only."""
    last = qinghe().advisers[qinghe().villages[-1]]
    return [
        village
        for village in qinghe().villages
        if year == 2021 or village in ASSESSED or qinghe().advisers[village] != last
    ]


def _answers(rng: random.Random, year: int) -> list[Row]:
    """Answers: rows of one or more attendances in the plain logs, of one each in the assessed ones."""
    end, single = cutoff(year), ANSWERED_ONE_BY_ONE[year]
    total = target(year, "legal_service.adviser_answers") - single
    count = total * 3 // 5
    plain = [village for village in _logged_villages(year) if village not in ASSESSED or year == 2021]
    rows = [_log(rng, day, ANSWER, pick(rng, plain)) for day in draw_days(rng, date(year, 1, 5), end, count)]
    for row, share in zip(rows, draw_shares(rng, total, count, 6), strict=True):
        row["attendances"] = share
    assessed = draw_days(rng, date(year, 1, 5), end, single)
    rows += [_log(rng, day, ANSWER, village) for day, village in zip(assessed, list(ASSESSED) * 40, strict=False)]
    return rows + _late(rng, year, ANSWER)


def _plain_kind(rng: random.Random, year: int, kind: str, count: int) -> list[Row]:
    days = draw_days(rng, date(year, 1, 10), cutoff(year), count)
    rows = [_log(rng, day, kind, pick(rng, _logged_villages(year))) for day in days]
    for row in rows:
        if kind == LECTURE:
            row.update(content=pick(rng, wording()["lectures"]), outcome="已开展", client="村居民", medium="现场")
        elif kind == AID:
            row.update(content="协助准备法律援助申请材料", outcome="已递交区法律援助中心")
    return rows + _late(rng, year, kind)


def _late(rng: random.Random, year: int, kind: str) -> list[Row]:
    """Rows after the cut-off, which must not count."""
    first = cutoff(year) + timedelta(days=1)
    days = draw_days(rng, first, date(year, 12, 28), LATE[kind][year - 2021])
    rows = [_log(rng, day, kind, pick(rng, _logged_villages(year))) for day in days]
    for row in rows:
        if kind == LECTURE:
            row.update(content=pick(rng, wording()["lectures"]), outcome="已开展", client="村居民")
    return rows


def joined_mediations(rng: random.Random, year: int, mediations: list[Row]) -> list[Row]:
    """Chooses the mediations with an adviser; the log rows that name them. The same pair may be named twice."""
    only_sheet, both, only_log, late = JOINED[year]
    end = cutoff(year)
    fit = [row for row in mediations if row["settled"] and village_of(row) in _logged_villages(year)]
    early = [row for row in fit if day_of(row, "agreed_on") <= end]
    in_sheet = rng.sample([row for row in early if row["committee"] in OWN_BOOK_2022], only_sheet + both)
    rest = [row for row in early if row not in in_sheet]
    assessed = [row for row in rest if village_of(row) in ASSESSED and year == 2022][:2]
    others = [row for row in rest if row not in assessed and (year == 2021 or village_of(row) not in ASSESSED)]
    in_log = in_sheet[only_sheet:] + assessed + rng.sample(others, only_log - len(assessed))
    in_log += rng.sample([row for row in fit if day_of(row, "accepted_on") > end], late)
    for row in in_sheet:
        row["legal_adviser"] = adviser_of(row)
    visits = [_joined(rng, row) for row in in_log]
    return [*visits, _joined(rng, in_log[0])]


def village_of(mediation: Row) -> str:
    """The village whose adviser is asked; the town's own committee asks the station's adviser, in his first village."""
    committee = qinghe().committees[str(mediation["committee"])]
    return committee.village or next(village for village, name in qinghe().advisers.items() if name == TOWN_ADVISER)


def adviser_of(mediation: Row) -> str:
    """The adviser who takes part in ``mediation``."""
    return TOWN_ADVISER if mediation["committee"] == TOWN_COMMITTEE else qinghe().advisers[village_of(mediation)]


def _joined(rng: random.Random, mediation: Row) -> Row:
    accepted, agreed = day_of(mediation, "accepted_on"), day_of(mediation, "agreed_on")
    days = [accepted + timedelta(days=n) for n in range((agreed - accepted).days + 1)]
    day = pick(rng, [day for day in days if is_working(day)])
    row = _log(rng, day, MEDIATION, village_of(mediation))
    row.update(
        content=f"参与调解：{mediation['facts']}",
        related_number=mediation["number"],
        client="双方当事人",
        medium="现场",
        outcome="协助达成协议",
    )
    return row


def _opinions(rng: random.Random, year: int) -> tuple[list[Row], list[Row]]:
    """The opinions: rows of the register, and log rows that stand for an opinion not in the register."""
    end = cutoff(year)
    in_log, late_in_log = OPINIONS_IN_LOG[year]
    days = draw_days(rng, date(year, 1, 12), end, target(year, "legal_service.opinions"))
    days += draw_days(rng, end + timedelta(days=1), date(year, 12, 26), LATE_OPINIONS[year] + late_in_log)
    early = target(year, "legal_service.opinions")
    logged = {*rng.sample(range(early), in_log), *rng.sample(range(early, len(days)), late_in_log)}
    register, log = [], []
    for count, day in enumerate(days):
        village = pick(rng, _logged_villages(year))
        topic = pick(rng, list(wording()["opinions"]))
        title = f"关于{village}{pick(rng, wording()['opinions'][topic])}的法律意见"
        number = f"青法意〔{year}〕{count + 1}号"
        if count in logged:
            row = _log(rng, day, OPINION, village)
            row.update(content=title, related_number=number, client=village, outcome="已出具", medium="书面")
            log.append(row)
            continue
        register.append(_opinion(rng, day, village, topic, title, number))
    return register, log


def _opinion(rng: random.Random, day: date, village: str, topic: str, title: str, number: str) -> Row:
    return {
        "number": number,
        "event_date": day,
        "unit": village,
        "adviser": qinghe().advisers[village],
        "title": title,
        "topic": topic,
        "content": pick(rng, wording()["opinion_contents"]),
        "adopted": pick(rng, ("已采纳", "已采纳", "部分采纳", None)),
        "received_on": day,
    }


def _opinion_books(year: int, opinions: list[Row]) -> Rows:
    if year == 2021:
        return {("2021/2021年法律意见书收文登记.xlsx", "收文"): opinions}
    path = "2022/2022年法律意见书登记.xlsx"
    half = len(opinions) * 2 // 3
    return {(path, "意见书登记"): opinions[:half], (path, "收文登记"): opinions[half:]}


def _shared_out(year: int, logs: Iterable[Row]) -> Rows:
    """The log rows by workbook, numbered in each adviser's own series where the layout has a number."""
    found: Rows = {}
    for row in sorted(logs, key=lambda row: (day_of(row, "event_date"), str(row["unit"]), str(row["content"]))):
        found.setdefault(_log_book(year, row), []).append(row)
    counts: dict[str, int] = {}
    for place, rows in found.items():
        for row in rows if place not in ASSESSED.values() else ():
            series = f"{str(row['adviser'])[0]}顾志"
            counts[series] = counts.get(series, 0) + 1
            row["number"] = f"{series}〔{year}〕{counts[series]}号"
    return found


def _log_book(year: int, row: Row) -> tuple[str, str]:
    if year == 2021:
        return ("2021/2021年居村法律顾问日志.xlsx", "日志")
    if row["unit"] in ASSESSED:
        return ASSESSED[str(row["unit"])]
    suffix = "xls" if row["adviser"] == "宋书桐" else "xlsx"
    return (f"2022/2022年居村法律顾问日志（{row['adviser']}）.{suffix}", "日志")
