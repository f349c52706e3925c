"""The folder of evidence: bytes encrypted under their content hash, written before the step that names them."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from guiju.kernel.ledger.api import vault

LARGEST_BYTES = 50 * 1024 * 1024


class EvidenceError(ValueError):
    """A file that cannot be kept or read; the text says why, in Chinese."""


def _path(digest: str) -> Path:
    return Path(settings.GUIJU_EVIDENCE) / digest[:2] / digest


def keep(data: bytes) -> str:
    """Encrypt and keep bytes under their SHA-256; keeping the same bytes again changes nothing. Raises EvidenceError."""
    if not data:
        raise EvidenceError("这个文件是空的，请重新选择。")
    if len(data) > LARGEST_BYTES:
        raise EvidenceError(f"文件超过 {LARGEST_BYTES // 1024 // 1024} MB，请压缩或分成几个再上传。")
    digest = hashlib.sha256(data).hexdigest()
    path = _path(digest)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        nonce = os.urandom(12)
        sealed = nonce + AESGCM(vault().encryption).encrypt(nonce, data, digest.encode())
        waiting = path.with_suffix(f".{os.getpid()}")
        waiting.write_bytes(sealed)
        waiting.replace(path)
    return digest


def is_kept(digest: str) -> bool:
    """Whether the folder holds a file under this hash; only `read` tells whether it is whole."""
    return _path(digest).exists()


def read(digest: str) -> bytes:
    """The bytes kept under a hash; raises EvidenceError when they are missing or were changed."""
    path = _path(digest)
    if not path.exists():
        raise EvidenceError("这份材料的文件不在证据文件夹里，请用备份恢复。")
    sealed = path.read_bytes()
    try:
        data = AESGCM(vault().encryption).decrypt(sealed[:12], sealed[12:], digest.encode())
    except InvalidTag as error:
        raise EvidenceError("这份材料的文件被改动过，与登记的摘要不符。") from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise EvidenceError("这份材料的文件被改动过，与登记的摘要不符。")
    return data
