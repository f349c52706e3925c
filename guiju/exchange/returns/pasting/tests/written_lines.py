"""Invented lines as people write them (虚构), each with what it truly says."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from decimal import Decimal

from guiju.exchange.returns.pasting.api import Around

PASTED = dt.date(2026, 4, 2)
AROUND = Around(dt.date(2026, 3, 1), dt.date(2026, 3, 31), PASTED)
SURNAMES = "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹曾彭"
GIVEN = "国建明华芳丽英军秀玉桂兰红志海文春永金宝根连福荣林生龙凤云霞燕俊佳雨顺珍平和"
KINDS = {
    "neighbour": ("楼上漏水", "半夜太吵", "邻里纠纷", "公共通道堆东西", "鸡跑到菜地", "围墙高了"),
    "family": ("闹离婚", "彩礼退不退", "老人赡养", "婚姻家庭纠纷", "分家"),
    "labour": ("拖着工资不给", "欠薪", "劳动争议纠纷", "工伤"),
    "housing_plot": ("宅基地边界", "翻建房子挡光"),
    "traffic": ("电瓶车刮擦", "交通事故"),
    "contract": ("租房押金", "合同纠纷", "装修没做好"),
    "property_management": ("物业费", "物业纠纷"),
}
GREETINGS = (
    "大家好",
    "收到",
    "各位领导辛苦了🙏",
    "本月情况如下：",
    "报一下我们村的",
    "王主任 10:32",
    "谢谢[握手]",
    "👌👌",
    "好的，马上报",
)
PLACES = ("", "", "在村口", "在菜场", "在家门口")


@dataclass(frozen=True)
class Truth:
    """What an event says."""

    day: dt.date
    people: tuple[str, str]
    kind: str
    amount: Decimal | None


@dataclass(frozen=True)
class Written:
    """A line and its events; greetings have none."""

    text: str
    events: tuple[Truth, ...]


def _name(rng: random.Random) -> str:
    return rng.choice(SURNAMES) + "".join(rng.choice(GIVEN) for _ in range(rng.choice((1, 2, 2))))


def _chinese(value: int) -> str:
    digits = "零一二三四五六七八九"
    if value == 20000:
        return "两万"
    thousands, hundreds = divmod(value // 100, 10)
    high = ("两" if thousands == 2 else digits[thousands]) + "千"
    return high + (digits[hundreds] if hundreds else "")


def _amount(rng: random.Random) -> tuple[str, Decimal | None]:
    value = rng.choice((500, 800, 1200, 2000, 3200, 4500, 6000, 20000))
    told = Decimal(value)
    forms = [
        f"赔了{value}元",
        f"赔{value}块",
        f"补偿{value}元",
        f"当场付清{value}元",
        f"赔{value}",
        f"要求赔{value * 2}元，最后给了{value}元",
        f"赔了{value}多",
    ]
    if value >= 1000:
        forms += [f"赔{_chinese(value)}", f"付了{_chinese(value)}块钱"]
    if value == 20000:
        forms += ["赔了2万", "付2w", "一次性补偿2万元"]
    if value == 3200:
        forms += ["赔了3千2"]
    if value == 1200:
        forms += ["赔1,200元", "赔了一千二左右"]
    return rng.choice(forms), told


def _day(rng: random.Random) -> tuple[str, dt.date]:
    way = rng.random()
    if way < 0.12:
        back = rng.choice((("昨天", 1), ("前天", 2), ("大前天", 3)))
        return back[0], PASTED - dt.timedelta(days=back[1])
    if way < 0.2:
        at = rng.randrange(7)
        monday = PASTED - dt.timedelta(days=PASTED.weekday() + 7)
        return f"上周{'一二三四五六日'[at]}", monday + dt.timedelta(days=at)
    day = dt.date(2026, 3, rng.randrange(1, 32))
    forms = [
        f"3月{day.day}日",
        f"3月{day.day}号",
        f"3.{day.day}",
        f"2026年3月{day.day}日",
        f"2026-3-{day.day}",
        f"{day.day}号",
        f"3/{day.day}",
    ]
    if day.day <= 10:
        forms.append(f"三月{'一二三四五六七八九十'[day.day - 1]}日")
    return rng.choice(forms), day


def _event(rng: random.Random, day: tuple[str, dt.date] | None = None) -> tuple[str, Truth]:
    words, on = _day(rng) if day is None else ("", day[1])
    one, two = _name(rng), _name(rng)
    kind = rng.choice(sorted(KINDS))
    why = rng.choice(KINDS[kind])
    joint = rng.choice("和与跟同")
    place = rng.choice(PLACES)
    money, amount = _amount(rng) if rng.random() < 0.6 else ("", None)
    ending = rng.choice(("，已调好", "，双方握手言和", "，调解成功", "，口头达成一致", ""))
    shapes = (
        f"{words}{' ' if words else ''}{one}{joint}{two}因{why}{place}吵起来{ending}",
        f"{words}，{one}{joint}{two}为{why}的事{ending}" if words else f"{one}{joint}{two}为{why}的事{ending}",
        f"{words}调解{one}{joint}{two}{why}一事{ending}",
        f"{words} 村民{one}{joint}{two}之间{why}{ending}",
        f"{words}{one}{joint}{two}，{why}{ending}",
    )
    return rng.choice(shapes) + (f"，{money}" if money else ""), Truth(on, (one, two), kind, amount)


def written_lines(count: int = 500, seed: str = "paste") -> list[Written]:
    """So many lines, the same each time."""
    rng = random.Random(seed)
    found = []
    for _ in range(count):
        way = rng.random()
        if way < 0.12:
            found.append(Written(rng.choice(GREETINGS), ()))
        elif way < 0.24:
            day = _day(rng)
            first, second = _event(rng, day), _event(rng, day)
            found.append(Written(f"{day[0]}：{first[0]}；{second[0]}。", (first[1], second[1])))
        elif way < 0.32:
            events = [_event(rng) for _ in range(2)]
            text = "".join(f"{n}、{told[0]}。" for n, told in enumerate(events, 1))
            found.append(Written(text, tuple(told[1] for told in events)))
        else:
            text, truth = _event(rng)
            found.append(Written(text + rng.choice(("", "。", "👍", "[抱拳]", "！")), (truth,)))
    return found
