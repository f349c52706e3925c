"""What the people of a penalty case do on the desk's pages; used by the journeys about penalties."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page

from tests.journeys.walking import assert_written, look_at, printed

OFFICER, TEAM_HEAD, LEGAL_OFFICER, ORGAN_HEAD = "qi.zfd", "qin.zfd", "miao.zfd", "zhuang.zf"
OFFICERS, LEADER = "祁向东、柏文涛", "庄怀远"
FINE = "罚款（元）"


def fill_in(page: Page, fields: dict[str, str]) -> None:
    """Fill in fields by their labels: text, a line of a list, a chip by its words, a tick whatever the words."""
    for label, value in fields.items():
        chips = page.get_by_role("group", name=re.compile(rf"^{re.escape(label)}\s*(可不填|.*第.*条.*)?$"))
        if chips.count():
            chips.first.locator("label.g-chip", has_text=value).click()
            continue
        field = page.get_by_label(label, exact=True).first
        kind = field.evaluate("it => it.type")
        if kind == "checkbox":
            field.check()
        elif kind == "select-one":
            field.select_option(label=value)
        else:
            field.fill(value)


def send(page: Page, button: str, fields: dict[str, str], *, look: bool = False) -> None:
    """Fill in the form on which one stands and press its button; with `look`, look at the form before and after."""
    if look:
        look_at(page)
    fill_in(page, fields)
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()
    if look:
        look_at(page)


def do(page: Page, case: str, step: str, button: str, fields: dict[str, str], *, look: bool = False) -> None:
    """Open the form of a step, fill it in, press its button; it must be written.

    Forms are drawn by one template: a journey looks at some of them, not at every one, for axe takes its time.
    """
    page.goto(f"{case}steps/{step}/")
    send(page, button, fields, look=look)
    assert_written(page)


def assert_paper(page: Page, title: str) -> None:
    """The paper stands among those of the case and opens as a page and as PDF."""
    link = page.locator(".g-docs a", has_text=title).last
    assert printed(page, link).startswith(b"%PDF")


def refused(page: Page, step: str) -> Locator:
    """The panel that says why a step cannot be taken now."""
    return page.locator(".g-step-no", has=page.get_by_role("heading", name=step))


def register(page: Page, *, look: bool = False, **fields: str) -> str:
    """Register a clue; returns the address of the case's page."""
    page.goto("/register/penalty/ordinary/")
    usual = {
        "承办队伍": "综合行政执法队",
        "线索来源": "日常巡查",
        "执法事项": "未按规定分类投放生活垃圾",
        "当事人类型": "法人或者其他组织",
        "当事人": "示例食品有限公司（虚构）",
        "地点": "示例路1号",
        "违法事实": "示例：未按规定分类投放",
    }
    send(page, "登记线索", {**usual, **fields}, look=look)
    assert_written(page)
    return page.url.split("?")[0]


def investigate(page: Page, case: str, fine: str) -> None:
    """File the case, inspect the place and conclude the investigation with a proposal."""
    do(page, case, "file_case", "立案", {"执法人员": OFFICERS, "批准立案的负责人": "蓝景行"})
    found = {
        "执法人员": OFFICERS,
        "已出示执法证件": "是",
        "检查码或者检查计划编号": "示例",
        "现场情况": "示例：桶内混投",
    }
    do(page, case, "inspect", "现场检查（勘验）", found)
    conclude(page, case, fine)


def conclude(page: Page, case: str, fine: str) -> None:
    """Conclude the investigation."""
    said = {"执法人员": OFFICERS, "违法事实": "示例：混投", "处理建议和理由": "示例：建议罚款", FINE: fine}
    do(page, case, "conclude", "调查终结", said)


def notify(page: Page, case: str, fine: str, **fields: str) -> None:
    """Tell the party what is intended."""
    do(page, case, "notify", "制作告知书", {"执法人员": OFFICERS, "送达方式": "直接送达", FINE: fine, **fields})


def check_file(page: Page, case: str) -> None:
    """The team's legal officer looks the file through."""
    do(page, case, "check_file", "法制员审查", {"法制员": "苗正清", "审查意见": "示例：齐全"})


DECISION = {
    "作出决定的负责人": LEADER,
    "认定的事实、证据和理由": "示例：现场检查笔录证明",
    "住址（住所）": "示例市示例路1号（虚构）",
    "代收机构": "示例银行示例支行（虚构）",
}
