"""A refused step: the step, one plain sentence, the article's words, the article, what is lacking with its remedy; never hidden, never with a button."""

from typing import Any

from django.template import Context, Template

REFUSED: dict[str, Any] = {
    "title": "登记协议生效",
    "allowed": False,
    "action": {"label": "办理", "url": "/take"},
    "refusals": [
        {
            "reason": "还差签字。",
            "quote": [{"text": "双方签字，", "key": False}, {"text": "盖章后生效", "key": True}],
            "summary": True,
            "article": {"label": "《示例法》第29条", "url": "/law/29", "unverified": True},
            "lacks": [
                {"text": "协议书", "done": True},
                {"text": "盖章", "remedy": {"label": "去上传", "url": "/upload"}},
            ],
            "lawful_way": {"label": "转普通程序立案", "url": "/ordinary"},
        }
    ],
}


def draw(step: dict[str, Any]) -> str:
    """A next-step card."""
    return Template("{% load guiju_work %}{% next_step step %}").render(Context({"step": step}))


def test_order_of_a_refusal() -> None:
    html = draw(REFUSED)
    words = [
        "登记协议生效",
        "暂不能办理",
        "还差签字。",
        "摘要",
        "<b>盖章后生效</b>",
        "《示例法》第29条",
        "待核实",
        "去上传",
        "转普通程序立案",
    ]
    places = [html.index(word) for word in words]
    assert places == sorted(places)


def test_refused_step_has_no_button() -> None:
    assert "/take" not in draw(REFUSED)
    assert "/take" in draw({**REFUSED, "allowed": True})


def test_what_is_lacking_is_heard_not_only_seen() -> None:
    html = draw(REFUSED)
    assert "已有：</span>协议书" in html
    assert "还缺：</span>盖章" in html


def test_warned_step_asks_for_a_reason_and_can_be_taken() -> None:
    step = {
        "title": "再约一次",
        "allowed": True,
        "warnings": [{"reason": "已过一个月。"}],
        "action": {"label": "约定时间", "url": "/again"},
    }
    html = draw(step)
    assert "须写明理由" in html
    assert "已过一个月。" in html
    assert "/again" in html


def test_step_of_another_post_says_whose_it_is() -> None:
    assert "由法制审核员办理" in draw({"title": "法制审核", "allowed": False, "elsewhere": "这一步由法制审核员办理。"})


def test_markup_in_a_reason_is_shown_not_run() -> None:
    html = draw({"title": "<script>", "allowed": False, "refusals": [{"reason": "<img src=x>"}]})
    assert "<script>" not in html
    assert "<img" not in html
