"""The stylesheet has no dead rule, no page uses a class without a rule, and sizes of type are tokens."""

import re
from pathlib import Path

WEB = Path(__file__).resolve().parent.parent
STYLES = {path.name: path.read_text(encoding="utf-8") for path in (WEB / "static" / "guiju").glob("*.css")}
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(WEB.parent.rglob("*"))
    if path.suffix in {".html", ".py", ".js"} and not {"tests", "vendor", "migrations"} & set(path.parts)
)
# A document's own page brings its own rules; the desk's pages and those of the mechanisms use ours.
PAGES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("web", "mechanisms")
    for path in (WEB.parent / folder).rglob("*.html")
)
# A class that ends in a value, such as g-st-{{ ink }}: every class with that beginning counts as used.
BEGINNINGS = sorted(set(re.findall(r"\b(g-(?:[a-z0-9]+-)*)(?=\{|\{\{|\" ?\+)", SOURCES)))
USED = set(re.findall(r"\bg-[a-z0-9]+(?:-[a-z0-9]+)*\b", SOURCES))
# Names that are ids, not classes.
IDENTIFIERS = set(re.findall(r"(?:id|for|href|hx-target|getElementById\()[=\"#(]+(g-[a-z0-9-]+)", SOURCES))


def _classes(css: str) -> set[str]:
    return set(re.findall(r"\.([a-z][a-z0-9-]*)", re.sub(r"\{[^{}]*\}|/\*.*?\*/", "{}", css, flags=re.DOTALL)))


def test_every_class_is_prefixed() -> None:
    assert {name for css in STYLES.values() for name in _classes(css) if not name.startswith("g-")} == set()


def test_no_rule_is_dead() -> None:
    ruled = {name for css in STYLES.values() for name in _classes(css)}
    dead = {name for name in ruled - USED if not any(len(start) > 2 and name.startswith(start) for start in BEGINNINGS)}
    assert dead == set()


def test_no_class_is_without_a_rule() -> None:
    ruled = {name for css in STYLES.values() for name in _classes(css)}
    written = {
        name
        for names in re.findall(r'class="([^"]*)"', PAGES)
        for name in re.findall(r"(?<!\S)g-[a-z0-9-]+(?!\S)", names)
    }
    assert written - ruled - IDENTIFIERS == set()


def test_sizes_of_type_are_tokens_outside_the_drawing() -> None:
    for name, css in STYLES.items():
        if name == "print.css":
            continue
        rules = re.findall(r"([^{}]+)\{([^{}]*)\}", css)
        loose = [
            selector.strip()
            for selector, body in rules
            if re.search(r"(?<!-)font-size:(?! *var\()", body) and ".g-flow" not in selector
        ]
        assert [selector for selector in loose if selector != "html"] == [], name


def test_stylesheets_stay_readable() -> None:
    assert max(len(css.splitlines()) for css in STYLES.values()) <= 600
