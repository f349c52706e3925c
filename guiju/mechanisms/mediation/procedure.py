"""The procedure of a file: from registration to an agreement in force, or to termination, and into the archive."""

from __future__ import annotations

from guiju.kernel.procedure.api import Before, Condition, Fact, Moment, Procedure, Snapshot, Stage
from guiju.mechanisms.mediation import bases
from guiju.mechanisms.mediation.models import AgreementForm, MediationDetail, MediationSession
from guiju.mechanisms.mediation.oral import ORAL_PROCEDURE
from guiju.mechanisms.mediation.posts import FROM
from guiju.mechanisms.mediation.steps_after_agreement import AFTERWARDS
from guiju.mechanisms.mediation.steps_of_agreement import AGREEING, SIGNATURES
from guiju.mechanisms.mediation.steps_out import WAYS_OUT
from guiju.mechanisms.mediation.steps_to_agreement import BEGINNING


def written(snapshot: Snapshot, moment: Moment) -> bool:
    """第28条: an agreement is on paper unless the parties did without."""
    return snapshot.detail.get("agreement_form") != AgreementForm.ORAL


STAGES = (
    Stage("registered", "已登记"),
    Stage("accepted", "已受理"),
    Stage("informed", "已告知权利义务"),
    Stage("appointed", "已确定调解员"),
    Stage("mediating", "调解中"),
    Stage("agreed", "已达成协议"),
    Stage("effective", "协议已生效"),
    Stage("performed", "已履行"),
    Stage("filed", "已归档", end=True),
    Stage("terminated", "已终止", end=True),
    Stage("withdrawn", "不予调解", end=True),
)

FACTS = (
    Fact("informed", "已告知权利义务", "还没有告知双方权利义务。", bases.INFORMING, "先告知，再调解。", "inform"),
    Fact(
        "mediators_appointed", "已确定调解员", "还没有确定调解员。", bases.MEDIATORS_CHOSEN, "去确定调解员", "appoint"
    ),
    Fact("agreement_made", "已制作协议书", "协议还没有达成。", bases.AGREEMENT, "去制作协议书", "make_agreement"),
    Fact(
        "signed_by_parties",
        "当事人已签名",
        "当事人还没有签名、盖章或者按指印。",
        bases.AGREEMENT,
        "去登记签名",
        "sign_parties",
    ),
    Fact("signed_by_mediator", "调解员已签名", "调解员还没有签名。", bases.AGREEMENT, "去登记签名", "sign_mediator"),
    Fact("sealed", "已盖调解委员会印章", "还没有加盖调解委员会印章。", bases.AGREEMENT, "去登记盖章", "apply_seal"),
)

CONDITIONS = (Condition("written_agreement", "书面协议", written, bases.ORAL_AGREEMENT),)

SIGNING = ("sign_parties", "sign_mediator", "apply_seal")
INVARIANTS = (
    Before("mediate", "accept", carried_by=("stage", "mediators_appointed")),
    Before("mediate", "appoint", carried_by=("mediators_appointed",)),
    Before("make_agreement", "accept", carried_by=("stage",)),
    Before("make_agreement", "mediate", carried_by=("stage",)),
    Before("take_effect", "make_agreement", since="reopen", carried_by=("agreement_made",)),
    *(
        Before(
            "take_effect",
            (step, "sign_and_seal"),
            since="make_agreement",
            if_="written_agreement",
            carried_by=(fact,),
        )
        for step, fact in zip(SIGNING, SIGNATURES, strict=True)
    ),
    Before("perform", "take_effect", carried_by=("stage",)),
)

FILE_PROCEDURE = Procedure(
    mechanism="mediation",
    kind="file",
    label="人民调解",
    version="1",
    in_force_from=FROM,
    stages=STAGES,
    steps=(*BEGINNING, *AGREEING, *AFTERWARDS, *WAYS_OUT),
    detail=MediationDetail,
    children=(MediationSession,),
    facts=FACTS,
    conditions=CONDITIONS,
    invariants=INVARIANTS,
    outcomes={"agreement": "达成协议", "failed": "调解不成", "withdrawn": "当事人不愿调解或者撤回"},
    number_kind="mediation.register",
)

PROCEDURES = (FILE_PROCEDURE, ORAL_PROCEDURE)
