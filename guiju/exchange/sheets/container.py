"""The guard before a file is opened: what kind of file it is, and whether opening it would do harm.

The reading library takes any size for granted and ends the whole process when memory runs out; so everything
that could grow is measured here first.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from .workbook import UnreadableWorkbook

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE_AS = "请用 Excel 或 WPS 打开后“另存为”.xlsx 工作簿，再上传"


@dataclass(frozen=True)
class Limits:
    """What a workbook may measure: file and unpacked sizes in bytes, and cells from A1 to the last one filled."""

    file_bytes: int = 50 * 1024 * 1024
    unpacked_bytes: int = 400 * 1024 * 1024
    ratio: int = 200
    members: int = 2_000
    cells: int = 5_000_000


def check_size(size: int, name: str, limits: Limits | None = None) -> None:
    """Raise UnreadableWorkbook for a file of more bytes than `limits` allow; to be asked before it is read."""
    most = (limits or Limits()).file_bytes
    if size > most:
        told = f"有 {size / 1024 / 1024:.0f} MB，超过 {most // 1024 // 1024} MB 的上限"
        raise UnreadableWorkbook(f"《{name}》{told}。请按年度或按村拆成几个文件。")


def kind_of(data: bytes, name: str, limits: Limits) -> Literal["xlsx", "xls"]:
    """Tell whether the bytes are an .xlsx or an .xls workbook that may be opened.

    Raises UnreadableWorkbook for anything else: too big, empty, encrypted, with macros, another format, a zip bomb.
    """
    check_size(len(data), name, limits)
    if not data:
        raise UnreadableWorkbook(f"《{name}》是空文件，没有内容。请检查是否保存成功。")
    if data.startswith(OLE_MAGIC):
        return _old_format(data, name)
    if data.startswith(b"PK"):
        check_archive(data, name, limits)
        return "xlsx"
    raise UnreadableWorkbook(_not_a_workbook(data, name))


def _old_format(data: bytes, name: str) -> Literal["xls"]:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableWorkbook(locked(name))
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise UnreadableWorkbook(f"《{name}》含有宏，为安全起见不读取。{SAVE_AS}。")
    if not any(part.encode("utf-16-le") in data for part in ("Workbook", "Book")):
        raise UnreadableWorkbook(f"《{name}》不是 Excel 工作簿（可能是 Word 等其他文件）。{SAVE_AS}。")
    return "xls"


def _not_a_workbook(data: bytes, name: str) -> str:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:1] == b"<":
        return f"《{name}》其实是网页或 XML 格式，只是改了后缀名。{SAVE_AS}。"
    if b"\0" not in head and (b"," in head or b"\t" in head or b"\n" in head):
        return f"《{name}》其实是文本（CSV）文件，不是 Excel 工作簿，只改后缀名没有用。{SAVE_AS}。"
    return f"《{name}》打不开：不是 Excel 工作簿，或者文件已损坏。请重新导出或{SAVE_AS[1:]}。"


def check_archive(data: bytes, name: str, limits: Limits) -> None:
    """Judge an .xlsx by its zip directory alone, before a byte is unpacked.

    Raises UnreadableWorkbook if it is broken, no workbook, has macros, or would unpack to more than `limits`.
    """
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableWorkbook(broken(name)) from error
    names = {member.filename.lstrip("/").lower() for member in members}
    unpacked = sum(member.file_size for member in members)
    if len(members) > limits.members or unpacked > limits.unpacked_bytes or _is_bomb(members, limits):
        raise UnreadableWorkbook(
            f"《{name}》解压后大得不正常（{unpacked // 1024 // 1024} MB），为安全起见不读取。"
            f"请删去多余的空行、图片后另存，再上传。"
        )
    if any(member.endswith("vbaproject.bin") for member in names) or PurePath(name).suffix.lower() == ".xlsm":
        raise UnreadableWorkbook(f"《{name}》含有宏（.xlsm），为安全起见不读取。{SAVE_AS}。")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableWorkbook(locked(name))
    if "xl/workbook.xml" not in names:
        raise UnreadableWorkbook(f"《{name}》不是 .xlsx 工作簿（可能是压缩包、Word 或其他表格格式）。{SAVE_AS}。")


def _is_bomb(members: list[zipfile.ZipInfo], limits: Limits) -> bool:
    # Small parts compress well by nature; a ratio says something only of what is large once unpacked.
    return any(m.file_size > 20 * 1024 * 1024 and m.file_size > limits.ratio * max(m.compress_size, 1) for m in members)


def broken(name: str) -> str:
    """Return the sentence for a workbook whose inside is damaged."""
    return f"《{name}》已损坏，打不开（可能没有传完整）。请在电脑上确认能打开，另存后重新上传。"


def locked(name: str) -> str:
    """Return the sentence for a workbook that asks for a password."""
    return f"《{name}》设有打开密码，读不了。请去掉密码后再上传。"
