"""Finding the town a command is for."""

from __future__ import annotations

import argparse

from guiju.commands.errors import CommandError
from guiju.kernel.organisation.api import Town


def add_town_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--town", metavar="代码", help="镇的代码；不写取本安装的第一个镇")


def chosen_town(code: str | None) -> Town:
    """The town with this code, or the installation's first; raises CommandError."""
    towns = Town.objects.order_by("id")
    town = towns.filter(code=code).first() if code else towns.first()
    if town is None:
        known = "、".join(towns.values_list("code", flat=True)) or "还没有建立任何镇，请先运行 guiju town create"
        raise CommandError(f"没有代码为“{code}”的镇；现有：{known}。" if code else f"{known}。", 2)
    return town
