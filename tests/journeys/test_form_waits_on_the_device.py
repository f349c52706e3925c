"""A village clerk without a line: the form stays sealed on the phone, is sent once when the line is back, and is gone then."""

import hashlib
from collections.abc import Callable

from django.contrib.auth.base_user import AbstractBaseUser
from playwright.sync_api import BrowserContext, Page, Route, expect

from guiju.kernel.evidence.api import Evidence
from guiju.kernel.matters.api import Matter
from tests.journeys.conftest import PHONE
from tests.journeys.walking import assert_written, choose, go, look_at
from tests.staffed_towns import MEDIATOR, VILLAGE_CLERK, user_of

FORM = "/register/mediation/file/"
PHOTO = b"\xff\xd8\xff\xe0 photo"
FACTS = "示例：新砌的围墙占了排水沟"
KEPT = """() => new Promise(done => {
  const request = indexedDB.open('guiju', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('unsent', { keyPath: 'path' });
  request.onsuccess = () => {
    const all = request.result.transaction('unsent').objectStore('unsent').getAll();
    all.onsuccess = () => { request.result.close(); done(all.result.map(copy =>
      copy.title + new TextDecoder().decode(copy.told.bytes))); };
  };
})"""

# While the answer is awaited nobody outside can ask the page: it notes itself what it says, and is pressed once more.
IMPATIENT = """() => new MutationObserver((_, watching) => {
  const button = document.querySelector('button[aria-disabled=true]');
  if (!button) return;
  watching.disconnect();
  sessionStorage.said = document.querySelector('.g-receipts').innerText.trim();
  button.click();
  fetch('/login/?seen');
}).observe(document.body, { subtree: true, attributes: true })"""
# One more copy in the store, as the first there is one, changed.
ALSO = """change => new Promise(done => {
  const request = indexedDB.open('guiju', 1);
  request.onsuccess = () => {
    const store = request.result.transaction('unsent', 'readwrite').objectStore('unsent');
    store.getAll().onsuccess = found => {
      const like = found.target.result[0] || { title: '示例', told: { bytes: new ArrayBuffer(0) }, files: [] };
      store.put({ ...like, ...change }).onsuccess = () => { request.result.close(); done(); };
    };
  };
})"""


def line(context: BrowserContext, there: bool) -> None:
    """Take the line away, or give it back."""
    context.set_offline(not there)


def send_impatiently(page: Page, name: str) -> None:
    """Press a button while the answer is slow, and press again: the page says that it was sent, and sends it once."""
    held: list[Route] = []
    page.route(f"**{FORM}", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    page.evaluate(IMPATIENT)
    with page.expect_request("**/?seen"), page.expect_request(lambda request: request.method == "POST"):
        page.get_by_role("button", name=name).click()
    with page.expect_navigation():
        held[0].continue_()
    assert page.evaluate("sessionStorage.said") == "正在办理，请稍候"
    assert len(held) == 1
    page.unroute(f"**{FORM}")


def test_form_waits_on_the_phone_and_is_sent_once(as_person: Callable[..., Page]):
    page = as_person(VILLAGE_CLERK, PHONE)
    page.goto(FORM)
    page.get_by_label("纠纷简要情况").fill(FACTS)
    page.get_by_label("申请人", exact=True).fill("示例甲")
    page.get_by_label("被申请人", exact=True).fill("示例乙")
    choose(page, "主动调解")
    page.get_by_label("拍一张").set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": PHOTO})
    line(page.context, False)
    page.get_by_role("button", name="登记纠纷").click()
    note = page.locator("[data-unsent]")
    expect(note).to_contain_text("没有网络，已存在本机，连上后再发")
    look_at(page)
    kept = page.evaluate(KEPT)
    assert len(kept) == 1 and "登记" in kept[0] and FACTS not in kept[0]
    line(page.context, True)

    go(page, "/")  # the page was closed in the meantime
    page.locator(".g-notice").get_by_role("link").click()
    expect(note).to_contain_text("还没有发出")
    expect(page.get_by_label("纠纷简要情况")).to_have_value(FACTS)
    expect(page.get_by_role("radio", name="主动调解")).to_be_checked()
    key = page.locator("[name=request_key]").input_value()
    send_impatiently(page, "现在发送")
    assert_written(page)
    page.wait_for_function(f"async () => (await ({KEPT})()).length === 0")

    page.go_back()  # the same form once more: answered with the first result
    page.locator("[name=request_key]").evaluate("(field, key) => { field.value = key; }", key)
    page.get_by_label("纠纷简要情况").fill(FACTS)
    page.get_by_label("申请人", exact=True).fill("示例甲")
    page.get_by_label("被申请人", exact=True).fill("示例乙")
    choose(page, "主动调解")
    page.get_by_role("button", name="登记纠纷").click()
    assert_written(page)
    assert Matter.objects.count() == 1
    assert Evidence.objects.get().sha256 == hashlib.sha256(PHOTO).hexdigest()


def test_device_forgets_what_is_old_or_somebody_elses_and_all_at_log_out(
    as_person: Callable[..., Page], sign_in: Callable[[Page, AbstractBaseUser], None]
):
    page = as_person(VILLAGE_CLERK, PHONE)
    page.goto(FORM)
    line(page.context, False)
    page.get_by_label("纠纷简要情况").fill(FACTS)
    expect(page.locator("[data-unsent]")).to_contain_text("已存在本机", timeout=8000)
    line(page.context, True)
    page.evaluate(ALSO, {"path": "/old/", "until": 1})
    page.goto("/me/")
    expect(page.get_by_text("本机有一份没有发出的表单")).to_be_visible()
    assert len(page.evaluate(KEPT)) == 1  # the one past its hours has gone
    sign_in(page, user_of(MEDIATOR))
    page.goto("/me/")
    page.wait_for_function(f"async () => (await ({KEPT})()).length === 0")
    expect(page.get_by_text("本机有一份没有发出的表单")).to_have_count(0)
    own = page.locator("meta[name=guiju-person]").get_attribute("content")
    page.evaluate(ALSO, {"path": "/own/", "person": own, "until": 4e12})
    page.get_by_role("button", name="退出登录").last.click()
    page.wait_for_url("**/login/**")
    assert page.evaluate(KEPT) == []
