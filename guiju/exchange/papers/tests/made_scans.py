"""Papers printed by the product, and what a scanner or a phone makes of them."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
from django.utils import timezone
from PIL import Image, ImageFilter

from guiju.exchange.papers.api import PrintedPaper, to_be_signed
from guiju.kernel.documents.api import Content, PageBreak, SignatureLine, paragraph, render
from guiju.kernel.ledger.api import Plan
from guiju.kernel.organisation.api import acting_for_login
from guiju.kernel.procedure.api import Moment, apply, moment_for
from tests.staffed_towns import CLERK, matter_of, send, signed_in, unit_id

PARAGRAPHS = 8
DOTS = 100  # of the sheets of a test
SCANNED_DOTS = 200
TABLE = (96, 74, 58)  # the colour of the desk under a photographed sheet


@dataclass(frozen=True)
class Printed:
    """A printed paper and its pages as pictures."""

    row: PrintedPaper
    sheets: list[Image.Image]


def moment_of(login: str = CLERK) -> Moment:
    now = timezone.now()
    acting = acting_for_login(login, timezone.localdate())
    assert acting is not None
    return moment_for(acting, now)


def mediation(town, login: str = CLERK, **values: object) -> int:
    """A registered mediation (示例)."""
    told = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙", **values}
    return matter_of(send(signed_in(login), "/register/mediation/file/", **told))


def printed(matter: int, pages: int, moment: Moment, *, title: str = "", step: str = "") -> Printed:
    """Print a paper of so many pages as the desk does."""
    title = title or f"调解笔录{pages}"
    text = paragraph("双方当事人陈述和申辩的内容如实记在这里（示例）。" * 2)
    blocks = [block for _ in range(pages) for block in (*[text] * PARAGRAPHS, SignatureLine("当事人"), PageBreak())]
    content = Content(title=title, kind="record", layout="form", blocks=tuple(blocks[:-1]))
    made, changes = to_be_signed(render(content, "pdf"), moment, matter=matter, title=title, step=step)
    actor = moment.acting.actor
    apply([Plan(moment.town_id, "reveal", actor, actor, matter=matter, reason="打印", changes=changes)], moment.now)
    row = PrintedPaper.objects.get(town_id=moment.town_id, token=changes[0].values["token"])
    assert row.pages == pages, "the paper has the pages that the test asks for"
    return Printed(row, list(pictures(made)))


def pictures(pdf: bytes, dots: int = DOTS) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield page.render(scale=dots / 72).to_pil().convert("RGB")


def scanned(sheet: Image.Image, chance: random.Random) -> Image.Image:
    """A sheet from the feeder: any way round, a little skew, soft."""
    turned = sheet.rotate(chance.choice((0, 90, 180, 270)), expand=True)
    skewed = turned.rotate(chance.uniform(-2.5, 2.5), Image.Resampling.BILINEAR, expand=True, fillcolor=(244, 244, 240))
    return skewed.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 0.7)))


def photographed(sheet: Image.Image, chance: random.Random, tilt: float = 0.05) -> Image.Image:
    """A sheet on the desk, seen from the side."""
    wide, high = sheet.size
    far = [(chance.uniform(0, tilt) * wide, chance.uniform(0, tilt) * high) for _ in range(4)]
    edge = 0.06 * wide
    corners = (
        (-edge - far[0][0], -edge - far[0][1]),
        (-edge - far[1][0], high + edge + far[1][1]),
        (wide + edge + far[2][0], high + edge + far[2][1]),
        (wide + edge + far[3][0], -edge - far[3][1]),
    )
    data = [value for corner in corners for value in corner]
    return sheet.transform(sheet.size, Image.Transform.QUAD, data, Image.Resampling.BILINEAR, fillcolor=TABLE)


def pdf_of(sheets: Sequence[Image.Image]) -> bytes:
    """One scan of many pages, on sheets so small that reading them costs little."""
    target = io.BytesIO()
    sheets[0].save(target, "PDF", save_all=True, append_images=list(sheets[1:]), resolution=SCANNED_DOTS)
    return target.getvalue()


def jpeg_of(sheet: Image.Image) -> bytes:
    target = io.BytesIO()
    sheet.save(target, "JPEG", quality=80)
    return target.getvalue()
