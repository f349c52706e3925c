"""A document as PDF, set by typst from the content as data."""

import json
import threading
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from guiju.kernel.documents.content import Document
from guiju.kernel.documents.content_blocks import ContentError
from guiju.kernel.documents.fonts import FontSource, faces, library, require_characters
from guiju.kernel.documents.layout import drawing

_SOURCES = Path(__file__).parent / "typst"
# What the layouts print beside the content.
_FIXED_WORDS = "附件：抄送：签发人：（）—〔〕年月日号编0123456789."

# One compiler keeps what it has read and laid out; it serves one call at a time.
_one_at_a_time = threading.Lock()


class TypesettingError(RuntimeError):
    """The page could not be set as written: a fault of the product, not of what was typed."""


@cache
def _compiler(source: FontSource) -> typst.Compiler:
    return typst.Compiler(input=_SOURCES / "paper.typ", root=_SOURCES, font_paths=library(source))


def to_pdf(document: Document, fonts: FontSource = "installed") -> bytes:
    """Return the PDF of a document; the same content and fonts give the same bytes.

    `fonts="bundled"` leaves the machine's own fonts aside, for pages that are identical everywhere. Raises
    ContentError naming the characters that no font holds, and TypesettingError where typst warns or fails.
    """
    value = drawing(document)
    printed = [document.plain_text(), _FIXED_WORDS, *_strings(value["places"])]
    require_characters("".join(printed), fonts)
    with _one_at_a_time:
        made = _compiled(document, value, fonts)
        parting = _parting(fonts) if document.signature else None
        # No signature stands on a page without text: the last two lines go over to it, as Word would have it; of a last
        # paragraph with one line only that one, for which the room of two would itself go over and leave it behind.
        left, tries = (parting or {}).get("left", 0.0), [1.6, 0.6]
        while parting and not parting["together"] and tries:
            value["sheet"]["reserve"] = left + tries.pop(0) * value["sheet"]["pitch"]
            made = _compiled(document, value, fonts)
            parting = _parting(fonts)
    return made


def _compiled(document: Document, value: dict[str, Any], fonts: FontSource) -> bytes:
    inputs = {"drawing": json.dumps(value, ensure_ascii=False), "faces": json.dumps(asdict(faces(fonts)))}
    try:
        made, warnings = _compiler(fonts).compile_with_warnings(format="pdf", sys_inputs=inputs)
    except typst.TypstError as error:
        raise TypesettingError(f"文书“{document.title}”排版失败：{error.message}") from error
    # Only families that are there are ever asked for, so that every warning means a page that is not as it should be.
    if warnings:
        raise TypesettingError(f"文书“{document.title}”排版有异常：{'；'.join(found.message for found in warnings)}")
    if not isinstance(made, bytes):
        raise TypesettingError(f"文书“{document.title}”排版没有得到文件。")
    return made


def _parting(fonts: FontSource) -> dict[str, Any] | None:
    """Ask the page just set whether its text ends where the signature is, and how many points are left below it.

    A text that ends with a table or a remark gives no answer.
    """
    answer: list[dict[str, Any]] = json.loads(_compiler(fonts).query("<parting>", field="value"))
    return answer[0] if answer else None


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for item in value for text in _strings(item)] if isinstance(value, list) else []


__all__ = ["ContentError", "TypesettingError", "to_pdf"]
