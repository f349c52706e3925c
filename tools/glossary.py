"""Writes docs/reference/glossary.md from the code: `.venv/bin/python -m tools.glossary`.

Chinese term, identifier and article of every mechanism's kinds, stages, steps, facts and conditions, of every model,
and of the words of the kernel, which stand in `glossary_kernel.md` beside it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "reference" / "glossary.md"
KERNEL_WORDS = Path(__file__).with_suffix("").with_name("glossary_kernel.md")
FIRST_WORDS = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff、（）]*")
# Terms of models whose own description does not begin with one.
TERMS = {
    "Entry": "留痕条目",
    "Head": "留痕的末端",
    "Checkpoint": "封存（检查点）",
    "PrivateValue": "个人信息保管库",
    "KeyCounter": "行号计数",
    "Account": "登录账号",
    "CampaignDetail": "排查行动明细",
    "DefinedColumn": "自定义台账的列",
    "EntryDetail": "自定义台账的一行",
    "PrivateText": "自定义台账里可能涉及个人的一格",
    "ImportLayout": "表头对应",
    "ImportBatch": "导入批次",
    "IncomingPaper": "上级系统的文书",
}


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table in Markdown."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '／') for cell in row)} |"
    yield ""


def model_term(model: type[Any], mechanisms: dict[str, str]) -> str:
    """The Chinese name of a model: as its description says, else as it is known here, else its mechanism's detail."""
    told = FIRST_WORDS.match(model.__doc__ or "")
    if told:
        return told.group(0)
    return TERMS.get(model.__name__) or f"{mechanisms.get(model._meta.app_label, model._meta.app_label)}明细"


def models(mechanisms: dict[str, str]) -> Iterator[str]:
    """Every model, with the table it is kept in and its kind."""
    from django.apps import apps

    from guiju.kernel.ledger.api import kind_of

    rows = []
    for model in apps.get_models():
        if model.__module__.startswith("guiju."):
            kind = kind_of(model)
            name, place = f"`{model.__name__}`", f"`{model._meta.db_table}`"
            rows.append((model_term(model, mechanisms), name, place, str(kind)))
    yield "## 数据表\n"
    yield from table(("术语", "标识", "表", "类"), rows)


def procedure(found: Any) -> Iterator[str]:
    """Stages, steps, facts and conditions of one procedure."""
    yield f"### {found.label} `{found.kind}`，第{found.version}版，自 {found.in_force_from.isoformat()}\n"
    yield from table(("阶段", "标识"), ((stage.label, f"`{stage.code}`") for stage in found.stages))
    steps = ((step.label, f"`{step.code}`", "；".join(step.citations)) for step in found.steps)
    yield from table(("步骤", "标识", "依据"), steps)
    named = [(f"事实：{fact.label}", f"`{fact.code}`", fact.basis.label) for fact in found.facts]
    named += [(f"条件：{one.label}", f"`{one.code}`", one.basis.label) for one in found.conditions]
    if named:
        yield from table(("事实和条件", "标识", "依据"), named)
    if found.outcomes:
        yield from table(("结果", "标识"), ((label, f"`{code}`") for code, label in found.outcomes.items()))


def lines() -> Iterator[str]:
    """The whole glossary, line by line."""
    from guiju.kernel.mechanism.api import mechanisms

    yield "# 术语表\n"
    yield "中文术语、程序里的标识、依据的条文。由 `python -m tools.glossary` 从代码写出，不手改。\n"
    yield KERNEL_WORDS.read_text(encoding="utf-8")
    yield from models({mechanism.code: mechanism.label for mechanism in mechanisms()})
    for mechanism in mechanisms():
        yield f"## {mechanism.label} `{mechanism.code}`\n"
        for found in mechanism.procedures:
            yield from procedure(found)
        figures = ((figure.name, f"`{figure.id}`", figure.unit) for figure in mechanism.indicators)
        yield from table(("数字", "标识", "单位"), figures)


def main() -> None:
    """Write the file."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guiju.settings.test")
    import django

    django.setup()
    TARGET.write_text("\n".join(lines()).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
