"""主管部门: which unit answers for a section and for the figures that it prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guiju.kernel.organisation.api import Acting, Tree, Unit, subtree
from guiju.reports.figures import FigureKey, key_of
from guiju.reports.outline import Outline

FALLBACK = (Unit.Kind.JUSTICE_OFFICE, Unit.Kind.GOVERNMENT)
READERS = frozenset({"leader", "organ_head", "district_viewer", "legal_adviser"})  # they read, and answer for no unit
HERE_ONLY = frozenset({"office_clerk", "village_clerk"})  # they answer for their own unit alone


@dataclass(frozen=True)
class Owners:
    """Units by section and by figure; `units` are all that may be named."""

    units: Mapping[int, str]
    sections: Mapping[str, int]
    figures: Mapping[FigureKey, int]
    tree: Tree = ()

    def of(self, key: FigureKey, section: str = "") -> int | None:
        """The unit that answers for a figure printed in a section; None in a town without any office."""
        return self.figures.get(key) or self.sections.get(section) or self.sections.get("")

    def name(self, unit: int | None) -> str:
        return self.units.get(unit or 0, "未定部门")

    def speaks(self, acting: Acting, unit: int | None) -> bool:
        """Whether somebody speaks for a unit: by a post in it or in one above it that is not a post of mere sight."""
        own = [post.unit_id for post in acting.posts if post.role not in READERS]
        above = [post.unit_id for post in acting.posts if post.role not in READERS | HERE_ONLY]
        return unit is not None and (unit in own or unit in subtree(above, self.tree))


def owners_from(outline: Outline, units: Sequence[Unit], kept: Mapping[str, int]) -> Owners:
    """Who answers for what: as the town has set it (`kept` by code), else by the outline's kinds of units."""
    by_kind: dict[str, int] = {}
    for unit in units:
        by_kind.setdefault(unit.kind, unit.id)
    usual = next((by_kind[kind] for kind in FALLBACK if kind in by_kind), None)
    sections = {"": usual} if usual else {}
    for section in outline.sections():
        found = kept.get(section.code) or by_kind.get(section.owner) or usual
        if found:
            sections[section.code] = found
    figures = {key_of(code): unit for code, unit in kept.items() if ":" in code}
    tree = tuple((unit.id, unit.parent_id) for unit in units)
    return Owners({unit.id: unit.name for unit in units}, sections, figures, tree)
