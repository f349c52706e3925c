"""An invented town (示例) whose clerks import registers, and workbooks of these registers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth import get_user_model

from guiju.exchange.importing.api import Answers, Preview, carry_out, prepare
from guiju.exchange.sheets.api import Sheet, Workbook, read_workbook
from guiju.exchange.sheets.tests.made_workbooks import xlsx_of
from guiju.kernel.ledger.api import Entry
from guiju.kernel.organisation.api import Account, Acting, Person, Town, acting_for_user, plan_town
from guiju.kernel.procedure.api import Moment, apply, forget_directory, moment_for
from guiju.kernel.terms.api import legal_today

NOW = dt.datetime(2026, 3, 12, 1, 30, tzinfo=dt.UTC)
SINCE = dt.date(2001, 1, 1)
STATION, FIRST, SECOND = "远溪镇公共法律服务站", "林泉村", "石湾村"
UNITS = (
    ("gov", "远溪镇人民政府", "government", None),
    ("office", "远溪司法所", "justice_office", "gov"),
    ("station", STATION, "legal_station", "office"),
    ("v1", FIRST, "village", "gov"),
    ("v2", SECOND, "village", "gov"),
    ("v1-mc", "林泉村人民调解委员会", "mediation_committee", "gov"),
    ("mc", "远溪镇人民调解委员会", "mediation_committee", "gov"),
)
PEOPLE = (
    ("clerk", "柏青禾", "justice_clerk", "office"),
    ("village", "桑晓", "village_clerk", "v1"),
    ("leader", "路明", "leader", "gov"),
)
CONSULTATIONS = (
    "登记编号",
    "服务日期",
    "服务地点",
    "咨询方式",
    "咨询人",
    "联系电话",
    "咨询类别",
    "咨询内容",
    "人次",
    "解答人",
    "处理结果",
)
LOG = (
    "编号",
    "服务日期",
    "村居",
    "法律顾问",
    "工作类别",
    "服务对象",
    "工作内容",
    "服务方式",
    "人次",
    "相关文书编号",
    "结果",
)
MEDIATIONS = (
    "登记编号",
    "调解委员会",
    "登记日期",
    "受理日期",
    "案件来源",
    "来源编号",
    "申请人",
    "申请人证件号",
    "申请人电话",
    "被申请人",
    "被申请人证件号",
    "被申请人电话",
    "纠纷类别",
    "纠纷简要情况",
    "主办调解员",
    "协办调解员",
    "参与法律顾问",
    "权利义务告知日期",
    "调解日期",
    "调解结果",
    "协议形式",
    "协议书编号",
    "协议日期",
    "协议金额（元）",
    "履行情况",
    "履行日期",
    "终止日期",
    "归档日期",
    "卷号",
    "备注",
)


def description(code: str = "yuanxi") -> dict[str, Any]:
    """The town as its description file would say it."""
    committees = (("v1-mc", "v1", "林"), ("mc", "gov", "远"))
    return {
        "town": {"code": code, "name": "远溪镇", "note": "示例，均为虚构"},
        "units": [
            {"code": unit, "name": name, "kind": kind, "parent": parent, "since": SINCE}
            for unit, name, kind, parent in UNITS
        ],
        "people": [{"code": who, "name": name} for who, name, _, _ in PEOPLE],
        "committees": [
            {
                "unit": unit,
                "serves": serves,
                "register_prefix": f"{letter}人调",
                "agreement_prefix": f"{letter}人调协",
                "oral_prefix": f"{letter}口调",
                "terms": [{"from": SINCE}],
                "members": [],
            }
            for unit, serves, letter in committees
        ],
        "posts": [{"person": who, "role": role, "unit": unit, "since": SINCE} for who, _, role, unit in PEOPLE],
        "users": [],
    }


def found_town(code: str = "yuanxi") -> Town:
    """Found the town; clerk, village clerk and leader have accounts named like their codes."""
    plan, _ = plan_town(description(code), "system:town")
    key = apply([plan], NOW)[0].town_id
    forget_directory()
    for person in Person.objects.filter(town_id=key):
        user = get_user_model().objects.create(username=f"{code}.{person.code}")
        Account.objects.create(user=user, person=person)
    return Town.objects.get(id=key)


def acting(who: str = "clerk", code: str = "yuanxi") -> Acting:
    """One of the people of the town."""
    user = get_user_model().objects.get(username=f"{code}.{who}")
    found = acting_for_user(user.pk, legal_today(NOW))
    assert found is not None
    return found


def moment(who: str = "clerk", code: str = "yuanxi") -> Moment:
    """The moment of somebody who imports."""
    return moment_for(acting(who, code), NOW, medium="sheet")


def book(headings: Sequence[str], rows: Iterable[Sequence[Any]], name: str = "台账.xlsx", above: str = "") -> Workbook:
    """A workbook with one sheet, read back from its bytes; `above` is a line over the heading."""
    first = [(above,)] if above else []
    return read_workbook(xlsx_of([*first, headings, *rows]), name)


def books_in_one(*books: Workbook) -> Workbook:
    """The sheets of several workbooks as one."""
    sheets = [Sheet(f"表{at}", found.sheets[0].rows) for at, found in enumerate(books, 1)]
    return Workbook("多张表.xlsx", tuple(sheets))


def consultation(
    number: str = "远1", day: Any = dt.date(2026, 3, 2), unit: str = STATION, **others: Any
) -> tuple[Any, ...]:
    """A row of the consultation register."""
    told = {"咨询人": "安有容", "联系电话": "13800000001", "咨询内容": "问借条怎么写", "人次": 1, **others}
    told |= {"登记编号": number, "服务日期": day, "服务地点": unit}
    return tuple(told.get(heading, "") for heading in CONSULTATIONS)


def log_row(
    number: str,
    kind: str,
    related: str = "",
    day: Any = dt.date(2026, 3, 3),
    adviser: str = "方正言",
    unit: str = FIRST,
) -> tuple[Any, ...]:
    """A row of an adviser's log."""
    told = {
        "编号": number,
        "服务日期": day,
        "村居": unit,
        "法律顾问": adviser,
        "工作类别": kind,
        "相关文书编号": related,
    }
    return tuple(told.get(heading, "") for heading in LOG)


def mediation(number: str = "林人调〔2026〕1号", **others: Any) -> tuple[Any, ...]:
    """A row of the mediation register that ended without agreement."""
    told = {
        "调解委员会": "林泉村人民调解委员会",
        "受理日期": dt.date(2026, 2, 2),
        "申请人": "安有容",
        "被申请人": "成大山",
    }
    told |= {"纠纷类别": "邻里", "调解结果": "调解中", "登记编号": number, **others}
    return tuple(told.get(heading, "") for heading in MEDIATIONS)


def imported(workbook: Workbook, who: str = "clerk", answers: dict[str, str] | None = None) -> Preview:
    """Preview a workbook and press the button; returns the preview."""
    preview = prepare(workbook, moment(who), answers=Answers(answers or {}))
    carry_out(preview)
    return preview


def entries() -> int:
    """How many entries there are."""
    return Entry.objects.count()
