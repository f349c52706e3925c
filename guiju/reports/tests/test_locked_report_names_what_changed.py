"""A locked year: the report keeps its figures, and each record that joined, left or changed is named with its entry."""

import datetime as dt
from collections.abc import Sequence

import pytest

from guiju.kernel.ledger.api import Entry, head_of, verify_town
from guiju.kernel.organisation.api import acting_as_command
from guiju.kernel.procedure.api import apply
from guiju.reports.api import (
    ReportError,
    annual_report,
    load_report,
    lock_report,
    plan_lock,
    plan_passage,
)
from guiju.reports.figures import YearFigure
from guiju.reports.locking import counted_at_rest
from guiju.reports.models import LockedFigure
from guiju.reports.tests.made_town import NOW, TODAY, MadeTown, made_town

CONSULTATIONS = "legal_service.station_consultations"
OCTOBER = dt.date(2022, 10, 10)


@pytest.fixture(scope="module")
def counted_once(module_db: None) -> tuple[MadeTown, int]:
    """A town that locked its year over one consultation, and its matter."""
    town = made_town("suoding")
    matter = town.consult(OCTOBER, attendances=2)
    _lock(town)
    return town, matter


@pytest.fixture
def locked(db: None, counted_once: tuple[MadeTown, int]) -> MadeTown:
    """The locked town; what a test does to it goes back behind it."""
    return counted_once[0]


@pytest.fixture
def matter(counted_once: tuple[MadeTown, int]) -> int:
    return counted_once[1]


def _lock(town: MadeTown, as_of: dt.date | None = None) -> int:
    town.confirm(as_of)
    return lock_report(town.town, 2022, town.clerk, NOW, TODAY, as_of)


def _consultations(figures: Sequence[YearFigure]) -> YearFigure:
    return {figure.id: figure for figure in figures}[CONSULTATIONS]


def _changes(town: MadeTown) -> list[str]:
    report = annual_report(town.town, 2022, TODAY)
    return [str(record) for change in report.changes for record in change.records]


def test_the_locked_report_keeps_its_figures(locked: MadeTown) -> None:
    locked.consult(OCTOBER, attendances=5)
    report = annual_report(locked.town, 2022, TODAY)
    assert _consultations(report.figures).value == 2
    assert [str(change) for change in report.changes] == [
        "镇公共法律服务站接待法律咨询（legal_service.station_consultations）：锁定 2人次，现在 7人次"
    ]


def test_a_locked_figure_is_what_was_counted(town: MadeTown) -> None:
    town.consult(OCTOBER, attendances=2)
    town.consult(dt.date(2021, 5, 5), attendances=4)
    before = annual_report(town.town, 2022, TODAY).figures
    _lock(town)
    after = annual_report(town.town, 2022, TODAY).figures
    assert [figure.as_json() for figure in after] == [figure.as_json() for figure in before]
    assert [figure.compared for figure in after] == [figure.compared for figure in before]
    assert _consultations(after).compared.last_year == 4
    was, now = _consultations(before).records, _consultations(after).records
    assert [(r.key, r.number, r.date, r.amount, r.entry) for r in was] == [
        (r.key, r.number, r.date, r.amount, r.entry) for r in now
    ]


def test_a_record_that_joined_is_named_with_its_entry(locked: MadeTown) -> None:
    locked.consult(OCTOBER, attendances=3)
    entry = head_of(locked.town.id).size - 1
    assert _changes(locked) == [f"新计入 示公服咨〔2022〕2号（2022-10-10），条目 #{entry}，计 3"]


def test_a_record_that_left_is_named_with_its_entry(locked: MadeTown, matter: int) -> None:
    entry = locked.void(matter).index
    assert _changes(locked) == [f"不再计入 示公服咨〔2022〕1号（2022-10-10），条目 #{entry}，原计 2"]


def test_a_record_that_changed_is_named_with_its_entry(locked: MadeTown, matter: int) -> None:
    entry = locked.correct(matter, attendances=4).index
    assert _changes(locked) == [f"有改动 示公服咨〔2022〕1号（2022-10-10），条目 #{entry}，原计 2，现计 4"]


def test_a_change_back_is_still_named(locked: MadeTown, matter: int) -> None:
    locked.correct(matter, attendances=4)
    entry = locked.correct(matter, attendances=2).index
    assert _changes(locked) == [f"有改动 示公服咨〔2022〕1号（2022-10-10），条目 #{entry}，计数不变"]


def test_what_lies_after_the_locked_cutoff_is_no_change(town: MadeTown) -> None:
    town.set("report.cutoff.legal_service", "10-31")
    town.consult(OCTOBER)
    _lock(town)
    town.consult(dt.date(2022, 11, 1))
    assert not annual_report(town.town, 2022, TODAY).changes


