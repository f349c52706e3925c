"""Checkpoints as C2SP signed notes (Ed25519): a short text that a superior or a newspaper can keep."""

from __future__ import annotations

import base64
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"


class NoteError(ValueError):
    """A checkpoint file that cannot be read or whose signature does not hold; the text says which, in Chinese."""


@dataclass(frozen=True)
class Checkpoint:
    """What a signed checkpoint states: origin, number of entries, root hash."""

    origin: str
    size: int
    root: bytes

    def body(self) -> str:
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


@dataclass(frozen=True)
class Signer:
    """A named Ed25519 key kept in a file of mode 0600, never in the database."""

    name: str
    key: Ed25519PrivateKey

    @classmethod
    def from_file(cls, path: Path, name: str) -> Signer:
        """Read the key, or make it on first use."""
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode() + "\n")
        return cls(name, Ed25519PrivateKey.from_private_bytes(base64.b64decode(path.read_text())))

    @property
    def public(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    def verifier_key(self) -> str:
        """The public key in the form of a C2SP verifier key: name+id+key."""
        material = base64.b64encode(ED25519 + self.public).decode()
        return f"{self.name}+{key_id(self.name, self.public).hex()}+{material}"

    def sign(self, checkpoint: Checkpoint) -> str:
        """The signed note of a checkpoint."""
        return self.sign_text(checkpoint.body())

    def sign_text(self, body: str) -> str:
        """The signed note of any text that ends with a line feed and holds no empty line."""
        signature = key_id(self.name, self.public) + self.key.sign(body.encode())
        return f"{body}\n— {self.name} {base64.b64encode(signature).decode()}\n"


def key_id(name: str, public: bytes) -> bytes:
    """The four bytes that name a key in a signature line."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def parse_verifier_key(text: str) -> tuple[str, bytes]:
    """Name and raw public key of a verifier key; raises NoteError."""
    try:
        name, identifier, material = text.strip().split("+", 2)
        raw = base64.b64decode(material, validate=True)
    except ValueError as error:
        raise NoteError("公钥文件不是“名称+编号+公钥”的样式。") from error
    if raw[:1] != ED25519 or len(raw) != 33 or key_id(name, raw[1:]).hex() != identifier:
        raise NoteError("公钥文件里的编号与公钥不符。")
    return name, raw[1:]


def open_note(text: str, verifier_key: str) -> Checkpoint:
    """The checkpoint in a note whose signature by that key holds; raises NoteError."""
    name, public = parse_verifier_key(verifier_key)
    body, separator, signatures = text.partition("\n\n")
    if not separator:
        raise NoteError("检查点文件里没有签名行。")
    body += "\n"
    wanted = key_id(name, public)
    for line in signatures.splitlines():
        words = line.split(" ")
        if len(words) != 3 or words[0] != "—" or words[1] != name:
            continue
        raw = base64.b64decode(words[2])
        if raw[:4] != wanted:
            continue
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(raw[4:], body.encode())
        except InvalidSignature as error:
            raise NoteError("检查点的签名不符：文件被改过，或者不是这把公钥签的。") from error
        return parse_body(body)
    raise NoteError(f"检查点文件里没有“{name}”这把钥匙的签名。")


def parse_body(body: str) -> Checkpoint:
    """The three lines of a checkpoint; raises NoteError."""
    lines = body.splitlines()
    try:
        return Checkpoint(lines[0], int(lines[1]), base64.b64decode(lines[2], validate=True))
    except (IndexError, ValueError) as error:
        raise NoteError("检查点文件应有三行：来源、条数、根摘要。") from error
