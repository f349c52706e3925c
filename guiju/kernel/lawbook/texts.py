"""`guiju lawbook texts DIR`: official texts of the laws in the rulepacks, loaded article by article."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from guiju.kernel.lawbook.book import Lawbook
from guiju.kernel.lawbook.text_articles import OfficialText
from guiju.kernel.lawbook.text_files import TextFile, read_folder
from guiju.kernel.lawbook.text_store import held_versions, hold

_STATE = "中华人民共和国"


@dataclass
class TextReport:
    """What a folder gave: texts loaded or unchanged, texts of versions we do not keep, unreadable files, laws without."""

    loaded: list[tuple[str, date, int]] = field(default_factory=list)
    unchanged: list[tuple[str, date, int]] = field(default_factory=list)
    doubled: list[Path] = field(default_factory=list)
    other_versions: list[tuple[Path, str, date | None]] = field(default_factory=list)
    unreadable: list[tuple[Path, str]] = field(default_factory=list)
    unmatched: int = 0
    missing: list[tuple[str, date]] = field(default_factory=list)


def load_texts(folder: Path, lawbook: Lawbook) -> TextReport:
    """Load every text of the folder whose title is a law of the lawbook and whose date is one of its versions.

    Loading again changes nothing; a text that differs replaces the one held. Files of other laws are only counted.
    """
    report, taken = TextReport(), set[tuple[str, date]]()
    by_title = {_plain(name): law.id for law in lawbook.laws.values() for name in (law.short, law.title)}
    for file in read_folder(folder):
        if file.official is None:
            report.unreadable.append((file.path, file.trouble))
            continue
        law = by_title.get(_plain(file.official.title))
        if law is None:
            report.unmatched += 1
        else:
            _take(file, file.official, law, lawbook, report, taken)
    held = held_versions()
    for row in lawbook.laws.values():
        dates = [version.version for version in row.versions if version.version is not None]
        report.missing.extend((row.short, dated) for dated in dates if (row.id, dated) not in held)
    return report


def load_and_report(folder: Path, lawbook: Lawbook) -> list[str]:
    """What `guiju lawbook texts DIR` prints: one line for each text, then what was left out and why."""
    if not folder.is_dir():
        return [f"文件夹“{folder}”不存在。请给出存放法律原文（.md或.docx）的文件夹。"]
    report = load_texts(folder, lawbook)
    titles = {law.id: law.short for law in lawbook.laws.values()}
    lines = [f"装载《{titles[law]}》{version}文本，共{count}条。" for law, version, count in report.loaded]
    lines += [f"《{titles[law]}》{version}文本没有变化，共{count}条。" for law, version, count in report.unchanged]
    lines += [f"{path}与已读的文本重复，没有采用。" for path in report.doubled]
    lines += [
        f"{path}是《{titles[law]}》{f'{dated}的' if dated else '日期不明的'}文本，规则库没有这一版本，没有装载。"
        for path, law, dated in report.other_versions
    ]
    lines += [f"{path}{trouble}。" for path, trouble in report.unreadable]
    lines += [f"还没有《{title}》{version}文本。" for title, version in report.missing]
    lines.append(
        f"法律原文：装载{len(report.loaded)}件，没有变化{len(report.unchanged)}件，"
        f"规则库不用的{report.unmatched}件，缺{len(report.missing)}件。"
    )
    return lines


def _take(
    file: TextFile,
    official: OfficialText,
    law: str,
    lawbook: Lawbook,
    report: TextReport,
    taken: set[tuple[str, date]],
) -> None:
    dated = official.dated
    if dated is None or not official.articles or dated not in {v.version for v in lawbook.law(law).versions}:
        report.other_versions.append((file.path, law, dated))
        return
    if (law, dated) in taken:
        report.doubled.append(file.path)
        return
    taken.add((law, dated))
    changed = hold(law, dated, official.articles)
    (report.loaded if changed else report.unchanged).append((law, dated, len(official.articles)))


def _plain(title: str) -> str:
    # Titles differ in spaces, in the country's name before them and in the width of brackets.
    plain = "".join(title.split()).removeprefix(_STATE).replace("(", "（").replace(")", "）")
    return plain.strip("《》")
