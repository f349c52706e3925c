"""对数说明: why so many here are so many there, reason by reason, each with the numbers of its records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from guiju.exchange.reconciling.decisions import check_may_decide
from guiju.exchange.reconciling.models import ReconciliationNote, SuperiorsExport, Verdict
from guiju.exchange.reconciling.result import OnlyHere, OnlyThere, Pair, Reconciled
from guiju.exchange.reconciling.theirs import Theirs
from guiju.kernel.documents.api import Block, Column, Content, Note, SignatureLine, Table, date_in_digits, paragraph
from guiju.kernel.indicators.api import Attestation, Period, derive, town_indicators
from guiju.kernel.ledger.api import Change, NewKey, Plan

REASONS = (Column("缘由", 8), Column("件数", 2, "right"), Column("编号", 14))
FIELDS = (Column("这里的编号", 6), Column("那边的编号", 6), Column("不同的地方（这里／那边）", 12))
MOST_NUMBERS = 400  # of one reason on paper; of more the note says how many


@dataclass(frozen=True)
class Reason:
    """One reason by which the two counts differ, with the numbers of its records."""

    text: str
    numbers: tuple[str, ...]


def note_of(result: Reconciled) -> Content:
    """The note as an A4 sheet. It names records by number, never people."""
    system, period = result.system, result.period
    between = f"{date_in_digits(period.start)}至{date_in_digits(period.as_of)}"
    town = f"{result.moment.directory.town_name}人民政府"
    blocks: list[Block] = [
        paragraph(
            f"{town}　{result.register.label}　{between}（按{'、'.join(result.found.kinds) or '事项'}的日期计）",
            indent=False,
        ),
        paragraph(f"这里登记{result.here:,}件，{system}导出{result.there:,}件。{_conclusion(result)}", indent=False),
        Table(REASONS, tuple(_row(one) for one in here_reasons(result)), "只算在这里的"),
        Table(REASONS, tuple(_row(one) for one in there_reasons(result)), f"只算在{system}的"),
        paragraph(_sum(result), indent=False),
    ]
    if result.differing:
        blocks.append(Table(FIELDS, tuple(map(_differing, result.differing)), "同一件而内容不同的"))
    blocks += [Note(text) for text in _notes(result)]
    blocks += [
        SignatureLine("核对人", result.moment.acting.name, dated=True),
        SignatureLine(f"{system}经办人", dated=True),
    ]
    return Content(title=f"与{system}对数说明", kind="reconciliation_note", layout="annex", blocks=tuple(blocks))


def _conclusion(result: Reconciled) -> str:
    return f"还有{result.open:,}件没有定，本说明未结。" if result.open else "每一件都有着落。"


def _sum(result: Reconciled) -> str:
    here = len(result.only_here) + len(result.theirs_without)
    there = len(result.only_there) + len(result.ours_without)
    both = result.both
    return (
        f"合计：{result.here:,}－{here:,}＝{both:,}，{result.there:,}－{there:,}＝{both:,}，"
        f"两边同有{both:,}件，其中内容一致{both - sum(pair.within for pair in result.differing):,}件。"
    )


def here_reasons(result: Reconciled) -> list[Reason]:
    """Why some count here only, with their numbers."""
    words = {Verdict.THEIRS_MISSED: "那边漏了", Verdict.OURS_EXTRA: "我们多登了", Verdict.PENDING: "待查"}
    found = _grouped(
        result.only_here, lambda one: _here_words(one, words), lambda one: one.ours.number or one.ours.title
    )
    if result.theirs_without:
        found.append(Reason("同一件，那边的日期不在期间内", tuple(pair.ours.number for pair in result.theirs_without)))
    return found or [Reason("没有", ())]


def there_reasons(result: Reconciled) -> list[Reason]:
    """Why some count there only, with their numbers or lines."""
    words = {Verdict.OURS_MISSED: "我们漏了", Verdict.THEIRS_EXTRA: "那边多登了", Verdict.PENDING: "待查"}
    found = _grouped(result.only_there, lambda one: _there_words(one, words), lambda one: their_name(one.theirs))
    if result.ours_without:
        found.append(Reason("同一件，这里的日期不在期间内", tuple(pair.ours.number for pair in result.ours_without)))
    return found or [Reason("没有", ())]


def their_name(line: Theirs) -> str:
    """By what a line is called in a list: its number, else its place in the file."""
    return line.number or line.where


def _here_words(one: OnlyHere, words: dict[Verdict, str]) -> str:
    if one.like:
        return "可能在那边有，还没有定"
    return _decided(one, words)


def _there_words(one: OnlyThere, words: dict[Verdict, str]) -> str:
    if one.theirs.doubled:
        return "那边重复登记（与另一行完全相同）"
    if one.like:
        return "可能在这里有，还没有定"
    return _decided(one, words)


def _decided(one: OnlyHere | OnlyThere, words: dict[Verdict, str]) -> str:
    if one.decision is None:
        return "还没有定"
    said = words.get(Verdict(one.decision.verdict), "还没有定")
    return f"{said}：{one.decision.reason}" if one.decision.reason else said


def _grouped(records: Sequence[Any], why: Callable[[Any], str], name: Callable[[Any], str]) -> list[Reason]:
    found: dict[str, list[str]] = {}
    for one in records:
        found.setdefault(why(one), []).append(name(one))
    return [Reason(text, tuple(numbers)) for text, numbers in sorted(found.items(), key=lambda told: -len(told[1]))]


def _row(reason: Reason) -> tuple[str, str, str]:
    shown = "、".join(reason.numbers[:MOST_NUMBERS])
    more = len(reason.numbers) - MOST_NUMBERS
    return reason.text, f"{len(reason.numbers):,}", f"{shown}……另有{more:,}件" if more > 0 else shown


def _differing(pair: Pair) -> tuple[str, str, str]:
    told = [f"{one.label}（{one.ours}／{one.theirs}）" for one in pair.differing]
    if pair.trouble:
        told.append(pair.trouble)
    if pair.settled and pair.decision is not None:
        told.append(f"以我们的为准：{pair.decision.reason}")
    return pair.ours.number, their_name(pair.theirs), "；".join(told)


def _notes(result: Reconciled) -> Iterator[str]:
    for why, count in sorted(result.found.aside.items()):
        yield f"导出中另有{count:,}行没有比：{why}。"
    yield from platform_totals(result)
    yield f"依据《{result.file_name}》，{date_in_digits(result.moment.today)}核对。编号以外不列当事人。"


def platform_totals(result: Reconciled) -> list[str]:
    """Totals that somebody attested from this system for the same period, beside ours."""
    town, period = result.moment.town_id, result.period
    rows = Attestation.objects.filter(
        town_id=town, platform=result.system, period_from=period.start, as_of__lte=period.as_of
    ).select_related("attested_by")
    known = {one.id: one for one in town_indicators(town) if one.mechanism == result.register.mechanism}
    found = []
    for row in rows.order_by("indicator", "as_of", "id"):
        indicator = known.get(row.indicator)
        if indicator is not None:
            ours = derive(indicator, town, Period(row.period_from, row.as_of)).value
            who = f"{row.attested_by.name}于{row.attested_on.isoformat()}确认"
            found.append(
                f"平台数据（{row.platform}，截至{row.as_of.isoformat()}，查询条件：{row.conditions}，{who}）："
                f"{indicator.name}{row.value.normalize():f}{row.unit}；这里按记录算得{ours}{indicator.unit}。"
            )
    return found


def plan_note(result: Reconciled, export: SuperiorsExport) -> Plan:
    """Keep the note as it reads now. Raises NotAllowed."""
    acting = result.moment.acting
    check_may_decide(acting)
    row = {
        "town_id": result.moment.town_id,
        "system": result.system,
        "register": result.register.id,
        "start": result.period.start,
        "end": result.period.as_of,
        "file_name": result.file_name[:200],
        "file_sha256": export.sha256,
        "here": result.here,
        "there": result.there,
        "agreed": result.agreed,
        "differing": len(result.differing),
        "only_here": len(result.only_here),
        "only_there": len(result.only_there),
        "open_items": result.open,
        "content": note_of(result).to_json(),
        "made_by_id": acting.person_id,
        "made_on": result.moment.today,
    }
    change = Change(ReconciliationNote, NewKey(), "add", row)
    reason = f"存下与{result.system}的对数说明"
    return Plan(result.moment.town_id, "reconciliation", acting.actor, acting.actor, changes=[change], reason=reason)
