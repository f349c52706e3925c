"""Door of the documents: number series, frozen documents, and the content model that becomes Word, PDF and HTML."""

from guiju.kernel.documents.amounts import capital_amount, check_amount, date_in_digits
from guiju.kernel.documents.binding import Drawing, Leaf, bind, can_be_bound, pages_of
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
from guiju.kernel.documents.text_layer import text_layer
from guiju.kernel.documents.web import to_article

__all__ = [
    "MEDIA_TYPES",
    "Block",
    "Bold",
    "Column",
    "Content",
    "ContentError",
    "Document",
    "Drawing",
    "Enclosure",
    "Field",
    "Fields",
    "Figure",
    "FileForm",
    "Heading",
    "Issuer",
    "Leaf",
    "Note",
    "NumberSeries",
    "PageBreak",
    "Paragraph",
    "SignatureLine",
    "Table",
    "Text",
    "bind",
    "can_be_bound",
    "capital_amount",
    "check_amount",
    "date_in_digits",
    "pages_of",
    "paragraph",
    "plain",
    "render",
    "text_layer",
    "to_article",
]
