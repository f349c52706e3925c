"""The command `guiju`: what an operator and the demo run. Each subject has a module in `guiju/commands/`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. Errors a person can mend are one Chinese sentence, not a trace."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"guiju.settings.{os.environ.get('GUIJU_SETTINGS', 'base')}")
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["demo"]:
        # The demo's settings must be chosen before Django reads any.
        os.environ["DJANGO_SETTINGS_MODULE"] = "guiju.settings.demo"
    import django

    django.setup()
    from django.db import DatabaseError

    from guiju.commands import SUBJECTS, CommandError

    parser = argparse.ArgumentParser(prog="guiju", description="规矩：乡镇法治政府建设工作台")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="命令")
    for subject in SUBJECTS:
        subject.add_to(subparsers)
    options = parser.parse_args(words)
    try:
        return int(options.run(options) or 0)
    except CommandError as error:
        print(error, file=sys.stderr)
        return error.code
    except DatabaseError:
        if not _behind():
            raise
        print("数据库还没有建好，或者比程序旧。请先运行 guiju migrate，再运行这条命令。", file=sys.stderr)
        return 1


def _behind() -> bool:
    """Whether the database lacks migrations of this version; False where even that cannot be asked."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return False


if __name__ == "__main__":
    sys.exit(main())
