"""The code on a page: a token, the page and a check. Nothing of the matter or of a person, and no other code passes for one."""

from __future__ import annotations

import pytest
import zxingcpp

from guiju.exchange.papers.codes import LENGTH, SPOTS, Code, new_token, read_code
from guiju.exchange.papers.tests.made_scans import mediation, moment_of, printed
from guiju.kernel.matters.api import Matter
from tests.staffed_towns import found_staffed_town

TOKEN = "0123456789AB"


def test_code_is_read_back_from_its_text():
    for spot in SPOTS:
        for page in (1, 30, 1023):
            code = Code(new_token(), page, spot)
            assert read_code(code.text()) == code
            assert len(code.text()) == LENGTH


def test_other_texts_are_no_code():
    text = Code(TOKEN, 1, "A").text()
    changed = [text[:at] + ("Z" if letter != "Z" else "Y") + text[at + 1 :] for at, letter in enumerate(text)]
    for other in (
        *changed,
        "",
        "https://example.test/",
        text + "0",
        text[1:],
        text.lower(),
        Code(TOKEN, 0, "A").text(),
    ):
        assert read_code(other) is None, other


def test_paper_has_no_more_pages_than_codes_can_count():
    with pytest.raises(ValueError):
        Code(TOKEN, 1024, "A").text()


@pytest.mark.django_db
def test_printed_page_says_nothing_of_the_matter():
    matter = mediation(found_staffed_town())
    paper = printed(matter, 2, moment_of())
    for number, sheet in enumerate(paper.sheets, 1):
        found = zxingcpp.read_barcodes(sheet)
        assert {code.text for code in found} == {Code(paper.row.token, number, spot).text() for spot in "AB"}
    row = Matter.objects.get(pk=matter)
    for said in (row.number, row.title, str(row.pk), row.town.code):
        assert said.upper() not in Code(paper.row.token, 1, "A").text()
    assert printed(matter, 2, moment_of()).row.token != paper.row.token, "each printing has a token of its own"
