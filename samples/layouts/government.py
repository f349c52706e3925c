"""Layouts of suits and reconsiderations against the town and of the meetings on rule-of-law work."""

from samples.layouts.declared import Layout, columns

GOVERNMENT_LAYOUTS = (
    Layout(
        "suit.plain",
        "行政诉讼案件登记表",
        "ours",
        columns("""
            序号         | -
            编号         | number | 如 应诉〔2020〕1号
            应诉通知日期 | event_date | 计数的日期
            法院案号     | court_number
            案由         | title
            原告         | claimant
            诉讼地位     | standing | 被告（计入）、第三人（不计）
            受理法院     | court
            承办部门     | unit
            负责人出庭   | head_appeared | 是、否；可空
            裁判结果     | outcome
            结案日期     | closed_on
            备注         | note
        """),
    ),
    Layout(
        "reconsideration.plain",
        "行政复议案件登记表",
        "ours",
        columns("""
            序号         | -
            编号         | number | 如 复议〔2022〕1号
            受理日期     | event_date | 计数的日期
            复议机关文号 | authority_number
            申请事项     | title
            申请人       | claimant
            复议机关     | authority
            承办部门     | unit
            答复日期     | answered_on
            复议结果     | outcome
            结案日期     | closed_on
            备注         | note
        """),
    ),
    Layout(
        "suit.yearly",
        "行政应诉案件年度表",
        "alternative",
        columns("""
            应诉编号 | number
            立案时间 | event_date
            案号     | court_number
            诉讼请求 | title
            起诉人   | claimant
            本机关地位 | standing
            审理法院 | court
            审理结果 | outcome
            结案时间 | closed_on
        """),
    ),
    Layout(
        "reconsideration.yearly",
        "行政复议案件年度表",
        "alternative",
        columns("""
            复议编号 | number
            受理时间 | event_date
            复议文号 | authority_number
            复议请求 | title
            申请人   | claimant
            复议机关 | authority
            决定结果 | outcome
            办结时间 | closed_on
        """),
    ),
    Layout(
        "work_meeting.plain",
        "法治工作会议登记表",
        "ours",
        columns("""
            序号     | -
            编号     | number
            会议日期 | event_date
            会议名称 | title
            会议类型 | form | 工作例会、领导小组会议、协调小组会议、法治建设大会
            主持人   | chair
            参会单位 | attending_units
            参会人数 | persons
            议定事项 | content
            备注     | note
        """),
    ),
    Layout(
        "work_meeting.minutes",
        "司法所工作例会记录",
        "alternative",
        columns("""
            例会编号 | number
            时间     | event_date
            地点     | place
            会议主题 | title
            参加人员 | participants
            人数     | persons
            主要内容 | content
            记录人   | recorder
        """),
    ),
)
