"""`python -m tools.pictures`: take the pictures of docs/pictures and docs/handbook anew. Needs Chromium and a few minutes."""

import os
import sys
import tempfile
from pathlib import Path

from tools.browser import started_browser
from tools.pictures.handbook import walk_for_handbook
from tools.pictures.sample_workbench import ROOT, fill, served
from tools.pictures.walk import Camera, walk
from tools.setup.chromium import MISSING, find_chromium


def main() -> int:
    """Fill a workbench in a temporary folder, walk through it and keep what is seen."""
    chromium = find_chromium()
    if chromium is None:
        print(MISSING)
        return 1
    readme, handbook = ROOT / "docs" / "pictures", ROOT / "docs" / "handbook" / "pictures"
    for target in (readme, handbook):
        target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="guiju-pictures-") as name:
        folder = Path(name)
        fill(folder)
        # The browser's interface keeps an event loop in this thread; nothing asks the database from here on.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        with served() as address, started_browser(chromium, folder) as browser:
            walk(Camera(browser, address, readme, folder / "samples"))
            walk_for_handbook(Camera(browser, address, handbook, folder / "samples"))
    for target in (readme, handbook):
        print(f"{len(list(target.glob('*.png')))} pictures in {target.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
