"""The text layer of a PDF file from outside: what it says, where it can be read at all."""

from __future__ import annotations

import io

MOST_PAGES = 30  # a decision has a few; a whole volume is no single paper


def text_layer(data: bytes) -> str | None:
    """The text of the first pages; None where the file is no readable PDF, is locked, or holds pictures only.

    A file from outside may be broken in any way.
    """
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            return None
        text = "\n".join(page.extract_text() for page in reader.pages[:MOST_PAGES])
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, OSError, RecursionError):
        return None
    return text if text.strip() else None
