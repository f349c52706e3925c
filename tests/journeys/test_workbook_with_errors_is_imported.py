"""A clerk imports a register with errors: nothing is written before the button; bad rows go in once they are repaired."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from guiju.kernel.matters.api import Matter
from samples.binding import bind_book
from samples.exercise import GOOD_ROWS, exercise_rows, write_exercise_workbook
from samples.rows import Row
from samples.workbooks import EXERCISE
from tests.journeys.walking import follow, go, press
from tests.staffed_towns import CLERK

KEY = (EXERCISE.path, EXERCISE.sheets[0].name)


def upload(page: Page, file: Path) -> None:
    go(page, "/import/")
    page.get_by_label("Excel 文件").set_input_files(file)
    press(page, "上传并核对")


def register(folder: Path, name: str, rows: list[Row]) -> Path:
    """A small register of a village (示例)."""
    (folder / name).mkdir()
    return bind_book(folder / name, EXERCISE, {KEY: rows}, 2023)


def imported() -> int:
    return Matter.objects.filter(mechanism="mediation").count()


def test_exercise_says_what_is_wrong_and_imports_the_good_rows(as_person: Callable[..., Page], tmp_path: Path):
    page = as_person(CLERK)
    upload(page, write_exercise_workbook(tmp_path))
    line = page.get_by_label("核对结果")
    expect(line).to_contain_text(f"{GOOD_ROWS}行可以导入")
    expect(line).to_contain_text("9行有错，跳过")
    expect(page.locator("main")).to_contain_text("尚未写入任何数据")
    follow(page, "全部")
    assert imported() == 0
    with page.expect_download() as download:
        page.get_by_role("link", name="下载待改工作簿").click()
    assert download.value.suggested_filename.endswith("-待改.xlsx")
    press(page, f"导入 {GOOD_ROWS} 行")
    expect(page.locator("h1")).to_contain_text(f"导入了 {GOOD_ROWS} 行")
    assert imported() == GOOD_ROWS


def test_repaired_row_goes_in_and_the_others_are_known(as_person: Callable[..., Page], tmp_path: Path):
    good = [row for row, fault in exercise_rows() if not fault][:3]
    page = as_person(CLERK)
    upload(page, register(tmp_path, "first", [good[0], good[1], {**good[2], "applicant": None}]))
    expect(page.get_by_label("核对结果")).to_contain_text("1行有错")
    press(page, "导入 2 行")
    assert imported() == 2
    upload(page, register(tmp_path, "repaired", good))
    line = page.get_by_label("核对结果")
    expect(line).to_contain_text("1行可以导入")
    expect(line).to_contain_text("2行已经有了")
    press(page, "导入 1 行")
    expect(page.locator("h1")).to_contain_text("导入了 1 行")
    assert imported() == 3
    follow(page, "看事项")
    expect(page.locator("tbody tr")).to_have_count(3)
