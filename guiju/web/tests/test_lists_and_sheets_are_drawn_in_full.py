"""Lists, the spreadsheet preview, figures and statuses carry every word that colour or place alone would carry."""

import re

import pytest
from django.template import Context, Template

from guiju.web.templatetags.guiju_components import STATUS_LOOKS, status
from guiju.web.templatetags.guiju_figures import shares, sparkline


@pytest.mark.parametrize("kind", STATUS_LOOKS)
def test_status_is_icon_and_word(kind: str) -> None:
    html = status(kind, "某词")
    assert "<svg" in html
    assert "某词" in html


def test_unknown_status_is_an_error() -> None:
    with pytest.raises(KeyError):
        status("panic", "某词")


def test_wrong_cell_says_what_is_wrong() -> None:
    cell = {"text": "2026-02-30", "state": "error", "message": "2月没有30日"}
    columns = [
        {"letter": "B", "heading": "日期", "field": "受理日"},
        {"letter": "C", "heading": "稳控负责人", "refused": "不收"},
    ]
    grid = {"caption": "预览", "columns": columns, "rows": [{"number": 17, "cells": [cell, {"text": ""}]}]}
    html = Template("{% load guiju_forms %}{% sheet_grid grid %}").render(Context({"grid": grid}))
    assert re.search(r'class="g-xl-error"><span>2026-02-30</span><em>.*2月没有30日', html)
    assert '<th scope="row">17</th>' in html
    assert "不收" in html


def test_pager_without_newer_has_no_dead_link() -> None:
    html = Template("{% load guiju_forms %}{% pager page %}").render(
        Context({"page": {"summary": "本页 3 件", "older_url": "?before=9"}})
    )
    assert html.count("<a ") == 1
    assert "更新的" in html


def test_masked_value_is_heard_as_masked() -> None:
    items = [{"label": "电话", "value": "138****5678", "masked": True}]
    html = Template("{% load guiju_work %}{% facts items %}").render(Context({"items": items}))
    assert "已遮盖" in html


def test_sparkline_stays_in_its_frame() -> None:
    drawn = sparkline([0, 5, 10], [3] * 12, "逐月", width=96, height=28)
    points = [tuple(map(float, pair.split(","))) for pair in f"{drawn['now']} {drawn['before']}".split()]
    assert len(points) == 15
    assert all(0 <= x <= 96 and 0 <= y <= 28 for x, y in points)


def test_sparkline_without_values_draws_nothing() -> None:
    drawn = sparkline([], [], "逐月")
    assert drawn["end"] is None
    assert drawn["now"] == ""


def test_shares_fill_the_bar() -> None:
    parts = shares(
        [{"count": 391, "look": "good"}, {"count": 9, "look": "wrong"}, {"count": 0, "look": "ask"}], "各占多少"
    )["parts"]
    assert [part["x"] for part in parts] == [0.0, 977.5, 1000.0]
    assert parts[2]["width"] == 0


def test_bulk_bar_says_that_steps_are_not_taken_in_bulk() -> None:
    html = Template("{% load guiju_forms %}{% bulk bar %}").render(Context({"bar": {"actions": []}}))
    assert "办理步骤不能批量做" in html
