"""A step taken here makes its paper; one told from outside makes none, for its paper exists there."""

from __future__ import annotations

import pytest

from guiju.kernel.documents.api import Content, Document, render
from guiju.kernel.ledger.api import open_values
from guiju.mechanisms.mediation.tests.made_mediations import TODAY, VILLAGE_COMMITTEE

LINE = ("accept", "inform", "appoint", "mediate")


def papers(matter):
    return {paper.kind: paper for paper in Document.objects.filter(matter=matter)}


def text_of(paper):
    return Content.from_json(open_values([paper.content])[paper.content]).plain_text()


def test_papers_of_the_way_to_mediation_name_the_parties_and_the_committee(desk):
    made = papers(desk.in_mediation())
    assert set(made) == {"acceptance_form", "rights_notice", "session_record"}
    for paper in made.values():
        text = text_of(paper)
        assert "谷雨" in text
        assert "夏至" in text
        assert VILLAGE_COMMITTEE in text


def test_rights_notice_tells_the_four_rights_and_that_it_is_free(desk):
    text = text_of(papers(desk.in_mediation())["rights_notice"])
    for said in ("不收取任何费用", "选择或者接受调解员", "拒绝", "公开或者不公开", "由您自己决定", "仲裁、行政、司法"):
        assert said in text


def test_termination_notice_tells_the_other_ways(desk):
    matter = desk.in_mediation()
    desk.take(matter, "terminate", termination="no_agreement", told_other_ways=True)
    text = text_of(papers(matter)["termination_notice"])
    assert "仲裁、行政、司法" in text
    assert "邻里纠纷" in text


def test_sessions_are_numbered_one_after_the_other(desk):
    matter = desk.in_mediation()
    desk.take(matter, "mediate", session_result="agreed", record="改为五日内", legal_adviser="路明")
    titles = list(Document.objects.filter(matter=matter, kind="session_record").values_list("title", flat=True))
    assert titles == ["人民调解记录（第1次）", "人民调解记录（第2次）"]


def test_return_visit_is_recorded_on_a_paper(desk):
    matter = desk.agreed()
    for step in ("sign_and_seal", "take_effect", "perform"):
        desk.take(matter, step)
    desk.take(matter, "revisit", revisit="水沟已通，双方满意")
    assert "水沟已通" in text_of(papers(matter)["revisit_record"])


@pytest.mark.parametrize("form", ["docx", "html"])
def test_agreement_can_be_handed_out(desk, form):
    paper = papers(desk.agreed())["mediation_agreement"]
    assert render(Content.from_json(open_values([paper.content])[paper.content]), form)


def test_steps_told_from_outside_make_no_paper(desk):
    matter = desk.register()
    for step in LINE:
        values = {"mediator": "柏青禾"} if step == "appoint" else {}
        desk.claim(matter, step, **values)
    desk.claim(matter, "make_agreement", agreed_on=TODAY, agreement_number="林人调协〔2026〕8号")
    (paper,) = Document.objects.filter(matter=matter)
    assert (paper.number, paper.content) == ("林人调协〔2026〕8号", "")
