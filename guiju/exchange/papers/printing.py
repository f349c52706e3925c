"""Printing a paper to be signed: the code goes on its pages, and what the code means goes on record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from guiju.exchange.papers.codes import drawings, new_token
from guiju.exchange.papers.models import PrintedPaper
from guiju.kernel.documents.api import Leaf, bind, pages_of
from guiju.kernel.ledger.api import Change, NewKey
from guiju.kernel.procedure.api import Moment, Step


def to_be_signed(
    data: bytes, moment: Moment, *, matter: int, title: str, step: str, document: int | None = None
) -> tuple[bytes, list[Change]]:
    """The PDF with a code on each page, and the change that says what the code means, for the entry of the printing.

    A document that is printed again before it came back keeps its code and changes nothing.
    """
    with TemporaryDirectory(prefix="guiju-paper-") as name:
        folder = Path(name)
        source = folder / "paper.pdf"
        source.write_bytes(data)
        sides = pages_of(source) or []
        known = _printed_before(moment, document, len(sides))
        token = known.token if known else new_token()
        made = _with_codes(source, sides, title, token)
    if known is not None:
        return made, []
    row = {
        "town_id": moment.town_id,
        "matter_id": matter,
        "document_id": document,
        "step": step,
        "title": title,
        "token": token,
        "pages": len(sides),
        "printed_by_id": moment.acting.person_id,
        "printed_on": moment.today,
        "returned_on": None,
        "returned_sha256": "",
    }
    return made, [Change(PrintedPaper, NewKey(), "add", row)]


def step_of_paper(title: str, steps: Iterable[Step]) -> str:
    """The step that makes a paper of this name; empty where none or several do."""
    found = [step.code for step in steps if step.makes == title]
    return found[0] if len(found) == 1 else ""


def _printed_before(moment: Moment, document: int | None, pages: int) -> PrintedPaper | None:
    if document is None:
        return None
    printed = PrintedPaper.objects.filter(town_id=moment.town_id, document_id=document, pages=pages)
    return printed.filter(returned_on__isnull=True).first()


def _with_codes(source: Path, sides: Sequence[bool], title: str, token: str) -> bytes:
    leaves = [
        Leaf(source.name, page, wide=wide, drawings=drawings(token, page, len(sides), wide=wide))
        for page, wide in enumerate(sides, 1)
    ]
    target = source.with_name("coded.pdf")
    bind(source.parent, leaves, title, target)
    return target.read_bytes()
