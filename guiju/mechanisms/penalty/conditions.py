"""Facts that steps of an ordinary case establish and void, and conditions computed from case and day."""

from __future__ import annotations

from guiju.kernel.lawbook.api import Status
from guiju.kernel.procedure.api import Condition, Fact, Moment, Snapshot
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.amounts import HEAVY, reaches, sentence_of


def window_open(snapshot: Snapshot, moment: Moment) -> bool:
    """第62条: the time for statement, defence and asking for a hearing that the notice gave has not ended."""
    detail = snapshot.detail
    ends = [day for name in ("defence_until", "hearing_until") if (day := detail.get(name)) is not None]
    return bool(detail.get("notified_on")) and bool(ends) and moment.on <= max(ends)


def hearing_due(snapshot: Snapshot, moment: Moment) -> bool:
    """第63条: the intended penalty gives the right to ask for a hearing."""
    intended = sentence_of(snapshot.detail, "proposed")
    if HEAVY.intersection(intended.kinds):
        return True
    return reaches(intended, "penalty.hearing.amount", snapshot.detail, moment) is not None


def hearing_amount_verified(snapshot: Snapshot, moment: Moment) -> bool:
    """Whether the hearing right rests on a kind of the Act or on an amount whose text was read."""
    intended = sentence_of(snapshot.detail, "proposed")
    if HEAVY.intersection(intended.kinds):
        return True
    limit = reaches(intended, "penalty.hearing.amount", snapshot.detail, moment)
    return limit is not None and limit.status is Status.VERIFIED


def review_due(snapshot: Snapshot, moment: Moment) -> bool:
    """第58条第1款: public interest, weighty rights after a hearing, difficult or several legal relations."""
    detail = snapshot.detail
    marked = any(detail.get(name) for name in ("public_interest", "several_relations", "complex"))
    return marked or bool(detail.get("hearing_held_on") and hearing_due(snapshot, moment))


def review_listed(snapshot: Snapshot, moment: Moment) -> bool:
    """国办发〔2018〕118号 四(十二): the organ's own list wants a review: by amount, or for a heavy kind."""
    intended = sentence_of(snapshot.detail, "proposed")
    if HEAVY.intersection(intended.kinds):
        return True
    return reaches(intended, "penalty.legal_review.amount", snapshot.detail, moment) is not None


def discussion_due(snapshot: Snapshot, moment: Moment) -> bool:
    """第57条第2款: complex circumstances or a grave violation."""
    heavy = HEAVY.intersection(sentence_of(snapshot.detail, "proposed").kinds)
    return bool(snapshot.detail.get("complex") or heavy)


def hearing_told(snapshot: Snapshot, moment: Moment) -> bool:
    """第63条: the last notice told the right to ask for a hearing."""
    return bool(snapshot.detail.get("hearing_told"))


def crime_suspected(snapshot: Snapshot, moment: Moment) -> bool:
    """第27条: the case goes to the police, for a crime is suspected."""
    return bool(snapshot.detail.get("crime"))


def fined(snapshot: Snapshot, moment: Moment) -> bool:
    """第67条: the decision lays a fine on the party."""
    return bool(snapshot.detail.get("fine"))


def penalised(snapshot: Snapshot, moment: Moment) -> bool:
    """第48条: there is a penalty decision, which may have to be published."""
    return bool(snapshot.detail.get("decided_kinds"))


def national_notice(snapshot: Snapshot, moment: Moment) -> bool:
    """第61条: the organ chose the period of the civil procedure law for its public notice."""
    return snapshot.detail.get("notice_term") == "national"


def local_notice(snapshot: Snapshot, moment: Moment) -> bool:
    """第61条: the organ chose the period of the local regulation for its public notice."""
    return snapshot.detail.get("notice_term") == "local"


def paused_in(stage: str) -> Condition:
    """The case rests since this stage and goes on there."""

    def rests_here(snapshot: Snapshot, moment: Moment) -> bool:
        return snapshot.detail.get("paused_in") == stage

    return Condition(f"paused_{stage}", "在这一阶段中止的", rests_here, bases.NINETY_DAYS)


