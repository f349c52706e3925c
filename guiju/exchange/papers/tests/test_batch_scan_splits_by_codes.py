"""Thirty pages of seven papers, printed by the product, through the feeder in any order and any way round."""

from __future__ import annotations

import io
import random

import pypdf
import pytest
from PIL import Image, ImageChops, ImageFilter

from guiju.exchange.papers.api import PrintedPaper, ReturnedPage, picture_of, store, take_in, waiting_of, waiting_pages
from guiju.exchange.papers.tests.made_scans import (
    jpeg_of,
    mediation,
    moment_of,
    pdf_of,
    photographed,
    printed,
    scanned,
)
from guiju.kernel.evidence.api import Evidence, read
from guiju.kernel.ledger.api import Entry, verify_town
from tests.staffed_towns import found_staffed_town

SIZES = (1, 2, 3, 4, 5, 6, 9)
NEAR = 9.0  # of 255: mean difference of two pictures of one page, made small and soft
pytestmark = pytest.mark.django_db


def difference(one: Image.Image, other: Image.Image) -> float:
    """How much two pictures differ: 0 is the same, 255 black against white."""
    soft = [picture.convert("L").resize((210, 297)).filter(ImageFilter.GaussianBlur(1)) for picture in (one, other)]
    histogram = ImageChops.difference(soft[0], soft[1]).histogram()
    return sum(value * count for value, count in enumerate(histogram)) / (210 * 297)


@pytest.fixture
def town():
    return found_staffed_town()


@pytest.mark.long
def test_thirty_pages_are_split_straightened_and_stored(town):
    chance, moment = random.Random(30), moment_of()
    matter = mediation(town)
    papers = [printed(matter, pages, moment, step="accept") for pages in SIZES]
    sheets = [(paper.row.id, number, sheet) for paper in papers for number, sheet in enumerate(paper.sheets, 1)]
    chance.shuffle(sheets)
    scan = pdf_of([scanned(sheet, chance) for _, _, sheet in sheets])
    taken = take_in([("批量扫描.pdf", scan)], moment)
    assert (taken.added, taken.told) == (30, [])
    waiting = waiting_of(moment.acting)
    assert not waiting.unknown
    assert {bundle.paper: bundle.missing for bundle in waiting.bundles} == {paper.row.id: [] for paper in papers}
    placed = {(b.paper, n, page.place) for b in waiting.bundles for n, page in b.pages.items()}
    assert placed == {(paper, number, place) for place, (paper, number, _) in enumerate(sheets)}
    for page in waiting_pages(moment.acting)[::5]:
        shown = Image.open(io.BytesIO(picture_of(page)))
        assert difference(shown, sheets[page.place][2]) < NEAR, f"page {page.place} is not straight"

    entries = Entry.objects.count()
    assert len(store(moment, [paper.row.id for paper in papers])) == len(papers)
    assert Entry.objects.count() == entries + len(papers)
    for paper, pages in zip(papers, SIZES, strict=True):
        row = PrintedPaper.objects.get(pk=paper.row.pk)
        evidence = Evidence.objects.get(matter_id=matter, sha256=row.returned_sha256)
        assert (evidence.step, evidence.kind, evidence.pages) == ("accept", "signed_paper", pages)
        assert row.returned_on == moment.today
        assert len(pypdf.PdfReader(io.BytesIO(read(evidence.sha256))).pages) == pages
    assert not waiting_pages(moment.acting).exists() and not ReturnedPage.objects.exclude(small=None).exists()
    again = take_in([("批量扫描.pdf", scan)], moment)
    assert again.added == 0 and "以前收过了" in again.told[0]
    assert "已经在" in take_in([("另一次.jpg", jpeg_of(papers[0].sheets[0]))], moment).told[0]
    assert Evidence.objects.count() == len(papers)
    assert verify_town(town.id).whole


def test_photos_from_the_side_are_laid_straight(town):
    chance, moment = random.Random(4), moment_of()
    paper = printed(mediation(town), 2, moment)
    covered = paper.sheets[1].copy()
    covered.paste((70, 40, 30), (0, covered.height - 120, 120, covered.height))  # one code under a stain
    come = [("1.jpg", jpeg_of(photographed(paper.sheets[0], chance))), ("2.jpg", jpeg_of(covered.rotate(180)))]
    assert take_in(come, moment).added == 2
    (bundle,) = waiting_of(moment.acting).bundles
    rows = waiting_pages(moment.acting).in_bulk()
    shown = {number: Image.open(io.BytesIO(picture_of(rows[page.key]))) for number, page in bundle.pages.items()}
    assert difference(shown[1], paper.sheets[0]) < NEAR
    assert difference(shown[2], covered) < NEAR
