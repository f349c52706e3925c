"""The lawbook: all rulepacks of a town as one immutable value that answers for a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from guiju.kernel.lawbook.basis import Basis, whole_article
from guiju.kernel.lawbook.errors import ItemNotHeld, NotInForce, UnknownArticle, UnknownLaw, UnknownRule
from guiju.kernel.lawbook.items import ItemRow
from guiju.kernel.lawbook.rows import (
    ArticleRow,
    Code,
    CodeList,
    CodeTable,
    DatedRow,
    LawRow,
    Level,
    NamedValue,
    Status,
    TermRule,
    VersionRow,
)

Dated = TypeVar("Dated", bound=DatedRow)


@dataclass(frozen=True, eq=False)
class Lawbook:
    """Laws, term rules, named values, code tables and enforcement items of a chain of rulepacks. Made by `load_lawbook`."""

    packs: tuple[str, ...]
    laws: Mapping[str, LawRow]
    _terms: Mapping[str, tuple[TermRule, ...]]
    _values: Mapping[str, tuple[NamedValue, ...]]
    _lists: Mapping[str, CodeList]
    _tables: Mapping[tuple[str, str], tuple[CodeTable, ...]]
    _items: Mapping[str, tuple[ItemRow, ...]] = field(default_factory=dict)
    title: str = ""  # of the last pack, as people read it: 青禾镇

    def law(self, law: str) -> LawRow:
        """The law of this id. Raises UnknownLaw."""
        try:
            return self.laws[law]
        except KeyError:
            raise UnknownLaw(law) from None

    def basis(self, law: str, article: str = "") -> Basis:
        """A basis that is certain to exist in some version. Raises UnknownLaw, UnknownArticle."""
        row = self.law(law)
        if article and not any(_find(version, article) for version in row.versions):
            raise UnknownArticle(row.short, article)
        return Basis(law, article, row.short)

    def version(self, law: str, on: date) -> VersionRow:
        """The version of a law in force on a day. Raises UnknownLaw, NotInForce."""
        row = self.law(law)
        return _on(row.versions, on, f"《{row.short}》")

    def article(self, basis: Basis, on: date) -> ArticleRow:
        """The article in the version in force on a day; a paragraph without a row of its own gives its article.

        Raises UnknownLaw, UnknownArticle (in no version) and NotInForce (not in that day's version).
        """
        complete = self.basis(basis.law, basis.article)
        found = _find(self.version(basis.law, on), basis.article)
        if found is None:
            raise NotInForce(complete.label, on)
        return found

    def is_hard(self, basis: Basis, on: date) -> bool:
        """Whether breaking the article may stop a step: it is of statute level and its text was read.

        Statute level is 法律, made by the National People's Congress or its Standing Committee. Administrative and
        local regulations, rules, judicial interpretations, party rules, notices and standards are not. An article
        that was not in force on the day is not hard either. Raises UnknownLaw, UnknownArticle.
        """
        self.basis(basis.law, basis.article)
        if self.law(basis.law).level is not Level.STATUTE:
            return False
        try:
            return self.article(basis, on).status is Status.VERIFIED
        except NotInForce:
            return False

    def term_rule(self, name: str, on: date) -> TermRule:
        """The term rule of this id as in force on a day (the day its period opens). Raises UnknownRule, NotInForce."""
        rows = self._terms.get(name)
        if rows is None:
            raise UnknownRule("期限规则", name)
        return _on(rows, on, rows[-1].label)

    def term_rules(self, on: date) -> tuple[TermRule, ...]:
        """All term rules in force on a day, by id."""
        return tuple(row for name in sorted(self._terms) for row in self._terms[name] if row.in_force(on))

    def value(self, name: str, on: date) -> NamedValue:
        """The named value with its basis as in force on a day. Raises UnknownRule, NotInForce."""
        rows = self._values.get(name)
        if rows is None:
            raise UnknownRule("数值", name)
        return _on(rows, on, rows[-1].label)

    def item(self, code: str, on: date) -> ItemRow:
        """行政处罚法第24条: the item of this code as the town enforces it on a day. Raises UnknownRule, ItemNotHeld."""
        rows = self.item_history(code)
        if not rows:
            raise UnknownRule("执法事项", code)
        held = next((row for row in rows if row.in_force(on)), None)
        if held is None:
            handed_over = [row for row in rows if row.from_ <= on]
            raise ItemNotHeld(rows[-1].label, on, handed_over[-1].returned_to if handed_over else "")
        return held

    def item_history(self, code: str) -> tuple[ItemRow, ...]:
        """Every row of an enforcement item, oldest first; none for an unknown code."""
        return tuple(sorted(self._items.get(code, ()), key=lambda row: row.from_))

    def items(self, on: date | None = None) -> tuple[ItemRow, ...]:
        """The enforcement items of a day by code; without a day the last row of every item that there ever was."""
        if on is None:
            return tuple(self.item_history(code)[-1] for code in sorted(self._items))
        return tuple(row for code in sorted(self._items) for row in self._items[code] if row.in_force(on))

    def codes(self, kind: str) -> tuple[Code, ...]:
        """Our own categories of a kind, in their order. Raises UnknownRule."""
        try:
            return self._lists[kind].codes
        except KeyError:
            raise UnknownRule("类别表", kind) from None

    def columns(self, kind: str) -> Mapping[str, str]:
        """The further columns of our own list of a kind: key in `Code.columns` to heading. Raises UnknownRule."""
        self.codes(kind)
        return self._lists[kind].columns

    def code_table(self, owner: str, kind: str, on: date) -> CodeTable:
        """The mapping table of an owner in force on a day. Raises UnknownRule, NotInForce."""
        rows = self._tables.get((owner, kind))
        if rows is None:
            raise UnknownRule("类别对照表", f"{owner}/{kind}")
        return _on(rows, on, rows[-1].owner_label)

    def map_code(self, owner: str, kind: str, code: str, on: date) -> str:
        """Our category for a category (code or wording, 纠纷 at its end is let go) of an owner. Raises UnknownRule, NotInForce."""
        table, wording = self.code_table(owner, kind, on), code.strip()
        ours = table.inward.get(wording) or table.inward.get(wording.removesuffix("纠纷"))
        if ours is None:
            raise UnknownRule(f"{table.owner_label}类别", code)
        return ours

    def owner_code(self, owner: str, kind: str, ours: str, on: date) -> str:
        """The owner's category under which one of ours is counted. Raises UnknownRule, NotInForce."""
        table = self.code_table(owner, kind, on)
        try:
            return table.outward[ours]
        except KeyError:
            raise UnknownRule(f"{table.owner_label}可对应的类别", ours) from None


def _find(version: VersionRow, number: str) -> ArticleRow | None:
    wanted = (number, whole_article(number))
    return next((row for name in wanted for row in version.articles if row.number == name), None)


def _on(rows: Iterable[Dated], on: date, what: str) -> Dated:
    for row in rows:
        if row.in_force(on):
            return row
    raise NotInForce(what, on)
