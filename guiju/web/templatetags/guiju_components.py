"""Template tags of the desk's components. Each takes plain values, dicts or dataclasses; the keys are named in its docstring."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

# Kind of a status -> (ink, icon). The words are fixed by the house's wording rules; the caller brings the word.
STATUS_LOOKS: Mapping[str, tuple[str, str]] = {
    "late": ("late", "alert-triangle"),
    "refused": ("late", "ban"),
    "soon": ("soon", "clock-exclamation"),
    "unverified": ("soon", "help-circle"),
    "run": ("run", "progress"),
    "hold": ("hold", "player-pause"),
    "ok": ("ok", "circle-check"),
    "missing": ("none", "circle-dashed"),
    "done": ("done", "check"),
}


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """The icon `name` (a line of static/icons.txt) from the sprite; size is "", "s" (14 px) or "l" (20 px). Always beside a word."""
    css = f"g-icon g-icon-{size}" if size else "g-icon"
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#i-{}"/></svg>',
        css,
        static("vendor/icons.svg"),
        name,
    )


@register.simple_tag
def status(kind: str, word: str, box: bool = False) -> SafeString:
    """A word with a status: icon, word and ink together. Kinds: the keys of STATUS_LOOKS; raises KeyError for another."""
    ink, picture = STATUS_LOOKS[kind]
    css = f"g-st g-st-{ink} g-box" if box else f"g-st g-st-{ink}"
    return format_html('<span class="{}">{}{}</span>', css, icon(picture), word)


@register.inclusion_tag("components/receipt.html")
def receipt_bar(receipt: Mapping[str, Any]) -> dict[str, Any]:
    """What a step just wrote: {text, entry: number as text, links: [{label, url}]}."""
    return {"receipt": receipt}
