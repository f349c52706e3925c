"""Ledgers of penalty cases: the town's own, the superior system's list, decisions on the spot."""

from samples.layouts.declared import Layout, columns

PENALTY_LAYOUTS = (
    Layout(
        "penalty_case.plain",
        "行政处罚案件台账",
        "ours",
        columns("""
            序号             | -
            立案编号         | number | 如 青综执罚立〔2022〕1号
            承办队伍         | unit
            案件来源         | source
            发现日期         | found_on
            执法事项         | item | 镇执法事项目录里的名称
            当事人类型       | party_kind | 公民、个体工商户、法人或者其他组织
            当事人           | party
            证件号码         | party_id | 可空
            案发地点         | place
            简要案情         | facts
            执法人员         | officers | 用顿号分开
            立案日期         | filed_on | 普通程序立案计数的日期
            审批负责人       | approver
            现场检查日期     | inspected_on
            检查码或计划编号 | inspection_code | 单位的检查计划编号；可空
            亮证告知         | certificate_shown | 是、否
            询问日期         | questioned_on
            责令改正日期     | ordered_on | 可空
            复查改正日期     | rechecked_on | 可空
            调查终结日期     | concluded_on
            情节复杂或重大   | complex | 是、否；可空
            事先告知日期     | notified_on
            告知听证权       | hearing_told | 可空
            书面放弃日期     | waived_on | 可空
            陈述申辩日期     | defence_on | 可空
            采纳情况         | adopted | 可空
            要求听证日期     | hearing_asked_on | 可空
            听证通知日期     | hearing_announced_on | 可空
            听证日期         | hearing_held_on | 可空
            听证主持人       | host | 可空
            法制员审查日期   | checked_on
            法制员           | checker
            法制审核日期     | reviewed_on | 可空
            法制审核人       | reviewer | 可空
            集体讨论日期     | discussed_on | 可空
            参加讨论负责人   | members | 可空
            决定日期         | decided_on | 决定、公示率计数的日期
            决定负责人       | decider
            决定书文号       | decision_number
            处理结果         | result | 给予处罚、不予处罚、撤销立案、终止办理、移送
            处罚依据         | penalty_basis
            处罚种类         | kinds | 几种的用顿号分开
            罚款金额（元）   | fine
            没收金额（元）   | confiscation | 可空
            不予处罚情形     | ground | 可空
            已教育           | educated | 可空
            送达方式         | manner
            公告日期         | announced_on | 可空
            送达日期         | served_on
            公示日期         | published_on | 决定后七个工作日内
            公示网址         | address
            批准分期日期     | deferred_on | 可空
            分期期数         | instalments | 可空
            首期日期         | first_due | 可空
            实缴金额（元）   | paid | 含加处罚款
            加处罚款（元）   | late | 可空
            缴清日期         | paid_on
            催告日期         | urged_on | 可空
            申请法院日期     | court_applied_on | 可空
            执行法院         | court | 可空
            法院结果         | court_result | 可空
            法院结果日期     | ruled_on | 可空
            变更撤销日期     | revoked_on | 可空
            变更撤销情况     | revocation | 可空
            公示撤下日期     | taken_down_on | 可空
            移送日期         | transferred_on | 可空
            移送机关         | receiver | 可空
            涉嫌犯罪         | crime | 可空
            移送回执日期     | receipt_on | 可空
            移送回执文号     | receipt | 可空
            结案日期         | closed_on | 记录率计数的日期
            归档日期         | archived_on
            卷号             | volume_number
            保管期限         | keeping_term
            备注             | note
        """),
    ),
    Layout(
        "penalty_case.unified",
        "综合执法案件导出清单（统一综合执法系统）",
        "alternative",
        columns("""
            序号           | -
            案件编号       | number | 上级系统的编号
            办案单位       | unit
            案由           | item
            线索来源       | source
            当事人类别     | party_kind
            当事人名称     | party
            当事人电话     | - | 不读
            案发地址       | place
            办案人员       | officers
            立案时间       | filed_on
            检查时间       | inspected_on
            调查终结时间   | concluded_on
            告知时间       | notified_on
            听证时间       | hearing_held_on
            法核时间       | reviewed_on
            决定时间       | decided_on
            处罚决定书文号 | decision_number
            办理结果       | result
            不罚事由       | ground | 可空
            处罚依据       | penalty_basis
            处罚类别       | kinds
            罚款（元）     | fine
            没收（元）     | confiscation
            送达方式       | manner
            送达时间       | served_on
            公示时间       | published_on
            公示地址       | address
            缴款时间       | paid_on
            结案时间       | closed_on
            案件状态       | - | 不读
        """),
        "统一综合执法系统为准的案件：没有陈述申辩、法制员审查等列，导入后列为缺项。",
    ),
    Layout(
        "penalty_spot.plain",
        "当场处罚登记表",
        "ours",
        columns("""
            序号               | -
            当场处罚决定书编号 | number | 如 青综执当罚〔2021〕1号
            处罚日期           | decided_on | 计数的日期
            承办队伍           | unit
            执法人员           | officers
            案件来源           | source
            执法事项           | item
            当事人类型         | party_kind
            当事人             | party
            证件号码           | party_id | 可空
            地点               | place
            违法事实           | facts
            处罚依据           | penalty_basis
            处罚种类           | kinds
            罚款金额（元）     | fine
            亮证告知当场交付   | handed_over | 是、否
            当场收缴           | cash | 可空
            备案日期           | reported_on
            罚款上交日期       | handed_in_on | 可空
            罚款缴存日期       | banked_on | 可空
            公示日期           | published_on
            公示网址           | address
            缴款日期           | paid_on
            结案日期           | closed_on
        """),
    ),
    Layout(
        "penalty_spot.list",
        "简易程序案件一览表",
        "alternative",
        columns("""
            序号       | -
            文书编号   | number
            时间       | decided_on
            执法队员   | officers
            来源       | source
            事由       | item
            类型       | party_kind
            被处罚人   | party
            依据       | penalty_basis
            处罚内容   | kinds
            金额（元） | fine
            告知并交付 | handed_over
            报备时间   | reported_on
            公示时间   | published_on
            公示地址   | address
            缴款时间   | paid_on
            结案时间   | closed_on
        """),
    ),
)
