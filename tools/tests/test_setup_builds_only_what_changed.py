"""Set-up: stamps tell what is current, the sprite holds the listed icons, refusals are one line with the remedy."""

import pytest

from tools.setup import python_environment
from tools.setup.failure import SetupFailure
from tools.setup.icon_sprite import write_sprite
from tools.setup.python_environment import locked_entry
from tools.setup.stamps import ROOT, digest_of, is_current, set_current

ICON = """<!-- tags: a -->
<svg xmlns="http://www.w3.org/2000/svg" width="24" class="icon">
  <path stroke="none" d="M0 0h24v24H0z" fill="none" />
  <path d="M6 9l4 4" />
</svg>"""


@pytest.fixture
def icons(tmp_path):
    for look, name in (("outline", "gavel"), ("outline", "scale"), ("filled", "home")):
        (tmp_path / look).mkdir(exist_ok=True)
        (tmp_path / look / f"{name}.svg").write_text(ICON)
    return tmp_path


def sprite_of(names: str, icons) -> str:
    (icons / "icons.txt").write_text(names)
    write_sprite(icons / "icons.txt", icons, icons / "icons.svg")
    return (icons / "icons.svg").read_text()


def test_sprite_holds_each_listed_icon_once(icons):
    sprite = sprite_of("gavel  # the court's\n\nhome-filled\ngavel\n", icons)
    assert sprite.count("<symbol") == 2
    assert '<symbol id="i-gavel" viewBox="0 0 24 24" fill="none"' in sprite
    assert '<symbol id="i-home-filled" viewBox="0 0 24 24" fill="currentColor"><path d="M6 9l4 4" /></symbol>' in sprite


def test_sprite_names_icons_that_do_not_exist(icons):
    with pytest.raises(SetupFailure, match="no-such、nor-this"):
        sprite_of("gavel\nno-such\nnor-this\n", icons)


def test_sprite_without_a_list_is_empty_and_valid(icons):
    write_sprite(icons / "missing.txt", icons, icons / "icons.svg")
    assert (icons / "icons.svg").read_text() == '<svg xmlns="http://www.w3.org/2000/svg">\n</svg>\n'


def test_part_is_current_until_its_source_changes(tmp_path):
    source, stamp = tmp_path / "lock", tmp_path / "stamp"
    source.write_text("a==1")
    set_current(stamp, digest_of(source, "3.11"))
    assert is_current(stamp, digest_of(source, "3.11"))
    assert not is_current(stamp, digest_of(source, "3.12"))
    source.write_text("a==2")
    assert not is_current(stamp, digest_of(source, "3.11"))
    assert not is_current(tmp_path / "never", digest_of(source, "3.11"))


def test_digest_keeps_sources_apart(tmp_path):
    assert digest_of("ab", "c") != digest_of("a", "bc")


def test_locked_uv_is_cut_out_with_its_hashes():
    entry = locked_entry((ROOT / "requirements.lock").read_text(encoding="utf-8"), "uv")
    first, *hashes = entry.splitlines()
    assert first.startswith("uv==")
    assert hashes and all(line.strip().startswith("--hash=sha256:") for line in hashes)


def test_missing_venv_is_refused_in_one_line_with_the_remedy(monkeypatch, tmp_path):
    monkeypatch.setattr(python_environment, "ENVIRONMENT", tmp_path / "env")
    monkeypatch.setattr(python_environment, "importable", lambda module: module != "ensurepip")
    monkeypatch.setattr(python_environment.shutil, "which", lambda program: None)
    with pytest.raises(SetupFailure) as refusal:
        python_environment._create()
    assert "apt install python3-venv" in str(refusal.value)
    assert "\n" not in str(refusal.value)
