"""Run axe on a page as it stands: contrast on each kind of text once, every other rule on the whole page each time."""

import json
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE, LOOK = Axe().axe_script, Path(__file__).with_name("accessibility.js").read_text(encoding="utf-8")
_judged: set[str] = set()  # kinds of text whose contrast was right, in this process


def assert_accessible(page: Page) -> None:
    """Fail with rule, page and elements when axe finds anything on the page. What fades out is looked at before it fades."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    # As one text: Playwright's own way of handing over lists takes longer than the look.
    seen = json.loads(page.evaluate(LOOK))
    found, kinds = seen["found"], seen["kinds"]
    fresh = {kind: number for number, kind in enumerate(kinds) if kind not in _judged}
    if fresh:
        found += json.loads(page.evaluate("numbers => guijuContrast(numbers)", list(fresh.values())))
    lines = [
        f"{rule['id']}: {rule['help']}" + "".join(f"\n    {node['html']}" for node in rule["nodes"]) for rule in found
    ]
    assert not found, f"axe on {page.url}:\n" + "\n".join(lines)
    _judged.update(fresh)
