"""Writing lines, runs and tables into a Word file."""

from collections.abc import Sequence

from docx import Document as new_file
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, Twips
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from guiju.kernel.documents.layout import Sheet
from guiju.kernel.documents.word_styles import replace_template, twips

SIDES = {"left": ALIGN.LEFT, "center": ALIGN.CENTER, "right": ALIGN.RIGHT}


class WordWriter:
    """A Word file under construction, and the page break that the next thing written is owed."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.file = new_file()
        self._breaks = False
        replace_template(self.file, sheet)

    @property
    def one(self) -> float:
        """One character of the line in points."""
        return self.sheet.body + self.sheet.tracking

    def line(self, text: str = "", style: str = "Normal", *, align: str = "", left: float = 0, right: float = 0,
             first: float = 0) -> WordParagraph:  # fmt: skip
        """Write a paragraph in the style of that id; left, right and first are points, `first` counted from `left`."""
        made = self.file.add_paragraph(text)
        made._p.style = style
        if align:
            made.alignment = SIDES[align]
        form = made.paragraph_format
        for name, value in (("left_indent", left), ("right_indent", right), ("first_line_indent", first)):
            if value:
                setattr(form, name, Twips(twips(value)))
        if self._breaks:
            form.page_break_before = True
            self._breaks = False
        return made

    def blank(self, count: int = 1, keep: bool = False) -> None:
        """Write blank lines; with `keep` they stay on one page with what follows."""
        for _ in range(count):
            self.line().paragraph_format.keep_with_next = keep or None

    def new_page(self) -> None:
        """Let the next thing begin on a new page."""
        self._breaks = True

    def hairline(self) -> WordParagraph:
        """Write a paragraph of no height to speak of, such as Word needs after a table."""
        made = self.line()
        made.paragraph_format.line_spacing = Pt(1)
        return made

    def table(self, widths: Sequence[float], borders: bool = True) -> WordTable:
        """Open a table whose columns are so many points wide."""
        if self._breaks:
            self.hairline()
        made: WordTable = self.file.add_table(rows=0, cols=len(widths))
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Twips(twips(width))
        if borders:
            sides = "".join(
                f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                for side in ("top", "left", "bottom", "right", "insideH", "insideV")
            )
            made._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"))
        order_table_properties(made)
        return made


def order_table_properties(table: WordTable) -> None:
    """Put the properties of a table into the order of the schema, which strict readers insist on."""
    order = [
        "tblStyle",
        "tblpPr",
        "tblOverlap",
        "tblW",
        "jc",
        "tblInd",
        "tblBorders",
        "tblLayout",
        "tblCellMar",
        "tblLook",
    ]
    properties = table._tbl.tblPr
    for child in sorted(properties, key=lambda child: order.index(child.tag.split("}")[1])):
        properties.append(child)


def add_row(table: WordTable, height: float = 0.0, head: bool = False) -> list[WordCell]:
    """Add a row that is never split over pages unless it is a tall one; a head comes again on each page."""
    row = table.add_row()  # type: ignore[no-untyped-call]
    properties = row._tr.get_or_add_trPr()
    if not height:
        properties.append(OxmlElement("w:cantSplit"))
    else:
        row.height, row.height_rule = Twips(twips(height)), WD_ROW_HEIGHT_RULE.AT_LEAST
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    # The library's own list of cells looks through the whole row once for each of them.
    return [WordCell(cell, table) for cell in row._tr.tc_lst]


def fill(cell: WordCell, text: str, style: str, align: str = "left", middle: bool = True) -> WordParagraph:
    """Write text into a cell."""
    paragraph: WordParagraph = cell.paragraphs[0]
    paragraph._p.style = style
    paragraph.alignment = SIDES[align]
    lines = text.split("\n")
    paragraph.add_run(lines[0])
    for more in lines[1:]:
        paragraph.add_run().add_break()
        paragraph.add_run(more)
    if middle:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    return paragraph


def set_face(paragraph: WordParagraph, face: str, run: Run | None = None) -> None:
    """Set one run, or all runs of a paragraph, in another face."""
    for found in [run] if run else paragraph.runs:
        fonts = found._r.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{kind}"), face)


def rule(paragraph: WordParagraph, lines: dict[str, int], colour: str, space: int) -> None:
    """Draw lines at the sides of a paragraph: weights in eighths of a point by side, distance in points."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{weight}" w:space="{space}" w:color="{colour}"/>'
        for side, weight in lines.items()
    )
    _put(paragraph, f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>", "w:shd")


def frame(paragraph: WordParagraph, xml: str) -> None:
    """Put a paragraph into the frame that the element describes."""
    _put(paragraph, xml, "w:widowControl")


def _put(paragraph: WordParagraph, xml: str, before: str) -> None:
    order = ("w:widowControl", "w:pBdr", "w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(parse_xml(xml), *order[order.index(before) :])


def page_field(paragraph: WordParagraph) -> None:
    """Write the number of the page between dashes (GB/T 9704-2012 7.5)."""
    paragraph.add_run("— ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("result", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind == "result":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)
    paragraph.add_run(" —")
