"""The way through the desk on which the pictures are taken."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tools.pictures.sample_workbench import PASSWORD, TODAY

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 360, "height": 740}
CLERK, MEDIATOR = "zhou.sfs", "chen.song"
OFFICER, LEADER = "qi.zfd", "zhuang.zf"
LIVE = "〔2026〕907号"  # of the sample's live matters: informed, its mediator chosen
TOLD = "〔2026〕903号"  # of its live cases: the party has been told and may still speak


@dataclass(frozen=True)
class Camera:
    """Takes pictures of the workbench at `address` into `target`."""

    browser: Browser
    address: str
    target: Path
    samples: Path

    def page(self, login: str, size: dict[str, int]) -> Page:
        """A page on which this person is signed in."""
        context = self.browser.new_context(
            viewport=size,
            device_scale_factor=2 if size is PHONE else 1,
            base_url=self.address,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        page = context.new_page()
        page.goto("/login/")
        if login:
            page.get_by_label("账号", exact=True).fill(login)
            page.get_by_label("密码", exact=True).fill(PASSWORD)
            page.get_by_role("button", name="登录", exact=True).click()
            page.wait_for_url(self.address + "/")
        return page

    def keep(self, page: Page, name: str) -> None:
        """Keep what the screen shows."""
        page.wait_for_load_state("networkidle")
        page.screenshot(path=self.target / f"{name}.png")


def mediation(page: Page, number: str) -> str:
    """The address of an open mediation whose number holds these words."""
    page.goto("/mechanisms/mediation/?state=open")
    return page.locator("tbody tr", has_text=number).locator("a.g-title").first.get_attribute("href") or ""


def case(page: Page, number: str) -> str:
    """The address of an open penalty case whose number holds these words."""
    page.goto("/mechanisms/penalty/?state=open")
    return page.locator("tbody tr", has_text=number).locator("a.g-title").first.get_attribute("href") or ""


def walk(camera: Camera) -> None:
    """Take every picture."""
    camera.keep(camera.page("", DESK), "login")
    desk = camera.page(CLERK, DESK)
    for name, path in (("today", "/"), ("matters", "/matters/?state=open"), ("figures", "/figures/?year=2022")):
        desk.goto(path)
        camera.keep(desk, name)
    desk.get_by_role("link", name="人民调解委员会调处矛盾纠纷").click()
    camera.keep(desk, "figure")
    _mediate(camera, desk)
    _import(camera, desk)
    _penalty(camera)
    phone = camera.page(MEDIATOR, PHONE)
    for name, path in (("phone-today", "/"), ("phone-register", "/register/mediation/oral/")):
        phone.goto(path)
        camera.keep(phone, name)
    phone.goto(mediation(phone, LIVE))
    camera.keep(phone, "phone-matter")


def _mediate(camera: Camera, desk: Page) -> None:
    matter = mediation(desk, LIVE)
    desk.goto(matter)
    camera.keep(desk, "matter")
    desk.goto(f"{matter}steps/mediate/")
    desk.get_by_role("button", name="记录一次调解").click()
    desk.wait_for_url("**?done=*")
    desk.goto(f"{matter}steps/make_agreement/")
    desk.get_by_label("协议日期").fill(TODAY)
    desk.get_by_label("协议内容").fill("示例：双方对账后确认余款，三十日内付清，互不追究。")
    desk.get_by_label("协议金额（元）").fill("7200")
    desk.get_by_label("大写").fill("柒仟元整")
    desk.get_by_role("button", name="制作协议书").click()
    camera.keep(desk, "step")
    desk.get_by_label("大写").fill("柒仟贰佰元整")
    desk.get_by_role("button", name="制作协议书").click()
    desk.wait_for_url("**?done=*")
    camera.keep(desk, "refusal")


def _penalty(camera: Camera) -> None:
    desk = camera.page(OFFICER, DESK)
    desk.goto(case(desk, TOLD))
    desk.set_viewport_size({"width": 1440, "height": 1180})
    camera.keep(desk, "penalty")
    phone = camera.page(LEADER, PHONE)
    phone.goto("/signatures/")
    camera.keep(phone, "phone-signatures")


def _import(camera: Camera, desk: Page) -> None:
    desk.goto("/import/")
    desk.get_by_label("Excel 文件").set_input_files(next(camera.samples.glob("练习-*.xlsx")))
    desk.get_by_role("button", name="上传并核对").click()
    camera.keep(desk, "import")
