"""guiju town create FILE: found a town from its description, with accounts for the people it names."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.kernel.organisation.api import Account, OrganisationError, Person, Town, plan_town
from guiju.kernel.procedure.api import apply, forget_directory


def add_to(subparsers: Any) -> None:
    parser: argparse.ArgumentParser = subparsers.add_parser("town", help="建立一个镇（town.yaml）")
    actions = parser.add_subparsers(dest="action", required=True)
    create = actions.add_parser("create", help="按说明文件建立单位、人员、岗位和账号")
    create.add_argument("file", type=Path)
    create.set_defaults(run=_create)


def _create(options: argparse.Namespace) -> int:
    description = yaml.safe_load(options.file.read_text(encoding="utf-8"))
    town = found_town(description)
    print(f"已建立{town.name}（{town.code}）。账号的初始口令由系统管理员用 guiju account password 设置。")
    return 0


def found_town(description: Mapping[str, Any], password: str | None = None) -> Town:
    """Found a town and make its accounts; without a password nobody can log in until one is set."""
    code = description["town"]["code"]
    if Town.objects.filter(code=code).exists():
        raise CommandError(f"代码为“{code}”的镇已经建立。", 2)
    try:
        plan, _ = plan_town(description, "system:town")
    except OrganisationError as error:
        raise CommandError(f"说明文件有错：{error}", 2) from error
    done = apply([plan], timezone.now())[0]
    forget_directory()
    town = Town.objects.get(id=done.town_id)
    make_accounts(town, description.get("users", ()), password)
    return town


def make_accounts(town: Town, users: Any, password: str | None) -> None:
    """One log-in account for each listed person."""
    people = dict(Person.objects.filter(town=town).values_list("code", "id"))
    model = get_user_model()
    hashed = make_password(password)
    for listed in users:
        user = model.objects.create(username=listed["login"], first_name=listed.get("label", "")[:150], password=hashed)
        Account.objects.create(user=user, person_id=people[listed["person"]])
