"""签批 on paper at the desk: the paper of a step goes out to be signed, and comes back as a photo or scan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse

from guiju.exchange.papers.api import plan_signed_paper, to_be_signed
from guiju.kernel.documents.api import MEDIA_TYPES, Content, Document, pages_of, render
from guiju.kernel.evidence.api import without_position
from guiju.kernel.ledger.api import Plan, Private
from guiju.kernel.procedure.api import (
    Intent,
    Moment,
    Planned,
    Refused,
    Snapshot,
    Step,
    apply,
    plan_for_signature,
    plan_reveal,
)

SCANS = frozenset({"image/jpeg", "image/png", "application/pdf"})


class SignedPaperForm(forms.Form):
    """The signed paper of a step that was decided on paper."""

    signed_paper = forms.FileField(
        label="签字的纸件（照片或者扫描）",
        required=False,
        help_text="有就一起交；没有可以以后在“上传材料”里补。",
        error_messages={"empty": "这个文件是空的，请重新选择。"},
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(sorted(SCANS))}),
    )

    def clean_signed_paper(self) -> UploadedFile | None:
        upload: UploadedFile | None = self.cleaned_data["signed_paper"]
        if upload is not None and upload.content_type not in SCANS:
            raise forms.ValidationError("请交照片（JPG、PNG）或者 PDF 扫描件。")
        return upload


def paper_to_sign(snapshot: Snapshot, intent: Intent, moment: Moment) -> HttpResponse | Refused | None:
    """The paper as PDF, on the record because people stand in it; nothing else is written. None where the step makes none."""
    planned = plan_for_signature(snapshot, intent, moment)
    if isinstance(planned, Refused):
        return planned
    for title, content in _papers(planned):
        return printed(snapshot, moment, content, title=title, step=intent.step)
    return None


def printed(
    snapshot: Snapshot, moment: Moment, content: Content, *, title: str, step: str, document: int | None = None
) -> HttpResponse:
    """A paper as it goes out to be signed, of a step or of a document; the entry of the printing says what its code means."""
    data, coded = to_be_signed(
        render(content, "pdf"),
        moment,
        matter=int(snapshot.matter["id"]),
        title=title,
        step=step,
        document=document,
    )
    shown = plan_reveal(
        snapshot,
        moment,
        fields=[f"document.{document}" if document else f"signing.{step}"],
        reason=f"打印{title}送签",
    )
    shown.changes.extend(coded)
    apply([shown], moment.now)
    response = HttpResponse(data, content_type=MEDIA_TYPES["pdf"])
    response["Content-Disposition"] = f"inline; filename={step or 'paper'}-to-sign.pdf"
    response["Cache-Control"] = "no-store"
    return response


def _papers(planned: Planned) -> Iterator[tuple[str, Content]]:
    for change in planned.plan.changes:
        content = change.values.get("content")
        if change.model is Document and isinstance(content, Private):
            yield change.values["title"], Content.from_json(content.value)


def attached(snapshot: Snapshot, moment: Moment, step: Step, upload: UploadedFile) -> Plan:
    """The plan that puts the signed paper of a step on record. Raises EvidenceError."""
    data, media_type = without_position(upload.read()), str(upload.content_type)
    pages, name = pages_in(data, media_type), step.makes or step.label
    return plan_signed_paper(snapshot, moment, data=data, media_type=media_type, pages=pages, name=name, step=step.code)


def signable(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Steps of the matter whose papers may come back signed: code and name of the paper, in the order of the steps."""
    known = snapshot.procedure.by_code
    codes = dict.fromkeys(mark.code for mark in snapshot.steps if mark.code in known and known[mark.code].makes)
    return [(code, known[code].makes) for code in codes]


def pages_in(data: bytes, media_type: str) -> int | None:
    """How many pages a scan has; a photo is one. None where a file does not tell."""
    if media_type.startswith("image/"):
        return 1
    if media_type != "application/pdf":
        return None
    with TemporaryDirectory() as folder:
        path = Path(folder) / "scan.pdf"
        path.write_bytes(data)
        pages = pages_of(path)
    return len(pages) if pages else None
