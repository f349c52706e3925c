"""What a paper must tell it tells, by the law of its day; what it would lack is asked for before the step."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from guiju.kernel.organisation.api import plan_setting
from guiju.kernel.procedure.api import apply, forget_directory
from guiju.mechanisms.penalty.tests.made_cases import OFFICERS, PEOPLE, Desk
from guiju.mechanisms.penalty.tests.made_papers import ADDRESS, all_papers, heard, on_spot, papers_of

# What the law wants each paper to show (示例 values of the made cases), by kind.
WANTED: dict[str, tuple[str, ...]] = {
    "filing_form": ("日常巡查", "未按规定分类投放", "示例食品有限公司", "执法证号示例o1", PEOPLE["vice"], "远综执罚立"),
    "inspection_record": ("示例路1号", "出示执法证件", "执法证号示例o2", "现场情况（示例）", "见证人"),
    "questioning_record": ("示例人员", "出示执法证件", "申请执法人员回避", "问答（示例）", "记录属实"),
    "preservation_notice": ("示例物品", "7个工作日", PEOPLE["vice"], "第56条"),
    "goods_handling": ("返还当事人", "示例物品"),
    "correction_order": ("分类投放（示例）", "第28条", "立即改正", "复查"),
    "extension_form": ("30日", "依据（示例）", "第60条", PEOPLE["mayor"]),
    "investigation_report": (
        "查明的事实（示例）",
        "现场检查（勘验）笔录",
        "《上海市生活垃圾管理条例》第57条",
        "建议（示例）",
    ),
    "transfer_letter": ("示例公安派出所", "涉嫌犯罪（示例）", "移送回执", PEOPLE["mayor"]),
    "prior_notice": ("查明的事实（示例）", "理由", "第57条", "捌万元整", "陈述、申辩", "2026年3月19日前", "联系人"),
    "hearing_right_notice": ("要求听证", "5个工作日", "第63条", "不承担组织听证的费用"),
    "defence_record": ("已经改正（示例）", "陈述、申辩人"),
    "recording_register": ("示例记录仪", "示例.mp4", "示例采集站", "2026年3月12日"),
    "sampling_notice": ("示例样品", "第56条", "执法证号示例o1", "示例路1号", "抽样数量"),
    "address_confirmation": (ADDRESS, "示例食品有限公司", "同意以传真、电子邮件等方式送达"),
    "hearing_request": ("示例食品有限公司", "要求举行听证", "捌万元整", "委托代理人"),
    "hearing_announcement": ("2026年4月1日", "镇政府会议室", PEOPLE["host"], "公开举行", "未按规定分类投放"),
    "decision_approval": ("捌万元整", "第57条", "送达事先告知书", "举行听证", "法制员意见", PEOPLE["mayor"], ADDRESS),
    "hearing_notice": ("2026年4月1日", "镇政府会议室", PEOPLE["host"], "一至二人", "公开举行"),
    "hearing_record": ("笔录（示例）", PEOPLE["host"], "核对无误"),
    "hearing_report": ("意见（示例）",),
    "review_opinion": ("审核通过", "同意（示例）", PEOPLE["review"], "涉及多个法律关系"),
    "discussion_record": (PEOPLE["mayor"], PEOPLE["vice"], "建议从轻（示例）", "同意（示例）", PEOPLE["review"]),
    "decision": (
        "示例食品有限公司",
        ADDRESS,
        "现场检查（勘验）笔录",
        "警告",
        "人民币捌万元整（80,000元）",
        "15日",
        "示例银行",
        "3%",
        "60日",
        "6个月",
        "远溪镇人民政府",
        "远综执罚决〔2026〕1号",
    ),
    "no_penalty_decision": ("轻微（示例）", "第33条", "已对当事人进行教育", "60日", "6个月"),
    "spot_decision": (
        "谷穗（虚构）",
        "罚款人民币壹佰元整",
        "先申请行政复议",
        "15日",
        "远溪镇人民政府",
        "执法证号示例o1",
    ),
    "service_receipt": ("行政处罚决定书", "远综执罚决〔2026〕1号", "直接送达", "拒收"),
    "deferral_notice": ("分3期缴纳", PEOPLE["mayor"], "第66条"),
    "urging_letter": ("10个工作日", "加处罚款", "陈述、申辩", "第54条", "远综执罚决〔2026〕1号"),
    "court_application": ("示例区人民法院", PEOPLE["mayor"], "第53条", "催告"),
    "closing_form": ("已缴清（示例）", "远综执罚决〔2026〕1号", PEOPLE["mayor"]),
    "handover_list": ("2026-1", "30年", "接收人"),
}


def test_each_paper_shows_what_is_required(desk: Desk) -> None:
    made = all_papers(desk)
    assert set(made) == set(WANTED)
    lacking = {
        kind: [words for words in wanted if words not in f"{made[kind].plain_text()}"]
        for kind, wanted in WANTED.items()
    }
    assert {kind: words for kind, words in lacking.items() if words} == {}


@pytest.mark.parametrize(("day", "first"), [(dt.date(2023, 12, 29), False), (dt.date(2024, 1, 2), True)])
def test_reconsideration_comes_first_on_the_spot_since_2024(desk: Desk, day: dt.date, first: bool) -> None:
    text = papers_of(on_spot(desk.on(day)))["spot_decision"].plain_text()
    assert ("先申请行政复议" in text) is first
    assert ("6个月" in text) is not first
    assert "60日" in text


def test_fine_collected_in_cash_is_not_sent_to_the_bank(desk: Desk) -> None:
    text = papers_of(on_spot(desk, cash=True))["spot_decision"].plain_text()
    assert "缴款码" not in text


def test_decision_wants_the_address_of_the_party(desk: Desk) -> None:
    matter = desk.clue(party_address="")
    for step in ("file_case", "inspect", "conclude", "notify", "check_file", "waive"):
        desk.take(matter, step)
    assert desk.refusal_codes(matter, "decide") == ["input"]
    desk.take(matter, "decide", party_address=ADDRESS)
    assert ADDRESS in papers_of(matter)["decision"].plain_text()


def test_notice_wants_a_party(desk: Desk) -> None:
    matter = desk.clue(party="", party_address="")
    for step in ("file_case", "inspect", "conclude"):
        desk.take(matter, step)
    assert desk.refusal_codes(matter, "notify") == ["input"]
    desk.take(matter, "notify", party="示例食品有限公司")


def test_basis_that_the_catalogue_leaves_open_is_asked_for(desk: Desk) -> None:
    matter = desk.clue(item="livestock")
    desk.take(matter, "file_case")
    desk.take(matter, "inspect")
    assert desk.refusal_codes(matter, "conclude") == ["input"]
    desk.take(matter, "conclude", violated_rule="示例条例第1条", penalty_basis="示例条例第2条")
    desk.take(matter, "notify")
    text = papers_of(matter)["prior_notice"].plain_text()
    assert "违反了示例条例第1条" in text and "根据示例条例第2条" in text and "待核实" not in text


def test_decision_that_fines_names_who_collects(desk: Desk) -> None:
    matter = desk.noticed()
    desk.take(matter, "waive")
    assert desk.refusal_codes(matter, "decide", hard=False, bank="") == ["collector"]
    apply([plan_setting(desk.town.id, "system:test", "penalty.bank", "示例银行示例支行", desk.today)], desk.now)
    forget_directory()
    desk.take(matter, "decide", bank="")
    assert "示例银行示例支行" in papers_of(matter)["decision"].plain_text()


def test_step_claimed_from_outside_is_not_asked_for_its_paper(desk: Desk) -> None:
    matter = desk.clue(party="", party_address="", item="livestock")
    for step in ("file_case", "inspect", "conclude", "notify", "decide"):
        planned = desk.claim(matter, step, bank="")
        codes = {finding.code for finding in planned.findings}
        assert codes.isdisjoint({"input", "collector"})
    assert "decision" not in papers_of(matter)


def test_amounts_of_a_decision_are_the_ones_told(desk: Desk) -> None:
    matter = desk.noticed(fine=Decimal("1234.50"))
    desk.take(matter, "waive")
    desk.take(matter, "decide", fine=Decimal("1234.50"))
    assert "罚款人民币壹仟贰佰叁拾肆元伍角（1,234.50元）" in papers_of(matter)["decision"].plain_text()
    assert OFFICERS.split("、")[0] in papers_of(matter)["prior_notice"].plain_text()


def test_public_announcement_names_no_party(desk: Desk) -> None:
    told = papers_of(heard(desk)[1])["hearing_announcement"].plain_text()
    assert "示例食品有限公司" not in told
    assert ADDRESS not in told
