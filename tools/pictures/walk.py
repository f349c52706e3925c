"""The way through the desk on which the pictures are taken."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tools.pictures.few_colours import in_few_colours
from tools.pictures.sample_workbench import PASSWORD, TODAY

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 360, "height": 740}
CLERK, MEDIATOR, VILLAGE = "zhou.sfs", "chen.song", "wu.song"
OFFICER, LEADER = "qi.zfd", "zhuang.zf"
LIVE = "〔2026〕907号"  # of the sample's live matters: informed, its mediator chosen
TOLD = "〔2026〕903号"  # of its live cases: the party has been told and may still speak
ANSWERED = "公共法律服务数据报送"  # the sample's round that its units answered in four ways and two forgot
RUNNING = "口头调解月报"  # the round that runs


@dataclass(frozen=True)
class Camera:
    """Takes pictures of the workbench at `address` into `target`."""

    browser: Browser
    address: str
    target: Path
    samples: Path

    def page(self, login: str, size: dict[str, int]) -> Page:
        """A page on which this person is signed in, and beside it a blank one in which pictures are made small."""
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
        page.context.new_page()
        return page

    def keep(self, page: Page, name: str) -> None:
        """Keep what the screen shows, in few colours: small enough to travel with every installation."""
        page.wait_for_load_state("networkidle")
        blank = next(other for other in page.context.pages if other is not page)
        (self.target / f"{name}.png").write_bytes(in_few_colours(page.screenshot(), blank))

    def keep_from(self, page: Page, name: str, title: str) -> None:
        """Keep the screen with the panel of this title at its top."""
        heading = page.get_by_role("heading", name=title, exact=True).first
        heading.evaluate(
            "e => window.scrollTo({top: e.getBoundingClientRect().top + scrollY - 64, behavior: 'instant'})"
        )
        self.keep(page, name)


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
    _report(camera, desk)
    returns(camera, desk, ANSWERED, "returns")
    _mediate(camera, desk)
    _import(camera, desk)
    _penalty(camera)
    phone = camera.page(MEDIATOR, PHONE)
    for name, path in (("phone-today", "/"), ("phone-register", "/register/mediation/oral/")):
        phone.goto(path)
        camera.keep(phone, name)
    phone.goto(mediation(phone, LIVE))
    camera.keep(phone, "phone-matter")
    returns(camera, camera.page(VILLAGE, PHONE), RUNNING, "phone-returns")


def _report(camera: Camera, desk: Page) -> None:
    desk.goto("/report/2022/")
    desk.locator(".g-report-sheet a", has_text="83").first.click()
    desk.locator(".g-report-records").wait_for()
    camera.keep(desk, "report")
    desk.goto("/situation/?month=2022-10")
    camera.keep_from(desk, "situation", "各村居登记的矛盾纠纷")


def returns(camera: Camera, page: Page, title: str, name: str) -> None:
    """Keep the round of this title, or what a unit owes of it."""
    page.goto("/returns/")
    page.get_by_role("link", name=title).click()
    camera.keep(page, name)


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
