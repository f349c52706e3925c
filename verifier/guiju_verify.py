#!/usr/bin/env python3
"""规矩 · 离线核验：只用 Python（3.8 以上）自带的库，不联网，核对导出的留痕、检查点、单条证明和卷宗核验包。

    python3 guiju_verify.py ledger 留痕文件 [--checkpoint 检查点文件 … --key 公钥文件]
    python3 guiju_verify.py proof 证明文件 … [--key 公钥文件]
    python3 guiju_verify.py archive 核验包.zip [--key 公钥文件]        （只写核验包的文件名也可以）
退出码：0 一致；1 有不符；2 文件读不了或用法不对。
Written to be read by whoever does not trust the program that wrote the record: SHA-256 tree of RFC 9162, signed notes
of C2SP, Ed25519 of RFC 8032, nothing else.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any, Callable, Iterator, NamedTuple, Sequence  # noqa: UP035 (Python 3.8 has them only here)

SHOWN = 20
HEX = re.compile(b"[0-9a-f]{64}")
LEAF, ENTRY, WITHHELD = b'{"leaf":"', b'","entry":', b'","withheld":true}'
TOLD_TO = len(LEAF) + 64
BODY_FROM = TOLD_TO + len(ENTRY)


class Unreadable(Exception):
    """A file that is not what it should be; the text says which and why."""


# Ed25519 (RFC 8032, 5.1.7), verification only. A point is (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
Point = tuple


def _add(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(n: int, p: Point) -> Point:
    q: Point = (0, 1, 1, 0)
    while n:
        q, p, n = _add(q, p) if n & 1 else q, _add(p, p), n >> 1
    return q


def _point(data: bytes) -> Point | None:
    """The point that 32 bytes stand for; None where they stand for none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def signature_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether an Ed25519 signature of 64 bytes by a public key of 32 bytes holds."""
    if len(public) != 32 or len(signature) != 64:
        return False
    base = _point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    a, r, s = _point(public), _point(signature[:32]), int.from_bytes(signature[32:], "little")
    if base is None or a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = _times(s, base), _add(r, _times(h, a))
    same_x = (left[0] * right[2] - right[0] * left[2]) % P == 0
    return same_x and (left[1] * right[2] - right[1] * left[2]) % P == 0


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


def node(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node of the tree (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(peaks: Sequence[bytes]) -> bytes:
    """Root over complete subtrees, largest first."""
    root = peaks[-1] if peaks else hashlib.sha256(b"").digest()
    for peak in reversed(peaks[:-1]):
        root = node(peak, root)
    return root


def root_by_path(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """Root that follows from a leaf and its audit path (RFC 9162, 2.1.3.2); None where its length is wrong."""
    if not 0 <= index < size:
        return None
    at, last, root = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if at & 1 or at == last:
            root = node(sibling, root)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            root = node(root, sibling)
        at, last = at >> 1, last >> 1
    return None if last else root


class Ledger:
    """What reading an exported ledger found: origin, number of entries, withheld ones, root, what does not agree."""

    def __init__(self, notes: Sequence[Note] = ()) -> None:
        self.notes, self.sizes = notes, {note.size for note in notes}
        self.origin, self.size, self.withheld = "", 0, 0
        self.peaks: list[bytes] = []
        self.problems: list[str] = []

    def read(self, path: Path) -> None:
        """Read the file line by line, in constant memory; raises Unreadable, OSError."""
        with path.open("rb") as file:
            try:
                heading = json.loads(file.readline())
                self.origin, size, root, town = (heading[name] for name in ("origin", "size", "root", "town"))
            except (ValueError, KeyError, TypeError) as error:
                raise Unreadable("首行不是留痕导出文件的首行。") from error
            self._compare_notes()
            for line in file:
                self._entry(line.rstrip(b"\n"), town)
        if (self.size, root_of(self.peaks).hex()) != (size, root):
            self.problems.append(f"首行说有 {size} 条，根摘要 {str(root)[:16]}…；与文件里的 {self.size:,} 条不符")
        longer = [note.size for note in self.notes if note.size > self.size]
        self.problems += [f"检查点有 {n:,} 条，文件里只有 {self.size:,} 条：尾部被去掉了" for n in longer]

    def _entry(self, line: bytes, town: Any) -> None:
        told, body = line[len(LEAF) : TOLD_TO], line[BODY_FROM:-1]
        if line[TOLD_TO:] == WITHHELD and HEX.fullmatch(told):
            self.withheld += 1
            self._append(bytes.fromhex(told.decode()))
            return
        if line[TOLD_TO:BODY_FROM] != ENTRY:
            raise Unreadable(f"第 {self.size + 2:,} 行不是导出的条目。")
        leaf = hashlib.sha256(b"\x00" + body).digest()
        if leaf.hex().encode() != told:
            self.problems.append(f"条目 #{self.size} 的内容与摘要不符")
        self._content(body, town)
        self._append(leaf)

    def _content(self, body: bytes, town: Any) -> None:
        try:
            entry = json.loads(body)
            if entry["index"] != self.size:
                self.problems.append(f"条目 #{self.size} 的位置上是 #{entry['index']}：少了、多了或者换了次序")
            if entry["town"] != town:
                self.problems.append(f"条目 #{self.size} 是另一个镇的")
        except (ValueError, KeyError, TypeError):
            self.problems.append(f"条目 #{self.size} 的内容读不出来")

    def _append(self, leaf: bytes) -> None:
        merges = self.size
        while merges & 1:
            leaf = node(self.peaks.pop(), leaf)
            merges >>= 1
        self.peaks.append(leaf)
        self.size += 1
        if self.size in self.sizes:
            self._compare_notes()

    def _compare_notes(self) -> None:
        for note in self.notes:
            if note.size == self.size and note.origin != self.origin:
                self.problems.append(f"检查点是“{note.origin}”的，留痕是“{self.origin}”的")
            if note.size == self.size and note.root != root_of(self.peaks):
                self.problems.append(f"前 {note.size:,} 条的根摘要与检查点的不符")


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
    leaf = hashlib.sha256(b"\x00" + body).digest()
    if leaf.hex() != told:
        yield "条目的内容与摘要不符"
    if stands != index:
        yield f"文件说是第 {index} 条，条目自己写的是第 {stands} 条"
    if note is None:
        yield "还没有封存：文件里没有检查点，内容无从对照"
    elif root_by_path(leaf, index, note.size, path) != note.root:
        yield "由这一条算出的根摘要与检查点的不符"


PRIVATE = b"guiju private value\x00"
MATTER, DOCUMENT, EVIDENCE, FINDING = (
    "matters_matter",
    "documents_document",
    "evidence_evidence",
    "procedure_finding",
)
NOT_AS_IT_SHOULD_BE = (ValueError, KeyError, TypeError, AttributeError, IndexError)


class Archive:
    """A matter's archive: what holds, what does not. Every check goes on after another one failed."""

    def __init__(self, file: zipfile.ZipFile, key: str | None = None) -> None:
        self.zip, self.given = file, key
        self.held: list[str] = []
        self.problems: list[str] = []
        self.manifest: dict[str, Any] = {}
        self.digests: dict[str, str] = {}
        self.entries: list[dict[str, Any]] = []
        self.rows: dict[tuple, dict[str, Any]] = {}
        self.erased: dict[str, int] = {}
        self.openings: list[dict[str, Any]] = []
        self.index: dict[str, Any] = {}

    def check(self) -> None:
        """Run all checks in order."""
        self._step("manifest.json", self._manifest)
        self._step("压缩包", self._members)
        self._step("checkpoint.txt", self._entries)
        self._step("entries.jsonl", self._matter)
        self._step("openings.jsonl", self._openings)
        self._step("index.json", self._papers)
        self._step("findings.json", self._findings)

    def _step(self, member: str, run: Callable[[], str]) -> None:
        before = len(self.problems)
        try:
            held = run()
        except Unreadable as error:
            self.problems.append(f"{member}：{error}")
        except zipfile.BadZipFile:
            self.problems.append(f"{member}：压缩包里的校验码不符")
        except NOT_AS_IT_SHOULD_BE:
            self.problems.append(f"{member}：缺内容或者样式不对")
        else:
            self.held += [held] if held and len(self.problems) == before else []

    def _text(self, name: str) -> str:
        try:
            return self.zip.read(name).decode("utf-8")
        except KeyError as error:
            raise Unreadable(f"压缩包里没有 {name}") from error
        except zipfile.BadZipFile as error:
            raise Unreadable(f"{name} 的校验码不符") from error

    def _lines(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._text(name).split("\n")[:-1]]

    def _key(self) -> str:
        return self.given or self._text("key.pub")

    def _manifest(self) -> str:
        text = self._text("manifest.json")
        self.manifest = json.loads(text)
        origin, digest = self.manifest["origin"], hashlib.sha256(text.encode()).hexdigest()
        note = self._text("manifest.sig")
        try:
            body = signed(note, self._key())
            line = note[len(body) + 1 :]
            again = base64.b64encode(base64.b64decode(line.split(" ")[2])).decode()
            exact = line == f"— {key_of(self._key())[0]} {again}\n"
        except (Unreadable, *NOT_AS_IT_SHOULD_BE):
            body, exact = "", False
        if body != f"{origin}\narchive {digest}\n":
            self.problems.append("manifest.json 或 manifest.sig：清单与签名不符，或者不是这把公钥签的")
        elif not exact:
            self.problems.append("manifest.sig：签名之外还有别的内容")
        return "清单 manifest.json 由镇里签名"

    def _members(self) -> str:
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

    def _digest(self, name: str) -> str:
        digest = hashlib.sha256()
        try:
            with self.zip.open(name) as file:
                for piece in iter(lambda: file.read(1 << 20), b""):
                    digest.update(piece)
        except zipfile.BadZipFile:
            self.problems.append(f"{name}：压缩包里的校验码不符")
            return ""
        return digest.hexdigest()

    def _entries(self) -> str:
        note = opened(self._text("checkpoint.txt"), self._key())
        if note.origin != self.manifest.get("origin"):
            self.problems.append(f"checkpoint.txt：是“{note.origin}”的检查点，卷宗是另一个镇的")
        paths = {
            proof["index"]: [bytes.fromhex(step) for step in proof["path"]] for proof in self._lines("proofs.jsonl")
        }
        last = -1
        for number, line in enumerate(self.zip.read("entries.jsonl").split(b"\n")[:-1], 1):
            told, body = line[len(LEAF) : TOLD_TO], line[BODY_FROM:-1]
            entry = json.loads(body)
            index, leaf = entry["index"], hashlib.sha256(b"\x00" + body).digest()
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

    def _matter(self) -> str:
        told, version = self.manifest["matter"], 0
        for entry in self.entries:
            if (entry["town"], entry["matter"]) != (self.manifest["town"], told["id"]):
                self.problems.append(f"entries.jsonl：条目 #{entry['index']} 不是这件事项的")
            for change in entry["changes"]:
                row = self.rows.setdefault((change["t"], change["k"]), {})
                row.update(change["f"])
                if (change["t"], change["k"]) == (MATTER, told["id"]) and "row_version" in change["f"]:
                    version += 1
                    if change["f"]["row_version"] != version:
                        self.problems.append(f"entries.jsonl：条目 #{entry['index']} 之前少了条目，事项的版次不连续")
                        version = change["f"]["row_version"]
            self.erased.update(dict.fromkeys(entry.get("erased", []), entry["index"]))
        row, export = self.rows.get((MATTER, told["id"]), {}), self.entries[-1] if self.entries else {}
        differs = [name for name, value in told.items() if name != "id" and row.get(name, "") != value]
        self.problems += [f"manifest.json：事项的 {name} 与留痕不一致" for name in differs]
        if row.get("procedure_version") != self.manifest["procedure"]["version"]:
            self.problems.append("manifest.json：程序版本与留痕不一致")
        if (export.get("kind"), export.get("index")) != ("export", self.manifest["entry"]):
            self.problems.append("manifest.json：最后一条不是制作这份卷宗的留痕")
        return "留痕都是这件事项的，版次连续，最后一条是制作这份卷宗"

    def _openings(self) -> str:
        self.openings, shown = self._lines("openings.jsonl"), 0
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
            value = self.zip.read(member) if member else opening["value"].encode()
            if hashlib.sha256(PRIVATE + bytes.fromhex(opening["salt"]) + value).hexdigest() != commitment:
                self.problems.append(f"{place}：{member or '内容'}与留痕里的承诺值不符")
        gone = len(self.openings) - shown
        erased = f"，另有 {gone:,} 项已按规定删除，有删除的留痕" if gone else ""
        return f"{shown:,} 项加密内容（含文书正文）与留痕里的承诺值一致{erased}"

    def _papers(self) -> str:
        self.index = json.loads(self._text("index.json"))
        members = {(o["table"], o["key"]): o.get("member") for o in self.openings if o["field"] == "content"}
        listed = set()
        for item in self.index["items"]:
            table, place = (
                (DOCUMENT if item["kind"] == "document" else EVIDENCE, item["row"]),
                f"第 {item['number']} 件",
            )
            row, files = self.rows.get(table), item["members"]
            listed.add(table)
            if row is None:
                self.problems.append(f"index.json：{place}在留痕里没有")
            elif item["kind"] == "evidence" and [self.digests.get(name) for name in files] != [row["sha256"]]:
                self.problems.append(f"{'、'.join(files)}：{place}的文件与留痕里的摘要不符")
            elif item["kind"] == "document" and (row.get("number", "") != item["paper_number"]):
                self.problems.append(f"index.json：{place}的文号与留痕不一致")
            elif item["kind"] == "document" and members.get(table) not in (*files, None):
                self.problems.append(f"index.json：{place}没有列出它的正文")
        missing = [key for key in self.rows if key[0] in (DOCUMENT, EVIDENCE) and key not in listed]
        self.problems += [f"index.json：留痕里的 {table} {key} 没有列入目录" for table, key in missing]
        counts = self.index["counts"]
        return f"卷内目录齐全：文书 {counts['documents']} 份，材料 {counts['evidence']} 件，文件都与留痕里的摘要一致"

    def _findings(self) -> str:
        told = {finding["key"]: finding["row"] for finding in json.loads(self._text("findings.json"))}
        recorded = {key: row for (table, key), row in self.rows.items() if table == FINDING}
        for key in sorted({*told, *recorded}):
            if told.get(key) != {
                name: value for name, value in recorded.get(key, {}).items() if value not in ("", None)
            }:
                self.problems.append(f"findings.json：补录发现 {key} 与留痕不一致")
        return f"{len(recorded)} 条补录发现及其答复与留痕一致"


