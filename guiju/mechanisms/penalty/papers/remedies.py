"""What a decision tells about paying and about remedies, by the law of its day."""

from __future__ import annotations

from decimal import Decimal

from guiju.kernel.documents.api import Paragraph, paragraph
from guiju.kernel.lawbook.api import LawbookError, NamedValue
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty.amounts import amount
from guiju.mechanisms.penalty.papers.naming import period

# Settings of the town: where its fines are paid, who reconsiders its decisions, which court hears its cases.
BANK_SETTING = "penalty.bank"
RECONSIDERATION_SETTING = "penalty.reconsideration_organ"
COURT_SETTING = "penalty.court"
FIRST = "reconsideration.first"


def bank_of(draft: Draft) -> str:
    """The institution that collects fines, by name and address: of the step, else the town's own."""
    return str(draft.get("bank") or draft.moment.settings.get(BANK_SETTING, ""))


def payment_lines(draft: Draft, fine: Decimal | None) -> tuple[Paragraph, ...]:
    """第67条, 罚缴分离办法 第7条: where, how much of time, and whether a late fee is counted (第72条)."""
    if not fine:
        return ()
    to = bank_of(draft) or "指定的代收机构"
    told = f"当事人应当自收到本决定书之日起{period(draft, 'penalty.pay')}内，到{to}缴纳罚款，也可以按缴款码电子缴纳。"
    return (paragraph(told + late_fee_words(draft)),)


def late_fee_words(draft: Draft) -> str:
    """第72条第1款第1项: the rate of a day and the most that it may come to; empty where no rulepack has them."""
    rate, cap = (_value(draft, f"penalty.late.{name}") for name in ("daily_percent", "cap_percent"))
    if rate is None or cap is None:
        return ""
    most = "加处罚款的总额不超过罚款数额" if cap.value == 100 else f"加处罚款的总额不超过罚款数额的{cap.value}%"
    return f"到期不缴的，每日按罚款数额的{rate.value}%加处罚款，{most}。"


def _value(draft: Draft, name: str) -> NamedValue | None:
    return amount(name, draft.moment.as_of(draft.event_date))


def reconsideration_comes_first(draft: Draft, what: str) -> bool:
    """行政复议法 第23条: whether the law of the day wants reconsideration before a suit for this kind of act."""
    try:
        listed = draft.moment.lawbook.value(FIRST, draft.event_date).value
    except LawbookError:
        return False
    return isinstance(listed, tuple) and what in listed


def remedy_lines(draft: Draft, *, on_spot: bool = False) -> tuple[Paragraph, ...]:
    """第59条第1款第5项, 第73条: the ways and the times of reconsideration and suit, and that neither stays the decision."""
    by = draft.moment.settings.get(RECONSIDERATION_SETTING, "本机关的上一级人民政府")
    court = draft.moment.settings.get(COURT_SETTING, "有管辖权的人民法院")
    apply_in, sue_in = period(draft, "reconsideration.apply"), period(draft, "litigation.direct")
    if on_spot and reconsideration_comes_first(draft, "当场处罚"):
        after = period(draft, "litigation.after_reconsideration")
        told = (
            f"当事人不服本决定的，应当先申请行政复议：自收到本决定书之日起{apply_in}内向{by}提出，也可以把申请交给本机关转送。"
            f"对复议决定仍不服的，可以自收到复议决定书之日起{after}内向{court}起诉。"
        )
    else:
        told = (
            f"当事人不服本决定的，可以自收到本决定书之日起{apply_in}内向{by}申请行政复议，"
            f"也可以自收到本决定书之日起{sue_in}内直接向{court}起诉。"
        )
    return paragraph(told), paragraph("复议、诉讼期间本决定照常执行，法律另有规定的除外。")


def court_lines() -> tuple[Paragraph, ...]:
    """行政强制法 第53条: what follows where nothing is done."""
    return (paragraph("期满不申请复议、不起诉又不履行本决定的，本机关将依法申请人民法院强制执行。"),)
