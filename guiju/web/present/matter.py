"""Facts, parties, documents, findings and relations of a matter, as the page draws them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db import models
from django.urls import reverse

from guiju.kernel.disclosure.api import masked_name, masked_number
from guiju.kernel.documents.api import Document
from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import private_columns
from guiju.kernel.matters.api import Label, Matter, Participation, Party
from guiju.kernel.mechanism.api import mechanism_of
from guiju.kernel.procedure.api import Finding, Input, Listing, Moment, Snapshot
from guiju.web.present.words import short_day

CAPACITIES = {
    "mediator": "调解员",
    "co_mediator": "协办调解员",
    "legal_adviser": "法律顾问",
    "recorder": "记录人",
    "speaker": "主讲人",
    "chair": "主持人",
    "delegate": "出庭人员",
    "officer": "执法人员",
    "approver": "批准人",
    "checker": "法制员",
    "reviewer": "审核人",
    "host": "听证主持人",
    "discussant": "参加讨论",
    "decider": "决定人",
    "recused": "已回避",
}
SHOWN_CAPACITIES = 2  # in the head of the page; the others stand in what happened
SHOWN_PARTIES = 2
PARTY_ROLES = {
    "applicant": "申请人",
    "respondent": "被申请人",
    "plaintiff": "原告",
    "client": "服务对象",
    "caller": "报警人",
    "party": "当事人",
    "other": "其他",
}


def head(snapshot: Snapshot, moment: Moment) -> dict[str, Any]:
    """Names and addresses of the matter."""
    row = snapshot.matter
    mechanism = mechanism_of(row["mechanism"])
    names = moment.directory.unit_names
    return {
        "number": row["number"] or f"第 {row['id']} 件",
        "title": row["title"],
        "unit": names.get(row["unit_id"], ""),
        "handler": _handlers(snapshot, moment),
        "mechanism": mechanism.label,
        "mechanism_url": reverse("mechanism", args=[mechanism.code]),
        "list_url": reverse("matters"),
        "procedure": f"{snapshot.procedure.label}第{snapshot.procedure.version}版",
        "label": Label(row["label"]).label if row["label"] != Label.PUBLIC else "",
        "parties": _party_line(snapshot),
        "url": reverse("matter", args=[row["id"]]),
    }


def _handlers(snapshot: Snapshot, moment: Moment) -> str:
    """Who takes part, by capacity: 执法人员 祁向东、龚雨生；批准人 蓝景行."""
    named: dict[str, list[str]] = {}
    for row in snapshot.of(Participation):
        name = moment.directory.person_names.get(row["person_id"], row["name"])
        named.setdefault(row["capacity"], []).append(name)
    told = [f"{CAPACITIES.get(code, '参与人')} {'、'.join(dict.fromkeys(names))}" for code, names in named.items()]
    return "；".join(told[:SHOWN_CAPACITIES])


def _party_line(snapshot: Snapshot) -> str:
    """The first parties by role, natural persons masked: 申请人 李某某；被申请人 示例物业公司. Empty where there are none."""
    rows = list(snapshot.of(Party))
    told = [f"{PARTY_ROLES.get(row['role'], '其他')} {_party_name(row, snapshot)}" for row in rows[:SHOWN_PARTIES]]
    return "；".join(told) + (f"等 {len(rows)} 方" if len(rows) > SHOWN_PARTIES else "")


def _party_name(row: dict[str, Any], snapshot: Snapshot) -> str:
    return row["organisation"] or masked_name(snapshot.text(row["name"])) or "（已删除）"


def fact_groups(snapshot: Snapshot, moment: Moment) -> list[dict[str, Any]]:
    """Facts under their headings: those that the procedure tells itself, else the detail's fields without a heading."""
    if snapshot.procedure.shown is None:
        return [{"title": "", "facts": [*_dates(snapshot), *_fields(snapshot, moment)]}]
    told = snapshot.procedure.shown(snapshot, moment).groups
    groups = [
        {"title": group.title, "facts": [{"label": label, "value": value} for label, value in group.facts]}
        for group in told
    ]
    return [{"title": "", "facts": _dates(snapshot)}, *groups]


def listings(snapshot: Snapshot, moment: Moment) -> list[dict[str, Any]]:
    """The tables of what repeats, without the columns in which nothing stands; a row is named by its first cell."""
    told = snapshot.procedure.shown(snapshot, moment).listings if snapshot.procedure.shown else ()
    return [listing_told(listing) for listing in told]


def listing_told(listing: Listing) -> dict[str, Any]:
    """One table: {title, note, columns: [{label, right}], rows: [[{text, right}]]}."""
    used = [n for n in range(len(listing.columns)) if any(row[n] for row in listing.rows)]
    return {
        "title": listing.title,
        "note": listing.note,
        "columns": [{"label": listing.columns[n], "right": n in listing.right} for n in used],
        "rows": [[{"text": row[n], "right": n in listing.right} for n in used] for row in listing.rows],
    }


