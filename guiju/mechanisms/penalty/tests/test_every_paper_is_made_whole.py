"""Every kind of paper is made by its step, is a Word and a PDF file, and comes out the same twice."""

from __future__ import annotations

import pytest
from django.apps import apps

from guiju.kernel.documents.api import render
from guiju.mechanisms.penalty.papers.kinds import KINDS
from guiju.mechanisms.penalty.papers.order import ORDER
from guiju.mechanisms.penalty.tests.made_cases import Desk
from guiju.mechanisms.penalty.tests.made_papers import ADDRESS, PERSON, all_papers

PICTURES = {"photo", "recording"}  # kinds of evidence, not of papers


def test_papers_are_known_and_have_their_place_in_the_volume() -> None:
    assert len(KINDS) >= 24
    assert set(ORDER) - PICTURES == set(KINDS)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_each_is_a_file_and_the_same_twice(desk: Desk, form: str) -> None:
    for kind, paper in all_papers(desk).items():
        made = render(paper, form)  # type: ignore[arg-type]
        assert made[:2] in (b"PK", b"%P"), kind
        assert made == render(paper, form), kind  # type: ignore[arg-type]


def test_clear_text_of_papers_stands_in_no_column(desk: Desk) -> None:
    made = all_papers(desk)
    told = {PERSON["party"], PERSON["party_phone"], ADDRESS, "查明的事实（示例）", "问答（示例）", "建议从轻（示例）"}
    printed = "".join(paper.plain_text() for paper in made.values())
    assert all(words in printed for words in told)
    found = set()
    for model in apps.get_models():
        for row in model._default_manager.values_list():
            text = "\x00".join(str(value) for value in row)
            found |= {(model._meta.label, words) for words in told if words in text}
    assert found == set()
