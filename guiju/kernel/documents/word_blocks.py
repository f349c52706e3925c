"""The blocks of a document in a Word file."""

from collections.abc import Iterable

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Twips

from guiju.kernel.documents.amounts import date_in_digits
from guiju.kernel.documents.content_blocks import (
    Block,
    Bold,
    Fields,
    Heading,
    Note,
    Paragraph,
    SignatureLine,
    Table,
)
from guiju.kernel.documents.title_lines import width
from guiju.kernel.documents.word_styles import twips
from guiju.kernel.documents.word_writer import SIDES, WordWriter, add_row, fill


def write_blocks(writer: WordWriter, blocks: Iterable[Block], keep_last: bool = False) -> None:
    """Write blocks in order; with `keep_last` the last paragraph stays on one page with what follows."""
    blocks = tuple(blocks)
    for number, block in enumerate(blocks, start=1):
        if isinstance(block, Paragraph):
            _paragraph(writer, block, keep_last and number == len(blocks))
        elif isinstance(block, Heading):
            writer.line(block.text, f"Heading{block.level}")
        elif isinstance(block, Fields):
            _grid(writer, block)
        elif isinstance(block, Table):
            _table(writer, block)
        elif isinstance(block, SignatureLine):
            _signature_line(writer, block)
        elif isinstance(block, Note):
            writer.line(block.text, "Remark")
        else:
            writer.new_page()


def _paragraph(writer: WordWriter, block: Paragraph, keep: bool) -> None:
    made = writer.line(style="BodyText" if block.indent and block.align == "left" else "Normal")
    if block.align != "left":
        made.alignment = SIDES[block.align]
    made.paragraph_format.keep_with_next = keep or None
    for run in block.runs:
        made.add_run(run.text).bold = isinstance(run, Bold) or None


def _grid(writer: WordWriter, block: Fields) -> None:
    sheet = writer.sheet
    if block.caption:
        writer.line(block.caption, "Caption")
    most = max(len(row) for row in block.rows)
    longest = max(len(field.label) for row in block.rows for field in row)
    label = (min(6.5, max(4, longest) + 0.8)) * sheet.table
    value = sheet.measure / most - label
    table = writer.table([label, value] * most)
    for row in block.rows:
        height = max(field.lines for field in row) * sheet.table_pitch + 6
        cells = add_row(table, height)
        for at, field in enumerate(row):
            fill(cells[2 * at], field.label, "TableText", "center")
            last = 2 * most - 1 if at + 1 == len(row) else 2 * at + 1
            wide = cells[2 * at + 1].merge(cells[last]) if last > 2 * at + 1 else cells[2 * at + 1]
            fill(wide, field.value or "", "TableText", middle=field.lines == 1)
    writer.hairline()


def _table(writer: WordWriter, block: Table) -> None:
    if block.caption:
        writer.line(block.caption, "Caption")
    total = sum(column.width for column in block.columns)
    table = writer.table([writer.sheet.measure * column.width / total for column in block.columns])
    for cell, column in zip(add_row(table, head=True), block.columns, strict=True):
        fill(cell, column.title, "TableHead", "center")
    for row in block.rows:
        for cell, content, column in zip(add_row(table), row, block.columns, strict=True):
            fill(cell, content if isinstance(content, str) else content.text, "TableText", column.align)
    writer.hairline()


def _signature_line(writer: WordWriter, block: SignatureLine) -> None:
    made = writer.line(block.words, left=2 * writer.one, align="left")
    made.paragraph_format.space_before = Twips(twips(writer.sheet.pitch * 0.35))
    made.paragraph_format.keep_together = made.paragraph_format.keep_with_next = True
    day = date_in_digits(None) if block.dated else ""
    end = writer.sheet.measure - width(day) * writer.one
    made.paragraph_format.tab_stops.add_tab_stop(Twips(twips(end)), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
    made.add_run("\t" + day)
