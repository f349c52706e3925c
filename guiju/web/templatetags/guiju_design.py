"""Invented data for the page `design`, which shows each component in each state. 示例，人、单位、编号均为虚构。"""

from pathlib import Path
from typing import Any

import yaml
from django import forms, template

register = template.Library()

SAMPLES = Path(__file__).resolve().parent.parent / "templates" / "design.yaml"


class DesignForm(forms.Form):
    """One control of each sort, filled in so that some are wrong."""

    source = forms.ChoiceField(
        label="怎么知道的",
        widget=forms.RadioSelect,
        choices=[("party", "当事人来说"), ("visit", "走访发现"), ("110", "110 转来"), ("other", "其他")],
    )
    happened_on = forms.DateField(label="哪天发生", widget=forms.DateInput(attrs={"data-today": "2026-11-24"}))
    due_on = forms.DateField(label="履行期限", help_text="双方约定的最后一日。")
    amount = forms.DecimalField(label="赔偿金额（元）", error_messages={"invalid": "“七千二”应写成数字，例如 7200。"})
    manner = forms.ChoiceField(label="履行方式", choices=[("once", "一次付清，转账"), ("parts", "分期付清")])
    story = forms.CharField(
        label="怎么回事", required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text="写两三句就行。"
    )
    topics = forms.MultipleChoiceField(
        label="涉及",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("noise", "噪声"), ("water", "漏水"), ("fee", "费用")],
    )
    agreed = forms.BooleanField(label="双方愿意共同申请司法确认", required=False)
    scan = forms.FileField(label="签好的协议书", required=False)


def _form() -> DesignForm:
    filled = {
        "source": "party",
        "happened_on": "2026-11-23",
        "due_on": "11月20日",
        "amount": "七千二",
        "manner": "once",
        "story": "示例甲家新砌的墙占了排水沟，雨水倒灌到示例乙家院里。",
        "topics": ["water"],
    }
    form = DesignForm(filled)
    form.errors.clear()
    form.full_clean()
    if "due_on" in form.errors:
        form.errors["due_on"] = form.error_class(["“11月20日”缺年份，应写成 2026-12-20 这样的日期。"])
    return form


@register.simple_tag
def design_samples() -> dict[str, Any]:
    """All invented data of the design page in one dict; its keys are the names of the components, `form` a bound form with errors."""
    samples: dict[str, Any] = yaml.safe_load(SAMPLES.read_text(encoding="utf-8"))
    return {**samples, "form": _form()}
