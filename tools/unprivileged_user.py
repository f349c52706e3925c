"""The account that runs a private server: ourselves, or for root, whom PostgreSQL refuses, one without rights."""

import os
import pwd
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from tools.setup.failure import SetupFailure

CANDIDATES = ("postgres", "nobody")


class ProcessUser(TypedDict, total=False):
    """The arguments of subprocess that start a program as another user."""

    user: int
    group: int
    extra_groups: list[int]
    cwd: str


@dataclass(frozen=True)
class Account:
    """A user of the machine; `switch` tells whether programs have to be started as another than ourselves."""

    name: str
    user: int
    group: int
    switch: bool

    def as_user(self) -> ProcessUser:
        """Return the arguments of subprocess that start a program as this account."""
        if not self.switch:
            return {"cwd": "/"}
        return {"user": self.user, "group": self.group, "extra_groups": [], "cwd": "/"}

    def give(self, folder: Path) -> None:
        """Make the account the owner of a folder, which others may read."""
        folder.chmod(0o755)
        if self.switch:
            shutil.chown(folder, self.user, self.group)


def account_for_server() -> Account:
    """Return ourselves, or as root the first of postgres and nobody that the machine has.

    Raises SetupFailure when root finds neither.
    """
    if os.geteuid() != 0:
        return Account(str(os.geteuid()), os.geteuid(), os.getegid(), switch=False)
    for name in CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid, switch=True)
    raise SetupFailure("以 root 运行测试需要账户 postgres 或 nobody，本机都没有；请改用普通用户运行。")
