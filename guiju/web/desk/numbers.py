"""字号簿: numbers that others give, entered from their lists; what was told twice and what is missing, beside our own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.numbers.api import (
    OURS,
    Book,
    GivenNumber,
    Keeper,
    NumberError,
    Standing,
    Told,
    books_of,
    known_as,
    may_enter,
    plan_cancelled,
    plan_numbers,
    told_in_workbook,
    told_lines,
)
from guiju.exchange.sheets.api import UnreadableWorkbook, check_size
from guiju.kernel.procedure.api import apply
from guiju.web.access import DeskRequest, business
from guiju.web.desk.figures import asked_year, year_choices

TOLD_AT_MOST = 50


class NumbersForm(forms.Form):
    """A list of numbers as others keep it: pasted, or as a workbook."""

    keeper = forms.ChoiceField(label="谁的号")
    source = forms.CharField(label="从哪里来", max_length=120, help_text="例如：党政办发文登记簿、区平台10月导出")
    lines = forms.CharField(
        label="贴在这里",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="一行一个：文号、标题、日期，从 Excel 里复制即可；标题不写个人姓名",
    )
    file = forms.FileField(label="或者选 Excel", required=False, help_text="有“文号”一列就行")

    def __init__(self, keepers: list[Keeper], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keeper"].choices = [(each.value, each.label) for each in keepers]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("lines") and not told.get("file"):
            self.add_error("lines", "请贴上文号，或者选一张 Excel。")
        return told

    def told(self) -> list[Told]:
        """The lines of the list. Raises UnreadableWorkbook."""
        file = self.cleaned_data["file"]
        if file is None:
            return told_lines(self.cleaned_data["lines"])
        check_size(file.size, file.name)
        return told_in_workbook(file.read(), file.name)


@business
def numbers(request: DeskRequest) -> HttpResponse:
    """The books of a year, and a form for a list."""
    acting, year = request.acting, asked_year(request)
    if not acting.sees_town:
        raise PermissionDenied("字号簿由司法所、党政办和镇领导看。您经手的事项，号就在事项页上。")
    keepers = [keeper for keeper in Keeper if may_enter(acting, keeper)]
    form = NumbersForm(keepers, request.POST or None, request.FILES or None) if keepers else None
    if form is not None and request.method == "POST" and form.is_valid():
        answer = _entered(request, form, year)
        if answer is not None:
            return answer
    books, odd = books_of(acting.town_id, year)
    context = {
        "year": year,
        "years": year_choices(request, year),
        "groups": [
            _group(acting, "别人编的号", [book for book in books if book.keeper != OURS]),
            _group(acting, OURS, [book for book in books if book.keeper == OURS]),
        ],
        "odd": [_standing(each) for each in odd[:TOLD_AT_MOST]],
        "odd_more": max(len(odd) - TOLD_AT_MOST, 0),
        "form": form,
    }
    return render(request, "numbers/books.html", context)


def _entered(request: DeskRequest, form: NumbersForm, year: int) -> HttpResponse | None:
    acting, today = request.acting, request.moment.today
    rows = GivenNumber.objects.filter(town_id=acting.town_id, keeper=form.cleaned_data["keeper"])
    known = {known_as(Told(row.number, row.title, row.given_on)) for row in rows}
    try:
        told = form.told()
        plan = plan_numbers(acting, form.cleaned_data["keeper"], form.cleaned_data["source"], told, known, today)
    except (NumberError, UnreadableWorkbook) as error:
        form.add_error("file" if form.cleaned_data["file"] else "lines", str(error))
        return None
    index = apply([plan], request.moment.now)[0].index
    already = len(told) - len(plan.changes)
    said = f"登记了 {len(plan.changes)} 个号（条目 #{index:,}）" + (
        f"，另有 {already} 个早已登记。" if already else "。"
    )
    messages.success(request, said)
    return HttpResponseRedirect(f"{reverse('numbers')}?year={year}")


@require_POST
@business
def cancel(request: DeskRequest, key: int) -> HttpResponse:
    """A number was cancelled by whoever gave it."""
    given = GivenNumber.objects.filter(town_id=request.acting.town_id, id=key).first()
    if given is None or not request.acting.sees_town:
        raise Http404("没有这个号。")
    try:
        apply([plan_cancelled(request.acting, given, request.moment.today)], request.moment.now)
        messages.success(request, f"{given.number}已记为作废，号仍占着。")
    except NumberError as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(f"{reverse('numbers')}?year={(given.given_on or given.entered_on).year}")


def _group(acting: Any, title: str, books: list[Book]) -> dict[str, Any]:
    """Books with something missing or told twice stand first."""
    shown = [_book(acting, book) for book in sorted(books, key=lambda book: not (book.gaps or book.doubles))]
    return {"title": title, "books": shown, "troubled": sum(bool(each["missing"] or each["doubles"]) for each in shown)}


def _book(acting: Any, book: Book) -> dict[str, Any]:
    doubles, gaps = book.doubles, book.gaps
    return {
        "name": f"{book.name}〔{book.year}〕",
        "keeper": book.keeper,
        "count": len(book.standing),
        "span": f"{book.first}–{book.last}",
        "gaps": "、".join(str(a) if a == b else f"{a}–{b}" for a, b in gaps),
        "missing": sum(b - a + 1 for a, b in gaps),
        "doubles": [
            {"number": told[0].number, "standing": [_standing(each) for each in told]} for told in doubles.values()
        ],
        "listed": [
            _standing(each, acting)
            for n in sorted(book.standing, reverse=True)
            for each in book.standing[n]
            if each.given_id is not None
        ][:TOLD_AT_MOST],
    }


def _standing(each: Standing, acting: Any = None) -> dict[str, Any]:
    given = each.given_id is not None and acting is not None and not each.cancelled
    return {
        "number": each.number,
        "title": each.title,
        "where": each.where,
        "cancelled": each.cancelled,
        "url": reverse("matter", args=[each.matter_id]) if each.matter_id else "",
        "cancel_url": reverse("number-cancel", args=[each.given_id]) if given else "",
    }
