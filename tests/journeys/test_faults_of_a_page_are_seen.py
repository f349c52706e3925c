"""The watch and the accessibility check see what they are there for; without this, silence would prove nothing."""

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.journeys.accessibility import assert_accessible
from tests.journeys.page_watch import PageWatch

SOUND = (
    "<!doctype html><html lang='zh-CN'><title>示例</title><link rel='icon' href='data:,'><main><h1>示例</h1>{}</main>"
)
ADDRESS = "http://example.invalid/"


@pytest.fixture
def page(browser: Browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def shown(page: Page, body: str, status: int = 200) -> PageWatch:
    """Show a page whose every other file is missing, under the strict policy that the workbench sends."""

    def answer(route: Route) -> None:
        if route.request.url == ADDRESS:
            policy = {"Content-Security-Policy": "default-src 'self'; img-src 'self' data:"}
            route.fulfill(
                status=status, headers=policy, content_type="text/html; charset=utf-8", body=SOUND.format(body)
            )
        else:
            route.fulfill(status=404)

    watch = PageWatch(page)
    page.route("**/*", answer)
    page.goto(ADDRESS)
    return watch


def test_sound_page_has_no_faults(page: Page):
    assert shown(page, "<p>无误</p>").faults == []
    assert_accessible(page)


def test_refusal_is_a_page_and_no_fault(page: Page):
    assert shown(page, "<p>不能办理</p>", status=403).faults == []


@pytest.mark.parametrize(
    ("body", "status", "fault"),
    [
        ("<script>window.started = 1</script>", 200, "Content Security Policy"),
        ("<img src='/missing.png' alt='示例'>", 200, "404 image"),
        ("<p>出错</p>", 500, "500 document"),
    ],
)
def test_fault_is_seen(page: Page, body: str, status: int, fault: str):
    assert any(fault in seen for seen in shown(page, body, status).faults)


def test_script_error_is_seen(page: Page):
    watch = shown(page, "")
    with page.expect_event("pageerror"):
        page.evaluate("setTimeout(() => { throw new Error('boom') })")
    assert any("boom" in fault for fault in watch.faults)


def test_field_without_label_is_not_accessible(page: Page):
    shown(page, "<input>")
    with pytest.raises(AssertionError, match="label"):
        assert_accessible(page)


def test_faint_text_is_not_accessible_wherever_it_first_stands(page: Page):
    shown(page, "<p>分明</p><p>又分明</p>")
    assert_accessible(page)
    page.evaluate("document.querySelector('p + p').style.color = '#ddd'")  # by script: the policy lets no style stand
    with pytest.raises(AssertionError, match="color-contrast"):
        assert_accessible(page)


BEFORE = "<h2>一</h2><ul><li><a href='/1/'>甲</a></li><li><a href='/2/'>乙</a></li></ul><label for='name'>名</label><input id='name'>"
LATER = {  # what is done to a page that was judged, and the rule that must speak all the same
    "link-name": "document.querySelector('li + li a').textContent = ''",
    "label": "document.querySelector('label').remove()",
    "heading-order": "document.querySelector('h2').outerHTML = '<h4>一</h4>'",
    "landmark-no-duplicate-main": "document.body.append(document.querySelector('main').cloneNode(true))",
    "list": "document.querySelector('ul').append(document.createElement('div'))",
    "region": "document.querySelector('main').before(document.querySelector('h2'))",
    "aria-hidden-focus": "document.querySelector('ul').ariaHidden = true",
    "aria-valid-attr-value": "document.querySelector('ul').setAttribute('aria-live', 'loud')",
}


def test_fault_of_a_page_that_was_judged_is_seen(page: Page):
    shown(page, BEFORE)
    assert_accessible(page)
    sound = page.evaluate("document.body.innerHTML")
    for rule, change in LATER.items():
        page.evaluate(change)
        with pytest.raises(AssertionError, match=rule):
            assert_accessible(page)
        page.evaluate("sound => document.body.innerHTML = sound", sound)
        assert_accessible(page)
