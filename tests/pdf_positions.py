"""Where text and lines stand in a PDF, in points from the lower left corner of the page."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader

MM = 72 / 25.4


@dataclass(frozen=True)
class Placed:
    """A run of text with the place of its first baseline point, its size and its font."""

    text: str
    x: float
    y: float
    size: float
    font: str


@dataclass(frozen=True)
class Stroke:
    """A straight line: where it begins, how far it goes, its weight and colour."""

    x: float
    y: float
    length: float
    weight: float
    colour: tuple[float, ...]


def pages_of(pdf: bytes) -> list[Any]:
    """Return the pages of a PDF."""
    return list(PdfReader(BytesIO(pdf)).pages)


def texts_of(page: Any) -> list[Placed]:
    """Return the runs of text of a page in drawing order."""
    found: list[Placed] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if text.strip():
            found.append(Placed(text.strip(), cm[4], cm[5], size, str(font["/BaseFont"]) if font else ""))

    page.extract_text(visitor_text=visit)
    return found


def strokes_of(page: Any) -> list[Stroke]:
    """Return the straight lines of a page in drawing order."""
    found: list[Stroke] = []
    state: dict[str, Any] = {"w": 1.0, "SCN": (0.0,), "start": (0.0, 0.0)}

    def visit(operator: bytes, arguments: list[Any], cm: list[float], tm: list[float]) -> None:
        if operator == b"w":
            state["w"] = float(arguments[0])
        elif operator == b"SCN":
            state["SCN"] = tuple(float(value) for value in arguments)
        elif operator == b"m":
            state["start"] = (float(arguments[0]), float(arguments[1]))
        elif operator == b"l":
            x, y = state["start"]
            length = abs(float(arguments[0]) - x) + abs(float(arguments[1]) - y)
            found.append(Stroke(cm[4] + x, cm[5] - y, length, state["w"], state["SCN"]))

    page.extract_text(visitor_operand_before=visit)
    return found


def line_of(page: Any, text: str) -> Placed:
    """Return the run that begins with these words."""
    return next(found for found in texts_of(page) if found.text.startswith(text))
