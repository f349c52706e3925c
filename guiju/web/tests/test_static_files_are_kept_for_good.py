"""Under the settings of a town's installation every static file that a page names is there, packed, and kept for good."""

import re
from pathlib import Path

import pytest
from django.templatetags.static import static
from django.test import Client

from guiju import web
from guiju.commands.serve import collect_static_files
from guiju.settings import production
from guiju.web.templatetags.guiju_components import icon

NAMED = re.compile(r"{% static '([^']+)' %}")


@pytest.fixture
def collected(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = production.STORAGES
    settings.WHITENOISE_USE_FINDERS = production.WHITENOISE_USE_FINDERS
    settings.WHITENOISE_AUTOREFRESH = False
    collect_static_files()


def addresses() -> set[str]:
    pages = "".join(path.read_text() for path in Path(web.__file__).parent.glob("templates/**/*.html"))
    sprite = re.search(r'href="([^"#]+)#', str(icon("check")))
    assert sprite is not None
    return {static(name) for name in NAMED.findall(pages)} | {sprite[1]}


def test_every_file_that_a_page_names_is_kept_for_good(collected):
    found, client = addresses(), Client()
    assert len(found) > 10
    for address in found:
        answer = client.get(address, headers={"Accept-Encoding": "gzip"})
        assert answer.status_code == 200, address
        assert "immutable" in answer["Cache-Control"], address
        assert answer.get("Content-Encoding") == "gzip" or len(answer.getvalue()) < 1000, address
