"""A writer that is killed in the middle of `apply`: run as a program with the database and the statement to die at."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any


def main(database: str, dies_at: int) -> None:
    """Write forty registrations in one call and die, unasked, before the statement of this number."""
    import django

    django.setup()
    from django.db import connection

    connection.settings_dict["NAME"] = database
    from guiju.kernel.organisation.api import Town
    from guiju.kernel.procedure.api import Snapshot, apply
    from tests.example_mechanism.procedure import CASE
    from tests.example_mechanism.towns import NOW, command_moment, planned, registration, unit_of

    town = Town.objects.get()
    moment, unit = command_moment(town), unit_of(town)
    plans = [planned(Snapshot(CASE), [registration(unit, names=["示例甲"])], moment).plan for _ in range(40)]
    done = 0

    def counted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal done
        done += 1
        if done == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(counted):
        apply(plans, NOW)
    print(done)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
