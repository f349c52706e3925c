"""Files that are kept beside what they prove: taken in under their hash, given back as they were."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse

from guiju.kernel.evidence.api import EvidenceError, keep, read
from guiju.reports.api import KeptFile
from guiju.web.picture_alone import picture_alone

SHOWN_IN_PAGE = frozenset({"image/jpeg", "image/png", "application/pdf"})


def kept_file(upload: UploadedFile) -> tuple[KeptFile, bytes]:
    """Keep an uploaded file. Raises EvidenceError."""
    data = upload.read()
    return KeptFile(keep(data), len(data), upload.content_type or "application/octet-stream"), data


def file_response(sha256: str, media_type: str, name: str) -> HttpResponse:
    """The bytes of a kept file. Raises Http404 where they are missing or were changed."""
    try:
        data = read(sha256)
    except EvidenceError as error:
        raise Http404(str(error)) from error
    inline = media_type in SHOWN_IN_PAGE
    response = HttpResponse(data, content_type=media_type if inline else "application/octet-stream")
    response["Content-Disposition"] = f"{'inline' if inline else 'attachment'}; filename={name}"
    response["X-Content-Type-Options"] = "nosniff"
    return picture_alone(response)


def file_field(label: str, help_text: str = "") -> forms.FileField:
    """A field for one file."""
    return forms.FileField(
        label=label,
        help_text=help_text,
        error_messages={"required": "请选文件。", "empty": "这个文件是空的，请重新选择。"},
    )
