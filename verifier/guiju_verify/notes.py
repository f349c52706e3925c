"""Signed notes of C2SP: the town's public key, and what it signed, among that the checkpoints of a ledger."""

from __future__ import annotations

import base64
import hashlib
from typing import NamedTuple

from .errors import Unreadable
from .signatures import signature_holds


class Note(NamedTuple):
    """What a signed checkpoint (C2SP) states: whose ledger, how many entries, the root over them."""

    origin: str
    size: int
    root: bytes


def key_of(text: str) -> tuple[str, bytes, bytes]:
    """Name, public key and the four bytes that name it, of a line "name+id+key"; raises Unreadable."""
    try:
        name, identifier, material = text.strip().split("+", 2)
        raw = base64.b64decode(material, validate=True)
    except ValueError as error:
        raise Unreadable("公钥不是“名称+编号+公钥”的样式。") from error
    short = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
    if len(raw) != 33 or raw[:1] != b"\x01" or short.hex() != identifier:
        raise Unreadable("公钥里的编号与公钥不符。")
    return name, raw[1:], short


def signed(text: str, key: str) -> str:
    """The body of a note signed by this key; raises Unreadable where no signature of it holds, ValueError, IndexError."""
    name, public, short = key_of(key)
    body, _, signatures = text.partition("\n\n")
    body += "\n"
    for line in signatures.splitlines():
        words = line.split(" ")
        raw = base64.b64decode(words[2], validate=True) if words[:2] == ["—", name] else b""
        if raw[:4] == short:
            if not signature_holds(public, body.encode(), raw[4:]):
                raise Unreadable("检查点的签名不符：文件被改过，或者不是这把公钥签的。")
            return body
    raise Unreadable(f"检查点里没有“{name}”这把钥匙的签名。")


def opened(text: str, key: str) -> Note:
    """The checkpoint of a note signed by this key; raises Unreadable where no signature of it holds."""
    try:
        origin, size, root = signed(text, key).splitlines()[:3]
        return Note(origin, int(size), base64.b64decode(root, validate=True))
    except (ValueError, IndexError) as error:
        raise Unreadable("检查点的样式不对：应有来源、条数、根摘要三行，空一行，再是签名。") from error
