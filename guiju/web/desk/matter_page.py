"""The page of one matter, and how one of its terms was counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.ledger.api import Entry, last_checkpoint
from guiju.kernel.matters.api import Matter, Origin, visible_to
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import (
    KERNEL_ROWS,
    Moment,
    Snapshot,
    load_snapshot,
    may_export,
    offers,
    unset_terms,
)
from guiju.kernel.terms.api import Term, running_of
from guiju.web.access import DeskRequest, business, matter_or_404
from guiju.web.present import matter as present
from guiju.web.present import terms as present_terms
from guiju.web.present.checklist import checklist_link
from guiju.web.present.diagram import diagram
from guiju.web.present.disclosures import disclosures
from guiju.web.present.next_steps import next_steps
from guiju.web.present.recording import recording
from guiju.web.present.rights import party_rights, strip, strip_word
from guiju.web.present.sealed import sealed_texts
from guiju.web.present.term_drawing import drawn, drawn_terms
from guiju.web.present.term_paper import term_paper
from guiju.web.present.timeline import timeline

SHOWN_TERMS = 2  # in the head; all that run stand below with how they were counted
VIEWS = {"": "全部", "steps": "步骤", "evidence": "材料"}


def loaded(request: DeskRequest, matter_id: int, **options: Any) -> Snapshot:
    """The snapshot of a matter that the person may see; raises Http404."""
    matter = matter_or_404(request, matter_id)
    snapshot = load_snapshot(matter.id, known=[matter], **options)
    if snapshot is None:
        raise Http404("没有这件事项。")
    return snapshot


@business
def page(request: DeskRequest, matter: int) -> HttpResponse:
    """One matter: next steps and refusals, procedure, facts, parties, what happened."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS, private=True)
    moment = request.moment
    offered = offers(snapshot, moment)
    checkpoint = last_checkpoint(moment.town_id)
    view = request.GET.get("view", "")
    entries = list(_entries(matter, view))
    next_panel = next_steps(offered, snapshot, moment)
    context = {
        "matter": present.head(snapshot, moment),
        "terms": [present_terms.due(row, moment) for row in _open_terms(snapshot)],
        "drawn_terms": drawn_terms(snapshot, moment) if snapshot.procedure.milestones else [],
        "diagram": None if snapshot.procedure.milestones else diagram(snapshot, offered),
        "strip": (milestones := strip(snapshot)),
        "strip_word": strip_word(milestones),
        "rights": party_rights(snapshot, moment, entries),
        "recording": recording(snapshot, moment),
        **next_panel,
        "no_step": _no_step(snapshot, next_panel["way_groups"]),
        "posts_line": _posts_line(request.acting),
        "fact_groups": present.fact_groups(snapshot, moment),
        "listings": present.listings(snapshot, moment),
        "correct_url": reverse("correct", args=[matter]) if request.acting.may("corrects") else "",
        "parties": present.parties(snapshot, may_reveal=True),
        "parties_note": "默认遮盖，查看会留痕",
        "events": timeline(entries, snapshot, moment, checkpoint.size if checkpoint else 0),
        "views": _views(request, view),
        "documents_list": present.documents(snapshot, moment),
        "disclosures": disclosures(snapshot, moment),
        "findings_list": present.findings(snapshot),
        "related_list": _related(request.acting, snapshot),
        **_actions(snapshot, request.acting),
        "notices": _notices(snapshot, moment),
        "receipt": _receipt(request, matter, entries),
    }
    return render(request, "matters/detail.html", context)


def _actions(snapshot: Snapshot, acting: Acting) -> dict[str, list[dict[str, str]]]:
    """{actions: what is done often, more: what is done now and then}."""
    attach = {"label": "上传材料", "url": reverse("evidence-attach", args=[snapshot.key]), "icon": "upload"}
    show = {"label": "查看遮盖的内容", "url": reverse("private-texts", args=[snapshot.key]), "icon": "eye"}
    bring = {"label": "拍照收回", "url": f"{reverse('scans')}?matter={snapshot.key}", "icon": "camera"}
    join = {"label": "登记参与", "url": reverse("join", args=[snapshot.key]), "icon": "user"}
    archive = {"label": "卷宗与核验包", "url": reverse("archive", args=[snapshot.key]), "icon": "download"}
    made = [archive] if may_export(acting, snapshot.matter) else []
    return {"actions": [attach, bring, join], "more": [*made, *([show] if sealed_texts(snapshot) else [])]}


def _no_step(snapshot: Snapshot, others: Sequence[Any]) -> str:
    """What the panel says where no step is next."""
    if not snapshot.ended:
        return "这一阶段没有要办的步骤。"
    return "已经办结。下面这些还可以补办。" if others else "已经办结。材料可以补传，写错了可以更正。"


