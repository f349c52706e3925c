"""What the entries of an archive tell, folded, and whether papers, evidence, private values and findings agree with it."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from .archive_file import ArchiveFile
from .ledger import BODY_FROM, LEAF, TOLD_TO
from .notes import opened
from .tree import leaf_of, root_by_path

PRIVATE = b"guiju private value\x00"
MATTER, FINDING = "matters_matter", "procedure_finding"
DOCUMENT, EVIDENCE = "documents_document", "evidence_evidence"


class ArchiveRecord:
    """The record in a package. The checks run in the order in which they stand here; each says what holds."""

    def __init__(self, file: ArchiveFile) -> None:
        self.file, self.problems = file, file.problems
        self.entries: list[dict[str, Any]] = []
        self.rows: dict[tuple, dict[str, Any]] = {}
        self.erased: dict[str, int] = {}
        self.openings: list[dict[str, Any]] = []

    def check_entries(self) -> str:
        """Entries against their hashes, and each with its proof against the checkpoint."""
        note = opened(self.file.text("checkpoint.txt"), self.file.key())
        if note.origin != self.file.manifest.get("origin"):
            self.problems.append(f"checkpoint.txt：是“{note.origin}”的检查点，卷宗是另一个镇的")
        proofs = self.file.lines("proofs.jsonl")
        paths = {proof["index"]: [bytes.fromhex(step) for step in proof["path"]] for proof in proofs}
        last = -1
        for number, line in enumerate(self.file.read("entries.jsonl").split(b"\n")[:-1], 1):
            told, body = line[len(LEAF) : TOLD_TO], line[BODY_FROM:-1]
            entry = json.loads(body)
            index, leaf = entry["index"], leaf_of(body)
            if leaf.hex().encode() != told:
                self.problems.append(f"entries.jsonl：第 {number} 行（条目 #{index}）的内容与摘要不符")
            if root_by_path(leaf, index, note.size, paths.pop(index, [])) != note.root:
                self.problems.append(f"entries.jsonl、proofs.jsonl：条目 #{index} 算不出检查点的根摘要")
            if index <= last:
                self.problems.append(f"entries.jsonl：条目 #{index} 的次序不对")
            last = index
            self.entries.append(entry)
        self.problems += [f"proofs.jsonl：条目 #{index} 有证明，没有内容" for index in paths]
        return f"{len(self.entries):,} 条留痕的内容与摘要一致，都在前 {note.size:,} 条的检查点之下"

    def check_matter(self) -> str:
        """Entries are of this matter and none is left out; the manifest tells of the matter what they tell."""
        told, manifest = self.file.manifest["matter"], self.file.manifest
        self._fold(manifest["town"], told["id"])
        row, export = self.rows.get((MATTER, told["id"]), {}), self.entries[-1] if self.entries else {}
        differs = [name for name, value in told.items() if name != "id" and row.get(name, "") != value]
        self.problems += [f"manifest.json：事项的 {name} 与留痕不一致" for name in differs]
        if row.get("procedure_version") != manifest["procedure"]["version"]:
            self.problems.append("manifest.json：程序版本与留痕不一致")
        if (export.get("kind"), export.get("index")) != ("export", manifest["entry"]):
            self.problems.append("manifest.json：最后一条不是制作这份卷宗的留痕")
        return "留痕都是这件事项的，版次连续，最后一条是制作这份卷宗"

    def _fold(self, town: Any, matter: Any) -> None:
        version = 0
        for entry in self.entries:
            if (entry["town"], entry["matter"]) != (town, matter):
                self.problems.append(f"entries.jsonl：条目 #{entry['index']} 不是这件事项的")
            for change in entry["changes"]:
                self.rows.setdefault((change["t"], change["k"]), {}).update(change["f"])
                if (change["t"], change["k"]) == (MATTER, matter) and "row_version" in change["f"]:
                    version += 1
                    if change["f"]["row_version"] != version:
                        self.problems.append(f"entries.jsonl：条目 #{entry['index']} 之前少了条目，事项的版次不连续")
                        version = change["f"]["row_version"]
            self.erased.update(dict.fromkeys(entry.get("erased", []), entry["index"]))

    def check_openings(self) -> str:
        """Private values against the commitments that the entries hold; erased ones against their entry."""
        self.openings, shown = self.file.lines("openings.jsonl"), 0
        for number, opening in enumerate(self.openings, 1):
            place = f"openings.jsonl 第 {number} 行（{opening['table']} {opening['key']} 的 {opening['field']}）"
            commitment = opening["commitment"]
            if self.rows.get((opening["table"], opening["key"]), {}).get(opening["field"]) != commitment:
                self.problems.append(f"{place}：留痕里不是这个承诺值")
            if "erased" in opening or commitment in self.erased:
                if "salt" in opening or self.erased.get(commitment, "") != opening.get("erased"):
                    self.problems.append(f"{place}：删除的记录与留痕不一致")
                continue
            member, shown = opening.get("member"), shown + 1
            value = self.file.read(member) if member else opening["value"].encode()
            if hashlib.sha256(PRIVATE + bytes.fromhex(opening["salt"]) + value).hexdigest() != commitment:
                self.problems.append(f"{place}：{member or '内容'}与留痕里的承诺值不符")
        gone = len(self.openings) - shown
        erased = f"，另有 {gone:,} 项已按规定删除，有删除的留痕" if gone else ""
        return f"{shown:,} 项加密内容（含文书正文）与留痕里的承诺值一致{erased}"

    def check_papers(self) -> str:
        """The index names every document and piece of evidence on record, with the files that belong to it."""
        index = json.loads(self.file.text("index.json"))
        contents = {(o["table"], o["key"]): o.get("member") for o in self.openings if o["field"] == "content"}
        listed = set()
        for item in index["items"]:
            key = DOCUMENT if item["kind"] == "document" else EVIDENCE, item["row"]
            listed.add(key)
            self._paper(item, self.rows.get(key), contents.get(key))
        missing = [key for key in self.rows if key[0] in (DOCUMENT, EVIDENCE) and key not in listed]
        self.problems += [f"index.json：留痕里的 {table} {key} 没有列入目录" for table, key in missing]
        counts = index["counts"]
        return f"卷内目录齐全：文书 {counts['documents']} 份，材料 {counts['evidence']} 件，文件都与留痕里的摘要一致"

    def _paper(self, item: dict[str, Any], row: dict[str, Any] | None, content: str | None) -> None:
        """One line of the index against the row on record; `content` is the member that holds the frozen text."""
        place, files = f"第 {item['number']} 件", item["members"]
        if row is None:
            self.problems.append(f"index.json：{place}在留痕里没有")
        elif item["kind"] == "evidence" and [self.file.digests.get(name) for name in files] != [row["sha256"]]:
            self.problems.append(f"{'、'.join(files)}：{place}的文件与留痕里的摘要不符")
        elif item["kind"] == "document" and row.get("number", "") != item["paper_number"]:
            self.problems.append(f"index.json：{place}的文号与留痕不一致")
        elif item["kind"] == "document" and content not in (*files, None):
            self.problems.append(f"index.json：{place}没有列出它的正文")

    def check_findings(self) -> str:
        """The findings and their answers are those on record."""
        told = {finding["key"]: finding["row"] for finding in json.loads(self.file.text("findings.json"))}
        recorded = {key: row for (table, key), row in self.rows.items() if table == FINDING}
        for key in sorted({*told, *recorded}):
            filled = {name: value for name, value in recorded.get(key, {}).items() if value not in ("", None)}
            if told.get(key) != filled:
                self.problems.append(f"findings.json：补录发现 {key} 与留痕不一致")
        return f"{len(recorded)} 条补录发现及其答复与留痕一致"
