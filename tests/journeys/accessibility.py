"""Run axe on a page as it stands."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def assert_accessible(page: Page) -> None:
    """Fail with rule, page and elements when axe finds anything on the page. What fades out is looked at before it fades."""
    page.evaluate("document.getAnimations().forEach(it => it.cancel())")
    found = Axe().run(page).response["violations"]
    lines = [
        f"{rule['id']}: {rule['help']}" + "".join(f"\n    {node['html']}" for node in rule["nodes"]) for rule in found
    ]
    assert not found, f"axe on {page.url}:\n" + "\n".join(lines)