def _check_archive(options: argparse.Namespace) -> int:
    key = options.key.read_text(encoding="utf-8") if options.key else None
    if key:
        key_of(key)
    try:
        with zipfile.ZipFile(options.file) as file:
            archive = Archive(file, key)
            archive.check()
    except zipfile.BadZipFile as error:
        raise Unreadable("这不是卷宗核验包，或者压缩包已经损坏。") from error
    matter = archive.manifest.get("matter", {})
    print(f"{archive.manifest.get('origin', '')} {matter.get('number', '')} {matter.get('title', '')}".strip())
    if not key:
        print("用的是核验包自带的公钥；要知道是不是镇里签的，请加 --key 镇里公布的公钥文件。")
    print(*[f"  成立：{held}" for held in archive.held], sep="\n")
    return _say(list(dict.fromkeys(archive.problems)), "版面由程序按正文排印，PDF 只核对摘要")


def _check_ledger(options: argparse.Namespace) -> int:
    if options.checkpoint and not options.key:
        raise Unreadable("核对检查点要有公钥：请加 --key 公钥文件。")
    ledger = Ledger(
        [
            opened(path.read_text(encoding="utf-8"), options.key.read_text(encoding="utf-8"))
            for path in options.checkpoint
        ]
    )
    ledger.read(options.file)
    held = f"，其中 {ledger.withheld:,} 条只有摘要" if ledger.withheld else ""
    print(f"{ledger.origin}：{ledger.size:,} 条{held}，根摘要 {root_of(ledger.peaks).hex()}")
    alone = "没有对照检查点：如果有人把最后的条目拿掉，或者整本换掉，这样看不出来"
    return _say(ledger.problems, f"与 {len(options.checkpoint)} 个检查点相符" if options.checkpoint else alone)


