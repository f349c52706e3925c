"""Exports that wait to be compared: encrypted, seen by who uploaded them only, forgotten after thirty days."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping

from django.db.models import QuerySet

from guiju.exchange.batches import KEPT, kept_locked, unlocked
from guiju.exchange.importing.api import NotAllowedToImport, Remembered
from guiju.exchange.layouts_kept import remember_layout, remembered_layouts
from guiju.exchange.reconciling.models import PairDecision, ReconciliationNote, SuperiorsExport
from guiju.exchange.reconciling.result import Reconciled
from guiju.exchange.reconciling.running import reconcile
from guiju.exchange.sheets.api import Sheet, Workbook, read_workbook
from guiju.kernel.indicators.api import Period
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import Moment

KNOWN_SYSTEMS = ("司法行政基层工作管理系统", "12345", "110接处警", "统一综合执法系统", "社区云")


def may_reconcile(acting: Acting) -> bool:
    """Whether the person's posts bring lists of superiors."""
    return acting.person_id is not None and acting.may("imports")


def keep(data: bytes, name: str, moment: Moment, *, system: str, register: str, period: Period) -> SuperiorsExport:
    """Keep an upload until it has been compared. Raises UnreadableWorkbook, NotAllowedToImport."""
    if not may_reconcile(moment.acting):
        raise NotAllowedToImport(f"{moment.acting.name}的岗位不能对数。请交给司法所内勤或本单位能导入的人。")
    read_workbook(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    return SuperiorsExport.objects.create(
        town_id=moment.town_id,
        person_id=moment.acting.person_id,
        name=name[:200],
        sha256=sha256,
        content=kept_locked(data, sha256),
        system=system.strip()[:32],
        register=register,
        start=period.start,
        end=period.as_of,
        made_at=moment.now,
    )


def exports_of(acting: Acting) -> QuerySet[SuperiorsExport]:
    """The uploads of a person, newest first; nobody sees another's."""
    if acting.person_id is None:
        return SuperiorsExport.objects.none()
    own = SuperiorsExport.objects.filter(town_id=acting.town_id, person_id=acting.person_id)
    return own.order_by("-made_at", "-id")


def workbook_of(export: SuperiorsExport) -> Workbook:
    """The workbook as it was uploaded."""
    return read_workbook(unlocked(bytes(export.content), export.sha256), export.name)


def sheet_of(export: SuperiorsExport, name: str) -> Sheet | None:
    """One sheet by its name."""
    return next((sheet for sheet in workbook_of(export).sheets if sheet.name == name), None)


def map_by_hand(
    export: SuperiorsExport, sheet: str, signature: str, mapping: Mapping[str, str], now: dt.datetime
) -> None:
    """Keep which heading is which field, for this sheet and for every later export with the same heading."""
    export.by_hand = {**export.by_hand, sheet: dict(mapping)}
    export.save(update_fields=["by_hand"])
    remember_layout(export.town_id, signature, export.register, mapping, now)


def compare(export: SuperiorsExport, moment: Moment) -> Reconciled:
    """The comparison as it stands now, with every decision so far. Raises NotAllowedToImport, KeyError."""
    return reconcile(
        workbook_of(export),
        moment,
        register=export.register,
        system=export.system,
        period=Period(export.start, export.end),
        remembered=remembered_layouts(export.town_id),
        by_hand={sheet: Remembered(export.register, told) for sheet, told in export.by_hand.items()},
    )


def systems_known(town_id: int) -> list[str]:
    """Names of superiors' systems to choose from: those of the town first, then the usual ones."""
    own = PairDecision.objects.filter(town_id=town_id).values_list("system", flat=True).distinct().order_by()
    noted = ReconciliationNote.objects.filter(town_id=town_id).values_list("system", flat=True).distinct().order_by()
    return list(dict.fromkeys([*sorted({*own, *noted}), *KNOWN_SYSTEMS]))


def old_exports(now: dt.datetime) -> QuerySet[SuperiorsExport]:
    """Uploads of all towns that are older than thirty days."""
    return SuperiorsExport.objects.filter(made_at__lt=now - KEPT)


def forget_old_exports(now: dt.datetime) -> int:
    """Delete them; decisions and notes stay. Returns how many."""
    return old_exports(now).delete()[0]
