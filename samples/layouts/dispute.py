"""Layouts of dispute screening, people's mediation, oral agreements and diverted 110 calls."""

from samples.layouts.declared import Layout, columns

REFUSED = "按原则不收，导入时列明并略去"

SCREENING = (
    Layout(
        "screening.plain",
        "矛盾纠纷排查登记表",
        "ours",
        columns("""
            序号     | -
            登记编号 | number | 如 青排查〔2022〕1号
            排查日期 | event_date
            排查批次 | campaign | 如 常态排查、国庆前专项排查
            所属村居 | unit
            纠纷名称 | title
            纠纷类别 | dispute_kind | 涉疫、家庭、物业、医患、劳资、消费、邻里（七类）及同义词
            纠纷级别 | grade | 一般、较大、重大
            涉及人数 | persons
            主要当事人 | parties
            情况简述 | facts
            采取措施 | measures
            移交去向 | handed_over_to | 可空
            移交日期 | handed_over_on | 可空
            化解结果 | outcome | 已化解、化解中、移交；可空
            办结日期 | closed_on | 可空
            排查人   | screened_by
            备注     | note
        """),
    ),
    Layout(
        "screening.stability",
        "矛盾纠纷排查化解台账（综治）",
        "REGISTERS.md 综治 layout",
        columns(f"""
            序号           | -
            矛盾纠纷名称   | title
            日期           | event_date
            发生地点详址   | place
            规模           | grade | 个体（1-4人）=一般、一般群体（5-29人）=较大、重大群体（30人以上）=重大
            类别           | dispute_kind | 按排查七类的同义词
            涉及人数       | persons
            简述           | facts
            涉及单位       | involved_organisation
            主要当事人/证件代码 | id_kind
            主要当事人/证件号码 | party_id
            主要当事人/姓名     | parties
            主要当事人/性别     | - | 不读
            主要当事人/民族     | - | {REFUSED}
            主要当事人/学历     | - | {REFUSED}
            主要当事人/人员类别 | - | {REFUSED}
            主要当事人/居住详址 | party_address
            化解时限       | resolve_by
            化解方式       | resolution_way
            化解组织       | handled_by_unit
            化解负责人/姓名     | handled_by
            化解负责人/联系方式 | - | 不读
            化解是否成功   | outcome | 是=已化解、否=化解中
            化解情况       | outcome_note
            考评日期       | - | 不读
            考评意见       | - | 不读
        """),
        "没有编号列和村居列：填报单位在表头上方一行“填报单位：…”。",
    ),
    Layout(
        "screening.grid",
        "网格矛盾纠纷排查台账",
        "REGISTERS.md grid layout",
        columns(f"""
            所属辖区或网格 | unit
            编号           | number
            级别           | grade
            排查时间       | event_date
            完成时限       | resolve_by
            是否重大       | - | 与级别重复，不读
            当事人情况     | parties
            涉及人数       | persons
            主要问题       | title | 兼作情况简述
            收集人         | screened_by
            稳控负责人     | - | {REFUSED}
            采取措施       | measures
            责任部门       | handled_by_unit
            负责人         | handled_by
            化解情况       | outcome
            群众反馈意见   | feedback
            督办单位       | - | 不读
            督办人         | - | 不读
            登记时间       | registered_on
            备注           | note
        """),
        "没有类别列：类别留空。",
    ),
)

MEDIATION = (
    Layout(
        "mediation.plain",
        "人民调解登记簿",
        "ours",
        columns("""
            序号         | -
            登记编号     | number | 如 青人调〔2022〕1号、松人调〔2022〕1号
            调解委员会   | unit | 调委会名称
            登记日期     | registered_on
            受理日期     | accepted_on
            案件来源     | source | 当事人申请、主动调解、110、12345、综治中心、法院委派、信访、部门移送及同义词
            来源编号     | source_number | 110 工单编号，可空
            申请人       | applicant
            申请人证件号 | applicant_id | 可空
            申请人电话   | applicant_phone | 可空
            被申请人     | respondent
            被申请人证件号 | respondent_id | 可空
            被申请人电话 | respondent_phone | 可空
            纠纷类别     | dispute_kind | 司法局十五类及同义词
            纠纷简要情况 | facts
            主办调解员   | mediator
            协办调解员   | co_mediator | 可空
            参与法律顾问 | legal_adviser | 可空；以“法律顾问”身份参与本件
            权利义务告知日期 | informed_on | 可空
            调解日期     | mediated_on | 可空
            调解结果     | outcome | 达成协议、调解不成、当事人撤回、调解中及同义词
            协议形式     | agreement_form | 书面；未达成的留空
            协议书编号   | agreement_number | 如 青人调协〔2022〕1号
            协议日期     | agreed_on | 计入报告的日期
            协议金额（元） | amount | 可空
            履行情况     | performance | 已履行、部分履行、履行中；可空
            履行日期     | performed_on | 可空
            终止日期     | terminated_on | 可空
            归档日期     | filed_on | 可空
            卷号         | file_number | 可空
            备注         | note
        """),
    ),
    Layout(
        "mediation.bulk",
        "诉源事件批量导入表（人民调解）",
        "REGISTERS.md 25-column bulk sheet",
        columns("""
            案件编码     | number
            调委会       | unit | 调委会名称
            调解工作室   | workroom
            受理员       | accepted_by
            受理时间     | accepted_on
            案件来源     | source
            案件难度级别 | - | 不读
            纠纷类别     | dispute_kind
            行政划分     | village
            有无死亡     | death | 有、无
            主办调解员   | mediator
            协办调解员   | co_mediator
            调解时间     | mediated_on | 调解成功的，即协议日期
            调解书编号   | agreement_number
            调解结果     | outcome
            调解协议金（元） | amount
            协议履行情况 | performance
            当事人       | parties | 用顿号分开，第一人为申请人
            协议形式     | agreement_form
            纠纷简要情况 | facts
            以奖代补评定 | - | 不读
            案件属性     | - | 不读
            涉及特殊群体情况 | - | 按原则不收
            涉及农民工纠纷情况 | - | 不读
            纠纷转化情况 | conversion | 无、防止转刑事、防止群体上访
        """),
        "没有协议日期列：调解结果为达成协议的，协议日期取“调解时间”；登记日期取“受理时间”。",
    ),
)

