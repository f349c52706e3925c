"""The code on a printed page: a random token, the page and a check, nothing of the matter or of a person.

Each page bears the code twice, at the upper right and smaller at the lower left: two places far apart tell how the page
lies in a picture, and one still tells which it is where the other is torn, stamped over or cut off.
"""

from __future__ import annotations

import hashlib
import io
import secrets
from dataclasses import dataclass

import segno

from guiju.exchange.papers.models import TOKEN_LENGTH
from guiju.kernel.documents.api import Drawing

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O, U, which look like others
MARK = "GJ"
PAGE_LETTERS, CHECK_LETTERS = 2, 3
LENGTH = len(MARK) + 1 + TOKEN_LENGTH + PAGE_LETTERS + CHECK_LETTERS
UPRIGHT, WIDE = (210.0, 297.0), (297.0, 210.0)  # a sheet, in mm
EDGE, TOP, LARGE, SMALL = 8.0, 5.0, 14.0, 12.0


@dataclass(frozen=True)
class Spot:
    """Where a code stands: on an upright or a wide sheet, its upper left corner and its side in mm."""

    sheet: tuple[float, float]
    left: float
    top: float
    side: float


SPOTS = {
    letter: spot
    for sheet, letters in ((UPRIGHT, "AB"), (WIDE, "CD"))
    for letter, spot in zip(
        letters,
        (
            Spot(sheet, sheet[0] - EDGE - LARGE, TOP, LARGE),
            Spot(sheet, EDGE, sheet[1] - EDGE - SMALL, SMALL),
        ),
        strict=True,
    )
}


@dataclass(frozen=True)
class Code:
    """What a code says: token of the paper, number of the page from 1, the letter of the spot where it stands."""

    token: str
    page: int
    spot: str

    def text(self) -> str:
        """The letters that the code holds."""
        body = f"{MARK}{self.spot}{self.token}{_written(self.page, PAGE_LETTERS)}"
        return body + _check(body)


def new_token() -> str:
    """A random token; sixty bits, so that nobody guesses one."""
    return "".join(secrets.choice(LETTERS) for _ in range(TOKEN_LENGTH))


def read_code(text: str) -> Code | None:
    """What a code says; None for any other code, also one of ours with a letter changed."""
    body, check = text[:-CHECK_LETTERS], text[-CHECK_LETTERS:]
    if len(text) != LENGTH or not body.startswith(MARK) or check != _check(body):
        return None
    spot, token, page = body[len(MARK)], body[len(MARK) + 1 : -PAGE_LETTERS], body[-PAGE_LETTERS:]
    if spot not in SPOTS or not set(token + page) <= set(LETTERS):
        return None
    number = LETTERS.index(page[0]) * len(LETTERS) + LETTERS.index(page[1])
    return Code(token, number, spot) if number else None


def drawings(token: str, page: int, pages: int, *, wide: bool) -> tuple[Drawing, ...]:
    """Both codes of a page as they are printed, with the line that says what they are for."""
    line = f"第{page}页，共{pages}页　签好后拍照或者扫描交回，凭此码归卷；码里没有个人信息"
    found = []
    for letter in "CD" if wide else "AB":
        spot = SPOTS[letter]
        svg = _svg(Code(token, page, letter).text())
        found.append(Drawing(svg, spot.left, spot.top, spot.side, line if spot.top == TOP else ""))
    return tuple(found)


def _svg(text: str) -> str:
    target = io.BytesIO()
    code = segno.make(text, version=2, error="h", micro=False, boost_error=False)
    code.save(target, kind="svg", border=0, xmldecl=False, light="#fff")
    return target.getvalue().decode()


def _written(number: int, letters: int) -> str:
    found = ""
    for _ in range(letters):
        number, left = divmod(number, len(LETTERS))
        found = LETTERS[left] + found
    if number:
        raise ValueError("a paper of more than 1,023 pages has no codes for them")
    return found


def _check(body: str) -> str:
    digest = hashlib.sha256(body.encode()).digest()
    return _written(int.from_bytes(digest, "big") % len(LETTERS) ** CHECK_LETTERS, CHECK_LETTERS)