def _dates(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Stage, the two dates, and the number in the system that is master. A date is told once: the day of the event not
    where registration asked for it under a name of its own, that of registration not where it is the same day."""
    row = snapshot.matter
    shown = [{"label": "阶段", "value": stage_text(snapshot)}]
    asked = (snapshot.detail.get(item.name) for item in snapshot.procedure.registration.inputs if item.kind == "date")
    if snapshot.procedure.shown is not None or row["event_date"] not in asked:
        shown.append({"label": "发生日", "value": row["event_date"].isoformat()})
    if row["registered_on"] != row["event_date"]:
        shown.append({"label": "登记日", "value": row["registered_on"].isoformat()})
    if row["master"]:
        shown.append({"label": "原系统编号", "value": f"{row['master']} {row['master_number']}"})
    return shown


def _fields(snapshot: Snapshot, moment: Moment) -> list[dict[str, Any]]:
    """The detail's public fields under the labels of the inputs that brought them."""
    shown: list[dict[str, Any]] = []
    # A name that several steps ask for keeps the label under which it was asked first.
    inputs = {item.name: item for step in reversed(snapshot.procedure.steps) for item in step.inputs}
    private = set(private_columns(snapshot.procedure.detail))
    for field in snapshot.procedure.detail._meta.concrete_fields:
        item = inputs.get(field.name)
        value = snapshot.detail.get(field.attname)
        if item is not None and field.attname not in private and value not in (None, ""):
            shown.append({"label": item.label, "value": value_text(item, value, moment, field)})
    own = mechanism_of(snapshot.matter["mechanism"]).own_registers
    if own is not None:  # the register's own columns come first, as on its sheet
        shown = [*({"label": label, "value": value} for label, value in own.told(snapshot)), *shown]
    return shown


def stage_text(snapshot: Snapshot) -> str:
    if snapshot.matter["voided"]:
        return "已作废"
    outcome = snapshot.procedure.outcomes.get(snapshot.matter["outcome"], "")
    label = snapshot.procedure.stage_label(snapshot.stage)
    return f"{label}（{outcome}）" if outcome else label


def value_text(item: Input, value: Any, moment: Moment, field: models.Field[Any, Any] | None = None) -> str:
    """A value as people write it: 8,600 元, 邻里, 2026-10-19."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if item.kind == "unit":
        return moment.directory.unit_names.get(value, "")
    if item.kind == "money":
        return f"{Decimal(value):,.2f} 元".replace(".00 ", " ")
    if isinstance(value, dt.date):
        return value.isoformat()
    if item.choices:
        return item.choices.get(str(value), str(value))
    return f"{value} {item.unit}".strip()


def parties(snapshot: Snapshot, *, may_reveal: bool) -> list[dict[str, Any]]:
    """Parties with everything of natural persons masked."""
    told = []
    for row in snapshot.of(Party):
        phone, identity = snapshot.text(row["telephone"]), snapshot.text(row["id_number"])
        told.append(
            {
                "capacity": PARTY_ROLES.get(row["role"], "其他"),
                "name": _party_name(row, snapshot),
                "telephone": masked_number(phone),
                "identity": masked_number(identity, 4, 4),
                "address": masked_name(snapshot.text(row["address"])).replace("某某", "****"),
                "reveal_url": reverse("reveal", args=[row["matter_id"], row["id"]])
                if may_reveal and snapshot.text(row["name"])
                else "",
                "region": "g-reveal",
            }
        )
    return told


def documents(snapshot: Snapshot, moment: Moment) -> list[dict[str, Any]]:
    """Papers and evidence with their days."""
    told = []
    for row in snapshot.of(Document):
        voided = "（作废）" if row["state"] == Document.State.VOIDED else ""
        url = reverse("document", args=[row["matter_id"], row["id"], "html"]) if row["content"] else ""
        title = f"{row['title']} {row['number']}{voided}".strip()
        told.append(
            {
                "title": title,
                "url": url,
                "date": short_day(row["made_on"], moment.today),
                "kind": "document",
                "number_only": not url,
            }
        )
    for row in snapshot.of(Evidence):
        title = snapshot.text(row["title"]) or "材料"
        kind = "photo" if row["media_type"].startswith("image/") else "document"
        url = reverse("evidence", args=[row["matter_id"], row["id"]])
        told.append(
            {
                "title": title,
                "url": url,
                "date": short_day(row["made_on"], moment.today),
                "kind": kind,
                "hash": row["sha256"][:12],
            }
        )
    return told


def findings(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Findings with their answers."""
    url = reverse("findings", args=[snapshot.key])
    return [
        {
            "text": row["text"],
            "article": {"label": row["basis"]} if row["basis"] else None,
            "answer": f"{Finding.Answer(row['answer']).label}：{row['answer_text']}" if row["answer"] else "",
            "answer_url": url,
        }
        for row in snapshot.of(Finding)
    ]


def related(sources: Sequence[int], others: Sequence[Matter], visible: set[int]) -> list[dict[str, Any]]:
    """Where the matter comes from and what arose from it; one that the viewer may not open has no address."""
    told = [_related("来自", matter, visible) for matter in others if matter.id in sources]
    return told + [_related("由此产生", matter, visible) for matter in others if matter.id not in sources]


def _related(how: str, matter: Matter, visible: set[int]) -> dict[str, Any]:
    if matter.id not in visible:
        return {"how": how, "label": matter.number or "受限事项", "url": "", "note": "受限事项"}
    note = mechanism_of(matter.mechanism).label
    return {
        "how": how,
        "label": matter.number or matter.title,
        "url": reverse("matter", args=[matter.id]),
        "note": note,
    }
