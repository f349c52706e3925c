"""CASE.pdf holds the whole file: unnumbered cover, contents and note, pages numbered through at the lower right."""

from __future__ import annotations

import io
import json
import re

import pypdf
import pytest

from guiju.exchange.archive.api import make_archive
from guiju.exchange.archive.case import told_case
from guiju.exchange.archive.catalogue import catalogue
from guiju.exchange.archive.tests.made_files import picture, scan
from guiju.exchange.archive.volume import APART, Volume
from guiju.kernel.documents.api import Content, pages_of
from guiju.kernel.matters.api import Label
from tests.example_mechanism.towns import NOW, command_moment, found_town, loaded, opened_case, take, unit_of
from verifier import guiju_verify

PDF, PNG = "application/pdf", "image/png"


def case_pdf(file):
    return pypdf.PdfReader(io.BytesIO(file.read("CASE.pdf")))


def index_of(file):
    return json.loads(file.read("index.json"))


def number_at_lower_right(page):
    """What stands in the lower right corner of a page; empty where nothing does."""
    found = []

    def visit(text, page_matrix, text_matrix, *_):
        a, b, c, d, e, f = page_matrix
        x, y = text_matrix[4:]
        across, up = a * x + c * y + e, b * x + d * y + f
        if text.strip() and across > float(page.mediabox.width) - 80 and up < 50:
            found.append(text.strip())

    page.extract_text(visitor_text=visit)
    return "".join(found)


def test_pages_are_numbered_through_and_what_stands_around_them_is_not(matter, opened):
    file = opened(matter.archive())
    pages = case_pdf(file).pages
    count = index_of(file)["counts"]["pages"]
    assert [number_at_lower_right(page) for page in pages] == ["", "", *map(str, range(1, count + 1)), ""]
    assert count == 6


def test_index_names_the_pages_on_which_each_item_stands(matter, opened):
    file = opened(matter.archive())
    pages = case_pdf(file).pages
    items = {item["title"]: item for item in index_of(file)["items"]}
    assert items["人民调解记录（第1次）"]["pages"] == [3, 3]
    assert "人民调解记录" in pages[1 + 3].extract_text()
    assert items["签了字的协议书"]["pages"] == [5, 6]
    assert items["录音"]["pages"] == []
    assert items["录音"]["remark"] == f"{APART} 0007"


def test_cover_contents_and_note_say_what_is_in_it(matter, opened):
    pages = case_pdf(opened(matter.archive())).pages
    cover, contents, note = (re.sub(r"\s", "", pages[at].extract_text()) for at in (0, 1, -1))
    assert "人民调解卷宗" in cover
    assert "林人调〔2026〕1号" in cover
    assert "7件" in cover
    for told in ("卷内目录", "林人调协〔2026〕8号", "仅有纸件", "5-6"):
        assert told in contents
    assert "有文书4份，材料3件，共6页" in note
    assert "2件没有印在卷内" in note
    assert "1项个人信息已按规定删除" in note


def test_findings_are_printed_only_when_asked_for(matter, opened):
    def said(**options):
        return "".join(page.extract_text() for page in case_pdf(opened(matter.archive(**options))).pages)

    assert "补录发现及答复" not in said()
    assert "已补签" in said(findings=True)


def test_same_case_is_bound_to_the_same_bytes(matter, opened):
    first, second = (opened(matter.archive()).read("CASE.pdf") for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (scan(1, password="secret"), PDF),
        (b"%PDF-1.4 broken", PDF),
        (b"\x89PNG broken", PNG),
        (picture(), "image/jpeg"),
        (b"<svg/>", "image/svg+xml"),
    ],
    ids=["locked", "broken scan", "broken picture", "another kind than it says", "not for paper"],
)
def test_file_that_cannot_be_shown_is_kept_apart_and_named(matter, opened, tmp_path, data, media_type):
    matter.attach(data, media_type, "看不了的材料")
    packed = matter.archive()
    (item,) = [item for item in index_of(opened(packed))["items"] if item["title"] == "看不了的材料"]
    assert (item["pages"], item["remark"]) == ([], f"{APART} 0008")
    assert opened(packed).read(item["members"][0]) == data
    path = tmp_path / "a.zip"
    path.write_bytes(packed)
    assert guiju_verify.main([str(path)]) == 0


def test_evidence_beyond_the_room_stays_outside_the_volume(matter, tmp_path):
    items = [item for item in catalogue(told_case(matter.key, opened=True), ()) if item.kind == "evidence"]
    volume = Volume(tmp_path, room=len(picture()) + 10)
    volume.add_evidence(items[0], picture())
    volume.add_evidence(items[1], scan(3))
    assert [item.pages for item in items[:2]] == [(1, 1), ()]
    assert items[1].remark == f"{APART} 0006"


def test_page_that_lies_on_its_side_stays_so(matter, tmp_path):
    (item,) = [item for item in catalogue(told_case(matter.key, opened=True), ()) if item.title == "签了字的协议书"]
    volume = Volume(tmp_path)
    volume.add_evidence(item, scan(1, wide=True))
    page = Content(title="示例", kind="example", layout="form")
    assert pages_of(volume.write("示例", [page], [])) == [False, True]


def test_order_that_a_mechanism_gives_goes_before_the_dates(matter):
    case = told_case(matter.key, opened=True)
    kinds = [item.row_kind for item in catalogue(case, ("photo", "rights_notice"))]
    assert kinds[:3] == ["photo", "rights_notice", "acceptance_form"]


@pytest.mark.django_db
def test_matter_of_any_procedure_has_its_volume(opened, tmp_path):
    town = found_town()
    moment = command_moment(town)
    case = opened_case(moment, unit_of(town), names=["示例甲"]).matter
    target = io.BytesIO()
    made = make_archive(loaded(case), moment, target, reason="立卷归档")
    assert (made.documents, made.evidence, made.pages) == (0, 0, 0)
    assert "本卷没有文书和材料" in case_pdf(opened(target.getvalue())).pages[1].extract_text()
    take(case, moment, "collect", "notify", "hear_defence", "read_out", "decide", now=NOW)
    target = io.BytesIO()
    made = make_archive(loaded(case), moment, target, reason="送复议机关", findings=True)
    assert (made.documents, made.pages) == (1, 1)
    path = tmp_path / "a.zip"
    path.write_bytes(target.getvalue())
    assert guiju_verify.main([str(path)]) == 0


def test_label_stands_on_the_cover(matter, opened):
    assert Label(matter.snapshot.matter["label"]).label in case_pdf(opened(matter.archive())).pages[0].extract_text()
