"""A document as a Word file that an office can go on working with: real styles, real headings, nothing drawn."""

import zipfile
from datetime import UTC, datetime, time
from io import BytesIO

from docx.enum.section import WD_ORIENT
from docx.section import _Footer as WordFooter
from docx.shared import Mm, Pt, Twips

from guiju.kernel.documents.content import Document
from guiju.kernel.documents.layout import PAGE_NUMBER_GAP, PAGE_NUMBER_SIZE, POINTS_PER_MM, Places, places, sheet
from guiju.kernel.documents.word_blocks import write_blocks
from guiju.kernel.documents.word_official import write_enclosure, write_official, write_signature, write_title
from guiju.kernel.documents.word_styles import twips
from guiju.kernel.documents.word_writer import SIDES, WordWriter, page_field

# The moment a file carries where the paper has no date of its own: the same content must give the same bytes.
_FIXED = datetime(2000, 1, 1, tzinfo=UTC)
_PACKED_AT = (1980, 1, 1, 0, 0, 0)


def to_docx(document: Document) -> bytes:
    """Return the Word file of a document; the same content gives the same bytes."""
    writer = WordWriter(sheet(document))
    _page(writer, document)
    if document.layout == "official":
        write_official(writer, document, places(document))
    else:
        _write_sheet(writer, document, places(document))
    _describe(writer, document)
    return _packed(writer)


def _page(writer: WordWriter, document: Document) -> None:
    measures, section = writer.sheet, writer.file.sections[0]
    section.page_width, section.page_height = Mm(measures.wide), Mm(measures.high)
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(measures.top), Mm(measures.bottom)
    section.left_margin, section.right_margin = Mm(measures.left), Mm(measures.right)
    section.gutter = section.header_distance = Mm(0)
    # The dash stands in the middle of a line of exactly its size, so far below the type area.
    dash = (measures.bottom - PAGE_NUMBER_GAP) * POINTS_PER_MM
    section.footer_distance = Twips(twips(dash - PAGE_NUMBER_SIZE / 2))
    if document.page_numbers:
        official = document.layout == "official"
        _footer(section.footer, "right" if official else "center")
        _footer(section.even_page_footer, "left" if official else "center")


def _footer(footer: WordFooter, side: str) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph._p.style = "Footer"
    paragraph.alignment = SIDES[side]
    if side == "right":
        paragraph.paragraph_format.right_indent = Pt(PAGE_NUMBER_SIZE)
    if side == "left":
        paragraph.paragraph_format.left_indent = Pt(PAGE_NUMBER_SIZE)
    page_field(paragraph)


def _write_sheet(writer: WordWriter, document: Document, found: Places) -> None:
    write_title(writer, found["title"])
    if found["number"]:
        writer.line(found["number"], align="right")
    else:
        writer.line().paragraph_format.line_spacing = Pt(writer.sheet.pitch * 0.4)
    if found["addressees"]:
        writer.line(found["addressees"])
    write_blocks(writer, document.blocks, keep_last=bool(document.signature))
    write_signature(writer, document, found)
    if document.note:
        writer.line(document.note, "Remark")
    for part, lines in zip(document.enclosures, found["enclosures"], strict=True):
        write_enclosure(writer, part, lines, blanks=0)


def _describe(writer: WordWriter, document: Document) -> None:
    properties = writer.file.core_properties
    properties.title = document.title.replace("\n", "")
    properties.author = properties.last_modified_by = document.signature[0] if document.signature else ""
    properties.comments = properties.keywords = properties.subject = ""
    moment = datetime.combine(document.signed_on, time(), UTC) if document.signed_on else _FIXED
    properties.created = properties.modified = moment
    properties.revision, properties.language = 1, "zh-CN"


def _packed(writer: WordWriter) -> bytes:
    """Save with fixed times in the archive, which otherwise hold the minute of saving."""
    saved, made = BytesIO(), BytesIO()
    writer.file.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _PACKED_AT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(name))
    return made.getvalue()