def _check_proofs(options: argparse.Namespace) -> int:
    key, problems = options.key.read_text(encoding="utf-8") if options.key else None, []
    for path in options.files:
        problems += [f"{path}：{problem}" for problem in proof_problems(path.read_text(encoding="utf-8"), key)]
    if not key:
        print("用的是证明文件自带的公钥；要知道是不是镇里签的，请加 --key 镇里公布的公钥文件。")
    return _say(problems, "与检查点相符")


def _say(problems: Sequence[str], verdict: str) -> int:
    told = [f"  不符：{problem}" for problem in problems[:SHOWN]]
    print(*told, f"共 {len(problems):,} 处不符。" if problems else f"一致。{verdict}。", sep="\n")
    return 1 if problems else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="guiju_verify.py", description="规矩 · 离线核验")
    commands = parser.add_subparsers(dest="command", required=True)
    ledger = commands.add_parser("ledger", help="核对导出的整本留痕")
    ledger.add_argument("file", type=Path, metavar="留痕文件")
    ledger.add_argument("--checkpoint", type=Path, action="append", default=[], metavar="文件", help="可以写几次")
    ledger.set_defaults(run=_check_ledger)
    proof = commands.add_parser("proof", help="核对单条的证明")
    proof.add_argument("files", type=Path, nargs="+", metavar="证明文件")
    proof.set_defaults(run=_check_proofs)
    archive = commands.add_parser("archive", help="核对一件事项的卷宗核验包")
    archive.add_argument("file", type=Path, metavar="核验包")
    archive.set_defaults(run=_check_archive)
    for command in (ledger, proof, archive):
        command.add_argument("--key", type=Path, metavar="文件", help="镇里公布的公钥")
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] not in commands.choices and zipfile.is_zipfile(words[0]):
        words.insert(0, "archive")
    options = parser.parse_args(words)
    try:
        return int(options.run(options))
    except (Unreadable, OSError, UnicodeDecodeError) as error:
        print(error if isinstance(error, Unreadable) else f"文件读不了：{error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
