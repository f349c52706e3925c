"""Further checks of the steps of a case. A slip in what was typed stops a claimed step too (code `input`)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from guiju.kernel.lawbook.api import LawbookError, NotInForce, Status, TermRule, UnknownRule
from guiju.kernel.procedure.api import Days, Guard, Moment, Refusal, Snapshot
from guiju.kernel.terms.api import Term, due_date
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.amounts import amount, counted_as, sentence_from, sentence_of
from guiju.mechanisms.penalty.conditions import hearing_amount_verified, hearing_due
from guiju.mechanisms.penalty.rows import CaseGood

Values = Mapping[str, Any]
DAYS = Days(
    {
        "occurred_on": "违法行为发生日期",
        "filed_on": "立案日期",
        "concluded_on": "调查终结日期",
        "notified_on": "告知日期",
        "decided_on": "决定日期",
        "served_on": "送达日期",
        "urged_on": "催告日期",
        "case_closed_on": "结案日期",
        "hearing_asked_on": "要求听证日期",
    }
)


dated = DAYS.dated


def ticked(field: str, code: str, reason: str, basis: Any, remedy: str) -> Guard:
    """Something the law wants at the step is confirmed: 已出示证件, 已告知权利, 已教育."""

    def check(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
        return None if values.get(field) else Refusal(code, reason, basis, remedy, field=field)

    return Guard(code, check)


SHOWN = ticked(
    "certificate_shown", "not_shown", "没有出示执法证件，当事人有权拒绝。", bases.INSPECTION, "出示证件后再检查、询问。"
)
RIGHTS_TOLD = ticked(
    "told_rights", "rights_untold", "还没有告知被询问人申请回避和陈述、申辩的权利。", bases.RECUSAL, "告知后勾选。"
)
WAIVED_IN_WRITING = ticked(
    "written", "waiver_unclear", "放弃要由当事人明确表示。", bases.WITHOUT_NOTICE, "请当事人写明放弃，或者等期限届满。"
)


def _hearing_waived(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第62、64条: who gives up statement and defence alone may still ask for the hearing that the notice told of."""
    until = snapshot.detail.get("hearing_until")
    if until is None or moment.on > until or values.get("hearing_waived"):
        return None
    reason = f"告知书写明了听证权，当事人到{until.isoformat()}还可以要求听证。"
    remedy = "当事人也放弃听证的，勾选后登记；没有放弃的，等期限届满。"
    return Refusal("hearing_not_waived", reason, bases.HEARING_STEPS, remedy, field="hearing_waived")


HEARING_WAIVED = Guard("hearing_not_waived", _hearing_waived)
EDUCATED = ticked("educated", "not_educated", "不予处罚的还没有对当事人教育。", bases.EDUCATE, "教育后勾选。")


