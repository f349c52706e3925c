"""Invented contexts of the pages of an import. 示例，均为虚构。"""

from typing import Any

from django import forms

from guiju.web.templatetags.guiju_design import design_samples


class UploadForm(forms.Form):
    """Stands for the upload form of the importer."""

    file = forms.FileField(label="Excel 文件")
    unit = forms.ChoiceField(label="哪个单位的台账", choices=[("", "全镇"), ("v1", "松溪村")], required=False)


def import_upload() -> dict[str, Any]:
    """Context of imports/upload.html after a layout that nothing recognised."""
    return {
        "form": UploadForm({}, {}),
        "unknown": {"sheet": "台账", "headings": ["序号", "甲", "乙"]},
        "registers": [{"label": "人民调解登记簿", "layouts": ["本镇格式", "25 列汇总表"], "template_url": "#"}],
        "past": [
            {
                "title": "东浦村台账",
                "text": "286 行",
                "when": "11月20日 09:14",
                "entry": {"number": "18,371", "url": "#"},
                "url": "#",
            }
        ],
    }


def import_preview() -> dict[str, Any]:
    """Context of imports/preview.html with wrong rows, questions and a refused column."""
    samples = design_samples()
    options = [{"value": "labour", "label": "劳动争议", "chosen": True}, {"value": "skip", "label": "先不导入"}]
    return {
        "register": {"label": "人民调解登记簿"},
        "source": {"file": "2026年调解台账（松溪村）.xlsx", "sheet": "台账", "rows": "412"},
        "parts": samples["shares"],
        "counts": {"good": "391", "wrong": "9", "ask": "12", "findings": "5"},
        "grid": samples["grid"],
        "views": samples["views"],
        "grid_note": "显示前 3 行，共 21 行",
        "questions": [{"name": "k1", "text": "“欠薪”归入哪一类？", "where": "7 行，D 列", "options": options}],
        "findings_list": samples["findings"],
        "refused": [{"heading": "稳控负责人", "reason": "只登记纠纷，不登记要控制的人。"}],
        "totals": {"sheet": "412", "ours": "412"},
        "bad_url": "#",
        "import_action": "#",
        "answers_action": "#",
        "import_key": "k",
    }


def import_result() -> dict[str, Any]:
    """Context of imports/result.html."""
    return {
        "register": {"label": "人民调解登记簿"},
        "source": {"file": "台账.xlsx", "sheet": "台账"},
        "line": {"rows": "412", "imported": "391", "same": "0", "ask": "12", "wrong": "9"},
        "totals": {"sheet": "412", "ours": "412", "agree": True},
        "entries": {"first": "18,425", "count": "391", "url": "#"},
        "links": [{"label": "看导入的事项", "url": "#"}],
        "bad_url": "#",
        "findings_list": design_samples()["findings"],
    }