def _entries(matter: int, view: str) -> Any:
    entries = Entry.objects.filter(matter_id=matter).order_by("-index")
    if view == "steps":
        return entries.filter(kind__in=["registration", "step"])
    return entries.filter(kind="evidence") if view == "evidence" else entries


def _views(request: HttpRequest, current: str) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": f"{request.path}?view={code}" if code else request.path, "current": code == current}
        for code, label in VIEWS.items()
    ]


def _open_terms(snapshot: Snapshot) -> list[dict[str, Any]]:
    rows = [row for row in snapshot.of(Term) if present_terms.is_open(row)]
    return sorted(rows, key=lambda row: (present_terms.waits(row), row["due_on"]))[:SHOWN_TERMS]


def _posts_line(acting: Acting) -> str:
    return f"您的岗位：{'、'.join(dict.fromkeys(post.label for post in acting.posts))}"


def _related(acting: Acting, snapshot: Snapshot) -> list[dict[str, Any]]:
    """Where the matter comes from and what arose from it, in one statement."""
    sources = [row["source_id"] for row in snapshot.of(Origin)]
    arisen = Origin.objects.filter(source_id=snapshot.key).values("matter_id")
    found = Matter.objects.filter(Q(id__in=sources) | Q(id__in=arisen), town_id=acting.town_id).order_by("id")
    others = list(found.annotate(seen=Exists(visible_to(acting).filter(id=OuterRef("id")))))
    visible = {matter.id for matter in others if matter.seen}
    return present.related(sources, others, visible)


def _notices(snapshot: Snapshot, moment: Moment) -> list[dict[str, Any]]:
    if snapshot.matter["frozen_on"]:
        day, what = snapshot.matter["frozen_on"].isoformat(), snapshot.matter["frozen_for"] or "内容"
        text = f"{day}核验发现这件事项的{what}与留痕不符，查清以前不能办理；纸面上办了的可以补记。"
        return [{"text": text, "tone": "red"}]
    if snapshot.matter["voided"]:
        return [{"text": "这件事项已经作废，留在账上，不计入任何数字。", "tone": "red"}]
    told = (
        [] if snapshot.ended else [{"text": term.sentence, "tone": "amber"} for term in unset_terms(snapshot, moment)]
    )
    if snapshot.matter["master"]:
        text = f"这一件以“{snapshot.matter['master']}”的记录为准。"
        told.append({"text": text, "tone": "accent", **checklist_link(snapshot, moment)})
    return told


def _receipt(request: HttpRequest, matter: int, entries: Sequence[Entry]) -> dict[str, Any] | None:
    """What a step just wrote: its entry stands in the address after the redirect."""
    done = request.GET.get("done", "")
    entry = next((entry for entry in entries if str(entry.index) == done), None)
    if entry is None:
        return None
    links = [{"label": "有误，去更正", "url": reverse("correct", args=[matter])}]
    return {"text": "已经记下", "entry": f"{entry.index:,}", "links": links}


def _extendable(snapshot: Snapshot, moment: Moment, row: dict[str, Any]) -> dict[str, str]:
    """Where a running term whose rule knows an extension is extended; empty for others."""
    running = running_of(row, moment.lawbook) if present_terms.is_open(row) else None
    extension = running.rule.extension if running is not None else None
    if running is None or extension is None or running.extendable_by < 1:
        return {}
    step = next((step for step in snapshot.procedure.steps if row["rule"] in step.extends), None)
    if step is not None:  # the procedure has its own way, with its paper
        url = reverse("step", args=[snapshot.key, step.code])
    else:
        url = reverse("term-extend", args=[snapshot.key, row["id"]])
    most = f"经{extension.by}批准，还可以延长{running.extendable_by}{extension.unit}"
    note = f"{most}；{extension.condition}" if extension.condition else most
    return {"url": url, "note": note}


@business
def term(request: DeskRequest, matter: int, key: int) -> HttpResponse:
    """怎么算的: the stored explanation of a due date, and the sheet of paper that the party is given."""
    snapshot = loaded(request, matter, private=True)
    row = snapshot.rows.get(Term, {}).get(key)
    if row is None:
        raise Http404("这件事项没有这个期限。")
    told = drawn(row, request.moment)
    context = {
        "matter": present.head(snapshot, request.moment),
        "term": told,
        "paper": term_paper(snapshot, row, told, request.moment),
        "extend": _extendable(snapshot, request.moment, row),
    }
    return render(request, "matters/term.html", context)