def _in_catalogue(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第24条: a town penalises only what the province has handed to it; the catalogue is dated."""
    code = str(values.get("item") or snapshot.detail.get("item") or "")
    if not code:
        return None
    try:
        moment.lawbook.item(code, moment.on)
    except UnknownRule:
        reason = f"本镇的执法事项目录里没有“{code}”。"
        remedy = "核对事项，或者移送有权的机关。"
        return Refusal("catalogue", reason, bases.TOWN_POWER, remedy, hard=False, field="item", see="catalogue")
    except NotInForce:
        last = moment.lawbook.item_history(code)[-1]
        if last.to is not None and last.to < moment.on:
            to = last.returned_to or "上级部门"
            reason = f"“{last.label}”自{last.to.isoformat()}之后由{to}执法，不在本镇目录里。"
        else:
            to, reason = "有权的机关", f"“{last.label}”在{moment.on.isoformat()}还不在本镇目录里。"
        hard = last.status is Status.VERIFIED
        told = {"hard": hard, "field": "item", "see": "catalogue"}
        return Refusal("catalogue", reason, bases.TOWN_POWER, f"移送{to}。", "transfer", **told)
    return None


IN_CATALOGUE = Guard("catalogue", _in_catalogue, asks="在本镇执法事项目录里", basis=bases.TOWN_POWER)


def _rule(name: str, moment: Moment, day: Any) -> TermRule | None:
    """The rule on the day of the act, or for an older act on the day of the step."""
    for on in (day, moment.on):
        try:
            return moment.lawbook.term_rule(name, on)
        except LawbookError:
            continue
    return None


def _within_limitation(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第36条: an act not discovered within its time is not penalised."""
    occurred = values.get("occurred_on") or snapshot.detail.get("occurred_on")
    if occurred is None:
        return None
    safety = values.get("safety") or snapshot.detail.get("safety")
    rule = _rule("penalty.limitation.safety" if safety else "penalty.limitation", moment, occurred)
    if rule is None:
        return None
    due = due_date(rule, occurred, moment.calendar).on
    discovered = snapshot.detail.get("discovered_on") or moment.on
    if discovered <= due:
        return None
    reason = f"违法行为{occurred.isoformat()}发生，追究时效到{due.isoformat()}，{discovered.isoformat()}才发现。"
    return Refusal("time_barred", reason, bases.LIMITATION, "超过时效的不予处罚。", "decide_no_penalty")


WITHIN_LIMITATION = Guard("time_barred", _within_limitation, asks="没有超过追究时效")


def _within_ninety_days(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第60条: the decision is made within its term from filing, unless law, regulation or rule lengthens it."""
    for row in snapshot.of(Term):
        if row["rule"] == "penalty.decide" and row["state"] == Term.State.OPEN and moment.on > row["due_on"]:
            reason = f"应当在{row['due_on'].isoformat()}前作出决定，{moment.on.isoformat()}已经超过。"
            return Refusal("decision_late", reason, bases.NINETY_DAYS, "有依据的先办延长审批。", "extend")
    return None


WITHIN_NINETY_DAYS = Guard("decision_late", _within_ninety_days, asks="在办案期限内")


def _hearing_right_told(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第63条: where the intended penalty gives it, the notice tells the right to ask for a hearing."""
    if values.get("hearing_told") or not hearing_due(snapshot, moment):
        return None
    hard = hearing_amount_verified(snapshot, moment)
    unsure = "" if hard else "（数额标准待核实）"
    reason = f"拟作的处罚达到应当告知听证权的标准{unsure}，告知书还没有写。"
    remedy = "在告知书里写明听证权。"
    return Refusal("hearing_untold", reason, bases.HEARING, remedy, hard=hard, field="hearing_told", unsure=not hard)


HEARING_TOLD = Guard("hearing_untold", _hearing_right_told, asks="写明听证权")


def _defence_time_named(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第44、45条 name no days: the notice has to, unless the town has fixed them."""
    if values.get("defence_until") is not None:
        return None
    try:
        moment.lawbook.term_rule("penalty.defence", moment.on)
    except LawbookError:
        return Refusal("input", "请填告知书写明的陈述申辩截止日期。", field="defence_until")
    return None


DEFENCE_TIME_NAMED = Guard("defence_until", _defence_time_named)


def _something_proposed(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第9条: a penalty is of one of the Act's kinds."""
    if sentence_from(values).kinds or sentence_of(snapshot.detail, "proposed").kinds:
        return None
    return Refusal("input", "还没有填处罚种类或者数额；不予处罚的走“不予处罚”。", field="fine")


SOMETHING_PROPOSED = Guard("kinds", _something_proposed)


def _not_beyond_notice(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第44、45条: the decision goes not beyond the notice, and no defence makes it heavier."""
    decided, told = sentence_from(values), sentence_of(snapshot.detail, "told")
    if not decided.kinds:
        return Refusal("input", "还没有填处罚种类或者数额。", field="fine")
    if not snapshot.detail.get("notified_on") or not decided.heavier_than(told):
        return None
    words = f"告知的是{told.label or '没有写明'}，现在是{decided.label}。"
    if snapshot.detail.get("defence_on") or snapshot.detail.get("hearing_held_on"):
        reason = f"不得因陈述、申辩或者听证给予更重的处罚：{words}"
        return Refusal("heavier", reason, bases.DEFENCE, "按告知的或者更轻的决定。", field="fine")
    return Refusal("beyond_notice", f"比告知的更重：{words}", bases.NOTICE, "先重新告知。", "supplement", field="fine")


NOT_BEYOND_NOTICE = Guard("beyond_notice", _not_beyond_notice, asks="不重于告知的处罚")


def _asked_in_time(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第64条第1项: a hearing is asked for within its days after the notice."""
    until = snapshot.detail.get("hearing_until")
    if until is None:
        return Refusal("hearing_untold", "告知书没有写听证权，请先核对。", bases.HEARING, "先重新告知听证权。")
    if moment.on <= until:
        return None
    reason = f"要求听证到{until.isoformat()}为止，{moment.on.isoformat()}已经超过。"
    return Refusal("hearing_late", reason, bases.HEARING_STEPS, "不再举行听证的，仍应听取陈述、申辩。", "hear_defence")


ASKED_IN_TIME = Guard("hearing_late", _asked_in_time)


def _announced_ahead(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第64条第2项: time and place are told so many working days before the hearing."""
    day = values.get("set_for")
    if day is None:
        return None
    rule = _rule("penalty.hearing.notify", moment, moment.on)
    latest = due_date(rule, day, moment.calendar).on if rule is not None else day
    if moment.on <= latest:
        return None
    reason = f"{day.isoformat()}举行的听证最迟应在{latest.isoformat()}通知，现在是{moment.on.isoformat()}。"
    return Refusal("hearing_short", reason, bases.HEARING_STEPS, "把听证日期往后定。", field="set_for")


ANNOUNCED_AHEAD = Guard("hearing_short", _announced_ahead)


def _inspection_code(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """检查码 or plan number for entering a firm: a town setting whose rule is to be confirmed; it only reminds."""
    if moment.settings.get("penalty.inspection_code", "提醒") != "提醒" or values.get("inspection_code"):
        return None
    if counted_as(snapshot.detail, moment) == "person":
        return None
    reason = "进企业检查没有填检查码或者检查计划编号（规则待核实）。"
    return Refusal("inspection_code", reason, bases.SHOWING, "有的补上；没有的写明原因。", hard=False, unsure=True)


INSPECTION_CODE = Guard("inspection_code", _inspection_code)


def _marked_complex(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第57条第2款: what is complex or grave the town says by amounts of its own; they only remind."""
    limit = amount(f"penalty.discussion.amount.{counted_as(snapshot.detail, moment)}", moment)
    fine = sentence_from(values).fine or Decimal(0)
    if limit is None or values.get("complex") or fine < Decimal(str(limit.value)):
        return None
    reason = f"罚款达到镇里设定的{limit.value}元，没有标为情节复杂或者重大。"
    return Refusal("complex_unmarked", reason, bases.DECIDING, "应当集体讨论的请勾选。", hard=False, field="complex")


MARKED_COMPLEX = Guard("complex_unmarked", _marked_complex, asks="标明情节复杂或者重大")


def _audited(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第41条第2款: a record of electronic monitoring is evidence only after it has been audited."""
    if values.get("audited") != "no":
        return None
    reason = "电子监控记录还没有审核，不能作为证据。"
    return Refusal("not_audited", reason, bases.MONITORING, "经法制和技术审核以后再作为证据。", field="audited")


AUDITED = Guard("not_audited", _audited)


def _goods_kept(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第56条: only goods that are kept can be handled."""
    if any(not row.get("disposed_on") for row in snapshot.of(CaseGood)):
        return None
    return Refusal("no_goods", "没有还在登记保存的物品。", bases.PRESERVATION, "先登记保存，再登记处理。", "preserve")


GOODS_KEPT = Guard("no_goods", _goods_kept)
