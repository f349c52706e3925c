"""guiju search rebuild: fill the search index again from the ledgered tables."""

from __future__ import annotations

import argparse
from typing import Any

from guiju.kernel.procedure.api import rebuild_search


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("search", help="重建检索")
    parser.add_argument("action", choices=["rebuild"])
    parser.set_defaults(run=_rebuild)


def _rebuild(options: argparse.Namespace) -> int:
    print(f"检索已重建：{rebuild_search():,} 件事项。")
    return 0
