"""Invented contexts of the pages with lists: matters and figures. 示例，均为虚构。"""

from typing import Any

from guiju.web.templatetags.guiju_design import design_samples
from guiju.web.tests.shell_context import link


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
        "actions": [link("导出 Excel", "file-spreadsheet"), link("登记", "pencil-plus", primary=True)],
        "bar": samples["bar"],
        "bulk_bar": samples["bulk"],
        "bulk_action": "#",
        "columns": [{"label": label, "right": label == "留痕", "sorted": label == "登记"} for label in labels],
        "rows": rows,
        "page": samples["page"],
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