FACTS = (
    Fact("filed", "已立案", "这件案子还没有立案。", bases.FILING, "去立案", "file_case"),
    Fact(
        "investigated",
        "已调查终结",
        "最后一次补充证据以后还没有调查终结。",
        bases.DECIDING,
        "去登记调查终结",
        "conclude",
    ),
    Fact(
        "evidence_collected",
        "已收集证据",
        "还没有收集证据。",
        bases.EVIDENCE,
        "先检查、询问或者调取证据。",
        "collect",
    ),
    Fact("noticed", "已事先告知", "最后一次补充证据以后还没有事先告知。", bases.NOTICE, "去制作告知书", "notify"),
    Fact(
        "waived",
        "当事人已明确放弃",
        "陈述申辩期限未满，当事人也没有明确放弃。",
        bases.WITHOUT_NOTICE,
        "等期限届满，或者登记当事人的放弃声明。",
        "waive",
    ),
    Fact("defence_heard", "已听取陈述申辩", "还没有听取陈述申辩。", bases.DEFENCE, "去登记陈述申辩", "hear_defence"),
    Fact(
        "defence_reviewed",
        "已复核陈述申辩",
        "当事人的陈述申辩还没有复核。",
        bases.DEFENCE,
        "去登记复核意见",
        "review_defence",
    ),
    Fact("hearing_asked", "当事人要求听证", "当事人没有要求听证。", bases.HEARING_STEPS, "", "ask_hearing"),
    Fact(
        "hearing_announced",
        "已通知听证",
        "还没有把听证的时间、地点通知当事人。",
        bases.HEARING_STEPS,
        "去发听证通知书",
        "announce_hearing",
    ),
    Fact(
        "hearing_settled",
        "听证已举行或者撤回",
        "当事人按时要求听证，听证还没有举行。",
        bases.HEARING_STEPS,
        "先举行听证，或者登记当事人撤回听证要求。",
        "hold_hearing",
    ),
    Fact("checked", "法制员已审查", "本队法制员还没有审查案卷。", bases.REVIEWERS, "请法制员审查", "check_file"),
    Fact(
        "reviewed",
        "法制审核已通过",
        "应当法制审核，还没有审核通过。",
        bases.REVIEW,
        "送法制审核",
        "pass_review",
    ),
    Fact(
        "list_reviewed",
        "已按目录法制审核",
        "按重大执法决定法制审核目录应当审核，还没有审核通过。",
        bases.REVIEWERS,
        "送法制审核",
        "pass_review",
    ),
    Fact(
        "discussed",
        "已集体讨论",
        "情节复杂或者重大，还没有经负责人集体讨论。",
        bases.DECIDING,
        "去登记集体讨论",
        "discuss",
    ),
    Fact("urged", "已催告", "申请法院强制执行以前还没有催告。", bases.URGING, "去制作催告书", "urge"),
)

CONDITIONS = (
    Condition("window_open", "陈述申辩、要求听证的期限未满", window_open, bases.WITHOUT_NOTICE),
    Condition("review_due", "法律规定应当法制审核", review_due, bases.REVIEW),
    Condition("review_listed", "按目录应当法制审核", review_listed, bases.REVIEWERS),
    Condition("discussion_due", "应当集体讨论", discussion_due, bases.DECIDING),
    Condition("hearing_told", "告知书写明了听证权", hearing_told, bases.HEARING),
    Condition("crime_suspected", "涉嫌犯罪", crime_suspected, bases.CRIME_TRANSFER),
    Condition("fined", "决定了罚款", fined, bases.PAYMENT),
    Condition("penalised", "给予了处罚", penalised, bases.PUBLICATION),
    Condition("national_notice", "公告期间按民事诉讼法", national_notice, bases.SERVICE),
    Condition("local_notice", "公告期间按地方条例", local_notice, bases.SERVICE),
    paused_in("investigating"),
    paused_in("concluded"),
    paused_in("noticed"),
)
