"""执法统计年报: decisions by their heaviest kind, cases, remedies, certificates; one row a procedure and their sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from guiju.kernel.indicators.api import Period
from guiju.kernel.matters.api import Origin
from guiju.kernel.mechanism.api import SuperiorTable, TableRow
from guiju.kernel.organisation.api import ENFORCEMENT
from guiju.kernel.procedure.api import Moment
from guiju.mechanisms.penalty.indicators import cases, penalties
from guiju.mechanisms.penalty.models import PenaltyKind
from guiju.mechanisms.penalty.posts import OFFICERS, REPORTING

KIND_HEADINGS = {
    PenaltyKind.WARNING: "警告",
    PenaltyKind.CRITICISM: "通报批评",
    PenaltyKind.FINE: "罚款",
    PenaltyKind.CONFISCATION: "没收",
    PenaltyKind.SUSPEND_LICENCE: "暂扣许可证件",
    PenaltyKind.LOWER_GRADE: "降低资质等级",
    PenaltyKind.RESTRICT: "限制开展生产经营活动",
    PenaltyKind.SUSPEND_BUSINESS: "责令停产停业",
    PenaltyKind.CLOSE: "责令关闭、限制从业",
    PenaltyKind.REVOKE_LICENCE: "吊销许可证件",
    PenaltyKind.DETENTION: "行政拘留",
    PenaltyKind.OTHER: "其他",
}
REST = ("立案", "结案", "不予处罚", "减轻处罚", "复议数", "复议纠错", "诉讼数", "败诉", "移送", "持证率")
HEADINGS = ("程序", *KIND_HEADINGS.values(), "合计（宗）", "罚没金额（元）", *REST)
PROCEDURES = (("普通程序", ("ordinary",)), ("简易程序", ("simple",)), ("合计", ("ordinary", "simple")))
REMEDIES = ("contested_by", "revoked_by")


def _rows(moment: Moment, period: Period) -> Sequence[TableRow]:
    return [(label, *_decided(moment, period, kinds), *_cases(moment, period, kinds)) for label, kinds in PROCEDURES]


def _decided(moment: Moment, period: Period, kinds: Sequence[str]) -> TableRow:
    """Each decision once, under its heaviest kind, whatever became of it later; amounts as decided."""
    rows = list(penalties(moment.town_id, period, *kinds).values_list("heaviest_kind", "fine", "confiscation"))
    counted = Counter(heaviest for heaviest, _, _ in rows)
    sums = sum(((fine or 0) + (taken or 0) for _, fine, taken in rows), Decimal(0))
    return (*(counted[kind.value] for kind in KIND_HEADINGS), len(rows), sums)


def _cases(moment: Moment, period: Period, kinds: Sequence[str]) -> TableRow:
    mine, both = cases(moment.town_id, *kinds), period.both
    begun = (
        mine.filter(filed_on__range=both).count()
        + mine.filter(filed_on__isnull=True, matter__kind="simple", decided_on__range=both).count()
    )
    none = mine.filter(decided_on__range=both).exclude(no_penalty="").count()
    reduced = mine.filter(decided_on__range=both, circumstances="reduced").exclude(decided_kinds="").count()
    return (
        begun,
        mine.filter(case_closed_on__range=both).count(),
        none,
        reduced,
        *_remedies(moment, period, kinds),
        mine.filter(transferred_on__range=both).count(),
        _certified(moment, period) if len(kinds) > 1 else None,
    )


def _remedies(moment: Moment, period: Period, kinds: Sequence[str]) -> tuple[int, int, int, int]:
    """Reconsiderations and suits recorded as arising from a case: how many, and how many changed its decision."""
    links = Origin.objects.filter(
        town_id=moment.town_id,
        matter__mechanism="penalty",
        matter__kind__in=kinds,
        matter__voided=False,
        reason__in=REMEDIES,
        source__mechanism="litigation",
        source__voided=False,
        source__event_date__range=period.both,
    )
    told = {(kind, source, reason) for kind, source, reason in links.values_list("source__kind", "source_id", "reason")}
    found = []
    for kind in ("reconsideration", "suit"):
        found.append(len({source for of, source, _ in told if of == kind}))
        found.append(len({source for of, source, reason in told if of == kind and reason == "revoked_by"}))
    return found[0], found[1], found[2], found[3]


def _certified(moment: Moment, period: Period) -> str:
    """Officers in post on the last day who hold an enforcement certificate, of all in post: both numbers."""
    book = moment.directory
    posted = book.people_in_post(OFFICERS, period.as_of)
    held = [person for person in posted if book.holds_certificate(person, ENFORCEMENT, period.as_of) is not None]
    share = f"{Decimal(100) * len(held) / len(posted):.2f}%" if posted else "—"
    return f"{share}（{len(held)}/{len(posted)}）"


OPENS = {
    ("普通程序", "立案"): "penalty.filed",
    ("简易程序", "合计（宗）"): "penalty.on_spot",
    ("合计", "合计（宗）"): "penalty.decisions",
    ("合计", "不予处罚"): "penalty.no_penalty",
}

YEARBOOK = SuperiorTable(
    id="penalty.yearbook",
    label="行政处罚执法统计年报",
    headings=HEADINGS,
    rows=_rows,
    notes=(
        "一份决定有几种处罚的，按最重的一种计一宗；金额以决定的数额为准；后来被变更、撤销的决定照计。",
        "复议、诉讼按与案件关联的登记计，以登记的受理（应诉通知）日期为准。",
    ),
    opens=OPENS,
    posts=REPORTING,
)
