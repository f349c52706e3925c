"""Invented contexts of the pages of an import. 示例，均为虚构。"""

from typing import Any

from django import forms

from guiju.web.templatetags.guiju_design import design_samples


class DefineForm(forms.Form):
    """Stands for the form that makes a register of a sheet."""

    name = forms.CharField(label="台账名称")
    unit = forms.ChoiceField(label="由哪个单位保管", choices=[("", "全镇各单位")], required=False)
    c0 = forms.ChoiceField(label="领取人", choices=[("text", "其他文字")], help_text="例如：安有容")
    c0_private = forms.BooleanField(label="“领取人”含个人信息，加密保存", required=False)

    @property
    def columns(self) -> list[dict[str, Any]]:
        """As the page reads them."""
        return [{"kind": self["c0"], "private": self["c0_private"]}]


class MapForm(forms.Form):
    """Stands for the form that gives a field to each heading."""

    c0 = forms.ChoiceField(label="何时", choices=[("event_date", "服务日期")], help_text="例如：2026-03-02")


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


REFUSED = [{"heading": "民族", "reason": "办理事项用不到。"}]


def import_define() -> dict[str, Any]:
    """Context of imports/define.html with an error and a refused column."""
    return {
        "form": DefineForm({}),
        "source": {"file": "物资.xlsx", "sheet": "发放"},
        "refused": REFUSED,
        "back_url": "#",
    }


def import_own() -> dict[str, Any]:
    """Context of imports/own.html with a register in use, an ended one, and a sentence."""
    columns = [{"heading": "发放日期", "kind": "日期"}, {"heading": "领取人", "kind": "其他文字，加密保存"}]
    told = {"columns": columns, "figures": [{"label": "件数", "url": "#"}], "note": "全镇各单位　2026-03-12 起"}
    return {
        "registers": [
            {"id": "registers.r1", "name": "物资发放", "ended": False, **told},
            {"id": "registers.r2", "name": "旧的发放", "ended": True, **told},
        ],
        "may_end": True,
        "error": "这本台账已经停用。",
        "import_url": "#",
    }


def import_map() -> dict[str, Any]:
    """Context of imports/map.html after a register was chosen."""
    return {
        "form": MapForm(),
        "source": {"file": "物资.xlsx", "sheet": "发放"},
        "register": {"label": "法律咨询登记"},
        "registers": [{"id": "station_consultation", "label": "法律咨询登记", "chosen": True}],
        "refused": REFUSED,
        "back_url": "#",
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
        "questions": [
            {"name": "k1", "text": "“欠薪”归入哪一类？", "where": "7 行，D 列", "options": options, "typed": "k2"}
        ],
        "findings_list": samples["findings"],
        "refused": [{"heading": "稳控负责人", "reason": "只登记纠纷，不登记要控制的人。"}],
        "unknown": [{"sheet": "发放", "message": "表头不认识。", "define_url": "#", "map_url": "#"}],
        "totals": [{"text": "表上合计 412，这里算得 412", "agree": True}],
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
        "totals": [{"text": "表上人次 500，这里算得 412", "agree": False}],
        "entries": {"first": "18,425", "count": "391", "url": "#"},
        "links": [{"label": "看导入的事项", "url": "#"}],
        "bad_url": "#",
        "findings_list": design_samples()["findings"],
    }
