"""The sprite is made from static/icons.txt: every icon that a page draws is in it, in order, each once."""

import re

from django.template.loader import get_template

from guiju.kernel.mechanism.api import mechanisms
from guiju.web.templatetags.guiju_components import STATUS_LOOKS, icon
from guiju.web.tests.page_contexts import PAGES
from guiju.web.tests.shell_context import shell
from guiju.web.tests.test_styles_and_classes_agree import SOURCES, WEB

LISTED = (WEB / "static" / "icons.txt").read_text(encoding="utf-8").split()


def test_list_is_sorted_without_doubles() -> None:
    assert sorted(set(LISTED)) == LISTED


def test_every_icon_named_in_a_template_is_listed() -> None:
    named = set(re.findall(r"{% icon \"([a-z0-9-]+)\"", SOURCES)) | {picture for _, picture in STATUS_LOOKS.values()}
    assert named - set(LISTED) == set()


def test_every_icon_drawn_on_a_page_is_listed() -> None:
    for name, context in PAGES.items():
        html = get_template(name).render({"shell": shell(), **context()})
        assert set(re.findall(r"#i-([a-z0-9-]*)\"", html)) - set(LISTED) == set(), name


def test_every_mechanism_has_an_icon() -> None:
    assert {mechanism.icon for mechanism in mechanisms()} - set(LISTED) == set()


def test_icon_is_hidden_from_screen_readers() -> None:
    assert 'aria-hidden="true"' in icon("check")
