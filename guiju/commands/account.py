"""guiju account password LOGIN: set the first password of an account, or a new one where it was forgotten."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from guiju.commands.errors import CommandError


def add_to(subparsers: Any) -> None:
    parser: argparse.ArgumentParser = subparsers.add_parser("account", help="账号：设置口令")
    actions = parser.add_subparsers(dest="action", required=True)
    password = actions.add_parser("password", help="设置或重设口令；从键盘问两遍，不在屏幕上显示")
    password.add_argument("login", metavar="账号")
    password.set_defaults(run=_password)


def _password(options: argparse.Namespace) -> int:
    user = get_user_model().objects.filter(username=options.login).first()
    if user is None:
        raise CommandError(f"没有账号“{options.login}”。账号随镇的说明文件一起建立（guiju town create）。", 2)
    chosen = _asked()
    try:
        validate_password(chosen, user)
    except ValidationError as error:
        raise CommandError(f"口令不合要求：{''.join(error.messages)}请换一个。", 2) from error
    user.set_password(chosen)
    user.save(update_fields=["password"])
    print(f"账号“{options.login}”的口令已设置。")
    return 0


def _asked() -> str:
    """The new password: asked twice at a terminal, else the first line of the input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    chosen = getpass.getpass("新口令：")
    if getpass.getpass("再输一遍：") != chosen:
        raise CommandError("两遍输入的口令不一样，没有改动，请重来。", 2)
    return chosen
