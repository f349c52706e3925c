"""Start headless Chromium the same way everywhere: as root, offline, with the packaged Chinese fonts."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.browser_fonts import write_fontconfig

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=zh-CN",
    "--font-render-hinting=none",
]


@contextmanager
def started_browser(chromium: str, folder: Path) -> Iterator[Browser]:
    """Start the program `chromium`, keeping its font files in `folder`, and close it at the end."""
    environment = {**os.environ, "FONTCONFIG_FILE": str(write_fontconfig(folder))}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS, env=dict(environment))
        try:
            yield browser
        finally:
            browser.close()
