"""Attaching a photo, scan or paper to a matter, and opening it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.evidence.api import Evidence, EvidenceError, keep, read, without_position
from guiju.kernel.procedure.api import KERNEL_ROWS, StaleMatter, apply, plan_attachment
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.desk.signing import pages_in, signable
from guiju.web.picture_alone import picture_alone
from guiju.web.present import matter as present

KINDS = [("photo", "照片"), ("signed_paper", "签字盖章的纸件"), ("recording", "录音录像"), ("other", "其他材料")]
SHOWN_IN_PAGE = frozenset({"image/jpeg", "image/png", "application/pdf"})


EMPTY = {"empty": "这个文件是空的，请重新选择。"}


class AttachForm(forms.Form):
    """A file, or a photo taken now, and what it is."""

    taken = forms.FileField(
        label="拍一张",
        required=False,
        error_messages=EMPTY,
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    file = forms.FileField(label="选文件", required=False, error_messages=EMPTY)
    kind = forms.ChoiceField(label="是什么", choices=KINDS, widget=forms.RadioSelect, initial="photo")
    title = forms.CharField(
        label="名称", max_length=80, required=False, help_text="例如：露台照片。不填就记作“照片”“签字盖章的纸件”等"
    )
    made_on = forms.DateField(label="哪天的", required=False)
    step = forms.ChoiceField(label="是哪份文书的签字件", required=False)

    def __init__(self, *args: Any, papers: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = [("", "不是签字件"), *papers]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One file, whichever way it came; without a name of its own it is called what it is."""
        given = super().clean() or {}
        came = [given[name] for name in ("taken", "file") if given.get(name)]
        if len(came) == 1:
            given["upload"] = came[0]
        elif not self.errors:
            both = "一次记一份：拍的和选的都有，请只留一份。"
            self.add_error("file", both if came else "还没有文件：请拍一张，或者选一个文件。")
        given["title"] = given.get("title") or dict(KINDS).get(given.get("kind", ""), "")
        return given


@business
def attach(request: DeskRequest, matter: int) -> HttpResponse:
    """Keep the file under its hash, then record it."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS)
    papers = signable(snapshot)
    form = AttachForm(request.POST or None, request.FILES or None, papers=papers)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["upload"]
        data = without_position(upload.read())
        try:
            planned = plan_attachment(
                snapshot,
                request.moment,
                sha256=keep(data),
                size_bytes=len(data),
                media_type=(upload.content_type or "application/octet-stream")[:80],
                title=form.cleaned_data["title"],
                kind=form.cleaned_data["kind"],
                pages=pages_in(data, upload.content_type or ""),
                made_on=form.cleaned_data["made_on"],
                step=form.cleaned_data["step"],
            )
            index = apply([planned], request.moment.now)[0].index
            return HttpResponseRedirect(f"{reverse('matter', args=[matter])}?done={index}")
        except (EvidenceError, StaleMatter) as error:
            form.add_error("file", str(error))
    context = {"matter": present.head(snapshot, request.moment), "form": form, "papers": papers}
    return render(request, "matters/attach.html", context)


@business
def show(request: DeskRequest, matter: int, key: int) -> HttpResponse:
    """The bytes of one piece of evidence."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS)
    row = snapshot.rows.get(Evidence, {}).get(key)
    if row is None:
        raise Http404("这件事项没有这份材料。")
    try:
        data = read(row["sha256"])
    except EvidenceError as error:
        raise Http404(str(error)) from error
    inline = row["media_type"] in SHOWN_IN_PAGE
    response = HttpResponse(data, content_type=row["media_type"] if inline else "application/octet-stream")
    response["Content-Disposition"] = f"{'inline' if inline else 'attachment'}; filename=evidence-{key}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return picture_alone(response)
