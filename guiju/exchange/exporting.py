"""Any list as a workbook: parties masked, text never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import QuerySet

from guiju.exchange.sheets.api import write_list
from guiju.kernel.disclosure.api import masked_name
from guiju.kernel.ledger.api import open_values
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.procedure.api import Moment, procedure_of

HEADINGS = ("编号", "类别", "标题", "当事人", "阶段", "单位", "发生日期", "登记日期", "办结日期")
CHUNK = 1000


def export_matters(selected: QuerySet[Matter], moment: Moment) -> bytes:
    """A list of matters as xlsx bytes, in the order of the list. Clear text of private values does not leave with it.

    The export is no reveal: parties stand there as 李某某, so no entry is written.
    """
    notes = (f"导出：{moment.acting.name}，{moment.today.isoformat()}。当事人姓名已隐去。",)
    return write_list(HEADINGS, _rows(selected, moment), title="事项", notes=notes)


def _rows(selected: QuerySet[Matter], moment: Moment) -> Iterator[Sequence[object]]:
    matters: list[Matter] = []
    for matter in selected.iterator(chunk_size=CHUNK):
        matters.append(matter)
        if len(matters) == CHUNK:
            yield from _chunk(matters, moment)
            matters = []
    yield from _chunk(matters, moment)


def _chunk(matters: Sequence[Matter], moment: Moment) -> Iterator[Sequence[object]]:
    names = _masked_parties([matter.id for matter in matters])
    for matter in matters:
        procedure = procedure_of(matter.mechanism, matter.kind, matter.procedure_version)
        yield (
            matter.number,
            procedure.label,
            matter.title,
            "、".join(names.get(matter.id, ())),
            "已作废" if matter.voided else procedure.stage_label(matter.stage),
            moment.directory.unit_names.get(matter.unit_id, ""),
            matter.event_date,
            matter.registered_on,
            matter.closed_on,
        )


def _masked_parties(matters: Iterable[int]) -> dict[int, list[str]]:
    parties = list(Party.objects.filter(matter_id__in=list(matters)).order_by("ordinal", "id"))
    clear = open_values(party.name for party in parties)
    found: dict[int, list[str]] = {}
    for party in parties:
        name = party.organisation or masked_name(clear.get(party.name, ""))
        if name:
            found.setdefault(party.matter_id, []).append(name)
    return found