def test_a_cutoff_changed_later_does_not_move_a_locked_figure(locked: MadeTown) -> None:
    locked.set("report.cutoff.legal_service", "9-30")
    report = annual_report(locked.town, 2022, TODAY)
    assert not report.changes
    assert _consultations(report.figures).as_of == dt.date(2022, 12, 31)


def test_locking_is_one_entry_and_the_record_stays_whole(town: MadeTown) -> None:
    town.consult(OCTOBER)
    town.confirm()
    before = head_of(town.town.id).size
    index = lock_report(town.town, 2022, town.clerk, NOW, TODAY)
    assert index == before
    assert head_of(town.town.id).size == before + 1
    entry = Entry.objects.get(town_id=town.town.id, index=index)
    assert (entry.kind, entry.actor) == ("report_lock", town.clerk.actor)
    locked = load_report(town.town.id, 2022).locked
    assert locked is not None
    assert locked.known_until == before
    assert verify_town(town.town.id).whole


def test_a_second_lock_is_refused_and_adds_nothing(locked: MadeTown) -> None:
    size = head_of(locked.town.id).size
    with pytest.raises(ReportError, match="已经锁定"):
        _lock(locked)
    assert head_of(locked.town.id).size == size


def test_only_a_person_of_the_reporting_posts_locks(town: MadeTown) -> None:
    state, figures = load_report(town.town.id, 2022), annual_report(town.town, 2022, TODAY).figures
    with pytest.raises(ReportError, match="没有这样的岗位"):
        plan_lock(town.villager, state, figures, 0, TODAY)
    with pytest.raises(ReportError, match="要由人负责"):
        plan_lock(acting_as_command(town.town, "report"), state, figures, 0, TODAY)


def test_a_lock_given_one_day_remembers_it(town: MadeTown) -> None:
    _lock(town, as_of=dt.date(2022, 6, 30))
    locked = load_report(town.town.id, 2022).locked
    assert locked is not None
    assert locked.as_of == dt.date(2022, 6, 30)
    assert {figure.as_of for figure in locked.figures} == {dt.date(2022, 6, 30)}


def test_figures_are_counted_anew_when_somebody_registers_meanwhile(town: MadeTown) -> None:
    moments: list[int] = []

    def count() -> list[YearFigure]:
        figures = list(annual_report(town.town, 2022, TODAY).figures)
        if not moments:
            town.consult(OCTOBER, attendances=3)
        moments.append(1)
        return figures

    figures, known = counted_at_rest(town.town.id, count)
    assert _consultations(figures).value == 3
    assert known == head_of(town.town.id).size
    assert len(moments) == 2


def test_a_ledger_that_never_rests_is_not_locked(town: MadeTown) -> None:
    def count() -> list[YearFigure]:
        town.consult(OCTOBER)
        return []

    with pytest.raises(ReportError, match="稍后再锁"):
        counted_at_rest(town.town.id, count)


def test_towns_and_years_are_locked_apart(locked: MadeTown) -> None:
    other = made_town("linshi", "邻示镇")
    assert load_report(other.town.id, 2022).locked is None
    assert load_report(locked.town.id, 2021).locked is None


def test_a_locked_list_that_is_changed_behind_the_record_is_found(locked: MadeTown) -> None:
    LockedFigure.objects.filter(town=locked.town, indicator=CONSULTATIONS).update(record_list="[]")
    result = verify_town(locked.town.id)
    assert any(
        "reports_lockedfigure" in str(mismatch) and "record_list" in str(mismatch) for mismatch in result.mismatches
    )


def test_own_texts_are_on_the_record_and_hold_after_the_lock(town: MadeTown) -> None:
    code, text = "results.service.network", "**改写。**布局为“{legal_service.network|数}”。"

    def write(said: str) -> None:
        apply([plan_passage(town.clerk, load_report(town.town.id, 2022), code, said, TODAY)], NOW)

    write("先写的一稿。")
    write(text)
    _lock(town)
    assert load_report(town.town.id, 2022).texts == {code: text}
    assert "布局为“1+0+1”。" in annual_report(town.town, 2022, TODAY).papers.notice().plain_text()
    assert verify_town(town.town.id).whole


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("results.nowhere.a", "文字。", "没有“results.nowhere.a”"),
        ("results.service.network", "共{a.b|大约}。", "大约"),
        ("results.service.network", "共{legal_service.networks}。", "legal_service.networks"),
    ],
)
def test_a_text_that_cannot_stand_is_refused(town: MadeTown, code: str, text: str, said: str) -> None:
    with pytest.raises(ReportError, match=said):
        plan_passage(town.clerk, load_report(town.town.id, 2022), code, text, TODAY)


def test_who_does_not_report_does_not_write(town: MadeTown) -> None:
    with pytest.raises(ReportError, match="没有这样的岗位"):
        plan_passage(town.villager, load_report(town.town.id, 2022), "opening", "文字。", TODAY)
