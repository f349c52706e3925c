"""The papers of a mediation as content: what a committee hands out and what goes into its volume.

Items follow the document formats of people's mediation (人民调解文书格式); every sentence is our own. Places for
signatures stay free, and no seal is drawn. Numbers given at the writing of a step are printed from the document's row.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from guiju.kernel.documents.api import (
    Content,
    Field,
    Fields,
    Note,
    Paragraph,
    SignatureLine,
    capital_amount,
    date_in_digits,
    paragraph,
)
from guiju.kernel.matters.api import Participation
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.mediation.forms import DISPUTE_KINDS, ORAL_OUTCOMES, RESULTS, SOURCES, TERMINATIONS
from guiju.mechanisms.mediation.parties import ROLES, name_of, side, side_names

SIGNING = "签名、盖章或者按指印"
MEDIATOR_SIGNS = SignatureLine("人民调解员", manner="签名", dated=True)


def committee_name(draft: Draft) -> str:
    """The committee that handles the matter."""
    return draft.moment.directory.unit_names.get(draft.snapshot.matter["unit_id"], "人民调解委员会")


def form_paper(
    draft: Draft, kind: str, title: str, blocks: tuple[Any, ...], *, number: str | None = None, mark: str = ""
) -> Content:
    """A paper of the committee, signed by it on the day of the step."""
    return Content(
        title=title,
        kind=kind,
        layout="form",
        number=number,
        number_mark=mark,
        blocks=blocks,
        signature=(committee_name(draft),),
        signed_on=draft.event_date,
    )


def _kind(draft: Draft) -> str:
    code = draft.snapshot.detail.get("dispute_kind") or ""
    return DISPUTE_KINDS.get(code, code)


def _private(draft: Draft, name: str) -> str:
    """A private text of the detail, as just typed or as opened; empty where it may not be read here."""
    return draft.snapshot.text(draft.snapshot.detail.get(name, ""))


def _party_rows(draft: Draft) -> tuple[tuple[Field, ...], ...]:
    rows = []
    for role, word in ROLES.items():
        for row in side(draft.snapshot, role):
            telephone = draft.snapshot.text(row.get("telephone")) or None
            rows.append((Field(word, name_of(draft.snapshot, row)), Field("联系电话", telephone)))
    return tuple(rows) or ((Field("当事人"), Field("联系电话")),)


def _party_signatures(draft: Draft) -> tuple[SignatureLine, ...]:
    return tuple(
        SignatureLine(word, name_of(draft.snapshot, row), manner=SIGNING)  # too long a line for a day
        for role, word in ROLES.items()
        for row in side(draft.snapshot, role)
    )


def mediators_of(draft: Draft) -> str:
    """Names of those who mediate, in the order in which they joined."""
    rows = [row for row in draft.snapshot.of(Participation) if row["capacity"] in ("mediator", "co_mediator")]
    named = draft.moment.directory.person_names
    return "、".join(named.get(row["person_id"], row["name"]) for row in rows)


def acceptance_form(draft: Draft) -> Content:
    """人民调解受理登记表."""
    source = draft.snapshot.detail.get("source") or ""
    rows = (
        *_party_rows(draft),
        (Field("纠纷类别", _kind(draft) or None), Field("案件来源", SOURCES.get(source, source) or None)),
        (Field("登记编号", _number(draft)), Field("受理日期", date_in_digits(draft.event_date))),
        (Field("纠纷简要情况", _private(draft, "facts") or None, lines=4),),
        (Field("当事人签名", lines=2), Field("登记人签名", lines=2)),
    )
    return form_paper(draft, "acceptance_form", "人民调解受理登记表", (Fields(rows),))


def _number(draft: Draft) -> str | None:
    number = draft.snapshot.matter.get("number")
    return number if isinstance(number, str) and number else None


def rights_notice(draft: Draft) -> Content:
    """当事人权利义务告知书 (第23、24条)."""
    told = (
        "人民调解不收取任何费用，调解要在双方自愿的基础上进行。",
        "您可以选择或者接受调解员；可以接受调解，也可以拒绝，或者要求停止；可以要求公开或者不公开进行；是否达成协议由您自己决定。",
        "请您如实说明事实，遵守调解现场的秩序，尊重调解员和对方的权利。",
        "达成的协议对双方有约束力，应当照协议履行；生效后三十日内，双方可以一起请法院确认。",
        "调解不影响您另外通过仲裁、行政、司法途径维护权利。",
    )
    numbered = tuple(paragraph(f"{n}．{text}") for n, text in enumerate(told, 1))
    parties = (paragraph(f"{side_names(draft.snapshot, 'applicant')}、{side_names(draft.snapshot, 'respondent')}："),)
    return form_paper(draft, "rights_notice", "当事人权利义务告知书", (*parties, *numbered, *_party_signatures(draft)))


def session_record(draft: Draft, ordinal: int) -> Content:
    """人民调解记录 of one session (第27条)."""
    rows = (
        (Field("时间", date_in_digits(draft.event_date)), Field("地点", draft.get("held_at") or committee_name(draft))),
        *_party_rows(draft),
        (Field("调解员", mediators_of(draft) or None), Field("参加人", draft.get("legal_adviser"))),
        (Field("调解经过", draft.get("record") or _private(draft, "facts") or None, lines=8),),
        (Field("结果", RESULTS.get(draft.get("session_result", ""))),),
    )
    blocks = (Fields(rows), *_party_signatures(draft), MEDIATOR_SIGNS, SignatureLine("记录人", manner="签名"))
    return form_paper(draft, "session_record", f"人民调解记录（第{ordinal}次）", blocks)


def money_words(amount: Decimal) -> str:
    """An amount as an agreement writes it: 人民币叁仟元整（3000元）."""
    amount = Decimal(amount)  # a form may give a whole number
    digits = f"{amount:.2f}".removesuffix(".00")
    return f"人民币{capital_amount(amount)}（{digits}元）"


def _agreed(draft: Draft) -> list[Paragraph]:
    said = [part for line in _private(draft, "agreement_text").splitlines() if (part := line.strip())]
    detail, lines = draft.snapshot.detail, list(said)
    if detail.get("amount") is not None:
        lines.append(f"协议金额：{money_words(detail['amount'])}。")
    if detail.get("performance_manner"):
        lines.append(f"履行方式：{detail['performance_manner']}。")
    if place := _private(draft, "performance_place"):
        lines.append(f"履行地点：{place}。")
    if detail.get("perform_by"):
        lines.append(f"履行期限：{date_in_digits(detail['perform_by'])}前。")
    return [paragraph(line) for line in lines]


def agreement_paper(draft: Draft, number: str | None) -> Content:
    """人民调解协议书 with the items of 第29条: parties, facts and responsibility, content, manner and term."""
    parties = [
        paragraph(f"{word}：{_described(draft, row)}")
        for role, word in ROLES.items()
        for row in side(draft.snapshot, role)
    ]
    body = [*parties, paragraph(f"主要事实和争议事项：{_private(draft, 'facts')}")]
    if responsibility := _private(draft, "responsibility"):
        body.append(paragraph(f"各方责任：{responsibility}"))
    copies = len(parties) + 1
    body += [
        paragraph("经调解，双方自愿约定如下："),
        *_agreed(draft),
        paragraph(f"本协议书一式{copies}份，当事人各执一份，人民调解委员会留存一份。"),
        Note("本协议书由各方签名或者按指印、调解员签名并盖调解委员会印章后生效。"),
    ]
    return form_paper(
        draft,
        "mediation_agreement",
        "人民调解协议书",
        (*body, *_party_signatures(draft), MEDIATOR_SIGNS),
        number=number,
        mark="编号",
    )


def _described(draft: Draft, row: dict[str, Any]) -> str:
    told = [name_of(draft.snapshot, row)]
    for column, word in (("id_number", "证件号"), ("telephone", "电话"), ("address", "住址")):
        if value := draft.snapshot.text(row.get(column)):
            told.append(f"{word}{value}")
    return "，".join(told)


def oral_page(draft: Draft, number: str | None) -> Content:
    """人民调解口头协议登记表, which stands in the place of an agreement on paper (第28、30条)."""
    detail = draft.snapshot.detail
    amount = detail.get("amount")
    rows = (
        *_party_rows(draft),
        (Field("纠纷类别", _kind(draft) or None), Field("调解员", mediators_of(draft) or None)),
        (Field("调解日期", date_in_digits(draft.event_date)), Field("调解地点", draft.get("held_at"))),
        (Field("纠纷情况", _private(draft, "facts") or None, lines=3),),
        (Field("调解结果", ORAL_OUTCOMES.get(draft.get("outcome", ""))),),
        (Field("协议内容", _private(draft, "agreement_text") or None, lines=4),),
        (Field("涉及金额", money_words(amount) if amount is not None else None),),
    )
    return form_paper(
        draft,
        "oral_page",
        "人民调解口头协议登记表",
        (Fields(rows), MEDIATOR_SIGNS),
        number=number,
        mark="编号",
    )


def termination_notice(draft: Draft) -> Content:
    """终止调解告知书: other ways remain open (第26条)."""
    names = f"{side_names(draft.snapshot, 'applicant')}、{side_names(draft.snapshot, 'respondent')}："
    reason = TERMINATIONS.get(draft.get("termination", ""), "调解没有成功")
    said = f"你们之间的{_kind(draft) or '纠纷'}，因{reason}，自{date_in_digits(draft.event_date)}起终止调解。"
    ways = "你们可以按照法律规定，通过仲裁、行政、司法等途径维护自己的权利。"
    blocks = (paragraph(names), paragraph(said), paragraph(ways), *_party_signatures(draft))
    return form_paper(draft, "termination_notice", "终止调解告知书", blocks)


def revisit_record(draft: Draft) -> Content:
    """人民调解回访记录 (第31条: the committee sees to performance)."""
    rows = (
        *_party_rows(draft),
        (Field("登记编号", _number(draft)), Field("回访日期", date_in_digits(draft.event_date))),
        (Field("回访情况", draft.get("revisit"), lines=5),),
        (Field("回访人签名", lines=2),),
    )
    return form_paper(draft, "revisit_record", "人民调解回访记录", (Fields(rows),))
