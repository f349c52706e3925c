"""Two officers with a phone in the street: too much for the spot is refused, and becomes an ordinary case with all of it."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE
from tests.journeys.penalty_case import FINE, OFFICER, assert_paper, fill_in, send
from tests.journeys.walking import assert_written, look_at

PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xdc\xccY\xe7\x00\x00\x00\x00IEND\xaeB`\x82"
)
SEEN = {
    "同去的执法人员": "柏文涛",
    "执法事项": "未按规定分类投放生活垃圾",
    "当事人类型": "公民",
    "地点": "示例路1号",
    "违法事实": "示例：把厨余垃圾投进可回收物桶",
    "当事人": "示例甲（虚构）",
    "住址（住所）": "示例路2号（虚构）",
}
DONE = {
    "已出示执法证件": "是",
    "已告知内容、事实、理由、依据和权利": "是",
    "当事人的陈述、申辩": "示例：没有",
    "决定书已当场交付": "是",
    "当事人签名": "已签名",
}


def to_the_page(page: Page) -> None:
    page.goto("/")
    page.get_by_label("手机导航").get_by_role("link", name="登记").click()
    page.get_by_role("link", name="行政处罚（简易程序）").click()
    page.wait_for_load_state()
    expect(page.get_by_role("heading", level=1)).to_have_text("当场处罚")


def leave_the_amount(page: Page, fine: str) -> None:
    """What is typed is asked about when the finger leaves the field, before anything is sent."""
    fill_in(page, {FINE: fine})
    page.get_by_label("地点", exact=True).focus()


def turn_what_is_too_much(page: Page, photo: Path) -> None:
    fill_in(page, {**SEEN, **DONE})
    page.get_by_label("拍照取证").set_input_files(photo)
    why = page.locator("#onspot-why")
    leave_the_amount(page, "300")
    expect(why).to_contain_text("当场处罚的罚款最多200元，300元超过了。")
    expect(why.get_by_role("link", name="《行政处罚法》第51条")).to_be_visible()
    expect(page.get_by_role("button", name="作出决定")).to_have_count(0)
    look_at(page)
    leave_the_amount(page, "200")
    expect(why).to_be_empty()
    expect(page.get_by_role("button", name="作出决定")).to_be_visible()
    leave_the_amount(page, "300")
    why.get_by_role("button", name="转普通程序立案").click()
    page.wait_for_load_state()
    assert_written(page)


def test_too_much_for_the_spot_becomes_an_ordinary_case(as_person: Callable[..., Page], tmp_path: Path):
    photo = tmp_path / "示例.png"
    photo.write_bytes(PIXEL)
    page = as_person(OFFICER, PHONE)
    to_the_page(page)
    turn_what_is_too_much(page, photo)
    look_at(page)
    for carried in ("线索核查", "未按规定分类投放生活垃圾", "公民", "现场照片1"):
        expect(page.locator("main")).to_contain_text(carried)
    page.get_by_role("link", name="青综执当罚").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("已转普通程序")
    page.goto("/onspot/")
    fill_in(page, {**SEEN, FINE: "200"})
    send(page, "作出决定", {})  # nothing was ticked yet
    expect(page.locator(".g-errors")).to_contain_text("没有出示执法证件")
    send(page, "作出决定", DONE)
    assert_written(page)
    look_at(page)
    assert_paper(page, "当场行政处罚决定书")
