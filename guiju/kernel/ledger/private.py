"""Private values: salted commitments for the ledger, AES-GCM for the store, keyed hashes for exact search."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

KEY_ID = "k1"


class Sealed(NamedTuple):
    """A private value ready for the store: its commitment, ciphertext and search hash."""

    commitment: str
    ciphertext: bytes
    search_hash: str
    key_id: str = KEY_ID


class Opening(NamedTuple):
    """What proves that a commitment stands for a value: the salt of 16 bytes, and the value."""

    salt: bytes
    value: str


class PrivateStoreError(RuntimeError):
    """A stored private value that cannot be opened with the present keys."""


@dataclass(frozen=True)
class Vault:
    """The two keys of the private store, kept in files of mode 0600 outside the database."""

    encryption: bytes
    index: bytes

    @cached_property
    def _cipher(self) -> AESGCM:
        return AESGCM(self.encryption)

    def seal(self, value: str, salt: bytes | None = None) -> Sealed:
        """Commit to and encrypt one value; the salt is stored only inside the ciphertext."""
        salt = salt or os.urandom(16)
        commitment = commit(salt, value)
        nonce = os.urandom(12)
        plain = salt + value.encode()
        ciphertext = nonce + self._cipher.encrypt(nonce, plain, commitment.encode())
        return Sealed(commitment, ciphertext, self.search_hash(value))

    def open(self, commitment: str, ciphertext: bytes) -> str:
        """The value behind a commitment; raises PrivateStoreError when it does not belong to it."""
        return self.opening(commitment, ciphertext).value

    def opening(self, commitment: str, ciphertext: bytes) -> Opening:
        """Salt and value behind a commitment; raises PrivateStoreError when they do not belong to it."""
        try:
            plain = self._cipher.decrypt(bytes(ciphertext[:12]), bytes(ciphertext[12:]), commitment.encode())
        except InvalidTag as error:
            raise PrivateStoreError("个人信息密文与承诺值不符，或者密钥不对。") from error
        salt, value = plain[:16], plain[16:].decode()
        if commit(salt, value) != commitment:
            raise PrivateStoreError("个人信息与承诺值不符。")
        return Opening(salt, value)

    def search_hash(self, value: str) -> str:
        """Keyed hash by which an exact value, or one search token of it, is found again."""
        return hashlib.blake2b(value.strip().encode(), key=self.index, digest_size=16).hexdigest()

    def token(self, word: str) -> str:
        """Short keyed hash of one search token of a private field."""
        return "p" + hashlib.blake2b(b"t:" + word.encode(), key=self.index, digest_size=8).hexdigest()[:15]


def commit(salt: bytes, value: str) -> str:
    """Salted commitment to a value: what the ledger and the row hold in its place."""
    return hashlib.sha256(b"guiju private value\x00" + salt + value.encode()).hexdigest()


def _kept_key(path: Path) -> bytes:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(32).hex().encode())
    return bytes.fromhex(path.read_text().strip())


@lru_cache(maxsize=4)
def _vault(folder: str) -> Vault:
    return Vault(_kept_key(Path(folder, "private-store.key")), _kept_key(Path(folder, "private-index.key")))


def vault() -> Vault:
    """The vault of this installation; its keys are made on first use."""
    return _vault(str(settings.GUIJU_KEYS))
