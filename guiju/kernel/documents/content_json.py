"""Content as canonical JSON, so that the frozen bytes of a document can be hashed and read again.

Keys are ASCII, there are no floats, keys are sorted and nothing is padded: the bytes are those of RFC 8785 as long
as every key is ASCII, which the classes guarantee. Every object names its class in `type`.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from guiju.kernel.documents.content_blocks import ContentError

SCHEMA = 1
_DATES = frozenset({"signed_on", "printed_on"})


def encode(value: object) -> Any:
    """Turn content into lists, dictionaries, strings, integers, booleans and None."""
    if is_dataclass(value) and not isinstance(value, type):
        body = {field.name: encode(getattr(value, field.name)) for field in fields(value)}
        return {"type": type(value).__name__} | body
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, (str, bool, int)):
        return value
    raise TypeError(f"content holds a {type(value).__name__}")


def decode(value: Any, classes: Mapping[str, type]) -> Any:
    """Turn what `encode` gave back into content; raises ContentError for a class or a field it does not know."""
    if isinstance(value, list):
        return tuple(decode(item, classes) for item in value)
    if not isinstance(value, dict):
        return value
    name = str(value.get("type"))
    if name not in classes:
        raise ContentError(f"文书内容中有本版本不认识的部分（{name}），请用生成它的版本或更新的版本打开。")
    body = {key: decode(item, classes) for key, item in value.items() if key != "type"}
    for key in _DATES & body.keys():
        body[key] = None if body[key] is None else date.fromisoformat(body[key])
    try:
        return classes[name](**body)
    except TypeError as error:
        raise ContentError(f"文书内容的“{name}”部分缺项或多项，文件可能不完整，请核对来源。") from error


def dump(value: object) -> str:
    """Return the canonical JSON of content, with the number of its schema."""
    body = encode(value) | {"schema": SCHEMA}
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load(text: str, classes: Mapping[str, type]) -> Any:
    """Read canonical JSON back; raises ContentError where it is no content of a schema known here."""
    try:
        body = json.loads(text)
        schema = body.pop("schema")
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise ContentError("这不是规矩的文书内容，无法读取。") from error
    if schema != SCHEMA:
        raise ContentError(f"文书内容的格式版本是{schema}，本版本只能读{SCHEMA}，请升级后再打开。")
    return decode(body, classes)
