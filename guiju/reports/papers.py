"""The papers of a report as documents: the notice with the report, the annex of figures, a figure's records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guiju.kernel.documents.api import Block, Column, Content, Enclosure, Issuer, Note, Table, date_in_digits, paragraph
from guiju.kernel.documents.api import Figure as FigureRun
from guiju.kernel.organisation.api import Town, Unit
from guiju.reports.composing import Composition
from guiju.reports.figures import YearFigure
from guiju.reports.figures_table import number_words, value_words
from guiju.reports.rounds import rounds_note
from guiju.reports.wording import completeness_words, kind_words

NUMBER_MARK = "report.number_mark"  # town setting: 机关代字 before the year


def own_words(town: Town, year: int) -> dict[str, str]:
    """The words in braces that are not figures. One statement."""
    government = Unit.objects.filter(town=town, kind=Unit.Kind.GOVERNMENT).order_by("id").first()
    return {
        "year": str(year),
        "last_year": str(year - 1),
        "next_year": str(year + 1),
        "town": town.name,
        "government": government.name if government else f"{town.name}人民政府",
        "district": town.district,
    }


@dataclass(frozen=True)
class ReportPapers:
    """The papers of one year. `remark` marks what is invented (示例); number, date and seal keep free places."""

    composition: Composition
    year: int
    remark: str = ""
    number_mark: str = ""

    @property
    def title(self) -> str:
        return self.composition.plain(self.composition.outline.title)

    def notice(self) -> Content:
        """The notice in the layout of GB/T 9704-2012 that issues the report."""
        notice, plain = self.composition.outline.notice, self.composition.plain
        government = self.composition.words["government"]
        return Content(
            title=plain(notice.title),
            kind="annual_report",
            head=f"{government}文件",
            number_mark=self.number_mark,
            addressees=notice.addressees,
            blocks=(paragraph(plain(notice.text)),),
            signature=(government,),
            enclosures=(Enclosure(self.title, (*self._marked(), *self.composition.blocks())),),
            cc=tuple(plain(copy) for copy in notice.copies if not copy.startswith("{district}") or self._has_district),
            issuer=Issuer(plain(notice.office)),
        )

    def upward(self) -> Content | None:
        """The report to those who demand it (督察工作规定 第23条), with a place for 签发人; None where outline or district is wanting."""
        told, plain = self.composition.outline.upward, self.composition.plain
        if told is None or not self._has_district:
            return None
        government = self.composition.words["government"]
        return Content(
            title=plain(told.title),
            kind="annual_report_upward",
            head=f"{government}文件",
            number_mark=self.number_mark,
            signer="",
            addressees=tuple(plain(each) for each in told.addressees),
            blocks=(*self._marked(), *self.composition.blocks(), paragraph(plain(told.closing))),
            signature=(government,),
            cc=tuple(plain(copy) for copy in told.copies),
            issuer=Issuer(plain(self.composition.outline.notice.office)),
        )

    def public(self) -> Content:
        """公开稿: the report alone, as it is put before the public (督察工作规定 第24条)."""
        return Content(
            title=self.title,
            kind="annual_report_public",
            blocks=(*self._marked(), *self.composition.blocks()),
            signature=(self.composition.words["government"],),
            sealed=False,
        )

    def _marked(self) -> tuple[Block, ...]:
        return (paragraph(f"（{self.remark}）", indent=False, align="center"),) if self.remark else ()

    @property
    def _has_district(self) -> bool:
        return bool(self.composition.words["district"])

    def annex(self) -> Content:
        """数据附表: figure, value, last year, cut-off, what is counted, completeness, kind."""
        figures = self.composition.figures
        rows = tuple(annex_row(number, figure) for number, figure in enumerate(figures, start=1))
        notes = annex_notes(figures, self.year, self.remark)
        blocks: list[Block] = [Table(annex_columns(self.year), rows), *(Note(note) for note in notes)]
        return Content(
            title=f"{self.title}数据附表",
            kind="annual_report_annex",
            layout="annex",
            blocks=tuple(blocks),
            landscape=True,
        )

    def records(self, figure: YearFigure, report: str) -> Content:
        """The records behind a figure: numbers, days, amounts, entries; neither titles nor names."""
        told = f"{figure.name}{number_words(figure.value)}{figure.unit}"
        period = f"{date_in_digits(figure.start)}至{date_in_digits(figure.as_of)}"
        blocks: list[Block] = [
            paragraph("返回", FigureRun(figure.id, "年度报告", report), indent=False),
            paragraph(f"{told}，期间为{period}。", indent=False),
            paragraph(f"数什么：{figure.definition}。", indent=False),
        ]
        if figure.is_ratio:
            blocks.append(paragraph(f"分子{figure.numerator}，分母{figure.denominator}；下列为分母。", indent=False))
        if figure.basis:
            blocks.append(paragraph(f"依据：{'、'.join(figure.basis)}", indent=False))
        if figure.records:
            blocks.append(Table(_RECORD_COLUMNS, _record_rows(figure), f"{len(figure.records)}条记录"))
        elif figure.kind == "derived":
            blocks.append(paragraph("这个期间没有一条记录计入。", indent=False))
        blocks.append(Note(f"记录摘要：{figure.digest}"))
        if self.remark:
            blocks.append(Note(self.remark))
        return Content(title=figure.name, kind="figure_records", layout="annex", blocks=tuple(blocks))


_RECORD_COLUMNS = (
    Column("序号", 2, "center"),
    Column("编号", 8),
    Column("日期", 4, "center"),
    Column("计入", 2, "right"),
    Column("留痕条目", 3, "right"),
)


def _record_rows(figure: YearFigure) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (str(place), record.number, record.date.isoformat(), str(record.amount), f"#{record.entry:,}")
        for place, record in enumerate(figure.records, start=1)
    )


def annex_columns(year: int) -> tuple[Column, ...]:
    """The head of the annex with the relative widths of its columns."""
    return (
        Column("序号", 3, "center"),
        Column("指标", 10),
        Column(f"{year}年", 4, "right"),
        Column(f"{year - 1}年", 4, "right"),
        Column("单位", 3, "center"),
        Column("截至", 6, "center"),
        Column("数什么", 12),
        Column("报送", 4, "center"),
        Column("性质", 5, "center"),
    )


def annex_row(number: int, figure: YearFigure) -> tuple[str, ...]:
    """One figure as a row of the annex."""
    return (
        str(number),
        figure.name,
        value_words(figure),
        number_words(figure.compared.last_year) if figure.kind == "derived" else "—",
        figure.unit,
        figure.as_of.isoformat(),
        figure.definition,
        completeness_words(figure.completeness),
        kind_words(*figure.key),
    )


_WITHOUT_RECORDS = {
    "平台数据": "由上级平台给出，经人确认，本镇没有逐条记录。",
    "单位报送": "由写明的单位报来，本镇没有逐条记录。",
}


def annex_notes(figures: Sequence[YearFigure], year: int, remark: str) -> list[str]:
    """What a reader of the annex needs to know; the rounds of returns by name, with who lacks."""
    notes = [f"注：1.{year - 1}年一栏是上一年同一期间的数。"]
    notes.append("2.“按记录计算”的数由登记的事项逐条数出；“未设报送”指没有按单位收齐报送的环节，不表示缺报。")
    kinds = {kind_words(*figure.key) for figure in figures}
    for kind, told in _WITHOUT_RECORDS.items():
        if kind in kinds:
            notes.append(f"{len(notes) + 1}.“{kind}”{told}")
    lapsed = "；".join(f"{figure.name}{figure.lapsed}" for figure in figures if figure.lapsed)
    if lapsed:
        notes.append(f"{len(notes) + 1}.{lapsed}。")
    told = rounds_note(figures)
    if told:
        notes.append(f"{len(notes) + 1}.报送一栏是各轮已报和应报的合计：{told}。")
    return [*notes, remark] if remark else notes


def number_mark_of(settings: Mapping[str, str]) -> str:
    """The 机关代字 that the town has set, empty where it has not."""
    return settings.get(NUMBER_MARK, "")
