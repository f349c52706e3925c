"""Official texts in Markdown and Word are cut into articles and found for a day. The texts are invented."""

from datetime import date
from pathlib import Path

import docx
import pytest

from guiju.kernel.lawbook.api import Basis, article_text, lawbook_texts, load_lawbook
from guiju.kernel.lawbook.models import LawText
from guiju.kernel.lawbook.text_articles import read_paragraphs

OLD_TEXT = """\
# 中华人民共和国示例调解法

2019年5月1日 示例代表大会通过

<!-- INFO END -->

## 第一章 总则

第一条 为了示范，写下本法。

## 第二章 程序

### 第一节 办理

第七条 收到申请后七日内办结。有下列情形的除外：

（一）当事人不愿意；

（二）第八条规定的延长。

第七条之一 延长应当告知。

第一百零二条 本法自2020年1月1日起施行。
"""


def write_word(path: Path, lines: list[str]) -> None:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))


NEW_LINES = [
    "示例调解法",
    "（2019年5月1日示例代表大会通过　2022年10月1日修订）",
    "目　　录",
    "第一章　总　则",
    "第一章　总　则",
    "第一条　为了再次示范，修订本法。",
    "第九条　五个工作日内办结。\n另有约定的从其约定。",
]


@pytest.fixture
def lawbook(nation):
    return load_lawbook(["nation"], nation)


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    (folder / "法律").mkdir(parents=True)
    (folder / "法律" / "示例调解法(2019-05-01).md").write_text(OLD_TEXT, "utf-8")
    write_word(folder / "示例调解法.docx", NEW_LINES)
    return folder


def test_articles_keep_number_chapter_and_paragraphs():
    text = read_paragraphs(OLD_TEXT.splitlines())
    assert text.dated == date(2019, 5, 1)
    assert [article.number for article in text.articles] == ["1", "7", "7-1", "102"]
    seventh = text.articles[1]
    assert seventh.heading == "第一节 办理"
    assert seventh.text.splitlines() == [
        "收到申请后七日内办结。有下列情形的除外：",
        "（一）当事人不愿意；",
        "（二）第八条规定的延长。",
    ]


@pytest.mark.django_db
def test_pages_find_the_words_in_force_on_the_day(lawbook, texts):
    lawbook_texts(texts, lawbook)
    basis = Basis("sample-mediation-law", "7/1")
    held = article_text(lawbook, basis, date(2022, 12, 31))
    assert held is not None
    assert held.text.startswith("收到申请后七日内办结")
    newer = article_text(lawbook, Basis("sample-mediation-law", "9"), date(2023, 1, 1))
    assert newer is not None
    assert (newer.heading, newer.text) == ("第一章 总则", "五个工作日内办结。\n另有约定的从其约定。")
    assert article_text(lawbook, basis, date(2023, 1, 1)) is None
    assert article_text(lawbook, Basis("sample-town-rules", "一(二)"), date(2023, 1, 1)) is None


@pytest.mark.django_db
def test_loading_again_changes_nothing_and_a_new_text_replaces(lawbook, texts):
    assert any("装载《示例调解法》2019-05-01文本，共4条" in line for line in lawbook_texts(texts, lawbook))
    before = list(LawText.objects.values_list("id", "text"))
    assert any("没有变化" in line for line in lawbook_texts(texts, lawbook))
    assert list(LawText.objects.values_list("id", "text")) == before
    file = texts / "法律" / "示例调解法(2019-05-01).md"
    file.write_text(OLD_TEXT.replace("七日内", "八日内"), "utf-8")
    lawbook_texts(texts, lawbook)
    held = article_text(lawbook, Basis("sample-mediation-law", "7"), date(2022, 1, 1))
    assert held is not None
    assert "八日内" in held.text
    assert LawText.objects.count() == len(before)


@pytest.mark.django_db
def test_the_report_says_what_did_not_match(lawbook, texts):
    (texts / "别的法.md").write_text("# 别的法\n\n第一条 无关。\n", "utf-8")
    (texts / "示例调解法(2010-01-01).md").write_text(OLD_TEXT, "utf-8")
    (texts / "重复(2019-05-01).md").write_text(OLD_TEXT, "utf-8")
    (texts / "坏文件.docx").write_bytes(b"not a word file")
    (texts / "旧编码.md").write_bytes("# 示例调解法".encode("gbk"))
    lines = "\n".join(lawbook_texts(texts, lawbook))
    assert "2010-01-01的文本，规则库没有这一版本" in lines
    assert "重复(2019-05-01).md与已读的文本重复" in lines
    assert "坏文件.docx不是能打开的Word文件" in lines
    assert "旧编码.md不是UTF-8编码" in lines
    assert lines.endswith("法律原文：装载2件，没有变化0件，规则库不用的1件，缺0件。")


@pytest.mark.django_db
def test_a_text_not_yet_given_is_asked_for(lawbook, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "还没有《示例调解法》2019-05-01文本。" in lawbook_texts(tmp_path / "empty", lawbook)
    assert "不存在" in lawbook_texts(tmp_path / "nowhere", lawbook)[0]
