"""Invented contexts for the page templates, as their leading comments describe them. 示例，均为虚构。"""

from typing import Any

from django import forms

from guiju.web.templatetags.guiju_design import DesignForm, design_samples


class SignInForm(forms.Form):
    """Stands for the sign-in form of the views."""

    username = forms.CharField(label="账号")
    password = forms.CharField(label="密码", widget=forms.PasswordInput)


class UploadForm(forms.Form):
    """Stands for the upload form of the importer."""

    file = forms.FileField(label="Excel 文件")
    unit = forms.ChoiceField(label="哪个单位的台账", choices=[("", "全镇"), ("v1", "松溪村")], required=False)


def _link(label: str, icon: str, count: str = "", **more: Any) -> dict[str, Any]:
    return {"label": label, "url": "#", "icon": icon, "count": count, **more}


def shell() -> dict[str, Any]:
    """The shell's context as the context processor would give it."""
    return {
        "town": {"name": "青禾镇人民政府"},
        "person": {"name": "周示例", "initial": "周"},
        "posts": ["司法所内勤"],
        "rail": [
            {
                "title": "我的工作",
                "entries": [
                    _link("今日", "sun", "2 逾期", hot=True),
                    _link("事项", "layout-list", "1,000+"),
                    _link("登记", "pencil-plus"),
                    _link("导入 Excel", "table-import"),
                ],
            },
            {
                "title": "纠纷与诉求",
                "entries": [
                    _link("人民调解", "heart-handshake", "31", current=True),
                    _link("工单分流", "phone-call", "46"),
                ],
            },
            {
                "title": "汇总",
                "entries": [
                    _link("数字", "chart-dots"),
                    _link("年度报告", "report"),
                    _link("核验", "rosette-discount-check"),
                ],
            },
        ],
        "tabs": [
            _link("今日", "sun", current=True),
            _link("登记", "pencil-plus"),
            _link("事项", "layout-list"),
            _link("我", "user"),
        ],
        "ledger": {"size": "18,423", "sealed_at": "10:40"},
        "rulepack": {"name": "cn-sh", "confirmed_on": "2026-11-20", "rules": "940", "unverified": "6"},
        "urls": {"home": "#", "search": "#", "verify": "#", "logout": "#", "me": "#", "import": "#"},
        "demo": True,
    }


def _row(number: str, title: str, stage: dict[str, Any], due: dict[str, Any], entry: str) -> dict[str, Any]:
    return {
        "id": entry,
        "name": number,
        "cells": [
            {"text": number, "place": 3},
            {"kind": "title", "text": title, "url": "#", "place": 1},
            {"kind": "quiet", "text": "李某某、张某某"},
            {"kind": "status", **stage, "place": 3},
            {"text": "松溪村", "place": 3},
            {"kind": "quiet", "text": "11-24"},
            {**due, "place": 2},
            {"kind": "entry", "number": entry, "url": "#", "right": True},
        ],
    }


def matters_list() -> dict[str, Any]:
    """Context of matters/list.html with overdue, due and finished matters."""
    samples = design_samples()
    running, done = {"look": "run", "text": "调解中"}, {"look": "done", "text": "已办结"}
    late, soon = (
        {"kind": "status", "look": "late", "text": "逾期 1 日"},
        {"kind": "status", "look": "soon", "text": "剩 2 日"},
    )
    rows = [
        _row("青人调〔2026〕131号", "噪声扰民", running, {"text": "剩 21 日"}, "18,386"),
        _row("青人调〔2026〕130号", "停车费", running, soon, "18,385"),
        _row("青人调〔2026〕129号", "松溪村七组与示例物业公司关于排水沟走向的纠纷", running, late, "18,369"),
        _row("青人调〔2026〕118号", "装修押金", done, {"kind": "quiet", "text": ""}, "18,338"),
    ]
    rows[1]["chosen"] = True
    labels = ["编号", "标题", "当事人", "阶段", "单位", "登记", "期限", "留痕"]
    return {
        "title": "人民调解",
        "views": [
            {"label": "全部", "count": "1,000+", "url": "#", "current": True},
            {"label": "七日内到期", "count": "11", "url": "#"},
            {"label": "已逾期", "count": "2", "hot": True, "url": "#"},
        ],
        "actions": [_link("导出 Excel", "file-spreadsheet"), _link("登记", "pencil-plus", primary=True)],
        "bar": samples["bar"],
        "bulk_bar": samples["bulk"],
        "bulk_action": "#",
        "columns": [{"label": label, "right": label == "留痕", "sorted": label == "登记"} for label in labels],
        "rows": rows,
        "page": samples["page"],
    }


