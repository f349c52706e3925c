"""Forms and lists: a field with its error beside it, the summary on top, filters, pages, bulk bar, the spreadsheet preview."""

import copy
import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()

Data = Mapping[str, Any]


def _looks_like_a_date(value: object) -> bool:
    """True for a date, nothing, or text that a date input can show."""
    if not isinstance(value, str) or not value:
        return True
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _render(bound: BoundField) -> SafeString:
    """The control itself. What a browser's own date or number field would drop is kept as text, so that nothing typed is lost."""
    widget = copy.copy(bound.field.widget)
    attrs: dict[str, Any] = {"class": f"g-inp {widget.attrs.get('class', '')}".strip()}
    if isinstance(widget, forms.DateInput):
        widget.format = "%Y-%m-%d"
        widget.input_type = "date" if _looks_like_a_date(bound.value()) else "text"
    elif isinstance(widget, forms.NumberInput):
        widget.input_type = "text"
        attrs["inputmode"] = "decimal"
    elif isinstance(widget, forms.CheckboxInput):
        attrs["class"] = "g-check"
    return bound.as_widget(widget=widget, attrs=attrs)


def _kind(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "chips"
    return "checkbox" if isinstance(widget, forms.CheckboxInput) else "control"


def sentences(bound: BoundField) -> list[str]:
    """What is wrong with a field, as sentences. The framework's own word for an empty field is replaced by one that names the field."""
    plain = str(forms.Field.default_error_messages["required"])
    verb = (
        "填" if _kind(bound) == "control" and not isinstance(bound.field, forms.ChoiceField | forms.FileField) else "选"
    )
    return [f"还没有{verb}：{bound.label}" if str(text) == plain else str(text) for text in bound.errors]


@register.inclusion_tag("components/field.html")
def field(
    bound: BoundField, note: str = "", wide: bool = False, refusal: Data | None = None, remedy: Data | None = None
) -> dict[str, Any]:
    """One field of a Django form: label, note at the right, control, help, error beside it.

    Radio and multiple choice are chips; date, number, select, text area, file and single check box are their own controls.
    refusal (see guiju_work.refusal) is drawn at the field that caused it; remedy {label, name, value} is a button that puts right what is wrong.
    """
    kind = _kind(bound)
    control = "" if kind == "chips" else _render(bound)
    return {
        "bound": bound,
        "kind": kind,
        "control": control,
        "note": note,
        "wide": wide,
        "refusal": refusal,
        "remedy": remedy,
        "optional": not bound.field.required,
        "errors": sentences(bound),
    }


def _target(bound: BoundField) -> str:
    """The id that a link of the summary jumps to: the control, or the first of its chips."""
    return f"{bound.auto_id}_0" if _kind(bound) == "chips" else bound.id_for_label or bound.auto_id


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: forms.BaseForm, extra: Iterable[Data] = ()) -> dict[str, Any]:
    """What is still to be changed, on top of the form, each line a link to its field. extra: [{text, target}] of things beside the form."""
    lines = [{"text": text, "target": _target(bound)} for bound in form for text in sentences(bound)]
    lines += [{"text": str(text), "target": ""} for text in form.non_field_errors()]
    lines += [dict(line) for line in extra]
    return {"lines": lines}


@register.inclusion_tag("components/filters.html")
def filters(bar: Data) -> dict[str, Any]:
    """The filter row; filters live in the address. {action, words, words_label, picks: [pick], clear_url, clear_count}.

    A pick: {name, label, kind: "choice"|"date", value, options: [{value, label, chosen}], active, clear_url}.
    """
    return {"bar": bar}


@register.inclusion_tag("components/pager.html")
def pager(page: Data) -> dict[str, Any]:
    """Keyset paging: {summary: "本页 100 件，登记日 … 至 …", count: "符合条件 1,000+ 件", newer_url, older_url}."""
    return {"page": page}


@register.inclusion_tag("components/bulk.html")
def bulk(bar: Data) -> dict[str, Any]:
    """What may be done with several: {count, actions: [{label, icon, name, value}], clear_url}. Steps are never among them, and the bar says so."""
    return {"bar": bar}


@register.inclusion_tag("components/grid.html")
def sheet_grid(grid: Data) -> dict[str, Any]:
    """A spreadsheet as the person knows it: {caption, columns: [{letter, heading, field, refused}], rows: [{number, cells: [cell]}]}.

    field is the Chinese name that the heading was taken for, empty when unknown; refused is why a column is left out.
    A cell: {text, state: ""|"error"|"ask", message}.
    """
    return {"grid": grid}


@register.inclusion_tag("components/segments.html")
def segments(items: Sequence[Data], label: str) -> dict[str, Any]:
    """A small switch of views: [{label, url, current}]; label says to a screen reader what is switched."""
    return {"items": items, "label": label}
