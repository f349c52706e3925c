"""An archive as a file: its members, the manifest that names each with its hash, the town's signature over that."""

from __future__ import annotations

import base64
import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from .archive_layout import has_layout, layout_problems
from .errors import Unreadable
from .notes import key_of, signed

PIECE = 1 << 20
NOT_AS_IT_SHOULD_BE = (ValueError, KeyError, TypeError, AttributeError, IndexError, struct.error)
# What the library raises over a ZIP of which a length, a flag, a name or a manner of packing was changed.
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, OverflowError, struct.error)


class ArchiveFile:
    """The package and what does not agree in it. `key` is the public key obtained elsewhere.

    Raises Unreadable where the file is no ZIP at all.
    """

    def __init__(self, file: BinaryIO, key: str | None = None) -> None:
        try:
            self.zip = zipfile.ZipFile(file)
        except BROKEN_ZIP as error:
            raise Unreadable("这不是卷宗核验包，或者压缩包已经损坏。") from error
        self.file, self.given = file, key
        self.problems: list[str] = []
        self.manifest: dict[str, Any] = {}
        self.digests: dict[str, str] = {}

    def pieces(self, name: str) -> Iterator[bytes]:
        """A member piece by piece; raises Unreadable."""
        try:
            with self.zip.open(name) as member:
                yield from iter(lambda: member.read(PIECE), b"")
        except KeyError as error:
            raise Unreadable(f"压缩包里没有 {name}") from error
        except BROKEN_ZIP as error:
            raise Unreadable(f"{name} 的校验码不符") from error

    def read(self, name: str) -> bytes:
        """A whole member; raises Unreadable."""
        return b"".join(self.pieces(name))

    def text(self, name: str) -> str:
        """A member as text; raises Unreadable, UnicodeDecodeError."""
        return self.read(name).decode("utf-8")

    def lines(self, name: str) -> list[dict[str, Any]]:
        """The values of a member that holds one a line; raises Unreadable, ValueError."""
        return [json.loads(line) for line in self.text(name).split("\n")[:-1]]

    def key(self) -> str:
        """The town's public key: the one obtained elsewhere, else the package's own; raises Unreadable."""
        return self.given or self.text("key.pub")

    def check_manifest(self) -> str:
        """Compare the manifest with its signature; says what holds."""
        text = self.text("manifest.json")
        manifest = json.loads(text)
        origin, digest = manifest["origin"], hashlib.sha256(text.encode()).hexdigest()
        self.manifest = manifest
        note = self.text("manifest.sig")
        try:
            body = signed(note, self.key())
            line = note[len(body) + 1 :]
            again = base64.b64encode(base64.b64decode(line.split(" ")[2])).decode()
            exact = line == f"— {key_of(self.key())[0]} {again}\n"
        except (Unreadable, *NOT_AS_IT_SHOULD_BE):
            body, exact = "", False
        if body != f"{origin}\narchive {digest}\n":
            self.problems.append("manifest.json 或 manifest.sig：清单与签名不符，或者不是这把公钥签的")
        elif not exact:
            self.problems.append("manifest.sig：签名之外还有别的内容")
        return "清单 manifest.json 由镇里签名"

    def check_members(self) -> str:
        """Compare every member with its hash in the manifest; says what holds."""
        told, names = dict(self.manifest.get("members", {})), self.zip.namelist()
        for name in names:
            self.digests[name] = self._digest(name)
        self.problems += [f"{name}：压缩包里有两个" for name in sorted({n for n in names if names.count(n) > 1})]
        extra = set(names) - set(told) - {"manifest.json", "manifest.sig"}
        self.problems += [f"{name}：清单里没有这个文件" for name in sorted(extra)]
        self.problems += [f"{name}：清单里有，压缩包里没有" for name in sorted(set(told) - set(names))]
        for name in sorted(set(told) & set(names)):
            if self.digests[name] != told[name]["sha256"]:
                self.problems.append(f"{name}：内容与清单上的摘要不符")
        return f"{len(told):,} 个文件与清单上的摘要一致"

    def check_layout(self) -> str:
        """Nothing was changed or added outside the members; says what holds."""
        if not has_layout(self.file):
            return ""
        self.problems += layout_problems(self.file, self.zip.infolist(), self.manifest["made_on"])
        return "压缩包里没有多余的字节"

    def _digest(self, name: str) -> str:
        digest = hashlib.sha256()
        try:
            for piece in self.pieces(name):
                digest.update(piece)
        except Unreadable:
            self.problems.append(f"{name}：压缩包里的校验码不符")
            return ""
        return digest.hexdigest()
