"""Imports a workbook and kills its own process in the middle of writing: for the test of what is left then.

Run as a program: the workbook, the log-in name, and before which of the inserts the process ends.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Import as the command does; the n-th insert of rows never returns."""
    import django

    django.setup()
    from rich.console import Console

    from guiju.exchange.commands import import_files
    from guiju.kernel.procedure import applying, entries

    path, user, fatal = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    insert, done = applying.insert_rows, 0

    def deadly(*arguments: Any) -> None:
        nonlocal done
        done += 1
        if done == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        insert(*arguments)

    applying.insert_rows = entries.insert_rows = deadly
    sys.exit(import_files([path], user, None, False, None, Console(file=sys.stderr)))


if __name__ == "__main__":
    main()
