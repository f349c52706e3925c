"""What the columns of a sheet that nobody knows could be: guessed from the words of the heading and from the cells.

A guess fills in a form that a person reads; nothing is imported by it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .amounts import read_integer, read_money
from .body import apply_mapping
from .dates import read_date
from .headings import Head, Heading, normalise
from .refused import refusal_of
from .results import Parsed
from .workbook import Raw, Sheet, is_blank, shown

TEXT, LEFT_OUT = "text", "left_out"
LOOKED_AT, SHOWN, LONG = 50, 3, 30

_PERSONAL = re.compile(
    r"姓名|名字|身份证|证件号|证号码|电话|手机|联系方式|住址|住所|地址|家庭|户主|当事人|申请人|被申请人|受助|领取人|领用人|签收人"
    r"|联系人|来访人|投诉人|举报人|服务对象|救助对象|慰问对象|名单|性别|出生|年龄"
    r"|(?:企业|公司|商户|店铺|经营)负责人|法定代表人|法人代表|经营者|业主(?!委|大会|数)|房东|承租人|租客|监护人|家属(?!数)"
)
_TELLING = re.compile(r"内容|情况|事由|经过|诉求|意见|原因|详情|摘要|结果")
_COUNT = re.compile(r"人数|人次")
_DATE = re.compile(r"日期|时间|年月日")
_AMOUNT = re.compile(r"金额|费用|经费|资金|款额|总价|合价")
_NUMBER = re.compile(r"编号|文号|字号|单号")
_UNIT = re.compile(r"^(?:所属|填报|责任|主办|承办|报送)?(?:村居|居村|村名|社区|单位|部门|科室|村\(居\)|村)(?:名称)?$")
_NOTE = re.compile(r"备注|附注")
_TITLE = re.compile(r"名称|项目|主题|标题|事项|活动|品名")


@dataclass(frozen=True)
class Suggested:
    """One heading with the kind of column it seems to be, its first cells, and why it is refused by principle."""

    heading: Heading
    field: str
    private: bool
    samples: tuple[str, ...]
    refused: str = ""


def may_name_persons(heading: str) -> bool:
    """Whether a heading asks for what concerns a natural person: name, telephone, number of a paper, address."""
    key = normalise(heading)
    return bool(_PERSONAL.search(key)) and not _COUNT.search(key)


def suggest_columns(sheet: Sheet, head: Head, is_unit: Callable[[str], bool]) -> tuple[Suggested, ...]:
    """A guess for every column of the sheet; each typed kind is given once, to the first column that looks like it.

    `is_unit` tells whether a text is the name of one of the town's units.
    """
    headings = [heading for heading in head.headings if not heading.is_ours]
    body = apply_mapping(sheet, head, {str(heading.column): heading.column for heading in headings})
    given: set[str] = set()
    found = []
    for heading in headings:
        cells = [raw for raw in body.columns[str(heading.column)] if not is_blank(raw)][:LOOKED_AT]
        refused = refusal_of(heading.text) or ""
        field = LEFT_OUT if refused or heading.is_serial else _field(heading, cells, is_unit)
        if field in given:
            field = TEXT
        if field not in (TEXT, LEFT_OUT):
            given.add(field)
        private = field == "note" or (field == TEXT and _private(heading, cells))
        samples = () if refused else tuple(shown(raw)[:LONG] for raw in cells[:SHOWN])
        found.append(Suggested(heading, field, private, samples, refused))
    return tuple(found)


def _field(heading: Heading, cells: Sequence[Raw], is_unit: Callable[[str], bool]) -> str:
    text, key = heading.text, normalise(heading.path[-1])
    if may_name_persons(text):
        return TEXT
    if _COUNT.search(key) and _mostly(cells, lambda raw: isinstance(read_integer(raw), Parsed)):
        return "persons"
    if _DATE.search(key) and _mostly(cells, lambda raw: isinstance(read_date(raw), Parsed)):
        return "event_date"
    if cells and _mostly(cells, lambda raw: isinstance(raw, dt.date)):
        return "event_date"
    if _AMOUNT.search(key) and _mostly(cells, lambda raw: isinstance(read_money(raw), Parsed)):
        return "amount"
    if _UNIT.search(key) and cells and _mostly(cells, lambda raw: is_unit(shown(raw))):
        return "unit"
    for pattern, field in ((_NUMBER, "number"), (_NOTE, "note"), (_TITLE, "title")):
        if pattern.search(key):
            return field
    return TEXT


def _mostly(cells: Sequence[Raw], test: Callable[[Raw], bool]) -> bool:
    """At least half of the cells; an empty column speaks by its heading alone."""
    return 2 * sum(test(raw) for raw in cells) >= len(cells)


def _private(heading: Heading, cells: Sequence[Raw]) -> bool:
    """What may name people, and long texts, in which people are named."""
    if may_name_persons(heading.text) or _TELLING.search(normalise(heading.text)):
        return True
    return bool(cells) and _mostly(cells, lambda raw: len(shown(raw)) > LONG)
