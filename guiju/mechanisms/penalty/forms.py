"""What the steps before the notice ask for: clue, filing, investigation, its conclusion."""

from __future__ import annotations

from guiju.kernel.procedure.api import CodeLabels, Input, past_day
from guiju.mechanisms.penalty.catalogue import CatalogueItems
from guiju.mechanisms.penalty.models import PartyKind, PenaltyKind

SOURCES = {
    "patrol": "日常巡查",
    "report": "投诉举报",
    "work_order": "12345等工单",
    "inspection": "行政检查",
    "transfer": "其他机关移送",
    "camera": "电子监控",
}
SOURCE_WORDS = {
    "巡查": "patrol",
    "举报": "report",
    "投诉": "report",
    "热线": "work_order",
    "12345": "work_order",
    "一网统管": "work_order",
    "检查": "inspection",
    "双随机": "inspection",
    "移送": "transfer",
    "上级交办": "transfer",
    "监控": "camera",
}
EVIDENCE_KINDS = {
    "documents": "书证",
    "objects": "物证",
    "audio_visual": "视听资料",
    "electronic": "电子数据",
    "testimony": "证人证言",
    "statement": "当事人的陈述",
    "expert": "鉴定意见",
    "site_record": "勘验笔录、现场笔录",
}
AUDITED = {"yes": "已经法制和技术审核", "no": "还没有审核"}
CIRCUMSTANCES = {"lighter": "从轻", "reduced": "减轻", "heavier": "从重", "plain": "一般"}
ASKED_ALONE = ("warning", "criticism", "fine", "confiscation")  # each has a field of its own
OTHER_KINDS = {kind.value: str(kind.label) for kind in PenaltyKind if kind.value not in ASKED_ALONE}
PAUSES = {
    "appraisal": "检测、检验、鉴定",
    "hearing": "听证",
    "other_organ": "等待其他机关的结果",
    "absent": "当事人下落不明",
    "other": "其他原因",
}
RECORD_ITEMS = CodeLabels("record_item")


def kinds_and_amounts() -> tuple[Input, ...]:
    """处罚种类和数额: warning, criticism, fine, confiscation, and one further kind."""
    return (
        Input("fine", "罚款", "money", unit="元", help="没有罚款的不填"),
        Input("confiscation", "没收违法所得、非法财物", "money", unit="元", help="财物按价值填"),
        Input("warning", "警告", "yes_no"),
        Input("criticism", "通报批评", "yes_no"),
        Input("other_kind", "其他种类", "choice", choices=OTHER_KINDS),
    )


UNIT = Input("unit", "承办队伍", "unit", required=True)
ITEM = Input("item", "执法事项", "choice", choices=CatalogueItems(), required=True, phone_first=True)
PARTY = (
    Input("party_kind", "当事人类型", "choice", required=True, choices=dict(PartyKind.choices), phone_first=True),
    Input("party", "当事人", "person_names", help="单位写全称；还不知道是谁的不填"),
    Input("party_id", "证件号码", "id_number", help="决定前填就可以"),
    Input("party_phone", "联系电话", "telephone"),
    Input("party_address", "住址（住所）", "address"),
)
PLACE = Input("place", "地点", "address", required=True)
FACTS = Input("facts", "违法事实", "long_text", required=True, private=True, help="时间、地点、做了什么")
OCCURRED = Input(
    "occurred_on", "违法行为发生日期", "date", past_only=True, help="连续或者继续的填终了的那一天", article="第36条"
)
PARTY_LATE = (
    Input("party", "当事人", "person_names", help="前面没有登记的在这里补"),
    Input("party_address", "住址（住所）", "address", help="前面登记过的不填", article="第59条"),
)
SAFETY = Input("safety", "涉及生命健康、金融安全且有危害后果", "yes_no", article="第36条")
OFFICERS = Input(
    "officers", "执法人员", "staff", required=True, help="两名以上，用顿号分开，须持有效执法证", article="第42条"
)
SHOWN = Input("certificate_shown", "已出示执法证件", "yes_no", required=True, article="第55条")
CODE = Input("inspection_code", "检查码或者检查计划编号", "text", help="进企业检查的填；规则待核实，没有也可以继续")

