"""The command line: what to check, what was found in Chinese, and the exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from unicodedata import category

from .archive import judged_archive
from .errors import Unreadable
from .ledger import Ledger
from .notes import key_of, opened
from .proof import proof_problems
from .tree import root_of

SHOWN = 20
UNSEEN = {"Cc", "Cf", "Zl", "Zp"}
OWN_KEY = "用的是{}自带的公钥；要知道是不是镇里签的，请加 --key 镇里公布的公钥文件。"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 all agrees, 1 something does not, 2 not readable or wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a rare character of a name must not end the check on a narrow console
            stream.reconfigure(errors="backslashreplace")
    options = _parsed(list(sys.argv[1:] if arguments is None else arguments))
    try:
        return int(options.run(options))
    except Unreadable as error:
        print(error, file=sys.stderr)
    except FileNotFoundError as error:
        print(f"没有这个文件：{error.filename}。请核对文件名。", file=sys.stderr)
    except (OSError, UnicodeDecodeError) as error:
        print(f"文件读不了：{error}", file=sys.stderr)
    return 2


def _parsed(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="guiju_verify.pyz", description="规矩 · 离线核验")
    commands = parser.add_subparsers(dest="command", required=True)
    ledger = commands.add_parser("ledger", help="核对导出的整本留痕")
    ledger.add_argument("file", type=Path, metavar="留痕文件")
    ledger.add_argument("--checkpoint", type=Path, action="append", default=[], metavar="文件", help="可以写几次")
    ledger.set_defaults(run=_check_ledger)
    proof = commands.add_parser("proof", help="核对单条的证明")
    proof.add_argument("files", type=Path, nargs="+", metavar="证明文件")
    proof.set_defaults(run=_check_proofs)
    archive = commands.add_parser("archive", help="核对一件事项的卷宗核验包")
    archive.add_argument("file", type=Path, metavar="核验包")
    archive.set_defaults(run=_check_archive)
    for command in (ledger, proof, archive):
        command.add_argument("--key", type=Path, metavar="文件", help="镇里公布的公钥")
    if words and words[0] not in commands.choices and not words[0].startswith("-"):
        words.insert(0, "archive")
    return parser.parse_args(words)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _check_ledger(options: argparse.Namespace) -> int:
    if options.checkpoint and not options.key:
        raise Unreadable("核对检查点要有公钥：请加 --key 公钥文件。")
    ledger = Ledger([opened(_text(path), _text(options.key)) for path in options.checkpoint])
    ledger.read(options.file)
    held = f"，其中 {ledger.withheld:,} 条只有摘要" if ledger.withheld else ""
    _tell([f"{ledger.origin}：{ledger.size:,} 条{held}，根摘要 {root_of(ledger.peaks).hex()}"])
    alone = "没有对照检查点：如果有人把最后的条目拿掉，或者整本换掉，这样看不出来"
    return _say(ledger.problems, f"与 {len(options.checkpoint)} 个检查点相符" if options.checkpoint else alone)


def _check_proofs(options: argparse.Namespace) -> int:
    key, problems = _text(options.key) if options.key else None, []
    for path in options.files:
        problems += [f"{path}：{problem}" for problem in proof_problems(_text(path), key)]
    if not key:
        _tell([OWN_KEY.format("证明文件")])
    return _say(problems, "与检查点相符")


def _check_archive(options: argparse.Namespace) -> int:
    key = _text(options.key) if options.key else None
    if key:
        key_of(key)
    found = judged_archive(options.file, key)
    _tell([found.title, *([] if key else [OWN_KEY.format("核验包")])])
    _tell([f"  成立：{held}" for held in found.held])
    return _say(found.problems, "版面由程序按正文排印，PDF 只核对摘要")


def _say(problems: Sequence[str], verdict: str) -> int:
    _tell([f"  不符：{problem}" for problem in problems[:SHOWN]])
    _tell([f"共 {len(problems):,} 处不符。" if problems else f"一致。{verdict}。"])
    return 1 if problems else 0


def _tell(lines: Sequence[str]) -> None:
    """Print lines; a line feed or a control sign in what a file says must not pass for another line of ours."""
    for line in lines:
        print("".join("�" if category(sign) in UNSEEN else sign for sign in line))
