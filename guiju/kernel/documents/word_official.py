"""The parts that only an official paper has, in a Word file: masthead, attachments, signature, imprint."""

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import nsdecls
from docx.shared import Pt, Twips
from docx.text.paragraph import Paragraph as WordParagraph

from guiju.kernel.documents.content import Document, Enclosure
from guiju.kernel.documents.layout import (
    IMPRINT_PITCH,
    IMPRINT_SIZE,
    MARK_TOP,
    POINTS_PER_MM,
    RED_LINE_GAP,
    THICK,
    THIN,
    Places,
)
from guiju.kernel.documents.title_lines import width
from guiju.kernel.documents.word_blocks import write_blocks
from guiju.kernel.documents.word_styles import HEADING, RED, SUBHEADING, twips
from guiju.kernel.documents.word_writer import WordWriter, frame, rule, set_face

_THICK, _THIN = (round(line * 8 * POINTS_PER_MM) for line in (THICK, THIN))
_FRAME = (
    '<w:framePr {namespace} w:w="{wide}" w:hSpace="0" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" '
    'w:xAlign="left" w:y="{y}"/>'
)


def write_official(writer: WordWriter, document: Document, places: Places) -> None:
    """Write an official paper (GB/T 9704-2012 chapter 7)."""
    _masthead(writer, document, places)
    write_title(writer, places["title"])
    writer.blank()
    if places["addressees"]:
        writer.line(places["addressees"])
    write_blocks(writer, document.blocks, keep_last=bool(document.signature))
    _attachments(writer, document, places)
    write_signature(writer, document, places)
    if document.note:
        writer.line(f"（{document.note}）", "BodyText")
    for part, lines in zip(document.enclosures, places["enclosures"], strict=True):
        write_enclosure(writer, part, lines, blanks=1)
    _imprint(writer, document, places)


def write_title(writer: WordWriter, lines: list[str]) -> None:
    """Write the title with the breaks that the layout chose."""
    made = writer.line(lines[0], "Title")
    for more in lines[1:]:
        made.add_run().add_break()
        made.add_run(more)


def write_enclosure(writer: WordWriter, part: Enclosure, lines: list[str], blanks: int) -> None:
    """Write what follows on a page of its own; its label stands at the left of the first line (7.3.7)."""
    writer.new_page()
    if part.label:
        set_face(writer.line(part.label), HEADING)
        for _ in range(blanks):
            writer.blank()
    if lines:
        write_title(writer, lines)
        for _ in range(blanks):
            writer.blank()
    write_blocks(writer, part.blocks)


def write_signature(writer: WordWriter, document: Document, places: Places) -> None:
    """Write names and day at the right; the seal's own place is the blank lines above them (7.3.5)."""
    if not (document.signature or places["day"]):
        return
    lines = [writer.line(name, align="right", right=right * writer.one)
             for name, right in zip(document.signature, places["rights"], strict=True)]  # fmt: skip
    lines.append(writer.line(places["day"], align="right", right=places["day_right"] * writer.one))
    # Space and not blank lines: it falls away where the names come to stand at the head of a page.
    lines[0].paragraph_format.space_before = Pt((2 if document.sealed else 1) * writer.sheet.pitch)
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True


def _masthead(writer: WordWriter, document: Document, places: Places) -> None:
    if document.head:
        mark = writer.line(document.head, "Mark")
        mark.paragraph_format.space_before = Pt(round(MARK_TOP * POINTS_PER_MM, 1))
        mark.paragraph_format.line_spacing = Pt(places["mark_size"])
        mark.runs[0].font.size = Pt(places["mark_size"])
        writer.blank(2)
    last: WordParagraph | None = None
    if document.signer is not None:
        last = writer.line(places["number"], align="left", left=writer.one, right=writer.one)
        stops = last.paragraph_format.tab_stops
        stops.add_tab_stop(Twips(twips(writer.sheet.measure - writer.one)), WD_TAB_ALIGNMENT.RIGHT)
        last.add_run("\t签发人：")
        set_face(last, SUBHEADING, last.add_run(document.signer))
    elif places["number"] or document.head:
        last = writer.line(places["number"], align="center")
    if document.head and last is not None:
        # The line is as wide as the type area, whatever the number above it keeps blank.
        line = writer.line()
        line.paragraph_format.line_spacing = Pt(RED_LINE_GAP * POINTS_PER_MM / 2)
        rule(line, {"bottom": 18}, RED, 1)
        writer.blank(2)
    elif last is not None:
        writer.blank()


def _attachments(writer: WordWriter, document: Document, places: Places) -> None:
    if not places["attachments"]:
        return
    for at, (number, name) in enumerate(places["attachments"]):
        lead = "附件：" if at == 0 else ""
        begin = 2 + (0 if at == 0 else 3)
        hang = 3 + (1.5 if number else 0)
        hanging = (2 + hang) * writer.one
        made = writer.line(lead + number, left=hanging, first=(begin * writer.one) - hanging)
        made.add_run(("\t" if number else "") + name)
        if at == 0:
            made.paragraph_format.space_before = Pt(writer.sheet.pitch)


def _imprint(writer: WordWriter, document: Document, places: Places) -> None:
    """Hold the imprint at the lower edge of the type area, its last line on that edge (7.4.1).

    Each row is a frame of its own: readers differ in how they draw a line between the paragraphs of one frame.
    """
    edge, measures = 4 * IMPRINT_SIZE, writer.sheet
    copies = _filled(places["cc"], int(measures.measure / IMPRINT_SIZE) - 5)
    rows: list[tuple[WordParagraph, int]] = []
    if places["cc"]:
        # The blank at both sides is made of characters: an indent would shorten the lines above and below too.
        row = writer.line("\u3000抄送：" + "\n".join(copies), "Imprint", left=edge, first=-edge)
        rows.append((row, len(copies)))
    if document.issuer:
        text = f"\u3000{document.issuer.office}\t{places['printed']}"
        row = writer.line(text, "Imprint", left=edge, first=-edge)
        stop = Twips(twips(measures.measure - IMPRINT_SIZE))
        row.paragraph_format.tab_stops.add_tab_stop(stop, WD_TAB_ALIGNMENT.RIGHT)
        rows.append((row, 1))
    foot = (measures.high - measures.top - measures.bottom) * POINTS_PER_MM - THICK * POINTS_PER_MM
    for at, (row, _) in enumerate(rows):
        height = sum(count for _, count in rows[at:]) * IMPRINT_PITCH
        frame(row, _FRAME.format(namespace=nsdecls("w"), wide=twips(measures.measure), y=twips(foot - height)))
        above = {"top": _THICK} if at == 0 else {}
        rule(row, above | {"bottom": _THICK if at + 1 == len(rows) else _THIN}, "000000", 0)
    if rows:
        writer.hairline()


def _filled(text: str, room: int) -> list[str]:
    """Break a text into lines of at most `room` characters; none begins with a comma or a full stop."""
    lines = [""]
    for char in text:
        if width(lines[-1] + char) > room and char not in "，。、；）":
            lines.append("")
        lines[-1] += char
    return lines
