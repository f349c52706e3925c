"""Seeded draws: days within a period, shares of a total, invented names, telephones and identity numbers."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")
SEED = "青禾镇"

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜"
)
GIVEN = "国建明华芳丽英军平秀玉桂兰红志海文春永金宝根连福荣林生龙凤云霞燕俊佳雨顺和珍娥仙"
HOLIDAYS = (
    (date(2021, 1, 1), date(2021, 1, 3)),
    (date(2021, 2, 11), date(2021, 2, 17)),
    (date(2021, 5, 1), date(2021, 5, 5)),
    (date(2021, 10, 1), date(2021, 10, 7)),
    (date(2022, 1, 1), date(2022, 1, 3)),
    (date(2022, 1, 31), date(2022, 2, 6)),
    (date(2022, 4, 30), date(2022, 5, 4)),
    (date(2022, 10, 1), date(2022, 10, 7)),
)
# 2022 is thin in April and May, when the villages were closed off.
MONTH_WEIGHTS = {2022: (1.0, 0.8, 1.0, 0.4, 0.5, 1.0, 1.2, 1.2, 1.2, 1.1, 1.1, 1.0)}
CHECK_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def chance(subject: str) -> random.Random:
    """A generator of its own for each subject, so that a change in one register leaves the others' bytes alone."""
    return random.Random(f"{SEED}:{subject}")


def is_working(day: date) -> bool:
    """Whether an office is open on ``day``: no weekend and none of the long holidays."""
    return day.weekday() < 5 and not any(first <= day <= last for first, last in HOLIDAYS)


def open_day(day: date) -> date:
    """``day``, or the next day on which an office is open."""
    while not is_working(day):
        day += timedelta(days=1)
    return day


def last_open_day(day: date) -> date:
    """``day``, or the last day before it on which an office is open."""
    while not is_working(day):
        day -= timedelta(days=1)
    return day


def draw_days(rng: random.Random, first: date, last: date, count: int, working: bool = True) -> list[date]:
    """``count`` days from ``first`` to ``last`` in order, thicker in busy months, working days only unless said."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if working:
        days = [day for day in days if is_working(day)]
    flat = (1.0,) * 12
    weights = [MONTH_WEIGHTS.get(day.year, flat)[day.month - 1] for day in days]
    return sorted(rng.choices(days, weights, k=count))


def draw_shares(rng: random.Random, total: int, parts: int, most: int) -> list[int]:
    """``parts`` whole numbers from 1 to ``most`` whose sum is ``total``; ValueError where there are none."""
    if not parts <= total <= parts * most:
        raise ValueError(f"{total} cannot be shared among {parts}, at most {most} each")
    shares = [1] * parts
    for _ in range(total - parts):
        shares[rng.choice([n for n, share in enumerate(shares) if share < most])] += 1
    return shares


def some(rng: random.Random, value: T, share: float) -> T | None:
    """``value`` in ``share`` of the draws, else nothing: real sheets have empty cells."""
    return value if rng.random() < share else None


def draw_name(rng: random.Random) -> str:
    """An invented person's name."""
    first, second = rng.sample(GIVEN, 2)
    return rng.choice(SURNAMES) + first + second


def draw_phone(rng: random.Random) -> str:
    """An invented mobile number; all begin with 1990000."""
    return f"1990000{rng.randrange(10_000):04d}"


def draw_identity(rng: random.Random) -> str:
    """An invented identity number with a right check digit: area 310100 (no district), sequence code 000 in all of them."""
    born = date(1950, 1, 1) + timedelta(days=rng.randrange(18_000))
    body = f"310100{born:%Y%m%d}000"
    return body + check_digit(body)


def check_digit(body: str) -> str:
    """The eighteenth place of an identity number (GB 11643) for its first seventeen."""
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, CHECK_WEIGHTS, strict=True)) % 11]


def pick(rng: random.Random, values: Sequence[T]) -> T:
    """One of ``values``."""
    return values[rng.randrange(len(values))]
