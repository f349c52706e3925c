"""P10: a yearly report with its annex as Word and PDF, warm. Target: at most one second for both files.

Run `.venv/bin/python bench/p10_report.py`. Every run sets a report with other figures, so that nothing laid out before
is merely looked up. Prints the machine, the versions, the load and five interleaved runs as JSON, then one line.
"""

import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guiju.settings.test")
django.setup()  # the door of the documents holds a model

from guiju.kernel.documents.api import (  # noqa: E402
    Block,
    Column,
    Enclosure,
    Figure,
    Heading,
    Issuer,
    Table,
    paragraph,
    render,
)
from guiju.kernel.documents.api import Content as Document  # noqa: E402

RUNS = 5
TARGET_SECONDS = 1.0
PARTS = ("主要举措和成效", "存在的不足和原因", "第一责任人履职情况", "下一年度主要安排")
WORDS = "示例镇把法治建设列入年度重点任务，逐月核对办理进度，把群众反映的事项办到具体环节，做到有登记、有答复、有回访。"


def report(seed: int) -> Document:
    """Return a report of about eleven pages with sixty figures; `seed` makes its figures its own."""
    blocks: list[Block] = []
    for part, name in enumerate(PARTS):
        blocks.append(Heading(1, f"{'一二三四'[part]}、{name}"))
        for section in range(5):
            blocks.append(Heading(2, f"（{'一二三四五'[section]}）示例事项"))
            figures = [
                Figure(f"example.{part}.{section}.{at}", f"{seed * 7 + part * 31 + section + at}件") for at in range(3)
            ]
            blocks.append(
                paragraph(WORDS, "全年办理", figures[0], "，", WORDS * 2, figures[1], "。", WORDS, figures[2])
            )
    notice = paragraph("现将报告印发给你们，请认真按照执行。")
    return Document(
        title="示例镇人民政府关于印发《示例年度示例镇法治政府建设工作情况报告》的通知",
        kind="report",
        head="示例镇人民政府文件",
        number_mark="示府发",
        addressees=("各村居", "机关各部门"),
        blocks=(notice,),
        signature=("示例镇人民政府",),
        signed_on=date(2023, 1, 5),
        enclosures=(Enclosure("示例年度示例镇法治政府建设工作情况报告", tuple(blocks)),),
        cc=("示例区司法局",),
        issuer=Issuer("示例镇党政办公室", date(2023, 1, 5)),
    )


def annex(seed: int) -> Document:
    """Return the table of sixty figures that goes with a report."""
    heads = (("序号", 1), ("指标", 5), ("本年", 2), ("上年", 2), ("截至", 3), ("统计口径", 7))
    rows = tuple(
        (
            str(at),
            f"示例指标{at}",
            Figure(f"example.{at}", str(seed * 7 + at)),
            str(at),
            "2022年10月31日",
            "按登记日期计",
        )
        for at in range(1, 61)
    )
    columns = tuple(Column(title, width) for title, width in heads)
    return Document(title="数据附表", kind="annex", layout="annex", landscape=True, blocks=(Table(columns, rows),))


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that a piece of work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def measure() -> dict[str, object]:
    """Measure the first call and then five interleaved runs of each file; seconds throughout."""
    kinds: dict[str, Callable[[int], object]] = {
        "report_docx": lambda seed: render(report(seed), "docx"),
        "report_pdf": lambda seed: render(report(seed), "pdf"),
        "report_html": lambda seed: render(report(seed), "html"),
        "annex_docx": lambda seed: render(annex(seed), "docx"),
        "annex_pdf": lambda seed: render(annex(seed), "pdf"),
    }
    first = {name: timed(lambda make=make: make(0)) for name, make in kinds.items()}  # type: ignore[misc]
    runs: dict[str, list[float]] = {name: [] for name in kinds}
    for seed in range(1, RUNS + 1):
        for name, make in kinds.items():
            runs[name].append(timed(lambda make=make, seed=seed: make(seed)))  # type: ignore[misc]
    both = [sum(found) for found in zip(runs["report_docx"], runs["report_pdf"], strict=True)]
    return {"first": first, "runs": runs, "report_docx_and_pdf": both}


def machine() -> dict[str, object]:
    """Return what the numbers were measured on."""
    names = ("typst", "python-docx", "pylopdf-fonts-zh-cn")
    return {
        "processors": os.cpu_count(),
        "architecture": platform.machine(),
        "system": platform.system(),
        "python": platform.python_version(),
        "load": [round(value, 2) for value in os.getloadavg()],
        "versions": {name: version(name) for name in names},
    }


def main() -> int:
    """Print the measurement; the exit code says whether the target was met."""
    found = machine() | measure()
    both = found["report_docx_and_pdf"]
    assert isinstance(both, list)
    median = statistics.median(both)
    print(json.dumps(found, ensure_ascii=False, indent=1))
    spread = f"{min(both):.3f} to {max(both):.3f}"
    print(f"P10 report as docx and pdf, warm: median {median:.3f} s ({spread}), target {TARGET_SECONDS:.0f} s")
    return 0 if median <= TARGET_SECONDS else 1


if __name__ == "__main__":
    raise SystemExit(main())
