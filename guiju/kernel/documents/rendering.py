"""One call for a file of any form; what a form needs is loaded only when somebody asks for it."""

from typing import Literal, assert_never

from guiju.kernel.documents.content import Document

FileForm = Literal["docx", "pdf", "html"]

MEDIA_TYPES: dict[FileForm, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}


def render(document: Document, form: FileForm) -> bytes:
    """Return the file of a document; the same content gives the same bytes on one machine.

    Raises ContentError where a character cannot be printed, and for PDF TypesettingError where the page fails.
    """
    if form == "docx":
        from guiju.kernel.documents.word import to_docx

        return to_docx(document)
    if form == "pdf":
        from guiju.kernel.documents.pdf import to_pdf

        return to_pdf(document)
    if form == "html":
        from guiju.kernel.documents.web import to_html

        return to_html(document).encode()
    assert_never(form)
