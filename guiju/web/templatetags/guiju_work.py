"""Components of a matter's page: terms, next steps and refusals, timeline, proof, masked fields, facts."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template

register = template.Library()

Data = Mapping[str, Any]


@register.inclusion_tag("components/term_row.html")
def term_row(term: Data) -> dict[str, Any]:
    """One term in a list: {level: "late"|"soon"|"", count_word: "逾期"|"剩"|"", count: "3"|"今天", unit: "日"|"工作日", title, matter, what,
    date: "11月19日 星期四", length: "20工作日", article, force: text unless 法定期限, provisional, action: {label, url, quiet: not this person's turn}, explain_url}.

    Only a 法定期限 may be late; the caller decides the level, this only draws it.
    """
    return {"term": term}


@register.inclusion_tag("components/due_box.html")
def due_box(term: Data) -> dict[str, Any]:
    """A term in a page's head: {level, label: "一个月内调结", date: "11月27日", count_word, count, unit, provisional, explain_url}."""
    return {"term": term}


@register.inclusion_tag("components/next_step.html")
def next_step(step: Data) -> dict[str, Any]:
    """A step that may be taken now, with a warning, not yet, or not by this post.

    {title, allowed, who, basis: [article], creates, action: {label, url}, primary, warnings: [{reason, article}],
    refusals: [refusal], elsewhere: "由综合执法队办理", remind: {label, url}}. A refusal: see `refusal`.
    """
    return {"step": step}


@register.inclusion_tag("components/refusal.html")
def refusal(refusal: Data) -> dict[str, Any]:
    """Why a step cannot be taken, in this order: sentence, the article's words, article, what is lacking with its remedy.

    {reason, quote: [{text, key}], summary: True when the words are our own 摘要, article,
    lacks: [{text, done, remedy: {label, url}, note}], lawful_way: {label, url}}.
    """
    return {"refusal": refusal}


@register.inclusion_tag("components/effects.html")
def effects(items: Sequence[Data]) -> dict[str, Any]:
    """提交后会发生什么: [{icon, title, text}]; numbers in the text are 预计."""
    return {"items": items}


@register.inclusion_tag("components/timeline.html")
def timeline(events: Sequence[Data]) -> dict[str, Any]:
    """What happened, newest first: [{when, key, title, text, who, medium, days: [{day, labels}], article, entry,
    document: {label, url}, proof, finding}].

    key marks a step (filled dot) against a note or evidence (hollow). medium is shown for a claimed step (电话, 纸面).
    proof (see `proof_box`) draws the proof at once; otherwise the entry's link loads it into the region named by entry.region.
    """
    return {"events": events}


@register.inclusion_tag("components/proof.html")
def proof_box(proof: Data) -> dict[str, Any]:
    """Proof of an entry: {digest, checkpoint, inclusion, agrees, verdict, download_url, howto_url}."""
    return {"proof": proof}


@register.inclusion_tag("components/facts.html")
def facts(items: Sequence[Data], columns: int = 1) -> dict[str, Any]:
    """Key and value: [{label, value, url, masked, article, note}]; columns is 1 or 2 on the desk, 1 on a phone."""
    return {"items": items, "columns": columns}


@register.inclusion_tag("components/parties.html")
def parties(parties: Sequence[Data]) -> dict[str, Any]:
    """Who takes part: [{capacity, name, telephone, identity, address, reveal_url, revealed, region}]; values come masked.

    revealed says that the values are shown, until when, as text. A column in which nobody has anything is left out.
    """
    told = {name: any(party.get(name) for party in parties) for name in ("telephone", "identity", "address")}
    looks = any(party.get("reveal_url") or party.get("revealed") for party in parties)
    return {"parties": parties, "told": told, "looks": looks}


@register.inclusion_tag("components/reveal.html")
def reveal_form(form: Data, whole: bool = False) -> dict[str, Any]:
    """Asks for a reason before personal data are shown: {subject, action, reasons: [{value, label, checked}],
    fields: [{value, label, checked}], other_name, cancel_url, error}. On a `whole` page of its own the page has the heading."""
    return {"form": form, "whole": whole}


@register.inclusion_tag("components/documents.html")
def documents(items: Sequence[Data]) -> dict[str, Any]:
    """Documents and evidence: [{title, url, date, kind: "document"|"photo", missing, number_only}]; missing shows 缺,
    number_only that the paper itself is not in the system."""
    return {"items": items}


@register.inclusion_tag("components/findings.html")
def findings(items: Sequence[Data]) -> dict[str, Any]:
    """Findings of backfill and warned steps: [{text, article, answer, answer_url}]; answer is text once given."""
    return {"items": items}


@register.inclusion_tag("components/related.html")
def related(items: Sequence[Data]) -> dict[str, Any]:
    """Related matters: [{how, label, url, note}]; a matter that the viewer may not open has no url."""
    return {"items": items}


@register.inclusion_tag("components/term_explanation.html")
def term_explanation(explanation: Data) -> dict[str, Any]:
    """怎么算的: {sentences: [text], days: [{date, weekday, state: "start"|"count"|"skip"|"today"|"end", word}], article}.

    days only for short terms; a day that does not count is hatched and says why in its word.
    """
    return {"explanation": explanation}
