"""The pages of an upload as pictures of bounded size: photos, and scans as PDF of one page or many."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST = 2400  # pixels of the longer side: an A4 sheet at some 200 dots an inch
MOST_PIXELS = 60_000_000  # of a photo before it is made smaller
MOST_PAGES = 100  # of one file
DOTS, POINTS = 200, 72  # an inch
PHOTOS = (b"\xff\xd8", b"\x89PNG\r\n\x1a\n")

# PDFium keeps state of its own for the whole process and serves one call at a time.
_one_at_a_time = threading.Lock()


class UnreadableScan(ValueError):
    """A file that cannot be read; the text says why and what to do, in Chinese."""


def pages_in(data: bytes) -> Iterator[Image.Image]:
    """The pages of an upload in their order, each in colours and upright as the file says. Raises UnreadableScan."""
    if data.startswith(PHOTOS):
        yield _photo(data)
    elif data.lstrip()[:5] == b"%PDF-":
        yield from _scan(data)
    else:
        raise UnreadableScan("不是照片（JPG、PNG），也不是 PDF 扫描件，请另存成其中一种再交。")


def _photo(data: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise UnreadableScan(f"照片超过 {MOST_PIXELS // 1_000_000} 百万像素，请调低相机的尺寸再拍。")
            opened.draft("RGB", (LONGEST, LONGEST))
            turned = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        if isinstance(error, UnreadableScan):
            raise
        raise UnreadableScan("这张照片打不开，请重拍一张。") from error
    turned.thumbnail((LONGEST, LONGEST))
    return turned


def _scan(data: bytes) -> Iterator[Image.Image]:
    try:
        with _one_at_a_time:
            document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableScan("这份 PDF 打不开（坏了，或者加了密码），请重新扫描。") from error
    with closing(document):
        if len(document) > MOST_PAGES:
            raise UnreadableScan(f"一份 PDF 有 {len(document)} 页，请分成不超过 {MOST_PAGES} 页的几份再交。")
        for number in range(len(document)):
            yield _drawn(document, number)


def _drawn(document: pypdfium2.PdfDocument, number: int) -> Image.Image:
    try:
        with _one_at_a_time, closing(document[number]) as page:
            scale = min(DOTS / POINTS, LONGEST / max(*page.get_size(), 1))
            picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise UnreadableScan(f"这份 PDF 的第 {number + 1} 页打不开，请重新扫描。") from error
    return picture
