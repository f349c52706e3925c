"""A town with a little of everything on record, and the addresses of all its pages by who opens them on which screen."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Max
from django.test import Client
from django.utils import timezone

from guiju.exchange.handovers.models import Handover
from guiju.exchange.models import ImportBatch
from guiju.exchange.reconciling.api import SuperiorsExport
from guiju.exchange.returns.models import OwingUnit, UnitUpload
from guiju.exchange.superiors_forms.models import SuperiorForm
from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.documents.api import Document
from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Party
from guiju.kernel.organisation.api import Account, Town
from guiju.kernel.terms.api import Term
from guiju.web.handbook import picture_path
from guiju.web.wechat import GIVE_FILES, READABLE
from samples.forms import MONTHLY, write_forms
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.penalty_case import OFFICER
from tests.staffed_towns import (
    CLERK,
    LEADER,
    MEDIATOR,
    SYSTEM_ADMIN,
    VILLAGE_CLERK,
    matter_of,
    send,
    signed_in,
    unit_id,
)

DISTRICT = "gu.qsfj"
ON_THE_SPOT = {
    "second": "柏文涛",
    "item": "waste_sorting",
    "party_kind": "person",
    "fine": "200",
    "place": "示例路1号",
    "facts": "混合投放（示例）",
    "party": "示例甲（虚构）",
    "party_address": "示例路2号（虚构）",
    "certificate_shown": "on",
    "told_rights": "on",
    "defence": "没有（示例）",
    "delivered": "on",
    "signed": "refused",
}
UNKNOWN_HEADINGS = ["领取日期", "村居", "示例物资", "数量"]
ORAL_HEADINGS = ["调解日期", "申请人", "被申请人"]
HEADINGS = ["登记编号", "登记日期", "申请人", "被申请人"]

# What is written in braces is a key of the sample.
ADDRESSES: list[tuple[str, dict[str, int], str]] = [
    (
        CLERK,
        DESK,
        """
        / /terms/ /accounts/ /login/link/{token}/ /handover/ /handover/{handover}/ /me/ /handbook/ /handbook/clerk/
        /handbook/pictures/clerk-today.png
        /matters/ /matters/views/ /matters/print/ /mechanisms/mediation/ /catalogue/ /numbers/ /verify/
        /register/ /register/mediation/file/ /matters/{matter}/ /matters/{matter}/steps/accept/
        /matters/{matter}/evidence/{evidence}/
        /matters/{matter}/join/ /matters/{matter}/correct/ /matters/{matter}/void/ /matters/{matter}/erase/
        /matters/{matter}/findings/ /matters/{matter}/archive/ /matters/{matter}/evidence/
        /matters/{matter}/parties/{party}/reveal/ /matters/{matter}/terms/{term}/
        /entries/{entry}/ /law/people-mediation-law/31/ /tables/ /public/penalty.before/ /publicity/receipts/
        /forms/ /forms/{form}/ /forms/{form}/map/ /papers/ /scans/
        /import/ /import/registers/ /import/{known}/ /import/{done}/result/ /import/{unknown}/
        /import/{unknown}/define/?sheet={sheet} /import/{unknown}/map/?sheet={sheet}
        /reconciliations/ /reconciliations/{export}/ /reconciliations/{export}/map/?sheet={sheet}
        /returns/ /returns/new/ /returns/{round}/ /returns/units/{owing}/ /returns/units/{owed}/
        /figures/ /figures/attested/ /figures/this-year/ /figures/mediation.resolved/ /situation/
        /report/{year}/ /report/{year}/?figure=derived:mediation.resolved /report/{year}/checks/
        /report/{year}/text/results.disputes.mediation/ /report/{year}/add/results.disputes/ /report/{year}/lock/
        /report/{year}/papers/ /report/{year}/papers/notice.html /report/{year}/signed/ /report/{year}/earlier/
        """,
    ),
    (
        CLERK,
        PHONE,
        """
        / /handover/ /scans/ /matters/?q=none /matters/{matter}/parties/{party}/reveal/ /figures/this-year/ /figures/
        /import/{known}/ /numbers/
        """,
    ),
    (VILLAGE_CLERK, PHONE, "/me/ /returns/uploads/{upload}/ /register/ /handbook/"),
    (
        MEDIATOR,
        PHONE,
        """
        /matters/{matter}/parties/{party}/reveal/ /matters/{matter}/terms/{term}/
        /matters/{matter}/documents/{document}/html/
        """,
    ),
    (
        OFFICER,
        PHONE,
        """
        /onspot/ /onspot/{case}/ /matters/{case}/private/ /matters/{case}/disclosures/{item}/publish/
        /lists/penalty.unpaid/ /lists/penalty.companion/
        """,
    ),
    (
        OFFICER,
        DESK,
        """
        /matters/{case}/checklist/ /matters/{case}/public-text/ /matters/{case}/disclosures/{item}/withdraw/
        /tables/penalty.yearbook/
        """,
    ),
    (LEADER, PHONE, "/ /signatures/"),
    (
        DISTRICT,
        PHONE,
        """
        /district/ /district/qinghe/{year}/ /district/qinghe/{year}/derived:mediation.resolved/ /handbook/
        /district/returns/ /district/returns/new/ /district/returns/{asked}/
        """,
    ),
    (SYSTEM_ADMIN, PHONE, "/ /matters/ /nowhere/ /accounts/district/"),
]

TAKE_ONLY_FORMS = """
    logout me-large matters-chosen number-cancel onspot-check draft-save draft-discard paper-settle import-carry-out
    scan-settle scan-store form-take form-blank reconciliation-decide reconciliation-bring reconciliation-close
    report-check report-owner
    reconciliation-again reconciliation-answer
    return-again return-close district-return-again district-return-close return-import return-pasted
