"""What lacks, comes twice, bears no code, belongs elsewhere or is no page at all is said, and nothing is guessed."""

from __future__ import annotations

import io

import pypdf
import pytest
from PIL import Image, ImageDraw

from guiju.exchange.papers.api import (
    FURTHER,
    ReturnedPage,
    assign,
    drop,
    forget_old_pages,
    store,
    take_in,
    waiting_of,
    waiting_pages,
)
from guiju.exchange.papers.tests.made_scans import jpeg_of, mediation, moment_of, pdf_of, printed
from guiju.kernel.evidence.api import Evidence
from guiju.kernel.procedure.api import NotAllowed
from tests.staffed_towns import found_staffed_town

OFFICER = "qi.zfd"  # sees the cases of the enforcement team
pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return found_staffed_town()


def plain_sheet(text: str = "handwritten") -> Image.Image:
    sheet = Image.new("RGB", (700, 990), "white")
    ImageDraw.Draw(sheet).text((200, 300), text * 8, fill="black")
    return sheet


def test_paper_with_a_gap_waits_or_is_taken_as_it_is(town):
    moment = moment_of()
    paper = printed(mediation(town), 3, moment)
    first, second, _ = paper.sheets
    take_in([("1.jpg", jpeg_of(first)), ("又一张.jpg", jpeg_of(first.rotate(180)))], moment)
    (bundle,) = waiting_of(moment.acting).bundles
    assert (bundle.missing, len(bundle.doubled)) == ([2, 3], 1)
    with pytest.raises(NotAllowed, match="还缺第2页、第3页"):
        store(moment, [paper.row.id])
    take_in([("2.jpg", jpeg_of(second))], moment)  # on another day, in another file
    assert waiting_of(moment.acting).bundles[0].missing == [3]
    store(moment, [paper.row.id], with_gaps=[paper.row.id])
    assert Evidence.objects.get().pages == 2
    assert not waiting_pages(moment.acting).exists(), "the second photo of page 1 goes with it"


def test_person_places_pages_without_a_code(town):
    moment = moment_of()
    paper = printed(mediation(town), 2, moment)
    scan = pdf_of([plain_sheet(), paper.sheets[0], Image.new("RGB", (700, 990), "white")])
    taken = take_in([("扫描.pdf", scan)], moment)
    assert (taken.added, taken.told) == (2, ["“扫描.pdf”的第3页是空白，没有收。"])
    (unknown,) = waiting_of(moment.acting).unknown
    with pytest.raises(NotAllowed, match="第1页已经有了"):
        assign(moment.acting, unknown.key, paper.row.id, 1)
    assign(moment.acting, unknown.key, paper.row.id, 2)
    (bundle,) = waiting_of(moment.acting).bundles
    assert not bundle.missing
    take_in([("附件.jpg", jpeg_of(plain_sheet("list of goods")))], moment)
    (further,) = waiting_of(moment.acting).unknown
    assign(moment.acting, further.key, paper.row.id, FURTHER)
    store(moment, [paper.row.id])
    assert Evidence.objects.get().pages == 3


def test_page_of_no_use_is_dropped_and_may_come_again(town):
    moment = moment_of()
    photo = ("纸.jpg", jpeg_of(plain_sheet()))
    take_in([photo], moment)
    (page,) = waiting_of(moment.acting).unknown
    assert drop(moment.acting, [page.key]) == 1
    assert take_in([photo], moment).added == 1
    assert take_in([photo], moment).added == 0


def test_two_papers_on_one_picture_are_asked_about(town):
    moment = moment_of()
    one, other = (printed(mediation(town), 1, moment).sheets[0] for _ in range(2))
    both = Image.new("RGB", (one.width * 2, one.height), "white")
    both.paste(one, (0, 0))
    both.paste(other, (one.width, 0))
    take_in([("两份.jpg", jpeg_of(both))], moment)
    (page,) = waiting_pages(moment.acting)
    assert page.why == "一张上有不止一页的收回码" and page.paper_id is None


def test_pages_of_others_are_refused_without_saying_whose(town):
    second = found_staffed_town("second_town.yaml")
    moment = moment_of()
    paper = printed(mediation(town), 1, moment)
    photo = ("纸.jpg", jpeg_of(paper.sheets[0]))
    elsewhere = moment_of(login_of(second))
    told = take_in([photo], elsewhere)
    assert told.added == 0 and "不是本镇印的" in told.told[0]
    unseen = take_in([photo], moment_of(OFFICER))
    assert unseen.added == 0 and "别的单位" in unseen.told[0]
    for sentence in (*told.told, *unseen.told):
        assert town.name not in sentence and paper.row.title not in sentence
    assert not ReturnedPage.objects.exists()


def login_of(town) -> str:
    """Who sees all matters of a town."""
    from guiju.kernel.organisation.api import Account, Post

    person = Post.objects.filter(town=town, role="justice_clerk").values_list("person_id", flat=True)[0]
    return Account.objects.get(person_id=person).user.username


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf_of([plain_sheet()])))
    writer.encrypt("示例")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def huge_png() -> bytes:
    target = io.BytesIO()
    Image.new("1", (9000, 9000)).save(target, "PNG")
    return target.getvalue()


def many_pages() -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(101):
        writer.add_blank_page(200, 280)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_files_that_are_no_scan_get_a_sentence(town):
    moment = moment_of()
    come = {
        "空.jpg": (b"", "是空的"),
        "表.xlsx": (b"PK\x03\x04", "不是照片"),
        "坏.jpg": (b"\xff\xd8\xff\xe0 photo", "打不开"),
        "半张.png": (jpeg_of(plain_sheet())[:-900].replace(b"\xff\xd8", b"\x89PNG\r\n\x1a\n", 1), "打不开"),
        "坏.pdf": (b"%PDF-1.4 broken", "打不开"),
        "锁.pdf": (locked_pdf(), "密码"),
        "大.png": (huge_png(), "百万像素"),
        "多.pdf": (many_pages(), "101 页"),
    }
    told = take_in([(name, data) for name, (data, _) in come.items()], moment)
    assert told.added == 0
    for (name, (_, said)), sentence in zip(come.items(), told.told, strict=True):
        assert sentence.startswith(f"“{name}”") and said in sentence


def test_pages_nobody_stored_are_forgotten_after_thirty_days(town):
    import datetime as dt

    moment = moment_of()
    take_in([("纸.jpg", jpeg_of(plain_sheet()))], moment)
    assert forget_old_pages(moment.now + dt.timedelta(days=29)) == 0
    assert forget_old_pages(moment.now + dt.timedelta(days=31)) == 1
