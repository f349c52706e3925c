"""Making an archive: the entry of the export first, then a checkpoint over it, then the package."""

from __future__ import annotations

import hashlib
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from guiju.exchange.archive import volume_papers
from guiju.exchange.archive.case import ArchiveError, Case, require_files, told_case
from guiju.exchange.archive.catalogue import Item, catalogue
from guiju.exchange.archive.package import Package
from guiju.exchange.archive.records import add_openings, add_record
from guiju.exchange.archive.volume import Volume
from guiju.kernel.documents.api import render
from guiju.kernel.evidence.api import read
from guiju.kernel.ledger.api import Checkpoint, canonical_json, sign_checkpoint, signer_for
from guiju.kernel.mechanism.api import mechanisms
from guiju.kernel.procedure.api import Moment, Snapshot, apply, plan_export

TOLD_OF_MATTER = ("number", "title", "mechanism", "kind", "registered_on")


@dataclass(frozen=True)
class Archive:
    """What was made: the entry that says so, and how many entries, documents, pieces of evidence and pages it holds."""

    entry: int
    entries: int
    documents: int
    evidence: int
    pages: int


def make_archive(
    snapshot: Snapshot, moment: Moment, target: BinaryIO, *, reason: str, findings: bool = False
) -> Archive:
    """Write the archive of a matter into an open file. Clear text leaves: the entry says who took out what, and why.

    `findings` adds a page of findings to CASE.pdf. Raises NotAllowed, ArchiveError, EvidenceError (a file that was
    changed) and ContentError (a character that no font holds).
    """
    assert isinstance(snapshot.key, int)
    before = told_case(snapshot.key)
    require_files(before)
    fields = [place.code for place in before.private_places() if place.commitment not in before.erased]
    entry = apply([plan_export(snapshot, moment, fields=fields, reason=reason)], moment.now)[0].index
    case = told_case(snapshot.key, until=entry, opened=True)
    if len(case.lines) != len(before.lines) + 1:
        raise ArchiveError("制作期间有人办理了这件事项。请再制作一次，才有最新的内容。")
    checkpoint = sign_checkpoint(moment.town_id, moment.acting.town_code, moment.now)
    items = catalogue(case, _order(snapshot))
    with tempfile.TemporaryDirectory(prefix="guiju-archive-") as folder, Package(target, moment.today) as package:
        add_record(package, case, checkpoint, signer_for(moment.acting.town_code).verifier_key())
        add_openings(package, case, items)
        volume = Volume(Path(folder))
        for item in items:
            _add_item(package, item, volume)
        told = volume_papers.Told(case, snapshot, moment, items, volume.pages)
        package.add_file("CASE.pdf", _bound(volume, told, findings))
        counts = {
            "documents": sum(item.kind == "document" for item in items),
            "evidence": sum(item.kind == "evidence" for item in items),
            "pages": volume.pages,
        }
        package.add_json("index.json", {"items": [item.told() for item in items], "counts": counts})
        _add_manifest(package, case, snapshot, moment, checkpoint)
    return Archive(entry, len(case.lines), **counts)


def archive_name(snapshot: Snapshot) -> str:
    """The file name of a matter's archive: its number without what a file name may not hold."""
    named = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "-", snapshot.matter["number"]) or f"matter-{snapshot.key}"
    return f"{named}.zip"


def _bound(volume: Volume, told: volume_papers.Told, findings: bool) -> Path:
    last = volume_papers.closing_note(told)
    after = [volume_papers.findings(told), last] if findings else [last]
    return volume.write(told.title, [volume_papers.cover(told), volume_papers.contents(told)], after)


def _order(snapshot: Snapshot) -> tuple[str, ...]:
    found = (mechanism for mechanism in mechanisms() if mechanism.code == snapshot.procedure.mechanism)
    return next((mechanism.archive_order for mechanism in found), ())


def _add_item(package: Package, item: Item, volume: Volume) -> None:
    """The files of one item, one after another, so that no more than one large file is held at a time."""
    if item.content is not None:
        data = render(item.content, "pdf")
        item.members = [item.member("pdf"), item.member("json")]
        package.add(item.member("json"), item.frozen)
        package.add(item.member("pdf"), data)
        volume.add_paper(item, data)
    elif item.kind == "evidence":
        data = read(item.sha256)
        item.members = [item.member(item.ending)]
        package.add(item.members[0], data)
        volume.add_evidence(item, data)


def _add_manifest(package: Package, case: Case, snapshot: Snapshot, moment: Moment, checkpoint: Checkpoint) -> None:
    """The manifest with the hash of every member, and the town's signature over it."""
    signer = signer_for(moment.acting.town_code)
    told: dict[str, Any] = {
        "guiju_archive": 1,
        "origin": signer.name,
        "town": moment.town_id,
        "matter": {"id": case.matter_id} | {name: case.matter.get(name, "") for name in TOLD_OF_MATTER},
        "procedure": {"label": snapshot.procedure.label, "version": snapshot.matter["procedure_version"]},
        "rulepacks": {"names": list(moment.lawbook.packs), "confirmed_until": _confirmed_until(moment)},
        "made_on": moment.today.isoformat(),
        "entry": case.lines[-1][0],
        "checkpoint": checkpoint.size,
        "members": package.members,
    }
    text = canonical_json(told)
    package.add("manifest.json", text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    # Not the three lines of a checkpoint: neither can be taken for the other.
    package.add("manifest.sig", signer.sign_text(f"{signer.name}\narchive {digest}\n"))


def _confirmed_until(moment: Moment) -> str:
    """The latest day to which a law of the rulepacks in use was checked."""
    days = [version.confirmed_until for law in moment.lawbook.laws.values() for version in law.versions]
    return max(days).isoformat() if days else ""
