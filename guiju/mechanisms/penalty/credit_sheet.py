"""处罚信用信息（双公示）: the 27 columns that the credit platform asks for, one row a decision.

A natural person stands there by surname only and without a number; what happened is told by the item of the
catalogue, never by the free text of the case.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from guiju.kernel.disclosure.api import masked_name
from guiju.kernel.indicators.api import Period
from guiju.kernel.ledger.api import open_values
from guiju.kernel.matters.api import Party
from guiju.kernel.mechanism.api import SuperiorTable, TableRow
from guiju.kernel.procedure.api import Moment
from guiju.mechanisms.penalty.amounts import Sentence
from guiju.mechanisms.penalty.indicators import penalties
from guiju.mechanisms.penalty.models import PartyKind, PenaltyDetail, PenaltyKind
from guiju.mechanisms.penalty.papers.grounds import basis_of_item
from guiju.mechanisms.penalty.posts import REPORTING
from guiju.mechanisms.penalty.publicity import public_until

CODES = tuple(f"行政相对人代码_{count}" for count in range(1, 7))
HEADINGS = (
    *("行政相对人名称", "行政相对人类别", *CODES, "法定代表人", "证件类型", "证件号码"),
    *("行政处罚决定书文号", "违法行为类型", "违法事实", "处罚依据", "处罚类别", "处罚内容"),
    *("罚款金额（万元）", "没收金额（万元）", "暂扣或吊销证照名称及编号"),
    *("处罚决定日期", "处罚有效期", "公示截止期"),
    *("处罚机关", "处罚机关统一社会信用代码", "数据来源单位", "数据来源单位统一社会信用代码"),
)
REQUIRED = (
    *("行政相对人名称", "行政相对人类别", "行政处罚决定书文号", "违法行为类型", "违法事实", "处罚依据"),
    *("处罚类别", "处罚内容", "处罚决定日期", "处罚有效期"),
    *("处罚机关", "处罚机关统一社会信用代码", "数据来源单位", "数据来源单位统一社会信用代码"),
)
CATEGORIES = {
    PartyKind.PERSON: "自然人",
    PartyKind.BUSINESS: "个体工商户",
    PartyKind.ORGANISATION: "法人及非法人组织",
}
CODE_SETTING = "penalty.organ.credit_code"
VALID_SETTING = "penalty.credit_sheet.valid_until"  # the platform's own convention: a town setting, 待核实
TEN_THOUSAND = Decimal(10000)


def _rows(moment: Moment, period: Period) -> Sequence[TableRow]:
    """Decisions of the period that still stand, in the order of their days; what was revoked is not handed in."""
    decided = penalties(moment.town_id, period).filter(revoked_on__isnull=True)
    rows = list(decided.select_related("matter", "decision").order_by("decided_on", "matter_id"))
    parties = _parties([row.matter_id for row in rows])
    return [_row(row, parties.get(row.matter_id), moment) for row in rows]


def _parties(matters: Sequence[int]) -> Mapping[int, tuple[str, str]]:
    """Of each case the first party: its name as it may be public, and the code of an organisation."""
    found: dict[int, tuple[str, str]] = {}
    rows = list(Party.objects.filter(matter_id__in=matters, role="party").order_by("ordinal", "id"))
    persons = open_values(row.name for row in rows if not row.organisation)
    codes = open_values(row.id_number for row in rows if row.organisation)
    for row in rows:
        name = row.organisation or masked_name(persons.get(row.name, ""))
        found.setdefault(row.matter_id, (name, codes.get(row.id_number, "") if row.organisation else ""))
    return found


def _row(case: PenaltyDetail, party: tuple[str, str] | None, moment: Moment) -> TableRow:
    name, code = party or ("", "")
    is_person = case.party_kind == PartyKind.PERSON
    sentence = Sentence(tuple(case.decided_kinds.split(",")), case.fine, case.confiscation)
    organ = f"{moment.directory.town_name}人民政府"
    organ_code = moment.settings.get(CODE_SETTING, "")
    number = case.decision.number if case.decision is not None else case.matter.number
    basis = case.penalty_basis or basis_of_item({"item": case.item, "discovered_on": case.discovered_on}, moment)
    return (
        *(name, CATEGORIES[PartyKind(case.party_kind)], code, None, None, None, None, None),
        *(None, "身份证" if is_person else None, None),
        *(number, case.cause, _fact(case), basis, _kinds(sentence), sentence.label),
        *(_in_ten_thousands(case.fine), _in_ten_thousands(case.confiscation), None),
        *(case.decided_on, moment.settings.get(VALID_SETTING, ""), _public_until(case, moment)),
        *(organ, organ_code, organ, organ_code),
    )


def _fact(case: PenaltyDetail) -> str:
    on = case.occurred_on or case.discovered_on
    return f"{on.isoformat()}有“{case.cause}”的行为" if on is not None and case.cause else ""


def _kinds(sentence: Sentence) -> str:
    return "、".join(str(PenaltyKind(kind).label) for kind in sentence.kinds if kind)


def _in_ten_thousands(amount: Decimal | None) -> str | None:
    return f"{(amount / TEN_THOUSAND).normalize():f}" if amount else None


def _public_until(case: PenaltyDetail, moment: Moment) -> dt.date | None:
    """How long it is public: the town's own years, to be confirmed; empty where the town has set none."""
    until = public_until(case.party_kind, case.decided_on, moment) if case.decided_on is not None else None
    return until.on if until is not None else None


CREDIT_SHEET = SuperiorTable(
    id="penalty.credit",
    label="行政处罚信用信息（双公示）",
    headings=HEADINGS,
    rows=_rows,
    required=REQUIRED,
    names_row="行政处罚决定书文号",
    notes=(
        "自然人只写姓氏，不写证件号码；违法事实按执法事项名称写。",
        "处罚有效期和公示截止期按镇里设定填，待平台核实。",
    ),
    posts=REPORTING,
)
