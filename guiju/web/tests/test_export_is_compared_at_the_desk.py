"""对数 at the desk: upload, three lists, decisions that are remembered, a line that becomes a matter, the note."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guiju.exchange.importing.api import YES
from guiju.exchange.reconciling.api import (
    KeptComparison,
    PairDecision,
    ReadingAnswer,
    ReconciliationNote,
    SuperiorsExport,
)
from guiju.exchange.reconciling.tests.conftest import TODAY, moment, register_imported
from guiju.kernel.ledger.api import Entry, verify_town
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town
from guiju.kernel.procedure.api import apply, load_snapshot, plan_correction
from guiju.mechanisms.mediation.models import MediationDetail
from samples.superiors_export import ONLY_THERE, SYSTEM, THEIRS, Truth, known_truth, write_book, write_export
from tests.staffed_towns import CLERK, LEADER, found_staffed_town, signed_in

LINES = 40


@pytest.fixture
def town(db: None, settings) -> Town:
    settings.GUIJU_TODAY = TODAY.isoformat()
    return found_staffed_town()


@pytest.fixture
def truth(town: Town, tmp_path: Path) -> Truth:
    found = known_truth(LINES)
    register_imported(tmp_path, found)
    return found


def uploaded(client: Client, data: bytes, **others: str) -> str:
    """Upload an export; returns the address of the comparison."""
    told = {"system": SYSTEM, "register": "mediation", "start": "2022-01-01", "end": "2022-12-31", **others}
    answer = client.post("/reconciliations/", {**told, "file": SimpleUploadedFile("导出.xlsx", data)})
    assert answer.status_code == 302, re.findall(r'class="g-err[^>]*>(.*?)</', answer.content.decode())
    return answer.url


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    page = re.sub(r'(name="csrfmiddlewaretoken" value=)"[^"]+"', r"\1", answer.content.decode())
    return re.sub(r"\s+", " ", page)


def picked(page: str, name: str) -> list[str]:
    return re.findall(rf'type="checkbox" name="{name}" value="([^"]+)"', page)


def line_of(page: str, matter: int) -> str:
    """The key of the line that is paired with a matter."""
    found = re.search(rf'name="theirs" value="([^"]+)"><input type="hidden" name="ours" value="{matter}"', page)
    assert found is not None
    return found[1]


def test_comparison_is_decided_brought_and_noted(town: Town, truth: Truth, tmp_path: Path) -> None:
    client, data = signed_in(CLERK), write_export(tmp_path, truth).read_bytes()
    where = uploaded(client, data)
    page = read(client, where)
    assert f"<b>{len(truth.ours)}</b>件" in page and f"<b>{LINES}</b>件" in page
    assert all(number in page for number in truth.left_out | truth.only_there | truth.sums | truth.shifted)
    assert not any(str(row["申请人"]) in page for row in truth.ours)
    here = picked(page, "ours")
    client.post(f"{where}decide/", {"ours": here, "verdict": "theirs_missed", "reason": ""})
    assert not PairDecision.objects.exists(), "why is not told"
    client.post(f"{where}decide/", {"ours": here, "verdict": "theirs_missed", "reason": "那边系统停了两天"})
    assert PairDecision.objects.count() == len(truth.left_out)
    theirs, matters = picked(page, "theirs"), Matter.objects.count()
    assert len(theirs) == ONLY_THERE  # the doubled ones explain themselves
    client.post(f"{where}bring/", {"theirs": theirs[:1]})
    assert Matter.objects.count() == matters + 1
    brought = Matter.objects.get(master=SYSTEM)
    assert brought.master_number in truth.only_there
    client.post(f"{where}decide/", {"theirs": theirs[1:], "verdict": "theirs_extra", "reason": "不是本镇的"})
    pairs = re.findall(r'name="theirs" value="([^"]+)"><input type="hidden" name="ours" value="(\d+)"', page)
    for line, matter in pairs:
        told = {"pair": "1", "theirs": line, "ours": matter, "verdict": "keep", "reason": "卷宗上就是这一天"}
        client.post(f"{where}decide/", told)
    again = read(client, uploaded(client, data))
    assert "没有要定的：每一件都有着落" in again
    assert client.get(f"{where}note.pdf").content.startswith(b"%PDF")
    client.post(f"{where}close/")
    note = ReconciliationNote.objects.get()
    assert (note.there, note.only_here, note.open_items) == (LINES, len(truth.left_out), 0)
    kept = client.get(f"/reconciliations/notes/{note.pk}.docx")
    assert kept.status_code == 200 and "那边系统停了两天" in note.content
    assert verify_town(town.pk).whole


def test_superiors_matters_follow_and_what_was_added_here_stays(town: Town, truth: Truth, tmp_path: Path) -> None:
    client, data = signed_in(CLERK), write_export(tmp_path, truth).read_bytes()
    where = uploaded(client, data)
    client.post(f"{where}bring/", {"theirs": picked(read(client, f"{where}?view=there"), "theirs")})
    first, second, _ = Matter.objects.filter(master=SYSTEM).order_by("master_number")
    snapshot = load_snapshot(second.pk)
    assert snapshot is not None
    at_the_desk = replace(moment(), medium="desk")
    corrected = {(MediationDetail, second.pk): {"amount": Decimal(700)}}
    apply([plan_correction(snapshot, at_the_desk, corrected, "协议书上是七百元")], at_the_desk.now)
    later = [dict(line) for line in truth.theirs]
    for line in later:
        if line["案件编码"] in (first.master_number, second.master_number):
            line["调解协议金（元）"] = 950
    where = uploaded(client, write_book(tmp_path / "later.xlsx", THEIRS, later).read_bytes())
    assert "按那边更新" in read(client, where)
    client.post(f"{where}bring/", {"do": "follow"})
    amounts = dict(MediationDetail.objects.filter(matter__master=SYSTEM).values_list("matter_id", "amount"))
    assert (amounts[first.pk], amounts[second.pk]) == (950, 700)
    entry = Entry.objects.filter(matter_id=first.pk).latest("index")
    assert entry.kind == "correction" and SYSTEM in entry.body
    left = read(client, f"{where}?view=differ")
    assert second.master_number in left and first.master_number not in left
    taken = {"do": "take", "theirs": line_of(left, second.pk)}
    client.post(f"{where}bring/", taken)
    assert MediationDetail.objects.get(pk=second.pk).amount == 950


def test_unknown_heading_is_mapped_once(town: Town, truth: Truth, tmp_path: Path) -> None:
    client = signed_in(CLERK)
    words = {"案件编码": "编码甲", "受理时间": "时间乙", "当事人": "人员丙", "调委会": "组织丁"}
    headings = tuple(words.get(heading, f"{heading}戊") for heading in THEIRS)
    lines = [{words.get(name, f"{name}戊"): value for name, value in line.items()} for line in truth.theirs]
    data = write_book(tmp_path / "other.xlsx", headings, lines).read_bytes()
    where = uploaded(client, data)
    page = read(client, where)
    assert "它的表头还没有对应过" in page
    mapping = re.search(r'href="([^"]+/map/\?sheet=[^"]+)"', page)
    assert mapping is not None
    fields = {"编码甲": "number", "时间乙": "accepted_on", "人员丙": "parties", "组织丁": "unit"}
    told = {f"c{headings.index(word)}": name for word, name in fields.items()}
    answer = client.post(mapping[1], told)
    assert answer.status_code == 302, re.findall(r'class="g-err[^>]*>(.*?)</', answer.content.decode())
    assert f"<b>{LINES}</b>件" in read(client, uploaded(client, data))


def test_only_its_uploader_opens_it_and_only_who_imports_compares(town: Town, truth: Truth, tmp_path: Path) -> None:
    where = uploaded(signed_in(CLERK), write_export(tmp_path, truth).read_bytes())
    found_staffed_town("second_town.yaml")
    for login in ("shen.sfs", "ni.linxi", LEADER):
        client = signed_in(login)
        assert client.get(where).status_code == 404
        assert client.post(f"{where}bring/", {"theirs": ["x"]}).status_code == 404
    assert signed_in(LEADER).get("/reconciliations/").status_code == 403
    assert bytes(SuperiorsExport.objects.get().content)[12:14] != b"PK"


def test_doubtful_cells_are_answered_once_and_their_lines_planned_anew(
    town: Town, truth: Truth, tmp_path: Path
) -> None:
    client = signed_in(CLERK)
    odd = next(line for line in truth.theirs if line["案件编码"] in truth.only_there)
    odd["纠纷类别"], odd["受理时间"] = "示例奇事", "12/5/2022"
    data = write_book(tmp_path / "odd.xlsx", THEIRS, truth.theirs).read_bytes()
    where = uploaded(client, data)
    page = read(client, where)
    asked = questions_of(page)
    assert len(asked) == 2
    for line in picked(page, "theirs"):
        client.post(f"{where}bring/", {"theirs": line})
    assert Matter.objects.filter(master=SYSTEM).count() == ONLY_THERE - 1, "the line in doubt stays"
    kind, day = (next(name for name, text in asked.items() if word in text) for word in ("示例奇事", "12/5/2022"))
    client.post(f"{where}answer/", {kind: "", day: ""})
    assert not ReadingAnswer.objects.exists()
    client.post(f"{where}answer/", {kind: "neighbour", day: YES})
    told = set(ReadingAnswer.objects.values_list("answer", "given_by__name"))
    assert {answer for answer, _ in told} == {"neighbour", YES} and len(told) == 2
    where = uploaded(client, data)
    page = read(client, where)
    assert "那边写得看不准的" not in page and "已经答复过 2 处" in page
    client.post(f"{where}bring/", {"theirs": picked(page, "theirs")})
    assert Matter.objects.filter(master=SYSTEM).count() == ONLY_THERE
    client.post(f"{where}answer/", {"do": "back"})
    assert "那边写得看不准的" in read(client, where)
    assert verify_town(town.pk).whole


def questions_of(page: str) -> dict[str, str]:
    """What is asked, by the name of the field to answer in."""
    return dict(re.findall(r'for="q-(a\.[0-9a-f]+)">(.*?)</label>', page))


def test_looking_again_reads_what_was_found(town: Town, truth: Truth, tmp_path: Path) -> None:
    client, counts = signed_in(CLERK), []
    for lines in (LINES - 10, LINES):
        few = Truth(theirs=truth.theirs[:lines])
        where = uploaded(client, write_export(tmp_path, few).read_bytes())
        read(client, "/reconciliations/")  # so that the counts in the page's frame are kept for both
        with CaptureQueriesContext(connection) as comparing:
            first = read(client, where)
        with CaptureQueriesContext(connection) as seen:
            assert read(client, where) == first
        counts.append((len(comparing), len(seen)))
        told = [query["sql"] for query in seen]
        assert not any("matters_party" in sql or "private" in sql for sql in told), "nothing is compared anew"
    assert counts[0] == counts[1] and counts[1][1] <= 16, "whatever the rows"
    kept = KeptComparison.objects.get(export_id=where.split("/")[-2])
    client.post(f"{where}decide/", {"ours": picked(first, "ours")[:1], "verdict": "theirs_missed", "reason": "漏了"})
    assert "那边漏了" in read(client, f"{where}?view=here") and "条变动" not in read(client, where)
    kept.refresh_from_db()
    matter = Matter.objects.filter(number=next(iter(truth.sums))).get()
    snapshot, at_the_desk = load_snapshot(matter.pk), replace(moment(), medium="desk")
    assert snapshot is not None
    changes = {(MediationDetail, matter.pk): {"amount": Decimal(7)}}
    apply([plan_correction(snapshot, at_the_desk, changes, "协议书上是七元")], at_the_desk.now)
    assert "之后有 <b>1</b> 条变动" in read(client, where)
    assert KeptComparison.objects.get(pk=kept.pk).made_at == kept.made_at
    client.post(f"{where}again/")
    page = read(client, f"{where}?view=differ")
    assert "条变动" not in page and "<td>7.00</td>" in page
