"""guiju doctor: is the installation in order? What breaks the record is an error; the rest is told."""

from __future__ import annotations

import argparse
from typing import Any

from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.commands.forgetting import past_time
from guiju.kernel.ledger.api import missing_triggers
from guiju.kernel.procedure.api import all_procedures, lawbook_in_use, unset_terms_of


def add_to(subparsers: Any) -> None:
    doctor = subparsers.add_parser("doctor", help="体检：触发器、规则包里没有设定的期限、存放过期的上传和草稿")
    doctor.set_defaults(run=_doctor)


def _doctor(options: argparse.Namespace) -> int:
    missing = missing_triggers()
    if missing:
        raise CommandError(f"这些触发器不在库里：{'、'.join(missing)}。请运行 guiju migrate 后再查，或从备份恢复。")
    print("触发器都在。")
    for line in remarks():
        print(line)
    return 0


def remarks() -> list[str]:
    """What is not as it should be but leaves the record whole, a sentence each."""
    found = unset()
    past = past_time(timezone.now())
    if past.uploads or past.drafts:
        found.append(
            f"还有{past.sentence}没有删除。guiju serve 每天删除一次；没有用它运行的，请每天运行 guiju forget。"
        )
    return found


def unset() -> list[str]:
    """The terms that procedures open and the rulepacks of this installation do not set; they are never counted."""
    return [
        f"{procedure.label}：{term.sentence}" for procedure, term in unset_terms_of(all_procedures(), lawbook_in_use())
    ]
