"""A mediation with everything that a file can hold (示例, all invented): papers, evidence, a finding, an erased value."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from guiju.exchange.archive.api import make_archive
from guiju.exchange.archive.tests.made_files import picture, scan
from guiju.kernel.evidence.api import keep
from guiju.kernel.matters.api import Party
from guiju.kernel.procedure.api import (
    KERNEL_ROWS,
    Finding,
    Snapshot,
    apply,
    load_snapshot,
    plan_answer,
    plan_attachment,
    plan_erasure,
)
from guiju.mechanisms.mediation.tests.made_mediations import Desk, found_desk

PNG, PDF, SOUND = "image/png", "application/pdf", "audio/mpeg"


class Matter:
    """One mediation and what is done with it."""

    def __init__(self, desk: Desk, key: int) -> None:
        self.desk, self.key = desk, key

    @property
    def snapshot(self) -> Snapshot:
        found = load_snapshot(self.key, rows=KERNEL_ROWS)
        assert found is not None
        return found

    def attach(self, data: bytes, media_type: str, title: str, kind: str = "other") -> None:
        """Keep a file and put it on record."""
        plan = plan_attachment(
            self.snapshot,
            self.desk.moment,
            sha256=keep(data),
            size_bytes=len(data),
            media_type=media_type,
            title=title,
            kind=kind,
        )
        apply([plan], self.desk.now)

    def erase(self, field: str) -> None:
        """Erase one private value of the first party."""
        commitment = getattr(Party.objects.filter(matter_id=self.key).order_by("id")[0], field)
        apply([plan_erasure(self.snapshot, self.desk.moment, [commitment], "本人要求")], self.desk.now)

    def archive(self, **options: object) -> bytes:
        """The archive as bytes."""
        target = io.BytesIO()
        make_archive(self.snapshot, self.desk.moment, target, reason="立卷归档", **options)  # type: ignore[arg-type]
        return target.getvalue()


@pytest.fixture
def desk(db: None) -> Desk:
    """The mediator's desk of an invented town."""
    return found_desk()


@pytest.fixture
def matter(desk: Desk) -> Matter:
    """A file with three papers made here, one of paper only, a picture, a scan, a recording, an answered finding."""
    made = Matter(desk, desk.in_mediation(applicant="谷雨", telephone="13800000000"))
    desk.claim(made.key, "make_agreement", agreed_on=desk.moment.today, agreement_number="林人调协〔2026〕8号")
    made.attach(picture(), PNG, "谷雨家门口的水沟", "photo")
    made.attach(scan(2), PDF, "签了字的协议书", "signed_paper")
    made.attach(b"sound" * 100, SOUND, "录音", "recording")
    findings = list(Finding.objects.filter(matter_id=made.key).values_list("id", flat=True))
    if findings:
        apply([plan_answer(made.snapshot, desk.moment, findings[:1], "mended", "已补签")], desk.now)
    made.erase("name")
    return made


@pytest.fixture
def opened() -> Callable[[bytes], zipfile.ZipFile]:
    """Open archive bytes as a ZIP."""
    return lambda data: zipfile.ZipFile(io.BytesIO(data))