"""
NOT_OPENED = {
    **dict.fromkeys(TAKE_ONLY_FORMS.split(), "takes only forms"),
    **dict.fromkeys(GIVE_FILES - READABLE, "gives a file, not a page"),
    "login": "looked at by test_login_page_opens_for_everybody.py",
    **dict.fromkeys(("district-login", "district-login-back"), "leads to the district's service and back"),
    "term-extend": "no step begins such a term in the sample; the form is that of publish",
    "scan-page": "gives a picture, not a page",
    "report-home": "leads on to the report of the year",
}


def _workbook(headings: list[str], *values: object) -> SimpleUploadedFile:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("示例")
        sheet.write_row(0, 0, headings)
        sheet.write_row(1, 0, values)
    return SimpleUploadedFile("示例.xlsx", target.getvalue())


def _matters(client: Client, town: Town, today: str) -> dict[str, object]:
    """A mediation on its way with party, paper, term and evidence."""
    values = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙"}
    matter = matter_of(send(client, "/register/mediation/file/", **values))
    matter_of(send(client, f"/matters/{matter}/steps/accept/", accepted_on=today))
    photo = SimpleUploadedFile("示例.png", picture_path("clerk-today").read_bytes(), "image/png")
    send(client, f"/matters/{matter}/evidence/", file=photo, kind="photo", title="示例照片")
    sheet = send(client, f"/matters/{matter}/steps/grade/", print="1").content
    photo.seek(0)  # the sheet comes back beside a page without a code
    send(client, "/scans/", files=[SimpleUploadedFile("示例.pdf", sheet, "application/pdf"), photo])
    return {
        "matter": matter,
        "party": Party.objects.filter(matter_id=matter)[0].pk,
        "evidence": Evidence.objects.get(matter_id=matter).pk,
        "document": Document.objects.get(matter_id=matter).pk,
        "term": Term.objects.filter(matter_id=matter)[0].pk,
        "entry": Entry.objects.filter(matter_id=matter).aggregate(last=Max("index"))["last"],
    }


def _case() -> dict[str, object]:
    """A penalty decided on the spot, with what must be published."""
    client = signed_in(OFFICER)
    decided = send(client, "/onspot/", **ON_THE_SPOT, do="decide")
    found = re.match(r"/onspot/(\d+)/", decided.url)
    assert found is not None, decided.url
    return {"case": found[1], "item": DisclosureItem.objects.get(matter_id=found[1]).pk}


def _brought(client: Client, today: str, folder: Path) -> dict[str, object]:
    """What came in as files: a known and an unknown sheet, a superior's blank form and export."""
    send(client, "/import/", file=_workbook(UNKNOWN_HEADINGS, today, "松溪村", "示例书包", 3))
    for number in (1, 2):
        send(client, "/import/", file=_workbook(HEADINGS, f"例〔2026〕{number}号", today, "示例丙", "示例丁"))
    unknown, known, done = ImportBatch.objects.order_by("pk").values_list("pk", flat=True)
    assert client.post(f"/import/{done}/carry-out/").url.endswith("/result/")
    write_forms(folder)
    send(client, "/forms/", file=SimpleUploadedFile(MONTHLY, (folder / MONTHLY).read_bytes()))
    told = {"system": "示例系统", "register": "mediation", "start": today, "end": today}
    send(client, "/reconciliations/", **told, file=_workbook(HEADINGS, "例〔2026〕3号", today, "示例戊", "示例己"))
    form, export = SuperiorForm.objects.get().pk, SuperiorsExport.objects.get().pk
    return {"unknown": unknown, "known": known, "done": done, "sheet": "示例", "form": form, "export": export}


def _asked(client: Client, town: Town, today: dt.date) -> dict[str, object]:
    """What others are asked for: a round of returns, a list handed over, a link to sign in."""
    told = {
        "title": "口头调解旬报",
        "notice": "示例通知",
        "period_from": today - dt.timedelta(days=9),
        "period_to": today,
        "due_on": today,
        "force": "internal",
        "every": "month",
        "kinds": ["village"],
        "registers": ["oral_mediation"],
    }
    assert send(client, "/returns/new/", **told).status_code == 302
    owing = OwingUnit.objects.get(unit__name="松溪村")
    answer = _workbook(ORAL_HEADINGS, today.isoformat(), "示例甲", "示例乙")
    signed_in(VILLAGE_CLERK).post(f"/returns/units/{owing.pk}/", {"do": "upload", "file": answer})
    upload = UnitUpload.objects.get().pk
    told |= {"towns": [town.code], "others": "示例网格员 人 期末数"}
    asked = send(signed_in(DISTRICT), "/district/returns/new/", **told).url.split("/")[-2]
    person = Account.objects.get(user__username=MEDIATOR).person_id
    assert send(client, "/handover/", receiver=person).status_code == 302
    link = re.search(r"/login/link/([^/\"]+)/", client.post("/accounts/", {"person": person}).content.decode())
    assert link is not None
    return {
        "round": owing.round_id,
        "owing": owing.pk,
        "owed": OwingUnit.objects.get(round__district_round=asked).pk,
        "asked": asked,
        "upload": upload,
        "handover": Handover.objects.get().pk,
        "token": link[1],
    }


def made_sample(town: Town, folder: Path) -> dict[str, object]:
    """Write the sample through the pages' own addresses; returns what ADDRESSES names in braces."""
    client, today = signed_in(CLERK), timezone.localdate()
    found = _matters(client, town, today.isoformat()) | _case() | _brought(client, today.isoformat(), folder)
    return found | _asked(client, town, today) | {"year": today.year}