CLUE = (
    past_day("found_on", "发现日期"),
    UNIT,
    Input("source", "线索来源", "choice", required=True, choices=SOURCES, synonyms=SOURCE_WORDS, phone_first=True),
    Input("source_number", "来源编号", "matter_number", help="工单号；登记过的会自动关联"),
    ITEM,
    PLACE,
    FACTS,
    OCCURRED,
    *PARTY,
    Input("number", "编号", "text", help="已有编号的照填，没有的由系统给号"),
)
REJECTION = (
    past_day("rejected_on", "决定日期"),
    Input("reason", "不予立案的理由", "long_text", required=True, private=True),
)
FILING = (
    past_day("filed_on", "立案日期"),
    OFFICERS,
    Input("approver", "批准立案的负责人", "staff", required=True),
    OCCURRED,
    SAFETY,
    Input("number", "立案编号", "text", help="已有编号的照填，没有的由系统给号"),
)
INSPECTION = (
    past_day("inspected_on", "检查（勘验）日期"),
    OFFICERS,
    SHOWN,
    CODE,
    Input("record", "现场情况", "long_text", required=True, private=True),
    Input("witness", "见证人", "person_name"),
    Input(
        "signed", "当事人签名", "choice", choices={"signed": "已签名", "refused": "拒签，已注明", "absent": "不在场"}
    ),
)
QUESTIONING = (
    past_day("questioned_on", "询问日期"),
    OFFICERS,
    SHOWN,
    Input("person", "被询问人", "person_name", required=True),
    Input("record", "询问笔录要点", "long_text", required=True, private=True),
    Input("told_rights", "已告知申请回避和陈述、申辩的权利", "yes_no", required=True, article="第43、45条"),
)
COLLECTION = (
    past_day("obtained_on", "取得日期"),
    Input("kind", "证据种类", "choice", required=True, choices=EVIDENCE_KINDS, article="第46条"),
    Input("title", "证据名称", "text", required=True, private=True),
    Input("manner", "取得方式", "text", help="调取、拍摄、抽样、当事人提供等"),
    # No tick: an empty one would say of every other piece of evidence that it was not audited.
    Input("audited", "电子监控记录", "choice", choices=AUDITED, help="不是电子监控的不填", article="第41条"),
)
PRESERVATION = (
    past_day("kept_on", "登记保存日期"),
    OFFICERS,
    Input("approver", "批准的负责人", "staff", required=True, article="第56条"),
    Input("goods", "物品", "text", required=True),
    Input("quantity", "数量", "text"),
    Input("keeper", "保存地点", "text", required=True),
)
DISPOSAL = (
    past_day("disposed_on", "处理日期"),
    Input(
        "disposal",
        "怎样处理",
        "choice",
        required=True,
        choices={
            "returned": "返还",
            "evidence": "作为证据随案",
            "appraisal": "送鉴定",
            "confiscated": "没收",
            "other": "其他",
        },
    ),
)
CORRECTION = (
    past_day("ordered_on", "责令改正日期"),
    Input("correct_by", "改正期限", "date", help="当场改正的不填"),
    Input("content", "改正内容", "long_text", required=True, private=True),
)
RECHECK = (
    past_day("rechecked_on", "复查日期"),
    OFFICERS,
    Input(
        "corrected",
        "是否已改正",
        "choice",
        required=True,
        choices={"yes": "已改正", "partly": "部分改正", "no": "未改正"},
    ),
)
RECUSAL = (
    past_day("recused_on", "决定日期"),
    Input("person", "回避的人员", "staff", required=True),
    Input("approver", "决定的负责人", "staff", required=True, article="第43条"),
    Input("reason", "理由", "long_text", required=True, private=True),
)
PAUSE = (
    past_day("paused_on", "中止日期"),
    Input("cause", "原因", "choice", required=True, choices=PAUSES),
    Input("approver", "批准的负责人", "staff", required=True),
)
RESUMPTION = (past_day("resumed_on", "恢复日期"),)
EXTENSION = (
    past_day("approved_on", "批准日期"),
    Input("extended_by", "延长日数", "integer", required=True, unit="日", article="第60条"),
    Input("approver", "批准的负责人", "staff", required=True),
    Input("ground", "延长的依据和理由", "long_text", required=True, private=True, help="写明哪部法律、法规或者规章"),
)
CONCLUSION = (
    past_day("concluded_on", "调查终结日期"),
    OFFICERS,
    FACTS,
    *PARTY_LATE,
    Input("violated_rule", "违反的规定", "text", help="法律文件的名称和条款项"),
    Input("penalty_basis", "处罚依据", "text", help="写到条款项；不填用执法事项目录的依据", article="第44条"),
    *kinds_and_amounts(),
    Input("proposal", "处理建议和理由", "long_text", required=True, private=True),
    Input("circumstances", "裁量情节", "choice", choices=CIRCUMSTANCES),
    Input("complex", "情节复杂或者重大", "yes_no", article="第57条第2款"),
    Input("public_interest", "涉及重大公共利益", "yes_no", article="第58条"),
    Input("several_relations", "疑难复杂、涉及多个法律关系", "yes_no", article="第58条"),
)
TRANSFER = (
    past_day("transferred_on", "移送日期"),
    Input("receiver", "接收机关", "text", required=True),
    Input("crime", "涉嫌犯罪", "yes_no", article="第27条"),
    Input("approver", "批准的负责人", "staff", required=True),
    Input("reason", "移送理由和材料", "long_text", required=True, private=True),
)
RECEIPT = (past_day("receipt_on", "回执日期"), Input("receipt", "回执文号", "text", required=True))
RETURN = (past_day("returned_on", "退回日期"), Input("reason", "退回的理由", "long_text", required=True, private=True))
WITHDRAWAL = (
    past_day("withdrawn_on", "决定日期"),
    Input("approver", "批准的负责人", "staff", required=True),
    Input("reason", "理由", "long_text", required=True, private=True),
)
RECORDING = (
    past_day("recorded_on", "记录日期"),
    Input("item", "音像记录事项", "choice", required=True, choices=RECORD_ITEMS),
    Input("device", "设备", "text", required=True, help="执法记录仪编号等"),
    Input("file_name", "文件名", "text", help="媒体留在采集站，这里只记文件名"),
    Input("began_at", "开始时间", "moment"),
    Input("ended_at", "结束时间", "moment"),
    Input("kept_at", "存放处", "text", required=True),
    Input("keep_until", "保存到", "date"),
    Input("sha256", "文件校验值", "text", help="采集站给出的照填"),
)
COERCION = (past_day("done_on", "实施日期"), OFFICERS)
COERCION_END = (past_day("ended_on", "解除日期"),)
