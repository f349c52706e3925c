"""公示平台回执: what the platform's sheet says was made public, on which day, where; matched with what waits for it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guiju.exchange.sheets.api import (
    Column,
    Layout,
    Match,
    Parsed,
    UnreadableWorkbook,
    apply_mapping,
    match_layout,
    read_date,
    read_workbook,
    shown,
)
from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.documents.api import Document
from guiju.kernel.ledger.api import Plan
from guiju.kernel.matters.api import Matter, visible_to
from guiju.kernel.procedure.api import Moment, NotAllowed, Snapshot, load_snapshots, plan_publication

AT_MOST = 1000
LAYOUT = Layout(
    "publicity_receipt",
    "publicity_receipt",
    (
        Column("number", ("决定书文号", "行政处罚决定书文号", "处罚决定书文号", "文号"), required=True),
        Column("on", ("公示日期", "公示时间", "发布日期", "发布时间"), required=True, kind="date"),
        Column("address", ("公示地址", "公示网址", "网址", "链接"), required=True),
    ),
)


@dataclass(frozen=True)
class Receipt:
    """One line of the platform's sheet: the decision's number, the day, the address; `on` is None where unreadable."""

    number: str
    on: dt.date | None
    address: str


@dataclass(frozen=True)
class Answer:
    """What is done with a receipt: the matter it belongs to, the plan that records it, or the sentence why there is none."""

    receipt: Receipt
    said: str
    matter_id: int | None = None
    plan: Plan | None = None


def read_receipts(data: bytes, file_name: str) -> list[Receipt]:
    """The lines of every sheet that has the three columns. Raises UnreadableWorkbook where none has them."""
    found: list[Receipt] = []
    known = False
    for sheet in read_workbook(data, file_name).sheets:
        match = match_layout(sheet, [LAYOUT], file_name)
        if not isinstance(match, Match):
            continue
        known = True
        columns = apply_mapping(sheet, match.head, match.mapping).columns
        for number, on, address in zip(columns["number"], columns["on"], columns["address"], strict=True):
            day = read_date(on)
            value = day.value if isinstance(day, Parsed) else None
            found.append(Receipt(shown(number).strip(), value, shown(address).strip()))
    if not known:
        raise UnreadableWorkbook(
            "没有找到“决定书文号、公示日期、公示地址”三列。请用公示平台导出的回执，或者照这三列填表。"
        )
    return found[:AT_MOST]


def answered(receipts: Sequence[Receipt], moment: Moment) -> list[Answer]:
    """What each receipt comes to, in their order; the same number of statements for any number of them."""
    matters = _matters([receipt.number for receipt in receipts], moment)
    snapshots = load_snapshots(set(matters.values()), rows=(DisclosureItem,))
    told = dataclasses.replace(moment, medium="system")
    done: set[int] = set()
    answers = []
    for receipt in receipts:
        matter = matters.get(receipt.number)
        answer = _answer(receipt, snapshots.get(matter) if matter is not None else None, told)
        if answer.plan is not None and answer.matter_id in done:
            answer = Answer(receipt, "同一份决定在表里出现了两次，只登记前一行。", answer.matter_id)
        if answer.plan is not None and answer.matter_id is not None:
            done.add(answer.matter_id)
        answers.append(answer)
    return answers


def _matters(numbers: Iterable[str], moment: Moment) -> Mapping[str, int]:
    """Matters that the person sees by the number of their decision, else by their own."""
    wanted, seen = set(filter(None, numbers)), visible_to(moment.acting).values("id")
    own = Matter.objects.filter(id__in=seen, number__in=wanted).values_list("number", "id")
    papers = Document.objects.filter(town_id=moment.town_id, matter_id__in=seen, number__in=wanted)
    named = ((number, matter) for number, matter in papers.values_list("number", "matter_id") if matter is not None)
    return {**dict(own), **dict(named)}


def _answer(receipt: Receipt, snapshot: Snapshot | None, moment: Moment) -> Answer:
    if receipt.on is None or not receipt.address:
        return Answer(receipt, "公示日期或者公示地址没有填，或者读不出来。")
    if snapshot is None or not isinstance(snapshot.key, int):
        return Answer(receipt, "没有这个文号的决定，请核对文号。")
    items = [row for row in snapshot.of(DisclosureItem) if row["rule"] == "decision"]
    waiting = next((row for row in items if row["state"] == DisclosureItem.State.DUE), None)
    if waiting is None:
        return Answer(receipt, _on_record(receipt, items), snapshot.key)
    try:
        plan = plan_publication(snapshot, moment, waiting["id"], receipt.on, receipt.address)
    except NotAllowed as error:
        return Answer(receipt, str(error), snapshot.key)
    late = waiting["due_on"] is not None and receipt.on > waiting["due_on"]
    said = f"登记公示，晚于{waiting['due_on'].isoformat()}，会留下发现。" if late else "登记公示。"
    return Answer(receipt, said, snapshot.key, plan)


def _on_record(receipt: Receipt, items: Sequence[Mapping[str, object]]) -> str:
    if not items:
        return "这件事项没有要公示的决定。"
    row = items[-1]
    if row["published_on"] == receipt.on and row["address"] == receipt.address:
        return "已经登记，一致。"
    return f"已经登记为{row['published_on'] or '未公开'}、{row['address'] or '没有地址'}，与回执不同，请核对后在事项里更正。"
