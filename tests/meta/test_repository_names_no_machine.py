"""What is committed works on every machine: it names no package host, no folder of one machine, nothing outside."""

import re

import pytest

from tests.meta.tracked_files import ROOT, tracked_files

# Written in pieces, so that this file does not name them either.
HOSTS = [
    "pypi" + r"\.org",
    "pythonhosted" + r"\.org",
    "npmjs" + r"\.(?:org|com)",
    "npmmirror" + r"\.com",
    "deb" + r"\.debian\.org",
]
FOLDERS = ["/" + "work/", "/" + "root/", "/" + r"home/\w", "/" + "opt/(?:pypi|wheels)", r"\.\./" + "shared"]
NAMED = re.compile("|".join([*HOSTS, *FOLDERS]))
BINARY = {".png", ".jpg", ".ico", ".xlsx", ".xls", ".docx", ".pdf", ".woff2", ".otf", ".gz", ".zip"}
NEVER_COMMITTED = {"uv.lock", "node_modules", ".env", "vendor"}


@pytest.mark.parametrize(
    "text",
    ["https://" + "pypi" + ".org/simple", "cd /" + "work/main", "see ../" + "shared/DESIGN.md", "/" + "home/li/guiju"],
)
def test_the_rule_itself_sees_them(text):
    assert NAMED.search(text)


def test_no_file_names_a_host_or_folder_of_a_machine():
    found = []
    for path in tracked_files():
        if path.suffix not in BINARY:
            text = (ROOT / path).read_text(encoding="utf-8", errors="replace")
            found += [
                f"{path}:{number}: {line[:120]}"
                for number, line in enumerate(text.splitlines(), 1)
                if NAMED.search(line)
            ]
    assert found == []


def test_nothing_is_committed_that_names_them_by_nature():
    assert [path for path in tracked_files() if NEVER_COMMITTED & set(path.parts)] == []
