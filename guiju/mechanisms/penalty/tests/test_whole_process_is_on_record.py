"""行政处罚法 第47条, 国办发〔2018〕118号 三(八): what of a case is on record, what lacks, what stops its closing."""

import pytest

from guiju.mechanisms.penalty.record_gaps import RECORD_GAPS
from guiju.mechanisms.penalty.recording import missing_media, optional_media, record_lines
from guiju.mechanisms.penalty.tests.made_cases import OFFICERS

pytestmark = pytest.mark.django_db
RECORDED = {"device": "执法记录仪03（示例）", "file_name": "示例.mp4", "kept_at": "采集站（示例）", "sha256": "0" * 64}


@pytest.fixture
def performed(desk):
    """A case whose fine was paid and whose decision is public."""
    matter = desk.decided()
    desk.take(matter, "serve")
    desk.take(matter, "pay")
    desk.take(matter, "publish", address="https://example.invalid/1")
    return matter


def gaps(desk):
    return list(RECORD_GAPS.lines(list(RECORD_GAPS.select(desk.town.id)), desk.moment))


def test_seizure_without_recording_stops_the_closing(desk, performed):
    desk.take(performed, "seal", officers=OFFICERS)
    assert desk.refusal_codes(performed, "close", hard=True) == ["media_missing"]
    assert missing_media(desk.snapshot(performed), desk.moment) == ("查封（扣押）",)
    (line,) = gaps(desk)
    assert line.part == "must"
    desk.take(performed, "record", item="seal", **RECORDED)
    desk.take(performed, "close")
    assert desk.snapshot(performed).detail["recorded"] is True


def test_other_items_only_warn(desk, performed):
    assert optional_media(desk.snapshot(performed), desk.moment) == ("现场检查（勘验）、询问", "直接、留置送达")
    assert [line.part for line in gaps(desk)] == ["may"]
    desk.take(performed, "close")


def test_closing_claimed_from_outside_leaves_what_lacks(desk, performed):
    desk.take(performed, "demolish", officers=OFFICERS)
    planned = desk.claim(performed, "close")
    assert "media_missing" in [refusal.code for refusal in planned.findings]
    assert desk.snapshot(performed).detail["recorded"] is False


def test_lines_tell_text_and_media_step_by_step(desk, performed):
    desk.take(performed, "record", item="inspect", **RECORDED)
    told = {line.label: line for line in record_lines(desk.snapshot(performed), desk.moment)}
    checked = told["现场检查（勘验）"]
    assert checked.text == "2026-03-12，本系统" and checked.media_state == "done"
    assert "采集站" in checked.media and "有校验值" in checked.media
    assert told["送达决定书"].media_state == "optional"


def test_stage_that_is_over_and_that_no_step_shows_is_a_gap(desk):
    matter = desk.clue()
    desk.take(matter, "file_case")
    assert all(line.text for line in record_lines(desk.snapshot(matter), desk.moment)), "the investigation is to come"
    desk.claim(matter, "conclude")
    lines = [line for line in record_lines(desk.snapshot(matter), desk.moment) if not line.text]
    assert [line.label for line in lines] == ["调查取证"]
    assert [line.part for line in gaps(desk)] == ["must"]
