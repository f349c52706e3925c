"""Door of the documents: number series, frozen documents, and the content model that becomes Word, PDF and HTML."""

from guiju.kernel.documents.amounts import capital_amount, date_in_digits
from guiju.kernel.documents.content import Document as Content
from guiju.kernel.documents.content import Enclosure, Issuer
from guiju.kernel.documents.content_blocks import (
    Block,
    Bold,
    Column,
    ContentError,
    Field,
    Fields,
    Figure,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    SignatureLine,
    Table,
    Text,
    paragraph,
    plain,
)
from guiju.kernel.documents.models import Document, NumberSeries
from guiju.kernel.documents.rendering import MEDIA_TYPES, FileForm, render

__all__ = [
    "MEDIA_TYPES",
    "Block",
    "Bold",
    "Column",
    "Content",
    "ContentError",
    "Document",
    "Enclosure",
    "Field",
    "Fields",
    "Figure",
    "FileForm",
    "Heading",
    "Issuer",
    "Note",
    "NumberSeries",
    "PageBreak",
    "Paragraph",
    "SignatureLine",
    "Table",
    "Text",
    "capital_amount",
    "date_in_digits",
    "paragraph",
    "plain",
    "render",
]
