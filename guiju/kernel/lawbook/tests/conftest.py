"""Small rulepacks written for the tests; their laws are invented (示例)."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

Write = Callable[..., Path]

LAWS = """
laws:
  - id: sample-mediation-law
    title: 中华人民共和国示例调解法
    short: 示例调解法
    level: statute
    versions:
      - version: 2019-05-01
        from: 2020-01-01
        to: 2022-12-31
        confirmed_until: 2022-12-31
        source: 虚构
        articles:
          - {number: "7", status: verified, summary: 七日内办结（虚构）。}
          - {number: "8", status: memory, summary: 可以延长（虚构）。}
      - version: 2022-10-01
        from: 2023-01-01
        confirmed_until: 2023-06-30
        source: 虚构
        working_days: [3, 5]
        articles:
          - {number: "9", status: verified, summary: 五个工作日内办结（虚构）。}
  - id: sample-town-rules
    title: 示例镇规定
    short: 示例镇规定
    level: normative
    versions:
      - from: 2020-01-01
        confirmed_until: 2030-01-01
        source: 虚构
        articles:
          - {number: 一(二), status: verified, summary: 一日内联系（虚构）。}
"""

TERMS = """
terms:
  - {id: sample.finish, label: 示例办结, event: 受理, bearer: 本机关, amount: 7, unit: 日, force: 法定期限,
     basis: sample-mediation-law 7, from: 2020-01-01, to: 2022-12-31, status: verified, fact: sample.7}
  - {id: sample.finish, label: 示例办结, event: 受理, bearer: 本机关, amount: 5, unit: 工作日, force: 法定期限,
     basis: sample-mediation-law 9, from: 2023-01-01, status: verified, fact: sample.9}
"""


@pytest.fixture
def write_pack(tmp_path: Path) -> Write:
    """Write a pack into the test's folder: `write_pack("nation", laws=…, terms=…, parent=…)` gives its folder."""

    def write(name: str, *, parent: str | None = None, level: str = "nation", **files: str) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        head = f"name: {name}\ntitle: 示例\nlevel: {level}\n" + (f"parent: {parent}\n" if parent else "")
        (folder / "pack.yaml").write_text(head, "utf-8")
        for kind, content in files.items():
            (folder / f"{kind}.yaml").write_text(dedent(content), "utf-8")
        return folder

    return write


@pytest.fixture
def nation(write_pack: Write) -> Path:
    """A pack `nation` with two laws and one term rule in two versions; gives the folder that holds the packs."""
    return write_pack("nation", laws=LAWS, terms=TERMS).parent
