"""What people read is said as a colleague would say it: none of software's phrases, no exclamation mark, terms counted in 日."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = "满三十天"  # how long uploads and drafts are kept is no term of a matter
HAN = re.compile(r"[\u4e00-\u9fff]")
FORBIDDEN = {
    "a phrase of software": re.compile(
        "操作失败|操作成功|提交成功|系统异常|未知错误|请联系管理员|网络错误|非法操作|参数错误"
    ),
    "an exclamation mark": re.compile("[\u4e00-\u9fff][！!]"),
    "天 for 日": re.compile(r"[0-9}]\s*个?(?:工作)?天|[二三四五六七八九十]天|工作天|(?<![今昨明当每前后])天内"),
    "praise": re.compile("欢迎回来|恭喜|太棒|加油"),
    "账本 for 留痕": re.compile("账本"),
}


def templates() -> Iterator[tuple[str, str]]:
    """Lines of the pages without what stands in comments."""
    for path in sorted(ROOT.glob("guiju/**/templates/**/*.html")):
        text = re.sub(r"{% comment %}.*?{% endcomment %}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for line in text.splitlines():
            yield str(path.relative_to(ROOT)), line


def sentences() -> Iterator[tuple[str, str]]:
    """Chinese strings of the program, docstrings and tests apart."""
    for path in sorted(ROOT.glob("guiju/**/*.py")):
        if {"tests", "migrations"} & set(path.parts):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value


def test_pages_and_messages_keep_the_words():
    said = [(place, text.replace(KEPT, "")) for place, text in (*templates(), *sentences()) if HAN.search(text)]
    found = [
        f"{place}: {what}: {text.strip()[:80]}"
        for place, text in said
        for what, words in FORBIDDEN.items()
        if words.search(text)
    ]
    assert found == []


def test_the_words_are_found_where_they_stand():
    assert FORBIDDEN["天 for 日"].search("还有3天") and FORBIDDEN["天 for 日"].search("五天内")
    assert not FORBIDDEN["天 for 日"].search("今天、昨天和当天")
    assert FORBIDDEN["an exclamation mark"].search("办好了！")
