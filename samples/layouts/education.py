"""Layouts of legal education: training, study, lectures, public events, examinations, venues and their awards."""

from samples.layouts.declared import Layout, columns

TEACHING = (
    Layout(
        "training.plain",
        "法治培训登记表",
        "ours",
        columns("""
            序号     | -
            编号     | number | 如 法训〔2022〕1号
            举办日期 | event_date
            培训主题 | title
            主办单位 | unit
            培训对象 | audience | 含“法治带头人”或“法律明白人”的计入 training.*；行政执法人员、人民调解员等不计
            授课人   | speaker
            地点     | place
            参加人次 | attendances
            备注     | note
        """),
    ),
    Layout(
        "training.sessions",
        "培训班次一览表",
        "alternative",
        columns("""
            班次编号 | number
            培训时间 | event_date
            培训名称 | title
            组织单位 | unit
            参训人员 | audience
            师资     | speaker
            应到人数 | expected
            实到人数 | attendances
        """),
    ),
    Layout(
        "study.plain",
        "领导干部学法登记表",
        "ours",
        columns("""
            序号     | -
            编号     | number | 如 学法〔2022〕1号
            学习日期 | event_date
            学习组织 | body | 党委中心组（计入 study.*）、镇长办公会、机关支部等
            学习专题 | topic | 习近平法治思想（计入）、宪法、民法典、行政处罚法等
            学习内容 | title
            学习形式 | form | 专题学习、集体讨论交流（后者另计 study.discussions）
            主持人   | chair
            参加人数 | persons
            备注     | note
        """),
        "中心组习近平法治思想专题学习 4 次，其中 2 次以集体讨论交流形式举行。",
    ),
    Layout(
        "study.list",
        "中心组学习情况一览",
        "alternative",
        columns("""
            学习编号 | number
            时间     | event_date
            组织单位 | body
            主题类别 | topic
            学习主题 | title
            形式     | form
            人数     | persons
        """),
    ),
    Layout(
        "lecture.plain",
        "法治讲座登记表",
        "ours",
        columns("""
            序号     | -
            编号     | number
            讲座日期 | event_date
            村居     | unit
            讲座主题 | title
            主讲人   | speaker
            听众对象 | audience
            听众人次 | attendances
            备注     | note
        """),
    ),
    Layout(
        "lecture.enterprise",
        "送法进企业讲座一览",
        "alternative",
        columns("""
            场次编号 | number
            时间     | event_date
            承办单位 | unit
            题目     | title
            讲师     | speaker
            受众     | audience
            到场人数 | attendances
        """),
    ),
    Layout(
        "public_event.plain",
        "法治宣传活动登记表",
        "ours",
        columns("""
            序号     | -
            编号     | number
            活动日期 | event_date
            活动名称 | title
            主办单位 | unit
            活动地点 | place
            活动形式 | form
            参与人次 | attendances
            发放资料（份） | leaflets
            备注     | note
        """),
    ),
    Layout(
        "public_event.monthly",
        "普法活动统计明细",
        "alternative",
        columns("""
            活动编号 | number
            时间     | event_date
            单位     | unit
            活动主题 | title
            形式     | form
            受教育人次 | attendances
            宣传资料数 | leaflets
        """),
    ),
    Layout(
        "law_exam.plain",
        "法律知识考试登记表",
        "ours",
        columns("""
            序号     | -
            编号     | number
            考试日期 | event_date
            考试名称 | title
            组织单位 | unit
            考试对象 | audience
            应考人数 | expected
            参考人数 | persons
            合格人数 | passed
            备注     | note
        """),
    ),
    Layout(
        "law_exam.online",
        "网上学法考试汇总",
        "alternative",
        columns("""
            考试编号 | number
            时间     | event_date
            考试科目 | title
            单位     | unit
            人员范围 | audience
            应参加   | expected
            实参加   | persons
            合格     | passed
        """),
    ),
)

VENUES = (
    Layout(
        "venue.plain",
        "法治宣传阵地登记表",
        "ours",
        columns("""
            序号     | -
            编号     | number | 如 阵地001
            阵地名称 | title
            阵地类别 | form | 公园、长廊、宣传栏、工作室
            阵地层级 | level | 镇级、村居级（后者计入 venues.new_village）
            所在单位 | unit
            启用日期 | event_date
            面积（平方米） | area
            备注     | note
        """),
    ),
    Layout(
        "venue.overview",
        "法治文化阵地一览表",
        "alternative",
        columns("""
            阵地编号 | number
            名称     | title
            类型     | form
            层级     | level
            所属村居 | unit
            建成时间 | event_date
        """),
    ),
    Layout(
        "venue_award.plain",
        "阵地获评授牌登记表",
        "ours",
        columns("""
            序号     | -
            编号     | number
            授牌日期 | event_date
            阵地编号 | venue_number
            阵地名称 | title
            称号     | honour
            授牌级别 | level | 市级（计入 venues.awards）、区级（不计）
            授牌单位 | awarded_by
            备注     | note
        """),
    ),
    Layout(
        "venue_award.list",
        "获评荣誉一览",
        "alternative",
        columns("""
            荣誉编号 | number
            获评时间 | event_date
            场所名称 | title
            荣誉称号 | honour
            等级     | level
            颁发单位 | awarded_by
        """),
    ),
)

EDUCATION_LAYOUTS = (*TEACHING, *VENUES)
