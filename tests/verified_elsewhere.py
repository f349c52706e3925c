"""The verifier as it is handed out, run as on a machine that has Python and nothing of ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from guiju.commands.verifier import NAME, write_verifier


def verified_elsewhere(folder: Path, *words: str) -> tuple[int, str]:
    """Run the one file in a folder, with the files there and the standard library; returns exit code and what it says."""
    if not (folder / NAME).exists():
        write_verifier(folder)
    command = [sys.executable, "-I", "-S", NAME, *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, env={})
    return done.returncode, (done.stdout + done.stderr).decode()
