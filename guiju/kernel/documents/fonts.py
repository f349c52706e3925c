"""Which faces a paper is set in, and whether they hold every character of it.

GB/T 9704-2012 5.2.2 wants 仿宋 for the body, with 黑体, 楷体 and 小标宋 beside it. Where these are installed they go first;
behind them always stand the two faces that come with the product, so that a page comes out on a bare machine and a
rare name (喆 堃 赟 䶮 𬭚) is not lost where a GB2312 face ends.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import pylopdf_fonts_zh_cn
import typst

from guiju.kernel.documents.content_blocks import ContentError

FontSource = Literal["installed", "bundled"]

SERIF, SANS = "Noto Serif SC", "Noto Sans SC"
_XIAOBIAOSONG = (
    "FZXiaoBiaoSong-B05S",
    "方正小标宋简体",
    "FZXiaoBiaoSong-B05",
    "方正小标宋_GBK",
    "小标宋体",
    "STZhongsong",
    "华文中宋",
)
_FANGSONG = (
    "FangSong_GB2312",
    "仿宋_GB2312",
    "FangSong",
    "仿宋",
    "FZFangSong-Z02S",
    "方正仿宋简体",
    "FandolFang R",
    "STFangsong",
    "华文仿宋",
)
_KAITI = (
    "KaiTi_GB2312",
    "楷体_GB2312",
    "KaiTi",
    "楷体",
    "FZKai-Z03S",
    "方正楷体简体",
    "FandolKai",
    "STKaiti",
    "LXGW WenKai",
    "AR PL UKai",
)
_HEITI = ("SimHei", "黑体", "FZHei-B01S", "方正黑体简体", "FandolHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei")
_SONGTI = ("SimSun", "宋体", "FandolSong", "STSong", "Noto Serif CJK SC")

# Typography of the page, not words: these need no glyph of their own.
_NO_GLYPH = frozenset("\n\t\u200b\u2060\ufeff")


@dataclass(frozen=True)
class Faces:
    """Families in order of preference for each use; `heavy_title` says that a true 小标宋 is among them."""

    body: tuple[str, ...]
    heading: tuple[str, ...]
    subheading: tuple[str, ...]
    title: tuple[str, ...]
    number: tuple[str, ...]
    heavy_title: bool


def choose(families: Iterable[str]) -> Faces:
    """Return the faces for a machine that has these families (GB/T 9704-2012 5.2.2, 7.3.1, 7.3.3, 7.5)."""
    known = frozenset(families)

    def installed(wanted: tuple[str, ...], *last: str) -> tuple[str, ...]:
        # One face of a use is enough; a second one of another hand would mix within a line.
        return (*[name for name in wanted if name in known][:1], *last)

    return Faces(
        body=installed(_FANGSONG, SERIF, SANS),
        heading=installed(_HEITI, SANS, SERIF),
        subheading=installed(_KAITI, SERIF, SANS),
        title=installed(_XIAOBIAOSONG, SERIF, SANS),
        number=installed(_SONGTI, SERIF, SANS),
        heavy_title=bool(known & set(_XIAOBIAOSONG)),
    )


@cache
def library(source: FontSource) -> typst.Fonts:
    """Return the fonts to set with: those of the machine and the bundled ones, or the bundled ones alone."""
    folder = pylopdf_fonts_zh_cn.serif_path().parent
    return typst.Fonts(
        include_system_fonts=source == "installed", include_embedded_fonts=False, font_paths=[str(folder)]
    )


@cache
def faces(source: FontSource) -> Faces:
    """Return the faces of this machine, found once per process."""
    return choose(library(source).families())


@cache
def characters(path: Path, index: int = 0) -> frozenset[int]:
    """Return the code points that a font file has glyphs for, read from its character map (formats 4 and 12)."""
    data = path.read_bytes()
    start = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
    count = struct.unpack_from(">H", data, start + 4)[0]
    for entry in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * entry)
        if tag == b"cmap":
            return _read_map(data, offset)
    return frozenset()


def _read_map(data: bytes, start: int) -> frozenset[int]:
    found: set[int] = set()
    for entry in range(struct.unpack_from(">H", data, start + 2)[0]):
        at = start + struct.unpack_from(">HHI", data, start + 4 + 8 * entry)[2]
        kind = struct.unpack_from(">H", data, at)[0]
        if kind == 4:
            found |= _segments(data, at)
        elif kind == 12:
            for group in range(struct.unpack_from(">I", data, at + 12)[0]):
                first, last, _ = struct.unpack_from(">III", data, at + 16 + 12 * group)
                found.update(range(first, last + 1))
    return frozenset(found)


def _segments(data: bytes, at: int) -> set[int]:
    half = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{half}H", data, at + 14)
    starts = struct.unpack_from(f">{half}H", data, at + 16 + 2 * half)
    deltas = struct.unpack_from(f">{half}H", data, at + 16 + 4 * half)
    table = at + 16 + 6 * half
    offsets = struct.unpack_from(f">{half}H", data, table)
    found: set[int] = set()
    for number, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            if offset == 0:
                glyph = (code + delta) & 0xFFFF
            else:
                glyph = struct.unpack_from(">H", data, table + 2 * number + offset + 2 * (code - first))[0]
            if glyph:
                found.add(code)
    return found


def missing(text: str, source: FontSource) -> list[str]:
    """Return the characters of a text for which no face in use has a glyph, in order of appearance."""
    left = [char for char in dict.fromkeys(text) if char not in _NO_GLYPH]
    used = faces(source)
    families = {*used.body, *used.heading, *used.subheading, *used.title, *used.number}
    # The bundled faces hold nearly everything and are read first; the others only if something is still missing.
    held = [font for font in library(source).fonts() if font.family in families and font.path]
    for font in sorted(held, key=lambda font: font.family not in (SERIF, SANS)):
        if not left:
            break
        cover = characters(Path(font.path or ""), font.index)
        left = [char for char in left if ord(char) not in cover]
    return left


def require_characters(text: str, source: FontSource) -> None:
    """Raise ContentError naming every character that no font on the machine can print."""
    lost = missing(text, source)
    if lost:
        named = "、".join(f"“{char}”（U+{ord(char):04X}）" for char in lost)
        raise ContentError(
            f"本机字库中没有{named}，印出来会是空白。请安装含这个字的字体（如思源宋体全字库），或核对是否输错。"
        )
