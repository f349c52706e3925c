"""收回纸件: photos and scans of signed papers are sorted by the code on their pages, looked at, and stored by one button."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.papers.api import assign, drop, picture_of, store, take_in, waiting_of, waiting_pages
from guiju.kernel.evidence.api import EvidenceError
from guiju.kernel.procedure.api import NotAllowed
from guiju.web.access import DeskRequest, business, matter_or_404
from guiju.web.picture_alone import picture_alone
from guiju.web.present.signed_papers import came_back, choices, not_back, paper, unknown

FIELDS = ("photos", "files")  # the camera of a phone, and files of any device


@business
def scans(request: DeskRequest) -> HttpResponse:
    """What waits, and bringing more; the answer to an upload says what was not taken and why."""
    taken = None
    if request.method == "POST":
        uploads = [upload for name in FIELDS for upload in request.FILES.getlist(name)]
        taken = take_in([(str(upload.name), upload.read()) for upload in uploads], request.moment)
        if not uploads:
            taken.told.append("还没有选照片或者文件。")
    waiting = waiting_of(request.acting)
    out = [told for told in not_back(request.acting, request.moment) if told["key"] not in waiting.papers]
    key = request.GET.get("matter", "")
    context = {
        "taken": taken,
        "matter": _matter(request, int(key)) if key.isdecimal() else None,
        "papers": [paper(bundle, waiting) for bundle in waiting.bundles],
        "unknown": [unknown(page, waiting) for page in waiting.unknown],
        "choices": choices(waiting, out),
        "outstanding": out,
        "returned": came_back(request.acting, request.moment),
    }
    return render(request, "papers/scans.html", context)


def _matter(request: DeskRequest, key: int) -> dict[str, str]:
    """The matter from whose page somebody came."""
    found = matter_or_404(request, key)
    return {"number": found.number, "title": found.title, "url": reverse("matter", args=[found.pk])}


@business
def page(request: DeskRequest, key: int) -> HttpResponse:
    """The picture of a page that waits, or with `small` a small one; only its bringer sees it."""
    found = waiting_pages(request.acting).filter(id=key).first()
    if found is None:
        raise Http404("没有这一页，或者已经归卷了。")
    data = picture_of(found, small="small" in request.GET)
    response = picture_alone(HttpResponse(data, content_type="image/jpeg"))
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@business
def settle(request: DeskRequest) -> HttpResponse:
    """A person says which page an unknown one is (`page`, `as` = paper and number), or that one is of no use (`drop`)."""
    said = request.POST
    if said.get("drop", "").isdecimal():
        if drop(request.acting, [int(said["drop"])]):
            messages.success(request, "这一页不要了。")
        return HttpResponseRedirect(reverse("scans"))
    numbers = [said.get("page", ""), *said.get("as", "").split(":")]
    try:
        if len(numbers) != 3 or not all(number.isdecimal() for number in numbers):
            raise NotAllowed("请先选这一页是哪一份纸件的第几页。")
        key, wanted, number = map(int, numbers)
        assign(request.acting, key, wanted, number)
        messages.success(request, "这一页放好了。")
    except NotAllowed as error:
        messages.warning(request, str(error))
    return HttpResponseRedirect(reverse("scans"))


@require_POST
@business
def keep(request: DeskRequest) -> HttpResponse:
    """Store the chosen papers with their matters."""
    chosen = [int(key) for key in request.POST.getlist("paper") if key.isdecimal()]
    gaps = [int(key) for key in request.POST.getlist("gaps") if key.isdecimal()]
    if not chosen and not gaps:
        messages.warning(request, "还没有勾选要归卷的纸件。")
        return HttpResponseRedirect(reverse("scans"))
    try:
        stored = store(request.moment, [*chosen, *gaps], with_gaps=gaps)
        if stored:
            messages.success(request, f"已归卷 {len(stored)} 份。")
    except (NotAllowed, EvidenceError) as error:
        messages.warning(request, str(error))
    return HttpResponseRedirect(reverse("scans"))
