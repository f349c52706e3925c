"""A blank workbook: its sheets, and rows put in so that every part that names a cell follows."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from lxml import etree

from guiju.exchange.superiors_forms.errors import FormError
from guiju.exchange.superiors_forms.package import SAVE_AS, Package
from guiju.exchange.superiors_forms.references import Inserted
from guiju.exchange.superiors_forms.sheet import Sheet, tag

WORKBOOK = "xl/workbook.xml"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART_FORMULA = "{http://schemas.openxmlformats.org/drawingml/2006/chart}f"
_DATE_FORMATS = frozenset({14, 15, 16, 17, 22, 27, 30, 31, 36, 50, 57, 58})
_DATE_WORDS = re.compile(r"[yd]|m(?!m?:)", re.IGNORECASE)
_AFTER_NAMES = ("sheets", "functionGroups", "externalReferences", "definedNames")


class WorkbookBlank:
    """The sheets of a workbook by name, in their order. Raises FormError where it is none."""

    kind = "xlsx"

    def __init__(self, data: bytes, name: str) -> None:
        self.package = Package(data, name)
        if WORKBOOK not in self.package:
            raise FormError(f"《{name}》不是 Excel 工作簿。{SAVE_AS}。")
        parts = dict(self.package.related(WORKBOOK, "worksheet"))
        listed = [(one.get("name"), parts.get(one.get(RELATION_ID))) for one in self._listed()]
        self._parts = {title: part for title, part in listed if part in self.package}
        self.sheets = {title: self._sheet(title, part) for title, part in self._parts.items()}
        if not self.sheets:
            raise FormError(f"《{name}》里没有工作表。{SAVE_AS}。")

    def _listed(self) -> Any:
        return self.package.tree(WORKBOOK).find(tag("sheets"))

    def _sheet(self, title: str, part: str) -> Sheet:
        return Sheet(title, self.package.tree(part), self._shared, self._dated)

    @cached_property
    def _shared(self) -> list[str]:
        part = "xl/sharedStrings.xml"
        if part not in self.package:
            return []
        items = self.package.tree(part).iter(tag("si"))
        # 拼音 written above characters (rPh) is no part of the text.
        return ["".join(t.text or "" for t in one.iter(tag("t")) if t.getparent().tag != tag("rPh")) for one in items]

    @cached_property
    def _dated(self) -> frozenset[int]:
        if "xl/styles.xml" not in self.package:
            return frozenset()
        root = self.package.tree("xl/styles.xml")
        own = {int(one.get("numFmtId")): one.get("formatCode", "") for one in root.iter(tag("numFmt"))}
        formats = root.find(tag("cellXfs"))
        known = [int(one.get("numFmtId", "0")) for one in formats] if formats is not None else []
        bare = {code: re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", text) for code, text in own.items()}
        return frozenset(
            at for at, code in enumerate(known) if code in _DATE_FORMATS or _DATE_WORDS.search(bare.get(code, ""))
        )

    def insert(self, sheet: str, after: int, by: int) -> None:
        """Put `by` rows in below row `after` of a sheet, as copies of it."""
        if by <= 0:
            return
        change = Inserted(sheet, after, by)
        for one in self.sheets.values():
            one.part_shared_formulas()
        for one in self.sheets.values():
            one.move_formulas(change)
        self.sheets[sheet].insert(change)
        self._move_names(change)
        self._move_related(self._parts[sheet], change)
        for part in [name for name in self.package.names() if name.startswith("xl/charts/chart")]:
            for formula in [one for one in self.package.tree(part).iter(CHART_FORMULA) if one.text]:
                moved = change.formula(formula.text, "")
                if moved != formula.text:
                    self.package.edit(part)
                    formula.text = moved

    def _move_names(self, change: Inserted) -> None:
        """Print areas, print titles and other names."""
        names = list(self.sheets)
        for one in self.package.tree(WORKBOOK).iter(tag("definedName")):
            at = one.get("localSheetId")
            here = names[int(at)] if at and int(at) < len(names) else ""
            moved = change.formula(one.text or "", here)
            if moved != one.text:
                self.package.edit(WORKBOOK)
                one.text = moved

    def _move_related(self, part: str, change: Inserted) -> None:
        """Tables, comments and drawings that belong to the sheet."""
        for kind in ("table", "comments"):
            for _, related in self.package.related(part, kind):
                for one in self.package.edit(related).iter():
                    if isinstance(one.tag, str) and one.get("ref"):
                        one.set("ref", change.areas(one.get("ref")))
        for _, drawing in self.package.related(part, "drawing"):
            for one in self.package.edit(drawing).iter(f"{DRAWING}row"):
                one.text = str(change.row(int(one.text) + 1) - 1)

    def saved(self) -> bytes:
        """The workbook as bytes; formulas are counted anew when it is opened."""
        if any(sheet.changed for sheet in self.sheets.values()):
            for sheet in self.sheets.values():
                sheet.forget_results()
            self._count_anew()
        for title, sheet in self.sheets.items():
            if sheet.changed:
                self.package.edit(self._parts[title])
        return self.package.saved()

    def _count_anew(self) -> None:
        # The order of counting names cells that may have moved; a program that opens the workbook makes it anew.
        self.package.drop("xl/calcChain.xml")
        root = self.package.edit(WORKBOOK)
        found = root.find(tag("calcPr"))
        if found is None:
            found = etree.Element(tag("calcPr"))
            before = [at for at, one in enumerate(root) if one.tag in {tag(name) for name in _AFTER_NAMES}]
            root.insert(max(before) + 1, found)
        found.set("fullCalcOnLoad", "1")
