"""How a penalty case of the ordinary procedure goes: each plot fills the dated columns of its row."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from samples.chance import is_working, open_day
from samples.penalty_team import FIRM, draw_party, holders
from samples.rows import Row, day_of

ADDRESS = "https://example.invalid/xzcf/{}"


def after(day: date, working_days: int) -> date:
    """The day so many working days later."""
    while working_days:
        day += timedelta(days=1)
        working_days -= is_working(day)
    return day


def investigated(row: Row, rng: random.Random) -> None:
    """Filing, inspection, questioning, conclusion."""
    filed = after(day_of(row, "found_on"), 1)
    concluded = after(filed, rng.randint(7, 10))
    row |= {
        "filed_on": filed,
        "approver": holders("leader")[1],
        "inspected_on": filed,
        "certificate_shown": "是",
        "inspection_code": None if row["party_kind"] != FIRM else f"双随机〔{filed.year}〕{rng.randint(1, 9)}号",
        "questioned_on": after(filed, 2),
        "concluded_on": concluded,
        "manner": "直接送达",
        "occurred_on": row["found_on"],
    }


def told(row: Row, rng: random.Random) -> None:
    """Notice; the party gives up its say in writing, or says something that is looked into. Then the file is checked."""
    notified = after(day_of(row, "concluded_on"), 1)
    row["notified_on"] = notified
    if rng.random() < 0.5:
        row["waived_on"] = after(notified, 1)
    else:
        row |= {"defence_on": after(notified, 2), "adopted": rng.choice(("不采纳", "部分采纳"))}
    row |= {"checked_on": after(notified, 7), "checker": holders("legal_officer")[0]}


def decided(row: Row, rng: random.Random, last: date | None = None) -> None:
    """Decision, service, publication within three working days."""
    on = after(last or day_of(row, "checked_on"), 1)
    row |= {
        "decided_on": on,
        "decider": holders("organ_head")[0],
        "result": "给予处罚",
        "kinds": "罚款",
        "served_on": after(on, 1),
        "published_on": after(on, rng.randint(2, 3)),
    }


def paid(row: Row, rng: random.Random) -> None:
    """The fine is paid in its time and the case closed and archived."""
    on = open_day(day_of(row, "served_on") + timedelta(days=rng.randint(3, 12)))
    row |= {"paid_on": on, "paid": row["fine"]}
    closed(row, max(on, day_of(row, "published_on")))


def closed(row: Row, last: date) -> None:
    """Closing some days after the last event, then the archive."""
    on = after(last, 2)
    row |= {"closed_on": on, "archived_on": after(on, 10), "keeping_term": "30年"}


def plain(row: Row, rng: random.Random) -> None:
    """The usual case."""
    investigated(row, rng)
    told(row, rng)
    decided(row, rng)
    paid(row, rng)


def published_late(row: Row, rng: random.Random) -> None:
    """The planted one: public only after fifteen working days."""
    plain(row, rng)
    row["published_on"] = after(day_of(row, "decided_on"), 15)
    closed(row, max(day_of(row, "paid_on"), day_of(row, "published_on")))


def heard(row: Row, rng: random.Random) -> None:
    """A firm asks for a hearing; review and discussion follow."""
    row |= {**draw_party(rng, FIRM), "item": "违规处置建筑垃圾", "fine": 60000, "complex": "是"}
    investigated(row, rng)
    notified = after(day_of(row, "concluded_on"), 1)
    announced = after(notified, 4)
    held = after(announced, 10)
    row |= {
        "notified_on": notified,
        "hearing_told": "是",
        "hearing_asked_on": after(notified, 3),
        "hearing_announced_on": announced,
        "hearing_held_on": held,
        "host": holders("justice_head")[0],
        "checked_on": after(held, 1),
        "checker": holders("legal_officer")[0],
    }
    reviewed(row, rng)


def reviewed(row: Row, rng: random.Random) -> None:
    """A complex case: legal review and collective discussion before the decision."""
    if not row.get("checked_on"):
        investigated(row, rng)
        told(row, rng)
    passed = after(day_of(row, "checked_on"), 2)
    row |= {
        "complex": "是",
        "reviewed_on": passed,
        "reviewer": holders("legal_reviewer")[0],
        "discussed_on": after(passed, 2),
        "members": "、".join((*holders("organ_head"), holders("leader")[1])),
    }
    decided(row, rng, day_of(row, "discussed_on"))
    paid(row, rng)


def _forgiven(ground: str) -> Callable[[Row, random.Random], None]:
    def forgiven(row: Row, rng: random.Random) -> None:
        investigated(row, rng)
        concluded = day_of(row, "concluded_on")
        on = after(concluded, 3)
        row |= {
            "ordered_on": row["inspected_on"],
            "rechecked_on": after(day_of(row, "filed_on"), 4),
            "fine": None,
            "checked_on": after(concluded, 1),
            "checker": holders("legal_officer")[0],
            "decided_on": on,
            "decider": holders("organ_head")[0],
            "result": "不予处罚",
            "ground": ground,
            "educated": "是",
            "served_on": after(on, 1),
        }
        closed(row, after(on, 1))

    return forgiven


minor = _forgiven("轻微不罚")
first_time = _forgiven("初次违法")


def _dropped(result: str) -> Callable[[Row, random.Random], None]:
    def dropped(row: Row, rng: random.Random) -> None:
        investigated(row, rng)
        row |= {"fine": None, "manner": None, "result": result}
        closed(row, after(day_of(row, "concluded_on"), 3))

    return dropped


withdrawn = _dropped("撤销立案")
terminated = _dropped("终止办理")


def transferred(row: Row, rng: random.Random) -> None:
    """To another organ, which answers."""
    investigated(row, rng)
    crime = rng.random() < 0.5
    on = after(day_of(row, "concluded_on"), 1)
    row |= {
        "fine": None,
        "manner": None,
        "result": "移送",
        "transferred_on": on,
        "receiver": "青禾派出所" if crime else "示例区生态环境局",
        "crime": "是" if crime else None,
        "receipt_on": after(on, 3),
        "receipt": f"示例回执〔{on.year}〕{rng.randint(10, 99)}号",
    }


def instalments(row: Row, rng: random.Random) -> None:
    """Payment in three parts, the last two months after the first."""
    investigated(row, rng)
    told(row, rng)
    decided(row, rng)
    served = day_of(row, "served_on")
    first = open_day(served + timedelta(days=14))
    row |= {"deferred_on": after(served, 4), "instalments": 3, "first_due": first, "paid": row["fine"]}
    row["paid_on"] = open_day(first + timedelta(days=56))
    closed(row, day_of(row, "paid_on"))


def revoked(row: Row, rng: random.Random) -> None:
    """Revoked after a reconsideration: what was public is taken down."""
    plain(row, rng)
    on = after(day_of(row, "paid_on"), 15)
    row |= {"revoked_on": on, "revocation": "复议撤销", "taken_down_on": after(on, 1)}
    closed(row, after(on, 3))


def enforced(row: Row, rng: random.Random) -> None:
    """Never paid: urged when the time for remedies is over, then the court; paid with the late fee."""
    investigated(row, rng)
    told(row, rng)
    decided(row, rng)
    urged = open_day(day_of(row, "served_on") + timedelta(days=190))
    applied = after(urged, 14)
    row |= {"urged_on": urged, "court_applied_on": applied, "court": "示例区人民法院", "court_result": "已执行"}
    row |= {"late": row["fine"], "paid": int(str(row["fine"])) * 2, "paid_on": after(applied, 30)}
    row["ruled_on"] = after(day_of(row, "paid_on"), 2)
    closed(row, day_of(row, "ruled_on"))


def announced(row: Row, rng: random.Random) -> None:
    """The party cannot be found: served by public notice of sixty days."""
    investigated(row, rng)
    told(row, rng)
    decided(row, rng)
    on = after(day_of(row, "decided_on"), 3)
    row |= {"manner": "公告送达", "announced_on": on, "served_on": open_day(on + timedelta(days=61))}
    paid(row, rng)
