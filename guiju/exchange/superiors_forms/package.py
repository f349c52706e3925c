"""A workbook or Word file as the package that it is: parts are edited in place, whatever is not edited stays byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Sequence
from typing import Any

from lxml import etree

from guiju.exchange.superiors_forms.errors import FormError

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 100 * 1024 * 1024
MOST_PARTS = 1000
CONTENT_TYPES = "[Content_Types].xml"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
SAVE_AS = "请用 Excel、Word 或 WPS 打开后另存为 .xlsx 或 .docx，再上传"


class Package:
    """The parts of a file by name, in their order. Raises FormError for what is no sound package or has macros."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        _check(data, name)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._infos = archive.infolist()
            self._parts = {info.filename: archive.read(info) for info in self._infos}
        self._trees: dict[str, Any] = {}
        self._edited: set[str] = set()

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def names(self) -> list[str]:
        """The parts that are there."""
        return list(self._parts)

    def tree(self, part: str) -> Any:
        """The root element of a part, to be read."""
        if part not in self._trees:
            self._trees[part] = _parsed(self._parts[part], self.name)
        return self._trees[part]

    def edit(self, part: str) -> Any:
        """The root element of a part, to be changed: the part is written anew."""
        self._edited.add(part)
        return self.tree(part)

    def drop(self, part: str) -> None:
        """Take a part out, with its type and whatever points to it."""
        if self._parts.pop(part, None) is None:
            return
        for element in self.tree(CONTENT_TYPES).xpath("./*[@PartName=$name]", name=f"/{part}"):
            self.edit(CONTENT_TYPES).remove(element)
        for rels in [name for name in self._parts if name.endswith(".rels")]:
            for element in [one for one in self.tree(rels).iter(RELATION) if _target(rels, one) == part]:
                self.edit(rels).remove(element)

    def related(self, part: str, kind: str) -> list[tuple[str, str]]:
        """What a part points to, of a kind (the last word of its type): (id, part)."""
        folder, name = posixpath.split(part)
        rels = f"{folder}/_rels/{name}.rels"
        if rels not in self._parts:
            return []
        found = [one for one in self.tree(rels).iter(RELATION) if one.get("Type", "").rpartition("/")[2] == kind]
        return [(one.get("Id", ""), _target(rels, one)) for one in found]

    def saved(self) -> bytes:
        """The file with what was edited; the same bytes each time."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for info in self._infos:
                if info.filename in self._parts:
                    kept = zipfile.ZipInfo(info.filename, info.date_time)
                    kept.external_attr, kept.compress_type = info.external_attr, info.compress_type
                    archive.writestr(kept, self._bytes(info.filename))
        return target.getvalue()

    def _bytes(self, part: str) -> bytes:
        if part not in self._edited:
            return self._parts[part]
        return bytes(etree.tostring(self._trees[part], xml_declaration=True, encoding="UTF-8", standalone=True))


def _target(rels: str, relation: Any) -> str:
    """The part that a relation of a .rels part points to; paths are relative to the folder above _rels."""
    folder = posixpath.dirname(posixpath.dirname(rels))
    target = relation.get("Target", "")
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _parsed(data: bytes, name: str) -> Any:
    try:
        # Entities and addresses stay closed: the file comes from outside.
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise FormError(f"《{name}》里面有损坏的部分，打不开。{SAVE_AS}。") from error


def _check(data: bytes, name: str) -> None:
    if len(data) > MOST_BYTES:
        raise FormError(f"《{name}》超过 {MOST_BYTES // 1024 // 1024} MB。空表不会这么大：请删去图片和多余的行再上传。")
    try:
        infos: Sequence[zipfile.ZipInfo] = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise FormError(f"《{name}》不是 .xlsx 也不是 .docx，或者已经损坏。{SAVE_AS}。") from error
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise FormError(f"《{name}》解开后大得不正常，为安全起见不读取。请删去图片和多余的行再上传。")
    if any(info.filename.lower().endswith("vbaproject.bin") for info in infos):
        raise FormError(f"《{name}》含有宏，为安全起见不读取。{SAVE_AS}。")
    if any(info.flag_bits & 1 for info in infos):
        raise FormError(f"《{name}》设有打开密码，读不了。请去掉密码后再上传。")