ORAL_MEDIATION = (
    Layout(
        "oral_mediation.plain",
        "口头协议登记簿",
        "ours",
        columns("""
            序号       | -
            登记编号   | number | 如 松口调〔2022〕1号
            调解委员会 | unit
            受理日期   | accepted_on
            申请人     | applicant
            被申请人   | respondent
            联系电话   | applicant_phone
            纠纷类别   | dispute_kind
            纠纷情况   | facts
            调解员     | mediator
            调解日期   | mediated_on | 计数的日期
            调解地点   | place
            调解结果   | outcome
            协议内容   | agreement_text
            涉及金额（元） | amount
            履行情况   | performance
        """),
    ),
    Layout(
        "oral_mediation.list",
        "口头调解一览表",
        "REGISTERS.md list",
        columns("""
            序号     | -
            受理单位 | unit
            调解员   | mediator
            纠纷类别 | dispute_kind
            申请人   | applicant
            被申请人 | respondent
            调解时间 | mediated_on
            调解地点 | place
            纠纷情况 | facts
            调解结果 | outcome
        """),
        "没有编号列。",
    ),
    Layout(
        "oral_mediation.city",
        "人民调解口头协议登记表（市平台）",
        "REGISTERS.md current city platform",
        columns("""
            申请时间         | accepted_on | 也作调解日期
            是否跨调委会     | cross_committee | 是、否
            调解地点         | place
            调解结果         | outcome
            调解协议涉及金额 | amount | 元
            协议内容         | agreement_text
            协议履行情况     | performance
        """),
        "没有编号、当事人和单位列：调委会在表头上方一行“填报单位：…”。",
    ),
)

DIVERSION = (
    Layout(
        "diversion_110.plain",
        "110非警务警情分流工单登记表",
        "ours",
        columns("""
            序号     | -
            工单编号 | number | 如 FL202200001
            接警时间 | called_at
            派单日期 | dispatched_on | 计数的日期
            报警人   | caller | 可空
            联系电话 | caller_phone | 可空
            警情地址 | place
            所属村居 | village
            报警内容 | facts
            纠纷类别 | dispute_kind
            分流去向 | destination | 人民调解（计数）或其他部门（不计）
            承办单位 | unit
            承办人   | handled_by
            反馈日期 | closed_on | 可空
            处理结果 | outcome | 见“同义词”
            关联调解编号 | mediation_number | 可空
            备注     | note
        """),
    ),
    Layout(
        "diversion_110.police",
        "110接处警分流明细",
        "REGISTERS.md code layout",
        columns("""
            接警单编号   | number
            接警单位     | - | 不读
            接警时间     | called_at
            报警人姓名   | caller
            性别         | - | 不读
            报警方式     | call_medium
            联系电话     | caller_phone
            报警人住址   | caller_address
            管辖单位     | village
            报警类别     | dispute_kind
            警情地址     | place
            报警内容     | facts
            反馈单位     | - | 不读
            反馈人       | handled_by
            反馈时间     | closed_on
            警情处理结果 | - | 不读
            分流人       | dispatched_by
            分流结果     | outcome
            分流时间     | dispatched_on | 计数的日期
            移送单位     | unit | 调委会（计数）或其他单位（不计）
            移送接收人   | received_by
        """),
        "去向由“移送单位”看出：某调委会即人民调解。",
    ),
)

DISPUTE_LAYOUTS = (*SCREENING, *MEDIATION, *ORAL_MEDIATION, *DIVERSION)