def matter() -> dict[str, Any]:
    """Names and addresses of one matter."""
    return {
        "number": "青人调〔2026〕112号",
        "title": "李某某与张某某屋面漏水赔偿纠纷",
        "unit": "松溪村调委会",
        "handler": "调解员 陈示例",
        "mechanism": "人民调解",
        "procedure": "人民调解 1",
        "label": "内部",
        "url": "#",
        "mechanism_url": "#",
        "list_url": "#",
    }


def matter_detail() -> dict[str, Any]:
    """Context of matters/detail.html."""
    samples = design_samples()
    return {
        "matter": matter(),
        "terms": samples["terms"][2:3],
        "actions": [_link("打印", "printer"), _link("导出案卷", "download")],
        "diagram": samples["diagram"],
        "steps": samples["steps"][:3],
        "ways": [{"title": "终止调解", "article": {"label": "《人民调解法》第26条", "url": "#"}, "url": "#"}],
        "posts_line": "您的岗位：司法所内勤",
        "facts": samples["facts"],
        "narrative": "二层露台防水层破损，自10月中旬起渗水至一层卧室，墙面起皮。双方对修缮由谁负担、赔偿多少有争议。",
        "risk": {"grade": "中", "text": "双方同住一栋，有过口角。只评纠纷，不评人。", "url": "#"},
        "correct_url": "#",
        "parties": samples["parties"],
        "parties_note": "默认遮盖，查看会留痕",
        "events": samples["events"],
        "views": samples["views"],
        "documents_list": samples["documents"],
        "documents_note": "归档还缺 1 份",
        "findings_list": samples["findings"],
        "related_list": samples["related"],
        "notices": [{"text": "上级系统也有这一件，以那边的编号为准。", "tone": "accent"}],
    }


def _sections(form: DesignForm) -> list[dict[str, Any]]:
    return [
        {
            "legend": "怎么回事",
            "fields": [{"bound": form["source"], "wide": True}, form["happened_on"], form["manner"]],
        },
        {
            "legend": "协议内容",
            "article": {"label": "第29条", "url": "#"},
            "columns": 3,
            "fields": [form["amount"], form["due_on"], form["scan"], {"bound": form["story"], "wide": True}],
            "note": "制作文书时用全部信息，屏幕上遮盖。",
        },
    ]


def matter_step() -> dict[str, Any]:
    """Context of matters/step.html with two errors and somebody else's change in between."""
    samples = design_samples()
    return {
        "matter": matter(),
        "step": {"title": "制作人民调解协议书", "basis": [samples["article"]], "button": "制作协议书"},
        "term": samples["terms"][2],
        "draft": {"saved_at": "10:42", "discard_url": "#"},
        "modes": [{"label": "现在办理", "url": "#", "current": True}, {"label": "已在线下办过，补记", "url": "#"}],
        "stale": {"by": "陈示例", "what": "上传了一份证据", "url": "#"},
        "form": samples["form"],
        "sections": _sections(samples["form"]),
        "effects_list": samples["effects"],
        "document": {"title": "协议书", "note": "预览", "html": "人民调解协议书　申请人　李某某"},
        "preview_url": "#",
        "cancel_url": "#",
    }


