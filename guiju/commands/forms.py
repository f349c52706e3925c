"""guiju form: the forms that somebody else prescribed, listed, carried to a file, loaded from another town's."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.commands.towns import add_town_option, chosen_town
from guiju.exchange.superiors_forms.api import FormError, carried, forms_of, load_carried
from guiju.kernel.organisation.api import acting_for_login
from guiju.kernel.procedure.api import moment_for
from guiju.kernel.terms.api import legal_today


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("form", help="上级的表：列出、导出成一个文件、载入别的镇导出的")
    acts = parser.add_subparsers(dest="act", required=True)
    listed = acts.add_parser("list", help="列出本镇的表")
    add_town_option(listed)
    listed.set_defaults(run=_list)
    out = acts.add_parser("export", help="把一张表连同怎么填写成一个文件；不含任何记录")
    out.add_argument("name", metavar="表名")
    out.add_argument("file", type=Path, metavar="文件")
    add_town_option(out)
    out.set_defaults(run=_export)
    load = acts.add_parser("load", help="载入别的镇导出的表")
    load.add_argument("file", type=Path, metavar="文件")
    load.add_argument("--as", dest="user", required=True, metavar="账号", help="以谁的名义载入")
    load.set_defaults(run=_load)


def _list(options: argparse.Namespace) -> int:
    for form in forms_of(chosen_town(options.town).id):
        print(f"{form.name}　{form.owner}")
    return 0


def _export(options: argparse.Namespace) -> int:
    town = chosen_town(options.town)
    form = forms_of(town.id).filter(name=options.name).first()
    if form is None:
        names = "、".join(each.name for each in forms_of(town.id)) or "还没有"
        raise CommandError(f"没有“{options.name}”这张表。本镇的表：{names}。", 2)
    try:
        options.file.write_bytes(carried(form))
    except OSError:
        raise CommandError(f"写不了“{options.file}”。请核对路径和权限。", 2) from None
    print(f"“{form.name}”已写到 {options.file}。")
    return 0


def _load(options: argparse.Namespace) -> int:
    now = timezone.now()
    acting = acting_for_login(options.user, legal_today(now))
    if acting is None:
        raise CommandError(f"没有登录名为“{options.user}”、今天在任的人。", 2)
    try:
        form = load_carried(options.file.read_bytes(), moment_for(acting, now))
    except OSError:
        raise CommandError(f"打不开文件“{options.file}”。请核对路径和权限。", 2) from None
    except FormError as error:
        raise CommandError(str(error), 2) from None
    print(f"已载入“{form.name}”。在“上级的表”里看怎么填的，再取一期核对。")
    return 0
