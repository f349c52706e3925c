"""From outline, the town's own texts and the figures of a year to the blocks of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guiju.kernel.documents.api import Bold, Heading, Paragraph, Text
from guiju.kernel.documents.api import Figure as FigureRun
from guiju.reports.approximations import in_characters
from guiju.reports.clauses import kept
from guiju.reports.figures import FigureKey, YearFigure
from guiju.reports.habits import BESIDE_LAST_YEAR, HABITS, is_zero
from guiju.reports.outline import Outline, OutlinePart, OutlineSection
from guiju.reports.tokens import LEFT_OUT, Piece, Token, Word, parse, split_lead, tokens_of

Run = Text | Bold | FigureRun
Block = Heading | Paragraph
Link = Callable[[YearFigure], str]


def record_page(figure: YearFigure) -> str:
    """Where a figure opens, seen from the report's web page: a page in the folder `records` beside it."""
    return f"records/{page_name(figure)}"


def page_name(figure: YearFigure) -> str:
    """File name of a figure's page of records."""
    return f"{figure.id}.html" if figure.kind == "derived" else f"{figure.id}.platform.html"


@dataclass(frozen=True)
class Placed:
    """A block with the code of its place in the outline: of the paragraph, or of the section or part that it heads."""

    code: str
    block: Block


@dataclass
class Written:
    """A report as it reads: its blocks, places somebody still has to write, and the figures it prints by their sections."""

    blocks: list[Placed] = field(default_factory=list)
    open_places: list[str] = field(default_factory=list)
    printed: dict[FigureKey, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Composition:
    """Everything that decides the text of a report; `words` are the report's own (year, town …)."""

    outline: Outline
    figures: Sequence[YearFigure]
    words: Mapping[str, str]
    installed: frozenset[str]
    texts: Mapping[str, str] = field(default_factory=dict)
    link: Link = record_page

    def written(self) -> Written:
        """The report as it reads."""
        writing = _Writing(self)
        writing.paragraph(self.outline.opening.code, self.outline.opening.text)
        for number, part in enumerate(self.outline.parts, start=1):
            writing.part(number, part)
        return writing.written

    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the report."""
        return tuple(placed.block for placed in self.written().blocks)

    def missing(self) -> tuple[str, ...]:
        """Figures that the texts would show but that nobody counts; their clauses are left out."""
        there = {figure.key for figure in self.figures}
        texts = {paragraph.code: paragraph.text for paragraph in self.outline.paragraphs()} | dict(self.texts)
        return tuple(
            dict.fromkeys(t.id for text in texts.values() for t in tokens_of(text) if (t.kind, t.id) not in there)
        )

    def plain(self, text: str) -> str:
        """A title or a line without figures, with the report's own words filled in."""
        return "".join(self.words[piece.name] if isinstance(piece, Word) else str(piece) for piece in parse(text))


class _Writing:
    def __init__(self, given: Composition) -> None:
        self.given = given
        self.figures = {figure.key: figure for figure in given.figures}
        self.written = Written()

    def part(self, number: int, part: OutlinePart) -> None:
        heading = self.given.plain(part.heading)
        self._put(part.code, Heading(1, f"{in_numerals(number)}、{heading}"))
        sections = [(section, found) for section in part.sections if (found := list(self._section(section)))]
        place = 0
        for section, paragraphs in sections:
            if section.heading:
                place += 1
                self._put(section.code, Heading(2, f"（{in_numerals(place)}）{self.given.plain(section.heading)}"))
            self.written.blocks += paragraphs
        if not sections:
            # The duty names this part: it is never left out in silence.
            self._put(part.code, self._open(heading))

    def paragraph(self, code: str, text: str) -> None:
        self.written.blocks += self._paragraph(code, text)

    def _put(self, code: str, block: Block) -> None:
        self.written.blocks.append(Placed(code, block))

    def _section(self, section: OutlineSection) -> Iterator[Placed]:
        own = {code: text for code, text in self.given.texts.items() if code.startswith(f"{section.code}.")}
        codes = [paragraph.code for paragraph in section.paragraphs]
        missing = bool(section.needs) and section.needs not in self.given.installed
        if missing and section.without == "ask" and not own:
            yield Placed(section.code, self._open(self.given.plain(section.heading)))
        for paragraph in section.paragraphs:
            if not missing or paragraph.code in own:
                yield from self._paragraph(paragraph.code, paragraph.text)
        for code in sorted(own.keys() - set(codes)):
            yield from self._paragraph(code, own[code])

    def _open(self, heading: str) -> Paragraph:
        self.written.open_places.append(heading)
        return Paragraph((Text(f"【待补写：{heading}】"),))

    def _paragraph(self, code: str, text: str) -> Iterator[Placed]:
        lead, rest = split_lead(self.given.texts.get(code, text))
        pieces = kept(parse(rest), self._there)
        if pieces:
            runs = [self._run(piece, code) for piece in pieces]
            yield Placed(code, Paragraph(tuple(_joined([Bold(lead), *runs] if lead else runs))))

    def _there(self, token: Token) -> bool:
        figure = self.figures.get((token.kind, token.id))
        if figure is None or (token.habit in BESIDE_LAST_YEAR and figure.compared.last_year is None):
            return False
        return not (token.zero == LEFT_OUT and is_zero(figure))

    def _run(self, piece: Piece, code: str) -> Run:
        if isinstance(piece, Word):
            return Text(self.given.words[piece.name])
        if not isinstance(piece, Token):
            return Text(piece)
        figure = self.figures[(piece.kind, piece.id)]
        words = piece.zero if piece.zero is not None and is_zero(figure) else HABITS[piece.habit](figure)
        if not piece.counts:
            return Text(words)
        self.written.printed.setdefault(figure.key, code.rpartition(".")[0])
        return FigureRun(figure.id, words, self.given.link(figure))


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Neighbouring pieces of ordinary text become one run."""
    text = ""
    for run in runs:
        if isinstance(run, Text):
            text += run.text
            continue
        if text:
            yield Text(text)
        text = ""
        yield run
    if text:
        yield Text(text)


def preview_of(composition: Composition, text: str) -> str:
    """How a paragraph reads, as plain text; empty where nothing of it is left. Raises ReportError."""
    parse(text)
    writing = _Writing(composition)
    writing.paragraph("preview", text)
    return "".join(run.text for placed in writing.written.blocks for run in placed.block.runs)  # type: ignore[union-attr]


def in_numerals(number: int) -> str:
    """The number of a heading: 一, 二, 十一."""
    return "二" if number == 2 else in_characters(number)
