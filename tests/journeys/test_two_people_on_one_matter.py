"""Two people have one form open: the second is told what changed and keeps what they wrote; twice sent counts once."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from guiju.kernel.ledger.api import Entry
from guiju.kernel.organisation.api import Town
from tests.journeys.walking import assert_written, follow, go, press
from tests.staffed_towns import CLERK, COMMITTEE, MEDIATOR, matter_of, send, signed_in, unit_id


def registered(town: Town) -> int:
    values = {"unit": unit_id(town, COMMITTEE), "applicant": "示例甲", "respondent": "示例乙"}
    return matter_of(send(signed_in(CLERK), "/register/mediation/file/", **values))


def test_second_person_sees_what_changed(town: Town, as_person: Callable[..., Page]):
    form = f"/matters/{registered(town)}/steps/terminate/"
    matter_of(send(signed_in(MEDIATOR), form.replace("terminate", "accept")))
    first, second = as_person(MEDIATOR), as_person(CLERK)
    go(first, form)
    go(second, form)
    second.get_by_label("备注").fill("示例：双方改走诉讼")
    first.get_by_label("已告知仲裁、行政、司法途径").check()
    press(first, "终止调解")
    assert_written(first)
    press(second, "终止调解")
    expect(second.get_by_role("alert").first).to_contain_text("陈启明办了“终止调解”")
    expect(second.get_by_label("备注")).to_have_value("示例：双方改走诉讼")
    follow(second, "看改了什么")
    expect(second.locator("main")).to_contain_text("已终止")


# Somebody whose line is slow presses twice: the browser sends the same form again before the first answer is there.
SEND_TWICE = """() => {
  const form = document.querySelector("form.g-form");
  const send = () => fetch(location.href, {method: "POST", body: new FormData(form)}).then(answer => answer.url);
  return Promise.all([send(), send()]);
}"""


def test_form_sent_twice_at_once_counts_once(town: Town, as_person: Callable[..., Page]):
    matter = registered(town)
    page = as_person(MEDIATOR)
    go(page, f"/matters/{matter}/steps/accept/")
    first, second = page.evaluate(SEND_TWICE)
    assert first == second
    assert "done=" in first
    assert Entry.objects.filter(matter_id=matter, kind="step").count() == 1
