"""The pictures of the handbook: what each post has on its screen, taken after the walk for the README; nothing is changed."""

from __future__ import annotations

from playwright.sync_api import Page

from tools.pictures.walk import (
    CLERK,
    LEADER,
    LIVE,
    MEDIATOR,
    OFFICER,
    RUNNING,
    TOLD,
    VILLAGE,
    Camera,
    case,
    mediation,
    returns,
)

DESK, PHONE = {"width": 1280, "height": 640}, {"width": 360, "height": 640}
ADVISER, HEAD, OFFICE, AUDITOR = "luo.ls", "qin.zfd", "xu.dzb", "audadmin"
MONTHLY = "矛盾纠纷排查化解情况月报表"  # a superior's form of the sample, by village and kind
YEAR = 2022


def walk_for_handbook(camera: Camera) -> None:
    """Take every picture that docs/handbook shows."""
    _clerk(camera, camera.page(CLERK, DESK))
    _mediator(camera, camera.page(MEDIATOR, PHONE))
    _opened(camera, camera.page(ADVISER, DESK), {"adviser-register": "/register/"})
    phone = camera.page(ADVISER, PHONE)
    _opened(camera, phone, {"adviser-answer": "/register/legal_services/adviser_answer/"})
    _department(camera)
    _opened(camera, camera.page(LEADER, PHONE), {"leader-today": "/", "leader-signatures": "/signatures/"})
    leader = camera.page(LEADER, DESK)
    _opened(
        camera, leader, {"leader-situation": f"/situation/?month={YEAR}-10", "leader-figures": f"/figures/?year={YEAR}"}
    )
    office = camera.page(OFFICE, DESK)
    _opened(camera, office, {"office-papers": f"/report/{YEAR}/papers/", "office-signed": f"/report/{YEAR}/signed/"})
    _auditor(camera, camera.page(AUDITOR, DESK))


def _opened(camera: Camera, page: Page, pictures: dict[str, str]) -> None:
    for name, path in pictures.items():
        page.goto(path)
        camera.keep(page, name)


def _clerk(camera: Camera, desk: Page) -> None:
    _opened(
        camera,
        desk,
        {
            "clerk-today": "/",
            "clerk-register": "/register/mediation/file/",
            "clerk-report": f"/report/{YEAR}/",
            "clerk-lock": f"/report/{YEAR}/lock/",
            "clerk-links": "/accounts/",
        },
    )
    returns(camera, desk, RUNNING, "clerk-returns")
    desk.goto("/forms/")
    desk.get_by_role("link", name=MONTHLY, exact=True).click()
    desk.goto(f"{desk.url}?month={YEAR}-10")
    camera.keep(desk, "clerk-form")
    desk.goto("/import/")
    desk.get_by_label("Excel 文件").set_input_files(next(camera.samples.glob("练习-*.xlsx")))
    desk.get_by_role("button", name="上传并核对").click()
    camera.keep(desk, "clerk-import")
    desk.goto(f"/figures/mediation.resolved/?year={YEAR}")
    camera.keep(desk, "clerk-figure")
    desk.goto(mediation(desk, LIVE) + "correct/")
    camera.keep(desk, "clerk-correct")


def _mediator(camera: Camera, phone: Page) -> None:
    _opened(camera, phone, {"mediator-today": "/", "mediator-oral": "/register/mediation/oral/"})
    matter = mediation(phone, LIVE)
    phone.goto(matter)
    camera.keep_from(phone, "mediator-next", "下一步")
    phone.goto(matter + "evidence/")
    camera.keep(phone, "mediator-evidence")
    returns(camera, camera.page(VILLAGE, PHONE), RUNNING, "mediator-returns")


def _department(camera: Camera) -> None:
    head = camera.page(HEAD, DESK)
    _opened(camera, head, {"head-checks": f"/report/{YEAR}/checks/"})
    head.goto(case(head, TOLD))
    camera.keep_from(head, "head-case", "下一步")
    _opened(camera, camera.page(OFFICER, PHONE), {"head-onspot": "/onspot/"})


def _auditor(camera: Camera, desk: Page) -> None:
    desk.goto("/verify/")
    desk.get_by_role("button", name="现在核验").click()
    camera.keep(desk, "auditor-verify")
