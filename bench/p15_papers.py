"""P15: thirty signed pages in one scan, from the bytes of the PDF to pages that are recognised, laid straight and sorted.

The pages are printed by the product at 200 dots an inch and scanned in any order, any way round, a little askew.
Processor time of one core counts; storing them with their matters comes on top.
"""

from __future__ import annotations

import io
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.measuring import own_installation, report

own_installation("P15")

import pypdfium2  # noqa: E402
from PIL import Image  # noqa: E402

from guiju.exchange.papers.codes import drawings, new_token  # noqa: E402
from guiju.exchange.papers.pictures import DOTS, POINTS, pages_in  # noqa: E402
from guiju.exchange.papers.reading import read_page  # noqa: E402
from guiju.exchange.papers.sorting import Page, sorted_pages  # noqa: E402
from guiju.kernel.documents.api import Content, Leaf, PageBreak, bind, paragraph, render  # noqa: E402

PAGES, PAPERS, RUNS, TARGET = 30, 6, 5, 30.0


def printed(token: str, pages: int) -> list[Image.Image]:
    """The sheets of one paper (示例)."""
    text = paragraph("双方当事人陈述和申辩的内容如实记在这里（示例）。" * 10)
    blocks = [block for _ in range(pages) for block in (text, text, PageBreak())]
    content = Content(title="调解笔录（示例）", kind="record", layout="form", blocks=tuple(blocks[:-1]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plain.pdf").write_bytes(render(content, "pdf"))
        numbers = range(1, pages + 1)
        leaves = [Leaf("plain.pdf", n, drawings=drawings(token, n, pages, wide=False)) for n in numbers]
        bind(folder, leaves, "示例", folder / "coded.pdf")
        document = pypdfium2.PdfDocument((folder / "coded.pdf").read_bytes())
    return [page.render(scale=DOTS / POINTS).to_pil().convert("RGB") for page in document]


def scan(tokens: list[str]) -> bytes:
    chance = random.Random(15)
    sheets = [sheet for token in tokens for sheet in printed(token, PAGES // PAPERS)]
    chance.shuffle(sheets)
    laid = [
        sheet.rotate(chance.choice((0, 90, 180, 270)), expand=True).rotate(
            chance.uniform(-2, 2), Image.Resampling.BICUBIC, fillcolor=(244, 244, 240)
        )
        for sheet in sheets
    ]
    target = io.BytesIO()
    laid[0].save(target, "PDF", save_all=True, append_images=laid[1:], resolution=DOTS)
    return target.getvalue()


def main() -> int:
    """Measure and print; the exit code says whether every page was recognised within the target."""
    tokens = [new_token() for _ in range(PAPERS)]
    data = scan(tokens)
    spent, whole = [], True
    for _ in range(RUNS):
        begun = time.process_time()
        pages = []
        for place, picture in enumerate(pages_in(data)):
            code = read_page(picture).code
            known = (tokens.index(code.token), code.page) if code is not None else (None, None)
            pages.append(Page(place, "scan", place, *known))
        bundles, unknown = sorted_pages(pages, dict.fromkeys(range(PAPERS), PAGES // PAPERS))
        spent.append(round(time.process_time() - begun, 2))
        whole = whole and not unknown and not any(bundle.missing for bundle in bundles)
    median = statistics.median(spent)
    met = whole and median <= TARGET
    result = {"pages": PAGES, "bytes": len(data), "processor_seconds": spent, "median": median, "recognised": whole}
    told = "every page recognised" if whole else "NOT every page recognised"
    report("P15", result, f"{PAGES} pages in {median:.1f} s of one processor, {told}")
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
