"""The next-step panel: what may be done, what may not yet and why, with the article and the remedy."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from guiju.kernel.lawbook.api import LawbookError, TermRule
from guiju.kernel.organisation.api import role_label
from guiju.kernel.procedure.api import If, Moment, Offer, Procedure, Refusal, Snapshot, Step, UnsetTerm, is_unset
from guiju.kernel.terms.api import Term
from guiju.web.present.law import article, articles, summary
from guiju.web.present.terms import is_open, length_words

SEE = {"catalogue": ("看执法事项目录", "catalogue")}  # pages to which a refusal leads


def refusal(item: Refusal, snapshot: Snapshot, moment: Moment) -> dict[str, Any]:
    """One refusal in its order: sentence, our summary of the article, the article, what is lacking and its remedy."""
    told: dict[str, Any] = {"reason": item.reason}
    if item.basis is not None:
        told["article"] = article(item.basis, moment)
        if text := summary(item.basis, moment):
            told["quote"], told["summary"] = [{"text": text}], True
    if item.remedy or item.remedy_step:
        told["lacks"] = [_lack(item, snapshot)]
    if item.see in SEE:
        label, page = SEE[item.see]
        told["lawful_way"] = {"label": label, "url": f"{reverse(page)}?day={moment.on.isoformat()}"}
    return told


def _lack(item: Refusal, snapshot: Snapshot) -> dict[str, Any]:
    step = snapshot.procedure.by_code.get(item.remedy_step)
    if step is not None and isinstance(snapshot.key, int):
        url = reverse("step", args=[snapshot.key, step.code])
        plain = not item.remedy or item.remedy.startswith("去")  # what is lacking is then said once, not twice
        text, label = (step.label, "去办理") if plain else (item.remedy, f"去{step.action}")
        return {"text": text, "remedy": {"label": label, "url": url}}
    return {"text": item.remedy}


def next_step(offer: Offer, snapshot: Snapshot, moment: Moment, *, primary: bool) -> dict[str, Any]:
    """A step as `guiju_work.next_step` draws it."""
    step = offer.step
    url = reverse("step", args=[snapshot.key, step.code])
    told: dict[str, Any] = {
        "title": step.label,
        "allowed": offer.allowed,
        "who": "、".join(role_label(role) for role in step.roles),
        "basis": articles(step.basis, moment),
        "creates": step.makes,
    }
    post = [item for item in offer.refusals if item.code == "post"]
    others = [item for item in offer.refusals if item.code != "post"]
    if post:
        told["elsewhere"] = post[0].reason
        told["refusals"] = [refusal(item, snapshot, moment) for item in others]
        if moment.acting.may("records_for_others"):
            told["remind"] = {"label": "已经办过了，替他们补记", "url": f"{url}?mode=claimed"}
    elif offer.allowed:
        told["action"] = {"label": step.action, "url": url}
        told["primary"] = primary
        told["warnings"] = [
            {"reason": item.reason, "article": article(item.basis, moment) if item.basis else None} for item in others
        ]
    else:
        told["refusals"] = [refusal(item, snapshot, moment) for item in others]
        told["remind"] = {"label": "在线下已经办过，补记这一步", "url": f"{url}?mode=claimed"}
    return told


def leads_on(step: Step, snapshot: Snapshot) -> bool:
    """Whether a step brings the matter further: to a later stage, or to a fact that is not there yet."""
    if step.to is None:
        return not set(step.establishes) <= snapshot.facts
    stages = [stage.code for stage in snapshot.procedure.stages]
    return snapshot.stage not in stages or stages.index(step.to) > stages.index(snapshot.stage)


def repeats(step: Step, snapshot: Snapshot) -> bool:
    """Whether a step was taken already and would lead back: it may be taken again, but nothing asks for it."""
    if step.to is None or step.to == snapshot.stage or step.code not in {mark.code for mark in snapshot.steps}:
        return False
    return not leads_on(step, snapshot)


def way(offer: Offer, snapshot: Snapshot, moment: Moment) -> dict[str, Any]:
    """A step beside the main way, in one line."""
    step = offer.step
    again = "再办一次" if repeats(step, snapshot) else "办理"
    return {
        "title": step.label,
        "article": article(step.basis[0], moment) if step.basis else None,
        "note": "" if offer.allowed else offer.refusals[0].reason,
        "url": reverse("step", args=[snapshot.key, step.code]),
        "label": again if offer.allowed else "看为什么不能办",
    }


def effects(step: Step, snapshot: Snapshot, moment: Moment) -> list[dict[str, str]]:
    """What a step will do, told from its declaration before anything is typed."""
    procedure = snapshot.procedure
    told = [{"icon": "timeline", "title": "记一条留痕", "text": "个人信息加密另存，留痕里看不到"}]
    if step.makes:
        told.append({"icon": "file-text", "title": f"产生{step.makes}", "text": ""})
    if step.to is not None:
        stage = procedure.stage_table[step.to]
        told.append(
            {
                "icon": "route",
                "title": f"进入“{stage.label}”",
                "text": "事项办结" if stage.end else _after(step, procedure),
            }
        )
    for rule_id, when in zip(step.may_open, step.opens, strict=True):
        given = f"（{procedure.label_of(when.given)}时）" if isinstance(when, If) else ""
        rule = _rule(rule_id, moment)
        if rule is None:
            if is_unset(rule_id, moment.lawbook):
                said = UnsetTerm(rule_id, step).sentence
                told.append({"icon": "clock", "title": f"没有设定的期限{given}", "text": said})
            continue
        told.append(
            {
                "icon": "clock",
                "title": f"起算“{rule.label}”{given}",
                "text": "，".join(filter(None, [length_words(rule), rule.basis.label])),
            }
        )
    return [*told, *_on_terms(step, snapshot), *_on_publicity(step, snapshot)]


def _after(step: Step, procedure: Procedure) -> str:
    """The step by which the main way goes on from the stage that the step leads to, to the nearest later one."""
    order = {stage.code: n for n, stage in enumerate(procedure.stages)}
    onward = [other for other in procedure.steps if not other.other_way and step.to in other.frm and other.to]
    later = [other for other in onward if order[str(other.to)] > order[str(step.to)]]
    return f"下一步：{min(later, key=lambda other: order[str(other.to)]).label}" if later else ""


def _on_terms(step: Step, snapshot: Snapshot) -> list[dict[str, str]]:
    """What becomes of the terms that run or are suspended now; those of others on the list of the step do not exist."""
    done = (
        ("clock-play", "停止计算", step.closes),
        ("player-pause", "中止计时", step.suspends),
        ("clock-play", "恢复计时", step.resumes),
        ("clock", "延长", step.extends),
    )
    told = []
    for row in filter(is_open, snapshot.of(Term)):
        on = ("player-pause", "仍中止计时") if row["state"] == Term.State.SUSPENDED else ("clock", "继续计算")
        fate = next(((icon, words) for icon, words, rules in done if row["rule"] in rules), on)
        told.append({"icon": fate[0], "title": f"“{row['label']}”{fate[1]}", "text": ""})
    return told


def _on_publicity(step: Step, snapshot: Snapshot) -> list[dict[str, str]]:
    rules = snapshot.procedure.disclosure_table
    return [{"icon": "eye", "title": f"要公开“{rules[code].label}”", "text": ""} for code in step.may_disclose]


def _rule(rule_id: str, moment: Moment) -> TermRule | None:
    """The rule in force today; None before it is in force, and where no rulepack of the town sets it."""
    try:
        return moment.lawbook.term_rule(rule_id, moment.today)
    except LawbookError:
        return None
