"""Exports that wait to be compared: encrypted, seen by who uploaded them only, forgotten after thirty days."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from guiju.exchange.batches import KEPT, kept_locked, unlocked
from guiju.exchange.importing.api import NotAllowedToImport, Remembered
from guiju.exchange.layouts_kept import remember_layout, remembered_layouts
from guiju.exchange.reconciling.answering import load_answers
from guiju.exchange.reconciling.decisions import load_decisions
from guiju.exchange.reconciling.kept import found_before, keep_found
from guiju.exchange.reconciling.models import KeptComparison, PairDecision, ReconciliationNote, SuperiorsExport
from guiju.exchange.reconciling.result import Reconciled
from guiju.exchange.reconciling.running import reconcile
from guiju.exchange.sheets.api import Sheet, Workbook, read_workbook
from guiju.kernel.indicators.api import Period
from guiju.kernel.ledger.api import Entry, head_of
from guiju.kernel.matters.api import Matter
from guiju.kernel.mechanism.api import register_of
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import Moment

MAY_NOT = "{}的岗位不能对数。请交给司法所内勤或本单位能导入的人。"
KNOWN_SYSTEMS = ("司法行政基层工作管理系统", "12345", "110接处警", "统一综合执法系统", "社区云")


def may_reconcile(acting: Acting) -> bool:
    """Whether the person's posts bring lists of superiors."""
    return acting.person_id is not None and acting.may("imports")


def keep(data: bytes, name: str, moment: Moment, *, system: str, register: str, period: Period) -> SuperiorsExport:
    """Keep an upload until it has been compared. Raises UnreadableWorkbook, NotAllowedToImport."""
    if not may_reconcile(moment.acting):
        raise NotAllowedToImport(MAY_NOT.format(moment.acting.name))
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
    forget_comparison(export)
    remember_layout(export.town_id, signature, export.register, mapping, now)


def compare(export: SuperiorsExport, moment: Moment) -> Reconciled:
    """The comparison as it stands now, with every decision so far; kept. Raises NotAllowedToImport, KeyError."""
    size = head_of(export.town_id).size  # before anything is read: what is written meanwhile counts as moved
    result = reconcile(
        workbook_of(export),
        moment,
        register=export.register,
        system=export.system,
        period=Period(export.start, export.end),
        remembered=remembered_layouts(export.town_id),
        by_hand={sheet: Remembered(export.register, told) for sheet, told in export.by_hand.items()},
    )
    keep_found(export, result, size)
    return result


@dataclass(frozen=True)
class Standing:
    """A comparison, when it was made, and how many entries on matters of its kind came since."""

    result: Reconciled
    made_at: dt.datetime
    moved: int = 0


def standing(export: SuperiorsExport, moment: Moment) -> Standing:
    """The comparison that was kept, with every decision so far, or a new one. Raises NotAllowedToImport, KeyError."""
    if not may_reconcile(moment.acting):
        raise NotAllowedToImport(MAY_NOT.format(moment.acting.name))
    kept = KeptComparison.objects.filter(export=export).first()
    if kept is not None:
        decisions = load_decisions(export.town_id, export.system, export.register)
        answers = load_answers(export.town_id, export.system, export.register)
        found = found_before(kept, export, decisions, answers, moment.acting)
        if found is not None:
            register, period = register_of(export.register, export.town_id), Period(export.start, export.end)
            result = Reconciled(register, export.system, period, export.name, moment, decisions, answers, found)
            return Standing(result, kept.made_at, _moved(kept, export, register.mechanism))
    return Standing(compare(export, moment), moment.now)


def up_to_date(export: SuperiorsExport, moment: Moment) -> Reconciled:
    """The comparison as it stands, made anew where the records have moved on since. Raises as `standing`."""
    found = standing(export, moment)
    return compare(export, moment) if found.moved else found.result


def forget_comparison(export: SuperiorsExport) -> None:
    """Let the next look compare anew."""
    KeptComparison.objects.filter(export=export).delete()


def _moved(kept: KeptComparison, export: SuperiorsExport, mechanism: str) -> int:
    """Entries since then on matters of the mechanism; that something was shown or taken out moves nothing."""
    matters = Matter.objects.filter(town_id=export.town_id, mechanism=mechanism).values("id")
    since = Entry.objects.filter(town_id=export.town_id, index__gte=kept.size, matter_id__in=matters)
    return since.exclude(kind__in=("reveal", "export")).count()


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
