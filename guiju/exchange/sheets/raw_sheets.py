"""The reading library itself: sheets as lists of values; for .xls in a process of its own.

A damaged .xls can make the library ask for more memory than there is, which ends the process it runs in. So this
module is also a program: it reads a workbook from its standard input and answers on its standard output. It
imports nothing of ours, that it may be run by its path.
"""

from __future__ import annotations

import io
import pickle
import resource
import subprocess
import sys
from typing import Any, NamedTuple

import python_calamine

MEMORY = 3 * 1024**3
"""Bytes that the separate process may use."""
PATIENCE = 120
"""Seconds after which the separate process is ended."""


class Unreadable(Exception):
    """The library could not read the workbook."""


class Locked(Unreadable):
    """The workbook asks for a password."""


class RawSheet(NamedTuple):
    """A worksheet as the library gives it; merges as ((row, column), (row, column)), all counted from 0."""

    name: str
    visible: bool
    rows: list[list[Any]]
    merges: list[tuple[tuple[int, int], tuple[int, int]]]


def read_here(data: bytes) -> list[RawSheet]:
    """Read a workbook in this process. Raises Locked or Unreadable."""
    try:
        with python_calamine.load_workbook(io.BytesIO(data)) as book:
            return [
                _sheet(book.get_sheet_by_name(about.name), about.visible == python_calamine.SheetVisibleEnum.Visible)
                for about in book.sheets_metadata
                if about.typ == python_calamine.SheetTypeEnum.WorkSheet
            ]
    except python_calamine.PasswordError as error:
        raise Locked from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise Unreadable from error
    except BaseException as error:
        # A panic of the library is a BaseException with no importable name.
        if type(error).__name__ == "PanicException":
            raise Unreadable from error
        raise


def _sheet(source: python_calamine.CalamineSheet, visible: bool) -> RawSheet:
    return RawSheet(source.name, visible, source.to_python(skip_empty_area=False), source.merged_cell_ranges or [])


def read_apart(data: bytes) -> list[RawSheet]:
    """Read a workbook in a process of its own, which alone ends if the library does. Raises Unreadable."""
    program = [sys.executable, "-P", __file__]
    try:
        done = subprocess.run(program, input=data, capture_output=True, timeout=PATIENCE, check=True)
    except subprocess.SubprocessError as error:
        raise Unreadable from error
    return [RawSheet(*parts) for parts in pickle.loads(done.stdout)]


def _answer() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sheets = read_here(sys.stdin.buffer.read())
    sys.stdout.buffer.write(pickle.dumps([tuple(sheet) for sheet in sheets], protocol=pickle.HIGHEST_PROTOCOL))


if __name__ == "__main__":
    _answer()
