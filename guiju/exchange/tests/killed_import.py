"""Imports a workbook (or what lies in a watched folder) and kills its own process in the middle of writing.

For the test of what is left then. Run as a program: the workbook or folder, the log-in name, and before writing to which table the process ends.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Import as the command does; the first statement that writes to the table never comes back."""
    import django

    django.setup()
    from django.db import connection
    from rich.console import Console

    from guiju.cli import main as main_of_guiju
    from guiju.exchange.commands import import_files

    path, user, fatal = Path(sys.argv[1]), sys.argv[2], sys.argv[3]

    def deadly(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE")) and fatal in sql.split("SET")[0].split("VALUES")[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(deadly):
        if path.is_dir():
            sys.exit(main_of_guiju(["watch", str(path), "--as", user, "--once"]))
        sys.exit(import_files([path], user, None, False, None, Console(file=sys.stderr)))


if __name__ == "__main__":
    main()
