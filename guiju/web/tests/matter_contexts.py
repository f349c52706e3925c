"""Invented contexts of the pages about one matter: its page, a step, a registration. 示例，均为虚构。"""

from typing import Any

from guiju.web.templatetags.guiju_design import DesignForm, design_samples
from guiju.web.tests.shell_context import link


def matter() -> dict[str, Any]:
    """Names and addresses of one matter."""
    return {
        "number": "青人调〔2026〕112号",
        "title": "李某某与张某某屋面漏水赔偿纠纷",
        "unit": "松溪村调委会",
        "handler": "调解员 陈示例",
        "parties": "申请人 李某某；被申请人 张某某",
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
        "actions": [link("上传材料", "upload")],
        "more": [link("卷宗与核验包", "download")],
        "diagram": samples["diagram"],
        "steps": samples["steps"][:3],
        "ways": [{"title": "终止调解", "article": {"label": "《人民调解法》第26条", "url": "#"}, "url": "#"}],
        "posts_line": "您的岗位：司法所内勤",
        "fact_groups": [{"title": "", "facts": samples["facts"]}],
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
        "draft": {"text": "草稿已存 10:42", "there": True, "save_url": "#", "discard_url": "#"},
        "modes": [{"label": "现在办理", "url": "#", "current": True}, {"label": "已在线下办过，补记", "url": "#"}],
        "stale": {"by": "陈示例", "what": "上传了一份证据", "url": "#"},
        "form": samples["form"],
        "sections": _sections(samples["form"]),
        "effects_list": samples["effects"],
        "document": {"title": "协议书", "note": "预览", "html": "人民调解协议书　申请人　李某某"},
        "previews": True,
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
        "draft": {"text": "草稿已存 10:42", "there": True, "save_url": "#", "discard_url": "#"},
        "effects_list": design_samples()["effects"],
    }
