"""事前公示 (国办发〔2018〕118号 二(四)): who enforces, by which officers, which items, in which steps, and the remedies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guiju.kernel.lawbook.api import LawbookError, TermRule, Unit
from guiju.kernel.mechanism.api import PublicSheet, SheetPart
from guiju.kernel.organisation.api import ENFORCEMENT, role_label
from guiju.kernel.procedure.api import Moment, Procedure, Step
from guiju.mechanisms.penalty.amounts import amount
from guiju.mechanisms.penalty.papers.remedies import COURT_SETTING, RECONSIDERATION_SETTING
from guiju.mechanisms.penalty.posts import OFFICERS
from guiju.mechanisms.penalty.procedure import PROCEDURES

TEAM_KIND = "enforcement_team"


def parts(moment: Moment) -> Sequence[SheetPart]:
    """The parts of the sheet as they stand on the day."""
    return (_bodies(moment), _officers(moment), _items(moment), *_procedures(moment), _remedies(moment))


def _bodies(moment: Moment) -> SheetPart:
    book = moment.directory
    teams = [book.unit_names[unit] for unit, kind in book.unit_kinds.items() if kind == TEAM_KIND]
    rows = [(f"{book.town_name}人民政府", "行政机关，以自己的名义作出决定"), *((team, "具体承办") for team in teams)]
    return SheetPart("执法主体", ("名称", "地位"), tuple(rows))


def _officers(moment: Moment) -> SheetPart:
    """Officers in post whose certificate is valid on the day, with its number and kind; others may not enforce."""
    book, rows, lapsed = moment.directory, [], []
    for person in book.people_in_post(OFFICERS, moment.on):
        held = book.holds_certificate(person, ENFORCEMENT, moment.on)
        if held is None:
            lapsed.append(book.person_names[person])
            continue
        until = f"至{held.until.isoformat()}" if held.until is not None else "长期"
        rows.append((book.person_names[person], held.number, held.label, until))
    note = f"在岗但证件不在有效期、不列入的：{'、'.join(lapsed)}。" if lapsed else ""
    return SheetPart("执法人员", ("姓名", "证件号码", "证件类别", "有效期"), tuple(rows), note)


def _items(moment: Moment) -> SheetPart:
    items = moment.lawbook.items(moment.on)
    rows = tuple((item.domain, item.label, item.cited, item.source) for item in items)
    note = "从哪天起由镇执法，有的还没有核对原件，待核实。" if any(item.status != "verified" for item in items) else ""
    return SheetPart("执法事项和依据", ("领域", "事项", "依据", "交给镇的文件"), rows, note)


def _procedures(moment: Moment) -> Iterator[SheetPart]:
    for procedure in PROCEDURES:
        rows = tuple(_row(procedure, step, moment) for step in procedure.steps if not (step.other_way or step.hidden))
        yield SheetPart(f"执法程序：{procedure.label}", ("步骤", "由谁办理", "依据", "起算的期限"), rows)


def _row(procedure: Procedure, step: Step, moment: Moment) -> tuple[str, ...]:
    rules = (_rule(name, moment) for name in step.may_open)
    terms = "；".join(f"{rule.label}{_length(rule)}" for rule in rules if rule is not None)
    return (step.label, "、".join(role_label(role) for role in step.roles), "；".join(step.citations), terms)


def _remedies(moment: Moment) -> SheetPart:
    organ = moment.settings.get(RECONSIDERATION_SETTING, "本机关的上一级人民政府")
    court = moment.settings.get(COURT_SETTING, "有管辖权的人民法院")
    ways = (("行政复议", organ, "reconsideration.apply"), ("行政诉讼", court, "litigation.direct"))
    told = ((way, to, _rule(name, moment)) for way, to, name in ways)
    rows = tuple((way, to, f"{_length(rule)}内", rule.basis.label) for way, to, rule in told if rule is not None)
    first = amount("reconsideration.first", moment)
    listed = first is not None and isinstance(first.value, tuple) and "当场处罚" in first.value
    note = f"对当场处罚不服的，应当先申请行政复议（{first.basis.label}）。" if first is not None and listed else ""
    return SheetPart("救济途径", ("途径", "向谁提出", "收到决定书起", "依据"), rows, note)


def _rule(name: str, moment: Moment) -> TermRule | None:
    try:
        return moment.lawbook.term_rule(name, moment.on)
    except LawbookError:
        return None


def _length(rule: TermRule) -> str:
    return f"{rule.amount}{'个月' if rule.unit is Unit.MONTH else rule.unit}" if rule.amount else ""


BEFORE = PublicSheet(
    id="penalty.before",
    label="行政处罚事前公示",
    lede="执法主体、人员、事项、程序和救济途径，由人员证件、事项目录和办理程序生成，随它们变动。",
    parts=parts,
)
