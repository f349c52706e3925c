"""The content of one document, from which Word, PDF and the web page are all made.

A document is written once as data and rendered as often as needed; no renderer adds or drops a word. A number or a
date that is not known yet is None and leaves its place free. No seal is ever drawn: its place stays free.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Self

from guiju.kernel.documents import content_json
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
    checked,
    plain,
)

Layout = Literal["official", "form", "annex"]


@dataclass(frozen=True)
class Issuer:
    """The last line of the imprint (印发机关和印发日期, GB/T 9704-2012 7.4.3); a date of None leaves its place free."""

    office: str
    printed_on: date | None = None

    def __post_init__(self) -> None:
        checked(self.office, "印发机关")


@dataclass(frozen=True)
class Enclosure:
    """A text that begins on a new page after the signature (GB/T 9704-2012 7.3.7).

    `label` is 附件, 附件1 …; without a label it is the text that the notice issues.
    """

    title: str
    blocks: tuple[Block, ...]
    label: str = ""

    def __post_init__(self) -> None:
        checked(self.title, "附件标题")
        checked(self.label, "附件序号")


@dataclass(frozen=True)
class Document:
    """One paper.

    title        may hold line feeds where its lines are to break; otherwise the layout balances them
    kind         code of the kind of document, for number series and file names (ASCII)
    layout       official: GB/T 9704-2012 paper; form: what a committee hands out; annex: a table as an A4 sheet
    head         mark of the issuing body in red (发文机关标志), None for a paper without a red head
    number       number of the document, None leaves its place free
    number_mark  what stands before the free place (机关代字, or 编号 of a form)
    signer       签发人 of a paper to a superior
    sealed       the signature leaves the place that a seal needs (7.3.5.1), else it stands as 7.3.5.2 says
    signed_on    成文日期, None leaves its place free
    landscape    an annex lies on its side
    """

    title: str
    kind: str
    layout: Layout = "official"
    head: str | None = None
    number: str | None = None
    number_mark: str = ""
    signer: str | None = None
    addressees: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    attachments: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    sealed: bool = True
    signed_on: date | None = None
    note: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    cc: tuple[str, ...] = ()
    issuer: Issuer | None = None
    page_numbers: bool = True
    landscape: bool = False

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ContentError("文书没有标题，请先填写标题。")
        if not self.kind.isascii():
            raise ContentError(f"文书种类代码“{self.kind}”只能用英文字母、数字和下划线。")
        if self.layout not in ("official", "form", "annex"):
            raise ContentError(f"没有名为“{self.layout}”的版式，可用的是公文、表单、附表三种。")
        if self.landscape and self.layout != "annex":
            raise ContentError("只有附表可以横排，公文和表单用竖排纸。")
        singles = (self.title, self.head, self.number, self.number_mark, self.signer, self.note)
        for text in (*singles, *self.addressees, *self.attachments, *self.signature, *self.cc):
            checked(text or "", "文书")

    def to_json(self) -> str:
        """Return the canonical JSON whose hash the ledger keeps."""
        return content_json.dump(self)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a document back; raises ContentError where the text is none."""
        found = content_json.load(text, _CLASSES)
        if not isinstance(found, cls):
            raise ContentError("这不是一份完整的文书内容，无法读取。")
        return found

    def numbered(self, number: str) -> Self:
        """The paper with the number that it was given when its step was written; one it bears already stays."""
        return replace(self, number=number) if number and self.number is None else self

    def plain_text(self) -> str:
        """Return every word of the paper, one block a line, without form."""
        lines = [self.head or "", self.number or "", self.title, "，".join(self.addressees)]
        lines += [plain(block) for block in self.blocks] + [*self.attachments, *self.signature, self.note or ""]
        for part in self.enclosures:
            lines += [part.label, part.title, *(plain(block) for block in part.blocks)]
        lines += [*self.cc, self.issuer.office if self.issuer else ""]
        return "\n".join(line for line in lines if line)


_CLASSES: dict[str, type] = {
    made.__name__: made
    for made in (
        Bold,
        Column,
        Document,
        Enclosure,
        Field,
        Fields,
        Figure,
        Heading,
        Issuer,
        Note,
        PageBreak,
        Paragraph,
        SignatureLine,
        Table,
        Text,
    )
}
