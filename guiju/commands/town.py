"""guiju town create FILE, add FILE, outline FILE: found a town from its description; add to it; where its villages lie."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import yaml
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.commands.towns import add_town_option, chosen_town
from guiju.exchange.outlines.api import OutlineError, plan_outlines, read_outlines, village_names
from guiju.kernel.organisation.api import (
    Account,
    OrganisationError,
    Person,
    Town,
    plan_additions,
    plan_town,
    roster_of,
)
from guiju.kernel.procedure.api import apply, forget_directory
from guiju.kernel.terms.api import legal_today


def add_to(subparsers: Any) -> None:
    parser: argparse.ArgumentParser = subparsers.add_parser("town", help="建立一个镇（town.yaml）")
    actions = parser.add_subparsers(dest="action", required=True)
    create = actions.add_parser("create", help="按说明文件建立单位、人员、岗位和账号")
    create.add_argument("file", type=Path)
    create.set_defaults(run=_create)
    add = actions.add_parser("add", help="给已建立的镇增补单位、人员、岗位和账号")
    add.add_argument("file", type=Path)
    add_town_option(add)
    add.set_defaults(run=_add)
    outline = actions.add_parser("outline", help="登记各村居的边界和户数（GeoJSON），态势页的地图按它画")
    outline.add_argument("file", type=Path)
    outline.add_argument("--since", type=dt.date.fromisoformat, metavar="日期", help="从哪天起用，不写为今天")
    add_town_option(outline)
    outline.set_defaults(run=_outline)


def _create(options: argparse.Namespace) -> int:
    description = yaml.safe_load(options.file.read_text(encoding="utf-8"))
    town = found_town(description)
    print(f"已建立{town.name}（{town.code}）。账号的初始口令由系统管理员用 guiju account password 设置。")
    return 0


def _add(options: argparse.Namespace) -> int:
    town = chosen_town(options.town)
    entry = extend_town(town, yaml.safe_load(options.file.read_text(encoding="utf-8")) or {})
    print(f"已给{town.name}增补，留痕 #{entry:,}。新账号的口令用 guiju account password 设置。")
    return 0


def _outline(options: argparse.Namespace) -> int:
    town = chosen_town(options.town)
    since = options.since or legal_today(timezone.now())
    count, entry = keep_outlines(town, options.file.read_bytes(), since)
    print(f"已登记{town.name} {count} 个村居的边界和户数，从 {since.isoformat()} 起用，留痕 #{entry:,}。")
    return 0


def keep_outlines(town: Town, data: bytes, since: dt.date) -> tuple[int, int]:
    """Write the villages of a GeoJSON file from a day on; how many, and the entry's number. Raises CommandError."""
    try:
        areas = read_outlines(data)
        plan = plan_outlines(town.id, "system:town", village_names(town.id), areas, since)
    except OutlineError as error:
        raise CommandError(f"村界文件有错，什么都没有写入：{error}", 2) from error
    return len(areas), apply([plan], timezone.now())[0].index


def extend_town(town: Town, description: Mapping[str, Any]) -> int:
    """Add to a town what a description holds, and accounts; returns the entry's number. Raises CommandError."""
    now = timezone.now()
    roster = roster_of(town.id, legal_today(now))
    _check_users(description, roster.people)
    try:
        plan = plan_additions(town.id, roster, description, "system:town")
    except OrganisationError as error:
        raise CommandError(f"说明文件有错：{error}", 2) from error
    done = apply([plan], now)[0]
    forget_directory(town.id)
    make_accounts(town, description.get("users", ()), None)
    return done.index


def _check_users(description: Mapping[str, Any], known: Collection[str] = ()) -> None:
    """Accounts are written after the entry, so what stands against them is said before. Raises CommandError."""
    users = description.get("users", ())
    people = {*known, *(person["code"] for person in description.get("people", ()))}
    strangers = [listed["person"] for listed in users if listed["person"] not in people]
    if strangers:
        raise CommandError(f"说明文件有错：账号写的人“{'、'.join(strangers)}”不在人员名册里。", 2)
    wanted = [listed["login"] for listed in users]
    taken = list(get_user_model().objects.filter(username__in=wanted).values_list("username", flat=True))
    if taken:
        raise CommandError(f"登录名“{'、'.join(taken)}”已经有人用，什么都没有写入。请换一个。", 2)


def found_town(description: Mapping[str, Any], password: str | None = None) -> Town:
    """Found a town and make its accounts; without a password nobody can log in until one is set."""
    code = description["town"]["code"]
    if Town.objects.filter(code=code).exists():
        raise CommandError(f"代码为“{code}”的镇已经建立。要增补单位、人员和岗位，请用 guiju town add。", 2)
    _check_users(description)
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
