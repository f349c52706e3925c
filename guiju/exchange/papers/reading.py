"""Reading one page of an upload: its codes, and the page laid straight."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

import zxingcpp
from PIL import Image, ImageFilter

from guiju.exchange.papers.codes import Code, read_code
from guiju.exchange.papers.straightening import Found, straight

QUALITY = 80
SMALL = (220, 220)
EMPTY_ABOVE = 200  # of 255: nothing darker stands on an empty back
SHARPER = ImageFilter.UnsharpMask(radius=2, percent=200, threshold=0)
COARSE = 1400  # pixels of the longer side, below which a code is looked for in an enlarged picture
BORDER = 0.04  # of the page, where a scanner leaves its shadow


@dataclass(frozen=True)
class PageRead:
    """A page: what its codes say (several where two papers lie on one picture), and the picture as JPEG, large and small."""

    codes: tuple[Code, ...]
    picture: bytes
    small: bytes
    wide: bool
    empty: bool

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.picture).hexdigest()

    @property
    def code(self) -> Code | None:
        """The one page that it is; None without a code, or with those of several pages."""
        pages = {(code.token, code.page) for code in self.codes}
        return self.codes[0] if len(pages) == 1 else None


def read_page(picture: Image.Image) -> PageRead:
    """One page."""
    found = codes_in(picture)
    codes = tuple(each.code for each in found)
    single = len({(code.token, code.page) for code in codes}) == 1
    laid = straight(picture, found) if single else picture
    small = laid.copy()
    small.thumbnail(SMALL)
    return PageRead(codes, _jpeg(laid), _jpeg(small), laid.width > laid.height, not codes and _is_empty(laid))


def codes_in(picture: Image.Image) -> list[Found]:
    """Our codes in a picture, one for each spot of a page; other codes on the paper are left aside.

    Where none is found at first sight, a sharpened and then an enlarged picture is looked at.
    """
    grey = picture.convert("L")
    if found := _seen(grey) or _seen(grey.filter(SHARPER)):
        return found
    twice = grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.BICUBIC)
    return _seen(twice, 2) if max(grey.size) <= COARSE else []


def _seen(grey: Image.Image, scale: int = 1) -> list[Found]:
    known: dict[Code, Found] = {}
    for each in zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode):
        code = read_code(each.text)
        if code is not None:
            at = each.position
            ends = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
            first, second, third, fourth = ((end.x / scale, end.y / scale) for end in ends)
            known.setdefault(code, Found(code, (first, second, third, fourth)))
    return list(known.values())


def _jpeg(picture: Image.Image) -> bytes:
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=QUALITY)
    return target.getvalue()


def _is_empty(picture: Image.Image) -> bool:
    """The back of a sheet: nothing on it but the shadow of the scanner."""
    across, down = round(picture.width * BORDER), round(picture.height * BORDER)
    inside = picture.convert("L").crop((across, down, picture.width - across, picture.height - down))
    darkest, _ = inside.reduce(4).getextrema() if min(inside.size) >= 4 else (0, 0)
    return isinstance(darkest, int) and darkest > EMPTY_ABOVE
