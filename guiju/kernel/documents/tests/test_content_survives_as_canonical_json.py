"""What is frozen can be read back, byte for byte, and what no paper can hold is refused in Chinese."""

from datetime import date

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.documents.content import Document, Enclosure, Issuer
from guiju.kernel.documents.content_blocks import (
    Bold,
    Column,
    ContentError,
    Field,
    Fields,
    Figure,
    Heading,
    Note,
    PageBreak,
    SignatureLine,
    Table,
    paragraph,
)
from guiju.kernel.documents.content_json import encode

words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=20)
blocks = st.one_of(
    st.builds(Heading, st.integers(1, 4), words),
    st.builds(
        lambda a, b, c: paragraph(a, Bold(b), Figure("mediation.settled", c, "records/1.html")), words, words, words
    ),
    st.builds(lambda a, b: Fields(((Field(a, b, 2), Field("空", None)),), "表"), words, words),
    st.builds(lambda a, b: Table((Column("项目", 2), Column("数", 1, "right")), ((a, Figure("x", b)),)), words, words),
    st.builds(SignatureLine, words, words, st.booleans()),
    st.builds(Note, words),
    st.just(PageBreak()),
)
documents = st.builds(
    Document,
    title=words.map(lambda text: "标题" + text),
    kind=st.just("report"),
    number=st.none() | words,
    addressees=st.lists(words, max_size=2).map(tuple),
    blocks=st.lists(blocks, max_size=4).map(tuple),
    signed_on=st.none() | st.dates(),
    enclosures=st.lists(st.builds(Enclosure, words, st.lists(blocks, max_size=2).map(tuple)), max_size=2).map(tuple),
    issuer=st.none() | st.builds(Issuer, words, st.none() | st.dates()),
)


@given(documents)
def test_a_document_reads_back_equal_and_its_bytes_are_canonical(document: Document) -> None:
    text = document.to_json()
    assert Document.from_json(text) == document
    assert Document.from_json(text).to_json() == text
    assert text.encode() == rfc8785.dumps(encode(document) | {"schema": 1})


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "//elsewhere/x", "a b"])
def test_a_figure_opens_only_within_the_site_or_on_the_web(href: str) -> None:
    with pytest.raises(ContentError, match="链接地址不合规"):
        Figure("x", "83", href)


@pytest.mark.parametrize("href", ["", "records/x.html", "#f1", "/figures/x/", "https://example.org/a"])
def test_a_figure_keeps_an_address_that_is_allowed(href: str) -> None:
    assert Figure("x", "83", href).href == href


def test_a_control_character_is_refused_with_its_code() -> None:
    with pytest.raises(ContentError, match="U\\+000B"):
        paragraph("一\x0b二")


def test_a_table_row_of_another_length_is_refused_with_its_number() -> None:
    with pytest.raises(ContentError, match="第2行有1格，表头有2列"):
        Table((Column("甲"), Column("乙")), (("1", "2"), ("1",)), "附表")


@pytest.mark.parametrize("text", ["", "[]", "3", "{}", '{"schema":1,"type":"Text","text":"x"}', '{"schema":2}'])
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(ContentError):
        Document.from_json(text)


def test_an_unknown_part_and_a_missing_field_are_named() -> None:
    with pytest.raises(ContentError, match="Seal"):
        Document.from_json('{"schema":1,"type":"Seal"}')
    with pytest.raises(ContentError, match="Document"):
        Document.from_json('{"schema":1,"type":"Document","title":"x"}')


def test_a_title_is_required_and_only_an_annex_lies_on_its_side() -> None:
    with pytest.raises(ContentError, match="没有标题"):
        Document(title=" ", kind="report")
    with pytest.raises(ContentError, match="横排"):
        Document(title="报告", kind="report", landscape=True)


def test_dates_come_back_as_dates() -> None:
    document = Document(
        title="报告", kind="report", signed_on=date(2023, 1, 5), issuer=Issuer("党政办", date(2023, 1, 6))
    )
    back = Document.from_json(document.to_json())
    assert back.signed_on == date(2023, 1, 5)
    assert back.issuer is not None and back.issuer.printed_on == date(2023, 1, 6)
