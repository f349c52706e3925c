"""The proof of one entry, as the desk gives it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator

from .errors import Unreadable
from .notes import opened
from .tree import leaf_of, root_by_path


def proof_problems(text: str, key: str | None = None) -> Iterator[str]:
    """What does not agree in a proof file as the desk gives it; `key` is the public key obtained elsewhere."""
    try:
        proof = json.loads(text)
        body, index = proof["entry"].encode(), proof["index"]
        path = [base64.b64decode(step, validate=True) for step in proof.get("path", [])]
        note = opened(proof["checkpoint"], key or proof["key"]) if "checkpoint" in proof else None
        told, stands = proof["leaf"], json.loads(body)["index"]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unreadable("证明文件里缺内容或者样式不对。") from error
    leaf = leaf_of(body)
    if leaf.hex() != told:
        yield "条目的内容与摘要不符"
    if stands != index:
        yield f"文件说是第 {index} 条，条目自己写的是第 {stands} 条"
    if note is None:
        yield "还没有封存：文件里没有检查点，内容无从对照"
    elif root_by_path(leaf, index, note.size, path) != note.root:
        yield "由这一条算出的根摘要与检查点的不符"
