"""Every page template renders from the context that its leading comment describes, and holds nothing that the strict CSP forbids."""

import re

import pytest
from django.template.loader import get_template

from guiju.web.tests.page_contexts import PAGES
from guiju.web.tests.shell_context import shell

INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE)


def rendered(name: str) -> str:
    """The page's HTML, with the shell's context and a token as a request would give it."""
    return get_template(name).render({"shell": shell(), "csrf_token": "token", **PAGES[name]()})


@pytest.mark.parametrize("name", PAGES)
def test_page_has_title_language_and_no_inline_code(name: str) -> None:
    html = rendered(name)
    assert '<html lang="zh-Hans"' in html
    assert re.search(r"<title>\S.* · 规矩</title>", html)
    assert not INLINE.search(html)
    assert html.count("<h1") == 1


@pytest.mark.parametrize("name", PAGES)
def test_every_identifier_stands_once(name: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', rendered(name))
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "405.html", "500.html"])
def test_error_page_needs_no_context(name: str) -> None:
    assert "规矩" in get_template(name).render({})


def test_every_posting_form_carries_the_token() -> None:
    for name in PAGES:
        for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", rendered(name), re.DOTALL):
            assert "csrfmiddlewaretoken" in form or name == "design.html", name


def test_large_type_is_a_class_on_the_root() -> None:
    html = get_template("me.html").render({"shell": {**shell(), "large": True}, **PAGES["me.html"]()})
    assert '<html lang="zh-Hans" class="g-large">' in html
    assert "回到普通字号" in html


def test_title_never_names_a_party() -> None:
    titles = [re.search(r"<title>(.*?)</title>", rendered(name)) for name in PAGES]
    assert not [title.group(1) for title in titles if title and "某某" in title.group(1)]


def test_findings_and_next_steps_are_left_out_of_prints() -> None:
    html = rendered("matters/detail.html")
    titles = {title: css for css, title in re.findall(r'<section class="([^"]*)"[^>]*><header><h2>([^<]*)</h2>', html)}
    assert "g-screen" in titles["补录发现"]
    assert "g-screen" in titles["下一步"]
    assert "g-screen" not in titles["事实"]
