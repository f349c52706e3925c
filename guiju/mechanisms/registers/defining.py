"""Making a register out of a heading: who may, what a column can be, and the plan that puts it on record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from guiju.exchange.sheets.api import may_name_persons, refusal_of
from guiju.kernel.ledger.api import Change, NewKey, Plan
from guiju.kernel.mechanism.api import CannotDefine, ColumnWish, RegisterWish, registers
from guiju.kernel.organisation.api import ROLES, Acting
from guiju.kernel.procedure.api import Moment
from guiju.mechanisms.registers.definitions import definitions_of
from guiju.mechanisms.registers.models import ColumnField, DefinedColumn, RegisterDefinition

# The posts that answer for the town's registers and may correct them. The system administrator sees no business
# content, and whoever makes a register has the filled sheet before them.
DEFINERS = ("justice_clerk", "justice_head")
LONGEST_NAME, LONGEST_HEADING, MOST_COLUMNS = 30, 100, 60
REPEATED = (ColumnField.TEXT, ColumnField.LEFT_OUT)


def may_define(acting: Acting) -> bool:
    """Whether somebody's posts make registers."""
    return acting.holds(DEFINERS)


def check_post(acting: Acting, what: str) -> None:
    """Raise CannotDefine for posts that do not make or end registers."""
    if not may_define(acting):
        posts = "、".join(ROLES[role].label for role in DEFINERS)
        raise CannotDefine(f"自定义台账由{posts}{what}，您的岗位不能{what}。请交给他们办。")


def define(wish: RegisterWish, moment: Moment) -> tuple[Plan, str]:
    """The plan of a wished register, and its id. Raises CannotDefine. Two statements."""
    known = definitions_of(moment.town_id)
    labels = {register.label for register in registers()} | {definition.name for definition in known}
    return plan_definition(wish, moment, {definition.code for definition in known}, labels)


def plan_definition(
    wish: RegisterWish, moment: Moment, codes: Collection[str], names: Collection[str]
) -> tuple[Plan, str]:
    """Put a register on record: its definition and its columns as one entry; also the id of the register.

    Pure. `codes` and `names` are taken in this town. Raises CannotDefine: 个人信息保护法第6条 keeps columns out that
    no purpose needs, and what may name people is sealed.
    """
    acting = moment.acting
    check_post(acting, "设立")
    name = wish.name.strip()
    _check_name(name, names)
    if wish.unit_id is not None and wish.unit_id not in moment.directory.unit_names:
        raise CannotDefine("没有这个单位。请从单位名册里选。")
    _check_columns(wish)
    code = next(f"r{n}" for n in range(1, len(codes) + 2) if f"r{n}" not in codes)
    definition = NewKey()
    row = {"code": code, "name": name, "unit_id": wish.unit_id, "since": moment.today}
    changes = [Change(RegisterDefinition, definition, "add", {"town_id": moment.town_id, **row})]
    for ordinal, column in enumerate(wish.columns, start=1):
        if refusal_of(column.heading) is None:
            values = {"town_id": moment.town_id, "definition_id": definition, "ordinal": ordinal}
            changes.append(Change(DefinedColumn, NewKey(), "add", values | _column(column)))
    reason = f"设立自定义台账“{name}”"
    plan = Plan(moment.town_id, "register", acting.actor, acting.actor, changes=changes, reason=reason)
    return plan, f"registers.{code}"


def _column(column: ColumnWish) -> dict[str, object]:
    field = ColumnField(column.field)
    private = field is ColumnField.NOTE or (field is ColumnField.TEXT and column.private)
    return {"heading": column.heading, "field": field.value, "private": private}


def _check_name(name: str, names: Collection[str]) -> None:
    if not name:
        raise CannotDefine("还没有填台账的名称。")
    if len(name) > LONGEST_NAME:
        raise CannotDefine(f"台账名称有{len(name)}字，最多{LONGEST_NAME}字。请写短一些。")
    if set(name) & set("{}〔〕"):
        raise CannotDefine("台账名称里不能有花括号和六角括号，编号要用它们。请换一个写法。")
    if name in names:
        raise CannotDefine(f"已经有一本叫“{name}”的台账。请换一个名称，或者把这张表逐列对应到那一本。")


def _check_columns(wish: RegisterWish) -> None:
    fields = []
    for column in wish.columns:
        if column.field not in ColumnField:
            raise CannotDefine(f"“{column.heading}”选的类型“{column.field}”不认识。请从列表里选。")
        fields.append(ColumnField(column.field))
        if fields[-1] is not ColumnField.LEFT_OUT:
            _check_column(column, fields[-1])
    _check_together(wish, fields)


def _check_column(column: ColumnWish, field: ColumnField) -> None:
    reason = refusal_of(column.heading)
    if reason is not None:
        raise CannotDefine(f"“{column.heading}”不能做成台账的一列：{reason}请选“不收”。")
    if len(column.heading) > LONGEST_HEADING:
        raise CannotDefine(f"表头“{column.heading[:20]}…”太长，最多{LONGEST_HEADING}字。请在表里改短。")
    if column.private and field not in (ColumnField.TEXT, ColumnField.NOTE):
        raise CannotDefine(
            f"“{column.heading}”作为{field.label}会显示在列表里，不能放个人信息。请改选“其他文字”并勾选“含个人信息”。"
        )
    sealed = column.private or field is ColumnField.NOTE
    if not sealed and field in (ColumnField.TEXT, ColumnField.TITLE) and may_name_persons(column.heading):
        raise CannotDefine(
            f"“{column.heading}”写的是个人信息，按《个人信息保护法》第51条要加密保存。"
            "请选“其他文字”并勾选“含个人信息”，或者选“不收”。"
        )


def _check_together(wish: RegisterWish, fields: list[ColumnField]) -> None:
    count = Counter(fields)
    for field in ColumnField:
        if count[field] > 1 and field not in REPEATED:
            raise CannotDefine(f"有{count[field]}列都选了{field.label}，只能有一列。其余的请选“其他文字”。")
    if not count[ColumnField.EVENT_DATE]:
        raise CannotDefine("没有哪一列选了日期。每条记录要有发生的日期，数字才知道归在哪一年。请选一列作日期。")
    if wish.unit_id is not None and count[ColumnField.UNIT]:
        raise CannotDefine("既选了由一个单位保管，又有一列是单位。请把“由哪个单位保管”改成全镇，或者不收单位这一列。")
    if len(fields) - count[ColumnField.LEFT_OUT] > MOST_COLUMNS:
        raise CannotDefine(f"收的列太多，最多{MOST_COLUMNS}列。用不着的请选“不收”。")
    repeated = [heading for heading, n in Counter(column.heading for column in wish.columns).items() if n > 1]
    if repeated:
        raise CannotDefine(f"表头“{repeated[0]}”有两列。请在表里改成不同的名字，再上传。")
