"""Steps by which an agreement is made, signed, sealed and takes effect, or is taken back into mediation."""

from __future__ import annotations

from guiju.kernel.procedure.api import If, Step
from guiju.mechanisms.mediation import bases, effects, forms, guards
from guiju.mechanisms.mediation.posts import MEDIATORS
from guiju.mechanisms.mediation.steps_to_agreement import MONTH

CONFIRMATION = "mediation.confirmation.apply"
SIGNATURES = ("signed_by_parties", "signed_by_mediator", "sealed")

AGREEING = (
    Step(
        "make_agreement",
        "制作人民调解协议书",
        ("mediating",),
        "agreed",
        MEDIATORS,
        (bases.ORAL_AGREEMENT, bases.AGREEMENT),
        forms.AGREEMENT,
        establishes=("agreement_made",),
        voids=SIGNATURES,  # signatures on an earlier paper say nothing about this one
        guards=(
            guards.dated("agreed_on", "accepted_on", "mediated_on"),
            guards.AMOUNT_IN_WORDS,
            guards.PERFORMANCE_AHEAD,
            guards.AGREEMENT_WRITTEN,
        ),
        effects=effects.agree,
        makes="人民调解协议书",
        button="制作协议书",
        reads_private=True,
        dated_by="agreed_on",
    ),
    Step(
        "sign_and_seal",
        "登记签名盖章齐全",
        ("agreed",),
        None,
        MEDIATORS,
        (bases.AGREEMENT,),
        forms.SIGNED_AND_SEALED,
        when=("written_agreement",),
        establishes=SIGNATURES,
        guards=(guards.dated("signed_on", "agreed_on"),),
        dated_by="signed_on",
    ),
    Step(
        "sign_parties",
        "登记当事人签名",
        ("agreed",),
        None,
        MEDIATORS,
        (bases.AGREEMENT,),
        forms.SIGNED_BY_PARTIES,
        when=("written_agreement",),
        establishes=("signed_by_parties",),
        guards=(guards.dated("parties_signed_on", "agreed_on"),),
        dated_by="parties_signed_on",
        hidden=True,  # reached through the refusal that names what is lacking
    ),
    Step(
        "sign_mediator",
        "登记调解员签名",
        ("agreed",),
        None,
        MEDIATORS,
        (bases.AGREEMENT,),
        forms.SIGNED_BY_MEDIATOR,
        when=("written_agreement",),
        establishes=("signed_by_mediator",),
        guards=(guards.dated("mediator_signed_on", "agreed_on"),),
        dated_by="mediator_signed_on",
        hidden=True,  # reached through the refusal that names what is lacking
    ),
    Step(
        "apply_seal",
        "登记调解委员会盖章",
        ("agreed",),
        None,
        MEDIATORS,
        (bases.AGREEMENT,),
        forms.SEALED,
        when=("written_agreement",),
        establishes=("sealed",),
        guards=(guards.dated("sealed_on", "agreed_on"),),
        dated_by="sealed_on",
        hidden=True,  # reached through the refusal that names what is lacking
    ),
    Step(
        "take_effect",
        "登记协议生效",
        ("mediating", "agreed"),
        "effective",
        MEDIATORS,
        (bases.AGREEMENT, bases.ORAL_EFFECT),
        forms.EFFECT,
        requires=("agreement_made", *(If("written_agreement", fact) for fact in SIGNATURES)),
        guards=(guards.dated("effective_on", "agreed_on"),),
        effects=effects.take_effect,
        opens=(CONFIRMATION,),
        closes=(MONTH,),
        dated_by="effective_on",
    ),
    Step(
        "reopen",
        "重新调解",
        ("agreed",),
        "mediating",
        MEDIATORS,
        (bases.RIGHTS,),
        forms.REOPENING,
        voids=("agreement_made", *SIGNATURES),
        effects=effects.reopen,
        dated_by="reopened_on",
        other_way=True,
    ),
)
