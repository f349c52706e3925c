"""The public legal service station's year: consultations and guidance, those at the two centres beside them."""

import random
from datetime import date, timedelta

from samples.chance import chance, draw_days, draw_name, draw_phone, draw_shares, pick, some
from samples.expected import cutoff, target
from samples.rows import Row, Rows, numbered
from samples.town import CENTRES, STATION, qinghe
from samples.wording import wording

CONSULTATION_2022 = ("2022/2022年公服站法律咨询登记.xlsx", "咨询")
RECEPTION_2022 = ("2022/2022年来访接待登记（公服站）.xls", "来访")
CONSULTATION_2021 = ("2021/2021年公服站法律咨询登记.xlsx", "咨询")
GUIDANCE_2022 = ("2022/2022年法律服务需求指引.xlsx", "指引")
GUIDANCE_LIST_2022 = ("2022/2022年需求指引一览（邻里中心及窗口）.xlsx", "一览")
GUIDANCE_2021 = ("2021/2021年法律服务需求指引.xlsx", "指引")
# Rows of the reception sheet (one person each); rows at the station after the cut-off; rows at the centres.
RECEPTIONS = {2021: 0, 2022: 48}
LATE = {2021: 24, 2022: 38}
CENTRE = {2021: 16, 2022: 30}
LISTED_PERSONS = {2021: 0, 2022: 44}


def consultation_rows(year: int) -> Rows:
    """The consultations of ``year``: the sum of attendances at the station by the cut-off is the year's figure."""
    rng = chance(f"consultation.{year}")
    end, last = cutoff(year), date(year, 12, 30)
    receptions = [
        _consultation(rng, day, STATION, 1) for day in draw_days(rng, date(year, 1, 5), end, RECEPTIONS[year])
    ]
    receptions += [_consultation(rng, day, STATION, 1) for day in draw_days(rng, end + timedelta(days=1), last, 9)]
    total = target(year, "legal_service.station_consultations") - RECEPTIONS[year]
    count = total * 6 // 10
    shares = draw_shares(rng, total, count, 6)
    days = draw_days(rng, date(year, 1, 5), end, count)
    rows = [_consultation(rng, day, STATION, share) for day, share in zip(days, shares, strict=True)]
    rows += [_consultation(rng, day, STATION, rng.randint(1, 3)) for day in _late_days(rng, year)]
    centre_days = draw_days(rng, date(year, 2, 8), last, CENTRE[year])
    rows += [_consultation(rng, day, pick(rng, CENTRES), rng.randint(1, 2)) for day in centre_days]
    rows = numbered(rows, "event_date", f"公服咨〔{year}〕{{}}号")
    if year == 2021:
        return {CONSULTATION_2021: rows}
    return {CONSULTATION_2022: rows, RECEPTION_2022: numbered(receptions, "event_date", "")}


def _late_days(rng: random.Random, year: int) -> list[date]:
    end = cutoff(year)
    return [end + timedelta(days=1), *draw_days(rng, end + timedelta(days=1), date(year, 12, 30), LATE[year] - 1)]


def _consultation(rng: random.Random, day: date, place: str, attendances: int) -> Row:
    topic = pick(rng, list(wording()["consultations"]))
    return {
        "event_date": day,
        "unit": "公服站" if place == STATION and rng.random() < 0.25 else place,
        "medium": rng.choices(("来访", "来电", "网络"), (7, 3, 1))[0],
        "client": some(rng, draw_name(rng), 0.35),
        "client_phone": some(rng, draw_phone(rng), 0.3),
        "client_address": pick(rng, qinghe().villages),
        "topic": topic,
        "content": pick(rng, wording()["consultations"][topic]),
        "attendances": attendances,
        "answered_by": pick(rng, ("罗致远", "周静安", "沈立言")),
        "outcome": pick(rng, wording()["answers"]),
        "来访人/性别": pick(rng, ("男", "女")),
        "来访人/年龄": rng.randint(24, 78),
    }


def guidance_rows(year: int) -> Rows:
    """The guidance of ``year``: the sum of persons at the station by the cut-off is the year's figure."""
    rng = chance(f"guidance.{year}")
    end, last = cutoff(year), date(year, 12, 30)
    listed = _guided(rng, date(year, 1, 6), end, LISTED_PERSONS[year], STATION)
    plain = _guided(
        rng, date(year, 1, 6), end, target(year, "legal_service.station_guidance") - LISTED_PERSONS[year], STATION
    )
    plain += _guided(rng, end + timedelta(days=1), last, 31, STATION)
    listed += _guided(rng, date(year, 2, 8), last, 15, CENTRES[0]) + _guided(rng, date(year, 2, 8), last, 9, CENTRES[1])
    plain = numbered(plain, "event_date", f"公服引〔{year}〕{{}}号")
    if year == 2021:
        return {GUIDANCE_2021: plain}
    return {GUIDANCE_2022: plain, GUIDANCE_LIST_2022: numbered(listed, "event_date", f"窗口引〔{year}〕{{}}号")}


def _guided(rng: random.Random, first: date, last: date, persons: int, place: str) -> list[Row]:
    """Rows from ``first`` to ``last`` in which ``persons`` persons are guided at ``place``."""
    count = persons * 3 // 4
    shares = draw_shares(rng, persons, count, 4)
    days = draw_days(rng, first, last, count)
    found: list[Row] = []
    for day, share in zip(days, shares, strict=True):
        need = pick(rng, list(wording()["guidance"]))
        found.append(
            {
                "event_date": day,
                "unit": place,
                "client": some(rng, draw_name(rng), 0.4),
                "client_phone": some(rng, draw_phone(rng), 0.3),
                "content": need,
                "guided_to": wording()["guidance"][need],
                "persons": share,
                "guided_by": pick(rng, ("周静安", "罗致远")),
            }
        )
    return found
