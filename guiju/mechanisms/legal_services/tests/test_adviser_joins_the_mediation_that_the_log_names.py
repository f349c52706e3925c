"""A log line 人民调解 is no matter of its own: the adviser joins the mediation with its number, which counts once."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from guiju.kernel.procedure.api import Intent, Joins, Unclear, apply, load_snapshot, plan_join
from guiju.mechanisms.legal_services.register import ADVISER_LOG
from guiju.mechanisms.legal_services.tests.made_services import NOW, TODAY

NUMBER, FIGURE = "远人调〔2026〕4号", "legal_service.adviser_mediations"
ROW = {"kind": "mediation", "adviser": "路明", "related_number": NUMBER}


@pytest.fixture
def mediation(desk):
    values = {"unit": desk.unit("远溪镇人民政府"), "applicant": "谷雨", "number": NUMBER}
    return desk.written(desk.planned("file", Intent("register", values, TODAY, "claimed"), mechanism="mediation"))


def join(desk, mediation, name, on=TODAY):
    planned = plan_join(load_snapshot(mediation), desk.moment, capacity="legal_adviser", name=name, on=on)
    if planned is not None:
        apply([planned[0]], NOW)


def test_log_line_joins_the_mediation_it_names(desk, mediation):
    there = dataclasses.replace(desk, numbers={NUMBER: mediation})
    assert there.told(ADVISER_LOG.tells, **ROW) == Joins(NUMBER, "legal_adviser", "路明", TODAY, desk.unit())


@pytest.mark.parametrize("number", [NUMBER, None])
def test_mediation_that_is_not_on_record_is_asked_about(desk, number):
    said = desk.told(ADVISER_LOG.tells, **{**ROW, "related_number": number})
    assert isinstance(said, Unclear)
    assert said.field == "related_number"


def test_line_without_an_adviser_is_asked_about(desk, mediation):
    there = dataclasses.replace(desk, numbers={NUMBER: mediation})
    said = there.told(ADVISER_LOG.tells, **{**ROW, "adviser": None})
    assert isinstance(said, Unclear)
    assert said.field == "adviser"


def test_one_mediation_counts_once_whoever_and_however_often(desk, mediation):
    assert desk.figure(FIGURE) == 0
    for name in ("路明", "方正言", "路明"):
        join(desk, mediation, name)
    assert desk.figure(FIGURE) == 1


def test_earliest_day_of_taking_part_places_it(desk, mediation):
    join(desk, mediation, "路明", TODAY)
    join(desk, mediation, "方正言", dt.date(2025, 12, 30))
    assert desk.figure(FIGURE) == 0


@pytest.mark.parametrize(
    ("kind", "opens"),
    [("answer", "adviser_answer"), ("reception", "reception"), ("aid", "aid"), ("lecture", "adviser_lecture")],
)
def test_every_other_line_is_a_matter_of_its_kind(desk, kind, opens):
    assert desk.told(ADVISER_LOG.tells, kind=kind, adviser="路明").kind == opens
