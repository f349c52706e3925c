"""A command on a database that was never brought up to this version says so in one sentence."""

import os
import subprocess
import sys
from pathlib import Path


def test_command_on_a_new_folder_names_the_remedy(tmp_path: Path):
    environment = {**os.environ, "GUIJU_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "guiju.settings.base"}
    environment.pop("GUIJU_DATABASE_URL", None)
    words = [sys.executable, "-m", "guiju.cli", "figures", "--year", "2022"]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "guiju migrate" in done.stderr
    assert "Traceback" not in done.stderr
