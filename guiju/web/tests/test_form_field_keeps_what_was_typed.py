"""Fields: what was typed is never lost, the error stands beside its field and is tied to it, the summary leads there."""

import re

import pytest
from django import forms
from django.template import Context, Template

from guiju.web.templatetags.guiju_design import DesignForm
from guiju.web.templatetags.guiju_forms import error_summary


def draw(form: forms.Form, name: str) -> str:
    """One field as the tag draws it."""
    return Template("{% load guiju_forms %}{% field bound %}").render(Context({"bound": form[name]}))


def test_wrong_date_stays_as_text() -> None:
    html = draw(DesignForm({"due_on": "11月20日"}), "due_on")
    assert 'type="text"' in html
    assert 'value="11月20日"' in html


@pytest.mark.parametrize("typed", ["2026-12-20", ""])
def test_date_that_the_browser_can_show_has_its_own_control(typed: str) -> None:
    html = draw(DesignForm({"due_on": typed}), "due_on")
    assert 'type="date"' in html
    assert not typed or f'value="{typed}"' in html


def test_number_is_text_with_digits_keyboard() -> None:
    html = draw(DesignForm({"amount": "七千二"}), "amount")
    assert 'type="text"' in html
    assert 'inputmode="decimal"' in html
    assert 'value="七千二"' in html


def test_error_is_tied_to_its_field() -> None:
    html = draw(DesignForm({"amount": "七千二"}), "amount")
    described = re.search(r'aria-describedby="([^"]+)"', html)
    assert described
    assert all(f'id="{target}"' in html for target in described.group(1).split())
    assert 'aria-invalid="true"' in html
    assert "应写成数字" in html


def test_empty_field_is_named_in_the_error() -> None:
    form = DesignForm({})
    texts = [line["text"] for line in error_summary(form)["lines"]]
    assert "还没有填：履行期限" in texts
    assert "还没有选：怎么知道的" in texts


def test_own_word_for_an_empty_field_is_kept() -> None:
    class Own(forms.Form):
        name = forms.CharField(label="姓名", error_messages={"required": "写上姓名，才好联系。"})

    assert [line["text"] for line in error_summary(Own({}))["lines"]] == ["写上姓名，才好联系。"]


def test_summary_leads_to_controls_that_exist() -> None:
    form = DesignForm({})
    page = "".join(draw(form, name) for name in form.fields)
    targets = [line["target"] for line in error_summary(form)["lines"]]
    assert targets
    assert all(f'id="{target}"' in page for target in targets)


def test_form_without_errors_has_no_summary() -> None:
    form = DesignForm()
    html = Template("{% load guiju_forms %}{% error_summary form %}").render(Context({"form": form}))
    assert html.strip() == ""


def test_choices_are_a_group_with_a_name() -> None:
    html = draw(DesignForm({"source": "visit"}), "source")
    assert html.index("<fieldset") < html.index("<legend") < html.index("怎么知道的") < html.index('type="radio"')
    assert re.search(r'value="visit"[^>]*checked', html)
