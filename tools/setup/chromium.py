"""Find Chromium for the journeys; as root, install Debian's where it is missing. `python -m tools.setup.chromium`."""

import os
import shutil
import subprocess

# The first is the same browser without windows, menus and services: a page costs it a third less.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MISSING = "未找到 Chromium，页面旅程将全部跳过；安装后重试：apt install chromium-headless-shell（或用 GUIJU_CHROMIUM 指明程序）"


def find_chromium() -> str | None:
    """Return the path of GUIJU_CHROMIUM where set, else of the first known name on PATH; None if there is none."""
    named = os.environ.get("GUIJU_CHROMIUM")
    found = [path for name in ([named] if named else NAMES) if (path := shutil.which(name))]
    return found[0] if found else None


def ensure_chromium() -> str | None:
    """Return a Chromium, installed with apt if need be and if we are root; None when there is none in the end."""
    if find_chromium() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("── 安装 Chromium（apt）", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["install", "-y", "-qq", "--no-install-recommends"]
        for command in (["update", "-qq"], [*install, "chromium-headless-shell"], [*install, "chromium"]):
            if find_chromium() is None:
                # Its chatter is of no use; what went wrong is, and apt writes that to standard error.
                subprocess.run(
                    ["apt-get", *command], env=environment, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL
                )
    return find_chromium()


if __name__ == "__main__":
    if ensure_chromium() is None:
        print(f"\n!!! {MISSING}\n", flush=True)
