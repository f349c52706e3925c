"""What nobody foresaw is answered with what was kept and a number; the log has the number and no word that was typed."""

import re

from django.test import RequestFactory

from guiju.web.failures import server_error


def test_page_and_log_have_the_same_number_and_no_private_word(caplog):
    try:
        raise ValueError("示例甲 13800000000")
    except ValueError:
        answer = server_error(RequestFactory().get("/matters/", {"q": "示例甲"}))
    page = answer.content.decode()
    number = re.search(r"\d{4}-\d{4}-[0-9a-f]{4}", page)
    assert answer.status_code == 500 and number and "草稿还在" in page
    assert number[0] in caplog.text and "ValueError" in caplog.text
    assert "示例甲" not in caplog.text.replace('raise ValueError("示例甲 13800000000")', "")