def matter_register() -> dict[str, Any]:
    """Context of matters/register.html, not yet sent."""
    form = DesignForm()
    fields = [{"bound": form[name], "wide": True} for name in ("source", "happened_on", "story", "topics", "scan")]
    return {
        "mechanism": {"label": "纠纷", "list_url": "#"},
        "kinds": [{"label": "人民调解", "url": "#", "current": True}, {"label": "口头协议", "url": "#"}],
        "form": form,
        "sections": [{"columns": 1, "fields": fields}],
        "alike": [{"label": "松溪村排水沟纠纷，11月20日", "url": "#"}],
        "draft": {"saved_at": "10:42"},
        "effects_list": design_samples()["effects"],
    }


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


def figures_list() -> dict[str, Any]:
    """Context of figures/list.html."""
    samples = design_samples()
    return {
        "title": "2026年数字",
        "lede": "按年度报告的段落排列；每个数字都能点开。",
        "years": [{"label": "2025", "url": "#"}, {"label": "2026", "url": "#", "current": True}],
        "groups": [{"title": "矛盾纠纷化解", "figures": samples["figures"]}],
        "locked": "2026年的数字已锁定。",
    }


def figure_detail() -> dict[str, Any]:
    """Context of figures/detail.html, with a record that the viewer may not open."""
    samples = design_samples()
    listing = matters_list()
    rows = [dict(row) for row in listing["rows"]]
    rows.append(
        {
            "id": "0",
            "cells": [
                {"text": "青综执罚立〔2026〕28号", "place": 3},
                {"kind": "quiet", "text": "受限事项", "place": 1},
                *[{"text": ""}] * 6,
            ],
        }
    )
    return {
        "figure": {
            **samples["figures"][0],
            "state": {"look": "ok", "word": "已核对"},
            "compare": [
                {"label": "去年同期", "value": "79"},
                {"label": "增减", "value": "+4"},
                {"label": "去年报告所载", "value": "79"},
            ],
            "definition": "以达成协议办结的人民调解事项，按协议生效日归入期间",
            "basis": [samples["article"]],
            "period": "2026-01-01 至 10-31",
            "checkpoint": {"number": "18,120", "url": "#", "signed": True},
            "sealed_at": "10月31日 24:00",
            "digest": "a7e1 40c9 88d1 2f6d",
        },
        "late": {"text": "封存之后补登了 2 件 10 月的调解，未计入。", "label": "看这 2 件", "url": "#"},
        "changes": [{"text": "青人调〔2026〕140号 计入了", "entry": {"number": "18,430", "url": "#"}}],
        "list_url": "#",
        "list_label": "数字",
        "records_title": "83 件记录",
        "columns": listing["columns"],
        "rows": rows,
        "page": samples["page"],
    }


def login() -> dict[str, Any]:
    """Context of login.html with every way in."""
    return {
        "form": SignInForm({"username": "zhou", "password": ""}),
        "town_name": "青禾镇人民政府",
        "sso_url": "#",
        "portal_url": "#",
        "lock_rule": "五次输错锁定十五分钟。",
        "demo_accounts": [
            {"post": "司法所内勤", "sees": "今日、全部机制、年度报告", "username": "justice", "password": "guiju-demo"},
            {"post": "人民调解员", "sees": "手机登记、本村纠纷", "username": "mediator", "password": "guiju-demo"},
        ],
    }


def me() -> dict[str, Any]:
    """Context of me.html."""
    return {
        "account": [{"label": "姓名", "value": "周示例"}, {"label": "岗位", "value": "司法所内勤"}],
        "large_action": "#",
        "password_url": "#",
    }


PAGES = {
    "design.html": dict,
    "login.html": login,
    "me.html": me,
    "matters/list.html": matters_list,
    "matters/detail.html": matter_detail,
    "matters/step.html": matter_step,
    "matters/register.html": matter_register,
    "imports/upload.html": import_upload,
    "imports/preview.html": import_preview,
    "imports/result.html": import_result,
    "figures/list.html": figures_list,
    "figures/detail.html": figure_detail,
    "403.html": lambda: {"exception": "这件事项由综合执法队办理，您的岗位看不到。"},
    "403_csrf.html": dict,
    "404.html": dict,
    "500.html": dict,
}
