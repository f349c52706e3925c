"""Run axe on a page as it stands, where anything on it is of a kind that no page of this process has shown at this width."""

import json
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE, LOOK = Axe().axe_script, Path(__file__).with_name("accessibility.js").read_text(encoding="utf-8")
_judged: set[int] = set()  # kinds of elements and of texts in which axe found nothing, in this process


def assert_accessible(page: Page) -> None:
    """Fail with rule, page and elements when axe finds anything on the page. What fades out is looked at before it fades."""
    # As one text: Playwright's own way of handing over lists takes longer than the look.
    seen = json.loads(page.evaluate(LOOK))
    texts = [number for number, kind in enumerate(seen["texts"]) if kind not in _judged]
    if not texts and _judged.issuperset(seen["kinds"]):
        return
    if not seen["axe"]:
        page.evaluate(AXE)
    judged = json.loads(page.evaluate("texts => guijuLook.judged(texts)", texts))
    found = judged["found"]
    lines = [
        f"{rule['id']}: {rule['help']}" + "".join(f"\n    {node['html']}" for node in rule["nodes"]) for rule in found
    ]
    assert not found, f"axe on {page.url}:\n" + "\n".join(lines)
    _judged.update(seen["kinds"], (seen["texts"][number] for number in judged["measured"]))
