"""How a layout is declared: a register, and its columns in the order in which they are written."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: ``heading`` as written (父/子 in a head of two rows), the ``field`` it carries ("" = left out)."""

    heading: str
    field: str
    note: str = ""


@dataclass(frozen=True)
class Layout:
    """One heading row. ``id`` is "register.variant"; ``origin`` says whether it is ours or one found in use."""

    id: str
    title: str
    origin: str
    columns: tuple[Column, ...]
    note: str = ""

    @property
    def register(self) -> str:
        """The register which the layout belongs to."""
        return self.id.split(".", 1)[0]

    @property
    def two_rows(self) -> bool:
        """Whether the head takes two rows, the upper one merged over its children."""
        return any("/" in column.heading for column in self.columns)

    def field_of(self, heading: str) -> str:
        """The field which ``heading`` carries; KeyError where the layout has no such heading."""
        return {column.heading: column.field for column in self.columns}[heading]


def columns(text: str) -> tuple[Column, ...]:
    """Reads a table "heading | field | note", one column a line."""
    found = []
    for line in text.strip().splitlines():
        heading, field, note = (*(part.strip() for part in line.split("|")), "")[:3]
        found.append(Column(heading, "" if field == "-" else field, note))
    return tuple(found)
