"""What the command says after it has written a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from guiju.reports.annual import AnnualReport


def report_lines(report: AnnualReport, written: Sequence[Path], as_of: dt.date | None) -> Iterator[str]:
    """The files, what is still to be written, and of a locked year every record that joined, left or changed."""
    pages = [path for path in written if path.parent.name == "records"]
    yield "已写出：" + "、".join(str(path) for path in written if path not in pages)
    if pages:
        yield f"每个数字背后的记录在 {pages[0].parent}，共 {len(pages)} 页。"
    open_places = report.papers.composition.written().open_places
    if open_places:
        yield f"还有 {len(open_places)} 处没有材料，报告里留了位置：{'、'.join(open_places)}。"
    missing = report.papers.composition.missing()
    if missing:
        yield f"提纲里有 {len(missing)} 个数字没有来源，用到它们的句子没有写进报告：{'、'.join(missing)}。"
    yield from _lock_lines(report, as_of)


def _lock_lines(report: AnnualReport, as_of: dt.date | None) -> Iterator[str]:
    locked, year = report.state.locked, report.state.year
    if locked is None:
        yield f"{year}年的数字还没有锁定：再生成一次，数字会随新登记的事项变化。"
        return
    yield f"{year}年的{len(locked.figures)}个数字由{locked.locked_by}于{locked.locked_on.isoformat()}锁定，报告用锁定的数字。"
    if as_of is not None and as_of != locked.as_of:
        yield f"已经锁定的年份不按 {as_of.isoformat()} 重新数；要看那一天的数字，用 guiju figures --as-of。"
    for change in report.changes:
        yield str(change)
        yield from (f"  {record}" for record in change.records)
    if not report.changes:
        yield "锁定以后没有一条记录变化。"
