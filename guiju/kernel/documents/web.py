"""A document as a web page: the same words in semantic HTML, every figure a link to what stands behind it."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from guiju.kernel.documents.content import Document, Enclosure
from guiju.kernel.documents.content_blocks import (
    Block,
    Bold,
    Cell,
    Fields,
    Figure,
    Heading,
    Note,
    Paragraph,
    Run,
    SignatureLine,
    Table,
)
from guiju.kernel.documents.layout import attachment_lines, places

COLUMNS_OF_A_PHONE = 4  # a table with more scrolls sideways there
_STYLE = Path(__file__).parent / "static" / "documents" / "paper.css"


def to_html(document: Document, stylesheet: str | None = None) -> str:
    """Return a whole page; its style is inside, or behind `stylesheet` where a page may not carry its own."""
    if stylesheet is None:
        style = f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>"
    else:
        style = f'<link rel="stylesheet" href="{escape(stylesheet)}">'
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(_one_line(document.title))}</title>\n{style}\n</head>\n"
        f'<body class="g-paper-page">\n<main>\n{to_article(document)}\n</main>\n</body>\n</html>\n'
    )


def to_article(document: Document) -> str:
    """Return the document as one article element, for a page of the desk or the portal to hold."""
    found = places(document)
    parts = _masthead(document, found["number"])
    if found["addressees"]:
        parts.append(_p("g-paper-to", escape(found["addressees"])))
    parts += _blocks(document.blocks, first_level=2)
    parts += _attachments(document)
    if document.signature or found["day"]:
        lines = [*document.signature, found["day"].strip("\u3000")]
        parts.append(_p("g-paper-signature", "<br>".join(escape(line) for line in lines)))
    if document.note:
        parts.append(_p("g-paper-note", f"（{escape(document.note)}）"))
    parts += [_enclosure(part) for part in document.enclosures]
    parts += _imprint(document, found["cc"], found["printed"])
    return f'<article class="g-paper g-paper-{document.layout}">\n' + "\n".join(parts) + "\n</article>"


def _one_line(title: str) -> str:
    return title.replace("\n", "")


def _p(name: str, inner: str) -> str:
    return f'<p class="{name}">{inner}</p>' if name else f"<p>{inner}</p>"


def _masthead(document: Document, number: str) -> list[str]:
    parts = [_p("g-paper-mark", escape(document.head))] if document.head else []
    if number or document.signer is not None:
        signer = "" if document.signer is None else f"<span>签发人：{escape(document.signer)}</span>"
        parts.append(_p("g-paper-number", f"<span>{escape(number)}</span>{signer}"))
    title = f"<h1>{escape(_one_line(document.title))}</h1>"
    # A form has its number under its title, an official paper above it.
    above = document.layout == "official"
    return [f"<header>{''.join([*parts, title] if above else [title, *parts])}</header>"]


def _attachments(document: Document) -> list[str]:
    if not document.attachments:
        return []
    items = "".join(
        f"<li>{escape(f'{number} {name}'.strip())}</li>" for number, name in attachment_lines(document.attachments)
    )
    return [f'<div class="g-paper-attachments"><p>附件：</p><ul>{items}</ul></div>']


def _enclosure(part: Enclosure) -> str:
    head = _p("g-paper-label", escape(part.label)) if part.label else ""
    if part.title:
        head += f"<h2>{escape(_one_line(part.title))}</h2>"
    body = "\n".join(_blocks(part.blocks, first_level=3 if part.title else 2))
    return f'<section class="g-paper-enclosure">{head}\n{body}\n</section>'


def _imprint(document: Document, cc: str, printed: str) -> list[str]:
    rows = [_p("", f"抄送：{escape(cc)}")] if cc else []
    if document.issuer:
        rows.append(_p("", f"<span>{escape(document.issuer.office)}</span><span>{escape(printed)}</span>"))
    return [f'<footer class="g-paper-imprint">{"".join(rows)}</footer>'] if rows else []


def _blocks(blocks: Iterable[Block], first_level: int) -> list[str]:
    return [_block(block, first_level) for block in blocks]


def _block(block: Block, first_level: int) -> str:
    if isinstance(block, Paragraph):
        name = f"g-paper-{block.align}" if block.align != "left" else ("" if block.indent else "g-paper-flush")
        return _p(name, "".join(_run(run) for run in block.runs))
    if isinstance(block, Heading):
        level = min(6, block.level + first_level - 1)
        return f'<h{level} class="g-paper-level-{block.level}">{escape(block.text)}</h{level}>'
    if isinstance(block, Fields):
        return _grid(block)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, SignatureLine):
        day = "<span>年\u3000月\u3000日</span>" if block.dated else ""
        return _p("g-paper-sign", f"<span>{escape(block.words)}</span><span></span>{day}")
    return _p("g-paper-remark", escape(block.text)) if isinstance(block, Note) else '<hr class="g-paper-break">'


def _run(run: Run) -> str:
    if isinstance(run, Figure):
        code = escape(run.id)
        if run.href:
            return f'<a class="g-figure" data-figure="{code}" href="{escape(run.href)}">{escape(run.text)}</a>'
        return f'<span class="g-figure" data-figure="{code}">{escape(run.text)}</span>'
    return f"<strong>{escape(run.text)}</strong>" if isinstance(run, Bold) else escape(run.text)


def _cell(cell: Cell) -> str:
    return escape(cell) if isinstance(cell, str) else _run(cell)


def _scroll(caption: str, table: str) -> str:
    # A wide table scrolls by itself; it can be reached and named by who uses no mouse.
    label = escape(caption or "表格")
    return f'<div class="g-paper-scroll" tabindex="0" role="region" aria-label="{label}">{table}</div>'


def _grid(block: Fields) -> str:
    most = max(len(row) for row in block.rows)
    rows = []
    for row in block.rows:
        cells = []
        for at, field in enumerate(row):
            span = 2 * (most - len(row)) + 1 if at + 1 == len(row) else 1
            wide = f' colspan="{span}"' if span > 1 else ""
            value = "<br>".join(escape(field.value or "").split("\n"))
            cells.append(f'<th scope="row">{escape(field.label)}</th><td{wide}>{value}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    caption = f"<caption>{escape(block.caption)}</caption>" if block.caption else ""
    return _scroll(block.caption, f'<table class="g-paper-form-grid">{caption}<tbody>{"".join(rows)}</tbody></table>')


def _table(block: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in block.columns)
    total = sum(column.width for column in block.columns)
    # As an attribute, for a page under a strict policy may hold no style.
    widths = "".join(f'<col width="{100 * column.width / total:.1f}%">' for column in block.columns)
    wide = " g-paper-wide" if len(block.columns) > COLUMNS_OF_A_PHONE else ""
    rows = []
    for row in block.rows:
        cells = zip(row, block.columns, strict=True)
        rows.append(
            "<tr>"
            + "".join(f'<td class="g-paper-{column.align}">{_cell(cell)}</td>' for cell, column in cells)
            + "</tr>"
        )
    caption = f"<caption>{escape(block.caption)}</caption>" if block.caption else ""
    body = f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody>"
    table = f'<table class="g-paper-table{wide}">{caption}<colgroup>{widths}</colgroup>{body}</table>'
    return _scroll(block.caption, table)
