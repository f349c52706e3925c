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


@register.simple_tag
def article(basis: Mapping[str, Any]) -> SafeString:
    """An article in the law's voice: {label: "《…法》第29条", url, unverified, law: its title where the label is the number
    alone, for those who hear it}; unverified shows 待核实 beside it."""
    heard = format_html('<span class="g-heard">{}</span>', basis["law"]) if basis.get("law") else ""
    if basis.get("url"):
        words = format_html('<a class="g-art" href="{}">{}{}</a>', basis["url"], heard, basis["label"])
    else:
        words = format_html('<span class="g-art">{}{}</span>', heard, basis["label"])
    return format_html("{} {}", words, status("unverified", "待核实")) if basis.get("unverified") else words


@register.simple_tag
def entry(entry: Mapping[str, Any]) -> SafeString:
    """A ledger entry: {number: text, url, signed, region}. signed draws the tick; region is the id of the element that the proof loads into."""
    load = (
        format_html(' hx-get="{}" hx-target="#{}" hx-push-url="false"', entry["url"], entry["region"])
        if entry.get("region")
        else ""
    )
    tick = (
        format_html('{}<span class="g-heard">已封存</span>', icon("rosette-discount-check"))
        if entry.get("signed")
        else ""
    )
    return format_html(
        '<a class="g-ent" href="{}"{}><span class="g-heard">留痕第</span>#{}{}</a>',
        entry["url"],
        load,
        entry["number"],
        tick,
    )


@register.inclusion_tag("components/crumbs.html")
def crumbs(*labels_and_urls: str) -> dict[str, Any]:
    """The way to this page: label, url, label, url, …, label of this page. A phone shows only the last link, as a way back."""
    pairs = [
        {"label": label, "url": url} for label, url in zip(labels_and_urls[::2], labels_and_urls[1::2], strict=False)
    ]
    here = labels_and_urls[-1] if len(labels_and_urls) % 2 else ""
    return {"pairs": pairs, "here": here}


@register.simple_block_tag
def panel(
    content: str,
    title: str,
    note: str = "",
    meta: str = "",
    footer: str = "",
    key: bool = False,
    region: str = "",
    screen: bool = False,
) -> SafeString:
    """A block with its title at the left, meta at the right, an explanation in the footer; key marks the one block that asks for an act.

    region is the element's id; screen leaves the block out of a print. meta and footer may be safe HTML.
    """
    css = "g-panel" + (" g-panel-key" if key else "") + (" g-screen" if screen else "")
    return format_html(
        '<section class="{}"{}><header><h2>{}</h2>{}{}</header>{}{}</section>',
        css,
        format_html(' id="{}"', region) if region else "",
        title,
        format_html("<p>{}</p>", note) if note else "",
        format_html('<span class="g-meta">{}</span>', meta) if meta else "",
        content,
        format_html("<footer>{}</footer>", footer) if footer else "",
    )


@register.inclusion_tag("components/empty.html")
def empty(text: str, label: str = "", url: str = "") -> dict[str, Any]:
    """Nothing here: one sentence that says why, and one link."""
    return {"text": text, "label": label, "url": url}


@register.inclusion_tag("components/no_right.html")
def no_right(text: str, whom: str = "") -> dict[str, Any]:
    """The person's post may not see this: who handles it, and whom to ask."""
    return {"text": text, "whom": whom}


@register.inclusion_tag("components/loading.html")
def loading(text: str, bars: int = 3) -> dict[str, Any]:
    """Grey bars in the place of text that takes longer than 300 ms; `text` is what a screen reader hears."""
    return {"text": text, "bars": range(bars)}


@register.inclusion_tag("components/note.html")
def note(text: str, tone: str = "", icon_name: str = "info-circle", label: str = "", url: str = "") -> dict[str, Any]:
    """A remark in a box; tone is "", "amber", "red" or "accent"; label and url make one link at its end."""
    return {"text": text, "tone": tone, "icon_name": icon_name, "label": label, "url": url}
