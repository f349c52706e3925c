"""The paper that a step would make, as the form previews it: what was just typed in full, people on record masked."""

from __future__ import annotations

import dataclasses
from typing import Any

from django.utils.html import format_html, format_html_join

from guiju.kernel.disclosure.api import masked_name, masked_number
from guiju.kernel.documents.api import Content, Document, plain
from guiju.kernel.ledger.api import Private
from guiju.kernel.matters.api import Party
from guiju.kernel.procedure.api import Planned, Snapshot

ON_RECORD = "（照已记录的内容写入）"


def veiled(snapshot: Snapshot) -> Snapshot:
    """The snapshot as a preview may read it: nothing private that is on record leaves the store without an entry."""
    clear = dict.fromkeys(snapshot.clear, ON_RECORD)
    for row in snapshot.of(Party):
        clear[row["name"]] = masked_name(snapshot.text(row["name"]))
        clear[row["address"]] = ON_RECORD
        for column in ("telephone", "id_number"):
            clear[row[column]] = masked_number(snapshot.text(row[column]))
    return dataclasses.replace(snapshot.copy(), clear={key: text for key, text in clear.items() if key})


def paper(planned: Planned) -> dict[str, Any] | None:
    """The first paper of a plan as {title, note, html}; None where the step makes none here."""
    for change in planned.plan.changes:
        content = change.values.get("content")
        if change.model is Document and isinstance(content, Private):
            return {
                "title": f"预览：{change.values['title']}",
                "note": "当事人已遮盖",
                "html": _drawn(Content.from_json(content.value)),
            }
    return None


def _drawn(content: Content) -> str:
    lines = [line for block in content.blocks for line in plain(block).splitlines() if line.strip()]
    signed = "、".join(content.signature)
    heading = format_html('<h3 class="g-sheet-title">{}</h3>', content.title.replace("\n", ""))
    body = format_html_join("", "<p>{}</p>", ((line,) for line in lines))
    return format_html('{}{}<p class="g-r">{}</p>', heading, body, signed)
