"""Layouts of the public legal service station and of the villages' legal advisers."""

from samples.layouts.declared import Layout, columns

LEGAL_SERVICE_LAYOUTS = (
    Layout(
        "station_consultation.plain",
        "公共法律服务站法律咨询登记表",
        "ours",
        columns("""
            序号     | -
            登记编号 | number | 如 公服咨〔2022〕1号
            服务日期 | event_date
            服务地点 | unit | 镇公共法律服务站（计入）、邻里中心（不计入“镇公服站”）
            咨询方式 | medium | 来访、来电、网络
            咨询人   | client | 可空（匿名）
            联系电话 | client_phone | 可空
            咨询类别 | topic
            咨询内容 | content
            人次     | attendances
            解答人   | answered_by
            处理结果 | outcome
            备注     | note
        """),
    ),
    Layout(
        "station_consultation.reception",
        "来访接待登记表（公服站）",
        "REGISTERS.md 来访接待",
        columns("""
            序号           | -
            来访人/姓名     | client
            来访人/性别     | - | 不读
            来访人/年龄     | - | 不读
            来访人/联系方式 | client_phone
            来访人/单位或居住地 | client_address
            来访时间       | event_date
            来访地点       | unit
            来访事由       | content
            接待人         | answered_by
            处理意见与结果 | outcome
            备注           | note
        """),
        "没有编号列和人次列：每行计 1 人次。",
    ),
    Layout(
        "station_guidance.plain",
        "法律服务需求指引登记表",
        "ours",
        columns("""
            序号     | -
            登记编号 | number | 如 公服引〔2022〕1号
            服务日期 | event_date
            服务地点 | unit
            姓名     | client | 可空
            联系电话 | client_phone | 可空
            需求事项 | content
            指引去向 | guided_to
            人数     | persons
            指引人   | guided_by
            备注     | note
        """),
    ),
    Layout(
        "station_guidance.list",
        "法律服务需求指引一览",
        "alternative",
        columns("""
            编号     | number
            日期     | event_date
            服务窗口 | unit
            服务对象 | client
            服务需求 | content
            指引内容 | guided_to
            指引人数 | persons
            工作人员 | guided_by
        """),
    ),
    Layout(
        "adviser_log.plain",
        "居村法律顾问工作日志",
        "ours",
        columns("""
            序号     | -
            编号     | number | 如 罗顾志〔2022〕1号
            服务日期 | event_date
            村居     | unit
            法律顾问 | adviser
            工作类别 | kind | 见“同义词”
            服务对象 | client | 可空
            工作内容 | content
            服务方式 | medium
            人次     | attendances
            相关文书编号 | related_number | 人民调解：调解登记编号；法律意见：意见书编号
            结果     | outcome
            备注     | note
        """),
        "每行一件；“接待”按行计件，“法律咨询解答”按人次合计；“人民调解”行不新建事项，加入所写编号的调解。",
    ),
    Layout(
        "adviser_log.assessment",
        "居村法律顾问服务记录",
        "REGISTERS.md S18",
        columns("""
            序号 | -
            类别 | kind | 见“同义词”
            时间 | event_date
            对象 | client
            内容 | content
            方式 | medium
            结果 | outcome
            相关文书编号 | related_number
        """),
        "没有编号和人次列：每行一件、1 人次。村居在表头上方“填报单位：…”，顾问在表下“填表人：…”。",
    ),
    Layout(
        "legal_opinion.plain",
        "法律意见书登记表",
        "ours",
        columns("""
            序号       | -
            意见书编号 | number | 如 青法意〔2022〕1号
            出具日期   | event_date
            村居       | unit
            法律顾问   | adviser
            事项名称   | title
            事项类别   | topic
            主要意见   | content
            是否采纳   | adopted | 已采纳、部分采纳、未采纳；可空
            备注       | note
        """),
    ),
    Layout(
        "legal_opinion.receipt",
        "法律意见收文登记",
        "alternative",
        columns("""
            文号     | number
            出具时间 | event_date
            委托单位 | unit
            承办律师 | adviser
            咨询事项 | title
            文书内容 | content
            收件日期 | received_on
        """),
    ),
)
