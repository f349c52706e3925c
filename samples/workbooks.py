"""Which workbooks are written, which sheets they hold, and how each looks (title, dates, sums, who filled it in)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """A sheet. ``dates`` names the way of writing dates, ``totals`` where the sum stands ("" = no sum)."""

    name: str
    layout: str
    reporting_unit: str = ""
    filled_by: str = "周静安"
    dates: str = "iso"
    totals: str = ""
    doubled: bool = False


@dataclass(frozen=True)
class Book:
    """A workbook. ``path`` is below the folder and ends in .xlsx or .xls; ``source`` names the rows that fill it."""

    path: str
    sheets: tuple[Sheet, ...]
    imported: bool = True


def _one(path: str, layout: str, sheet: str = "Sheet1", imported: bool = True, **look: object) -> Book:
    return Book(path, (Sheet(sheet, layout, **look),), imported)  # type: ignore[arg-type]


SCREENING_2022 = (
    _one("2022/2022年矛盾纠纷排查登记表（镇）.xlsx", "screening.plain", "排查登记", dates="dots", doubled=True),
    _one(
        "2022/2022年排查化解台账（松溪村综治）.xlsx", "screening.stability", reporting_unit="松溪村", filled_by="吴海平"
    ),
    _one("2022/2022年排查化解台账（东浦村综治）.xls", "screening.stability", reporting_unit="东浦村", dates="han"),
    _one(
        "2022/2022年排查化解台账（白鹤居综治）.xlsx", "screening.stability", reporting_unit="白鹤居委会", dates="serial"
    ),
    _one("2022/2022年网格矛盾纠纷台账.xlsx", "screening.grid", "网格台账", dates="mixed", totals="below"),
)
MEDIATION_2022 = (
    _one(
        "2022/2022年人民调解登记簿（镇调委会）.xlsx",
        "mediation.plain",
        "登记簿",
        dates="dots",
        totals="below",
        doubled=True,
    ),
    _one("2022/2022年人民调解登记簿（松溪村）.xlsx", "mediation.plain", "台账", filled_by="陈启明", dates="mixed"),
    _one("2022/2022年人民调解登记簿（东浦村）.xlsx", "mediation.plain", "台账", dates="han", totals="above"),
    _one("2022/2022年人民调解登记簿（石桥村）.xls", "mediation.plain", "台账", dates="serial"),
    _one("2022/2022年人民调解登记簿（白鹤居委会）.xlsx", "mediation.plain", "台账", dates="iso"),
    _one("2022/2022年诉源事件批量导入表（其他村）.xlsx", "mediation.bulk", "批量导入", dates="iso", doubled=True),
    _one("2022/2022年诉源事件批量导入表（其他居委会）.xls", "mediation.bulk", "批量导入", dates="compact"),
    _one("2022/2022年口头协议登记簿（各村居）.xlsx", "oral_mediation.plain", "口头协议", dates="dots"),
    _one("2022/2022年口头调解一览表（居委会）.xls", "oral_mediation.list", "一览表", dates="han"),
    _one(
        "2022/2022年口头协议登记表（东浦村市平台导出）.xlsx",
        "oral_mediation.city",
        "导出",
        reporting_unit="东浦村调委会",
    ),
)
DIVERSION_2022 = (
    _one("2022/2022年110分流工单（上半年）.xlsx", "diversion_110.plain", "工单", dates="iso", doubled=True),
    _one("2022/2022年110分流工单（下半年）.xlsx", "diversion_110.plain", "工单", dates="slash"),
    _one("2022/2022年110接处警分流明细（派出所）.xls", "diversion_110.police", "明细", dates="iso"),
)
LEGAL_SERVICE_2022 = (
    _one("2022/2022年公服站法律咨询登记.xlsx", "station_consultation.plain", "咨询", dates="dots", totals="below"),
    _one("2022/2022年来访接待登记（公服站）.xls", "station_consultation.reception", "来访", dates="han"),
    _one("2022/2022年法律服务需求指引.xlsx", "station_guidance.plain", "指引", dates="mixed", totals="above"),
    _one("2022/2022年需求指引一览（邻里中心及窗口）.xlsx", "station_guidance.list", "一览", dates="serial"),
    _one("2022/2022年居村法律顾问日志（罗致远）.xlsx", "adviser_log.plain", "日志", filled_by="罗致远", totals="below"),
    _one("2022/2022年居村法律顾问日志（梁思齐）.xlsx", "adviser_log.plain", "日志", filled_by="梁思齐", dates="dots"),
    _one("2022/2022年居村法律顾问日志（宋书桐）.xls", "adviser_log.plain", "日志", filled_by="宋书桐", dates="han"),
    _one("2022/2022年居村法律顾问日志（夏清澄）.xlsx", "adviser_log.plain", "日志", filled_by="夏清澄", dates="mixed"),
    _one("2022/2022年居村法律顾问日志（孟子舟）.xlsx", "adviser_log.plain", "日志", filled_by="孟子舟", doubled=True),
    _one(
        "2022/2022年顾问服务记录（望月居委会）.xlsx",
        "adviser_log.assessment",
        reporting_unit="望月居委会",
        filled_by="袁佳霖",
    ),
    _one(
        "2022/2022年顾问服务记录（云栖居委会）.xls",
        "adviser_log.assessment",
        reporting_unit="云栖居委会",
        filled_by="袁佳霖",
    ),
    Book(
        "2022/2022年法律意见书登记.xlsx",
        (
            Sheet("意见书登记", "legal_opinion.plain", dates="dots"),
            Sheet("收文登记", "legal_opinion.receipt", dates="han"),
        ),
    ),
)
EDUCATION_2022 = (
    Book(
        "2022/2022年法治宣传教育登记.xlsx",
        (
            Sheet("培训", "training.plain", dates="dots", totals="below"),
            Sheet("领导学法", "study.plain"),
            Sheet("讲座", "lecture.plain", dates="han"),
            Sheet("宣传活动", "public_event.plain", dates="mixed"),
            Sheet("考试", "law_exam.plain"),
        ),
    ),
    _one("2022/2022年送法进企业讲座.xlsx", "lecture.enterprise", "讲座", dates="slash"),
    _one("2022/2022年下半年普法活动明细.xls", "public_event.monthly", "明细", dates="iso"),
    Book(
        "2022/法治宣传阵地与授牌（历年）.xlsx",
        (Sheet("阵地", "venue.plain", dates="dots"), Sheet("授牌", "venue_award.plain", dates="dots")),
    ),
    Book(
        "2022/行政应诉与复议（2022年）.xlsx",
        (Sheet("行政诉讼", "suit.plain"), Sheet("行政复议", "reconsideration.plain", dates="han")),
    ),
    _one("2022/2022年法治工作会议.xlsx", "work_meeting.plain", "会议"),
    _one("2022/2022年司法所例会记录.xlsx", "work_meeting.minutes", "例会", dates="dots"),
)
PENALTY_2022 = (
    _one("2022/2022年行政处罚案件台账.xlsx", "penalty_case.plain", "案件台账", filled_by="苗正清", dates="dots"),
    _one("2022/2022年综合执法案件导出清单.xls", "penalty_case.unified", "导出清单", dates="iso"),
    _one("2022/2022年当场处罚登记表.xlsx", "penalty_spot.plain", "当场处罚", filled_by="苗正清", dates="han"),
)
YEAR_2021 = (
    _one("2021/2021年矛盾纠纷排查登记表.xlsx", "screening.plain", "排查登记", dates="dots"),
    _one("2021/2021年人民调解登记簿（镇及村居）.xlsx", "mediation.plain", "登记簿", dates="iso"),
    _one("2021/2021年诉源事件批量导入表.xlsx", "mediation.bulk", "批量导入", dates="dots"),
    _one("2021/2021年口头协议登记簿.xlsx", "oral_mediation.plain", "口头协议", dates="han"),
    _one("2021/2021年110分流工单.xlsx", "diversion_110.plain", "工单", dates="iso"),
    _one("2021/2021年公服站法律咨询登记.xlsx", "station_consultation.plain", "咨询", dates="iso"),
    _one("2021/2021年法律服务需求指引.xlsx", "station_guidance.plain", "指引", dates="dots"),
    _one("2021/2021年居村法律顾问日志.xlsx", "adviser_log.plain", "日志", dates="iso"),
    _one("2021/2021年法律意见书收文登记.xlsx", "legal_opinion.receipt", "收文", dates="iso"),
    Book(
        "2021/2021年法治宣传教育一览.xlsx",
        (
            Sheet("培训班次", "training.sessions", dates="dots"),
            Sheet("中心组学习", "study.list"),
            Sheet("企业讲座", "lecture.enterprise"),
            Sheet("活动明细", "public_event.monthly"),
            Sheet("网上考试", "law_exam.online"),
        ),
    ),
    Book(
        "2021/阵地与荣誉一览（截至2021年底）.xlsx",
        (Sheet("阵地一览", "venue.overview"), Sheet("荣誉一览", "venue_award.list")),
    ),
    Book(
        "2021/行政应诉与复议年度表（2020-2021）.xls",
        (Sheet("应诉", "suit.yearly"), Sheet("复议", "reconsideration.yearly")),
    ),
    _one("2021/2021年司法所例会记录.xlsx", "work_meeting.minutes", "例会"),
    _one("2021/2021年行政处罚案件台账.xlsx", "penalty_case.plain", "案件台账", filled_by="苗正清", dates="iso"),
    _one("2021/2021年简易程序案件一览表.xlsx", "penalty_spot.list", "简易程序", filled_by="苗正清", dates="slash"),
)
BACKFILL = _one("补录-十月两件调解.xlsx", "mediation.plain", "登记簿", imported=False)
EXERCISE = _one("练习-有错的调解台账.xlsx", "mediation.plain", "台账", imported=False, filled_by="陈启明")
LIVE = Book(
    "近期事项.xlsx",
    (
        Sheet("排查登记", "screening.plain"),
        Sheet("登记簿", "mediation.plain"),
        Sheet("110工单", "diversion_110.plain"),
        Sheet("咨询", "station_consultation.plain"),
        Sheet("处罚案件", "penalty_case.plain"),
    ),
    imported=False,
)
BESIDE = (BACKFILL, EXERCISE, LIVE)

YEAR_WORKBOOKS = (
    *SCREENING_2022,
    *MEDIATION_2022,
    *DIVERSION_2022,
    *LEGAL_SERVICE_2022,
    *EDUCATION_2022,
    *PENALTY_2022,
    *YEAR_2021,
)
WORKBOOKS = (*YEAR_WORKBOOKS, *BESIDE)
