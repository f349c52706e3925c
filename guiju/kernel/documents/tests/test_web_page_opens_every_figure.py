"""The web page: every figure a link, no script, nothing from elsewhere, and what was typed is text."""

from html.parser import HTMLParser

from guiju.kernel.documents.content import Document
from guiju.kernel.documents.content_blocks import Bold, Field, Fields, Figure, Heading, paragraph
from guiju.kernel.documents.tests import papers
from guiju.kernel.documents.web import to_article, to_html


class Page(HTMLParser):
    """Tags with their attributes, and the text between them; balanced or an error."""

    EMPTY = frozenset({"br", "col", "hr", "meta", "link"})

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_every_figure_is_a_link_to_its_records() -> None:
    page = Page(to_html(papers.notice()))
    links = [(attrs["data-figure"], attrs["href"]) for tag, attrs in page.tags if tag == "a"]
    assert links == [
        ("screening.factors", "records/screening.factors.html"),
        ("mediation.settled", "records/mediation.settled.html"),
    ]
    annexed = Page(to_html(papers.annex(4)))
    assert sum(tag == "a" for tag, _ in annexed.tags) == 4


def test_a_figure_without_address_stays_text_with_its_name() -> None:
    page = Page(to_article(papers.plain_report(blocks=(paragraph(Figure("x.y", "83件")),))))
    assert ("span", {"class": "g-figure", "data-figure": "x.y"}) in page.tags


def test_what_was_typed_is_never_markup() -> None:
    odd = "<script>alert(1)</script>&\"'<b>"
    document = papers.notice(
        title=odd,
        head=odd,
        number=odd,
        signer=odd,
        addressees=(odd,),
        blocks=(
            paragraph(odd, Bold(odd), Figure(odd, odd, "a?b=1&c='2'")),
            Heading(1, odd),
            Fields(((Field(odd, odd),),)),
        ),
        attachments=(odd,),
        signature=(odd,),
        note=odd,
        cc=(odd,),
        enclosures=(),
    )
    page = Page(to_html(document))
    assert not {"script", "b"} & {tag for tag, _ in page.tags}
    assert page.text.count("<script>alert(1)</script>&\"'<b>") == 16


def test_page_is_self_contained_or_names_one_stylesheet() -> None:
    alone = Page(to_html(papers.notice()))
    assert not [attrs for tag, attrs in alone.tags if tag in ("link", "script", "img") or "style" in attrs]
    assert ("html", {"lang": "zh-CN"}) in alone.tags
    linked = Page(to_html(papers.notice(), stylesheet="/static/a.css"))
    assert [attrs["href"] for tag, attrs in linked.tags if tag == "link"] == ["/static/a.css"]
    assert "style" not in [tag for tag, _ in linked.tags]


def test_page_says_every_word_of_the_content() -> None:
    for document in (papers.notice(), papers.official_with_everything(), papers.agreement(), papers.annex(3)):
        text = "".join(Page(to_article(document)).text.split())
        for line in document.plain_text().replace("\t", "\n").split("\n"):
            for part in "".join(line.split()).split("：", 1):
                assert part in text, part


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [
        int(tag[1]) for tag, _ in Page(to_html(papers.notice())).tags if tag in ("h1", "h2", "h3", "h4", "h5", "h6")
    ]
    assert levels == [1, 2, 3, 4, 5, 6, 3]


def test_table_cells_have_heads_and_the_wide_table_can_be_reached_by_keyboard() -> None:
    page = Page(to_html(papers.annex(2)))
    assert [attrs["scope"] for tag, attrs in page.tags if tag == "th"] == ["col"] * 6
    assert [attrs["tabindex"] for tag, attrs in page.tags if attrs.get("role") == "region"] == ["0"]
    widths = [float((attrs["width"] or "").rstrip("%")) for tag, attrs in page.tags if tag == "col"]
    assert len(widths) == 6 and abs(sum(widths) - 100) < 1 and len(set(widths)) > 1
    form = Page(to_html(papers.agreement()))
    assert {attrs["scope"] for tag, attrs in form.tags if tag == "th"} == {"row"}
    assert [attrs.get("colspan") for tag, attrs in form.tags if tag == "td"] == [None, None, "3", None, None, "3", "3"]


def test_free_places_are_there_to_be_filled_by_hand() -> None:
    document = Document(title="登记表", kind="form", layout="form", number_mark="编号", signature=("调委会（示例）",))
    text = Page(to_article(document)).text
    assert "编号：" in text and "年\u3000\u3000月\u3000\u3000日" in text
