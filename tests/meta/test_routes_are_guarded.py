"""Every route × every post × the objects of a second town: nobody opens or changes what is another town's."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse
from django.utils import timezone

from guiju.exchange.models import ImportBatch, IncomingPaper
from guiju.exchange.reconciling.api import SuperiorsExport
from guiju.exchange.superiors_forms.models import SuperiorForm
from guiju.kernel.documents.api import Document
from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import Entry, head_of
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.terms.api import Term
from tests.staffed_towns import (
    CLERK,
    MEDIATOR,
    SYSTEM_ADMIN,
    described,
    found_staffed_town,
    matter_of,
    send,
    signed_in,
    unit_id,
)

TODAY = timezone.localdate().isoformat()
OPEN = {"login", "logout", "sign-in-link", "district-login", "district-login-back"}  # everybody may sign in and out
OBJECTS = {"matter", "party", "batch", "incoming", "index", "key", "prescribed"}  # what names a row of a town
WORDS = {
    "code": "accept",
    "mechanism": "mediation",
    "kind": "file",
    "form": "pdf",
    "law": "rmtjf-2010",
    "article": "28",
    "identifier": "mediation.resolved",
    "year": 2026,
    "section": "results.disputes",
    "paper": "notice",
    "token": "none",
    "page": "clerk",
    "picture": "clerk-today",
    "town": "qinghe",
    "figure": "derived:mediation.resolved",
    "round_code": "none",
}
FIRST, SECOND = "town.yaml", "second_town.yaml"
pytestmark = pytest.mark.django_db


def routes() -> dict[str, list[str]]:
    """The names of all routes with the arguments of their addresses."""
    found = {}
    for pattern in get_resolver().url_patterns:
        assert pattern.name, f"a route without a name cannot be tested: {pattern.pattern}"
        found[pattern.name] = list(pattern.pattern.converters)
    return found


def workbook() -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("示例")
    sheet.write_row(0, 0, ["登记编号", "登记日期", "申请人", "被申请人"])
    sheet.write_row(1, 0, ["例〔2026〕1号", TODAY, "示例甲", "示例乙"])
    book.close()
    return target.getvalue()


@pytest.fixture(scope="module")
def towns(module_db):
    return found_staffed_town(FIRST), found_staffed_town(SECOND)


@pytest.fixture(scope="module")
def named(towns):
    """Arguments that name objects of the first town: a matter with party, document, term, evidence, entry; an upload."""
    first, second = towns
    client = signed_in(CLERK)
    values = {"unit": unit_id(first), "applicant": "示例甲", "respondent": "示例乙"}
    matter = matter_of(send(client, "/register/mediation/file/", **values))
    matter_of(send(client, f"/matters/{matter}/steps/accept/", accepted_on=TODAY))
    photo = SimpleUploadedFile("示例.jpg", b"\xff\xd8\xff\xe0 photo", "image/jpeg")
    send(client, f"/matters/{matter}/evidence/", file=photo, kind="photo", title="示例照片")
    send(client, "/import/", file=SimpleUploadedFile("示例.xlsx", workbook()))
    told = {"system": "示例系统", "register": "mediation", "start": TODAY, "end": TODAY}
    send(client, "/reconciliations/", **told, file=SimpleUploadedFile("示例.xlsx", workbook()))
    send(client, "/forms/", file=SimpleUploadedFile("示例.xlsx", workbook()))
    send(client, "/papers/", file=SimpleUploadedFile("示例.pdf", b"%PDF-1.4 scan", "application/pdf"))
    return {
        "matter": matter,
        "party": Party.objects.filter(matter_id=matter)[0].pk,
        "document": Document.objects.get(matter_id=matter).pk,
        "evidence": Evidence.objects.get(matter_id=matter).pk,
        "term": Term.objects.get(matter_id=matter).pk,
        "batch": ImportBatch.objects.get().pk,
        "reconciliation": SuperiorsExport.objects.get().pk,
        "incoming": IncomingPaper.objects.get().pk,
        "prescribed": SuperiorForm.objects.get().pk,
        "index": max(Entry.objects.filter(matter_id=matter).values_list("index", flat=True)),
        "beyond": head_of(second.id).size,
    }


def address(name, named):
    arguments = {**WORDS, **named, "key": named.get(name, 0)}
    return reverse(name, kwargs={key: arguments[key] for key in routes()[name]})


def requests(client, path):
    """What a route answers when it is opened and when a form is sent to it."""
    return [client.get(path), client.post(path, {"do": "seal"})]


def test_nobody_comes_in_without_signing_in(named, client):
    for name in routes().keys() - OPEN:
        for answer in requests(client, address(name, named)):
            came_in = answer.status_code == 200 or (answer.status_code == 302 and not answer.url.startswith("/login/"))
            assert not came_in, f"{name} lets {answer.request['REQUEST_METHOD']} in"


def foreign_posts():
    return [listed["login"] for listed in described(SECOND)["users"]]


@pytest.mark.parametrize("login", foreign_posts())
def test_objects_of_another_town_are_not_there(named, login):
    entries = Entry.objects.count()
    # An entry is named by its place in the town's own record; the second town's ends before this one.
    elsewhere = {**named, "index": named["beyond"]}
    client = signed_in(login)
    for name, arguments in routes().items():
        if OBJECTS.isdisjoint(arguments):
            continue
        for answer in requests(client, address(name, elsewhere)):
            assert answer.status_code in (403, 404, 405), f"{login} opens {name}: {answer.status_code}"
    assert Entry.objects.count() == entries


@pytest.mark.parametrize("login", foreign_posts())
def test_lists_show_nothing_of_another_town(named, login):
    number = Matter.objects.get(pk=named["matter"]).number
    client = signed_in(login)
    for name, arguments in routes().items():
        if arguments or name in OPEN:
            continue
        answer = client.get(reverse(name))
        assert answer.status_code in (200, 403, 405), f"{login} at {name}: {answer.status_code}"
        assert number.encode() not in answer.content, f"{login} sees {number} at {name}"


def test_other_units_of_the_same_town_do_not_open_a_matter(named):
    client = signed_in("dongpu")
    for name, arguments in routes().items():
        if "matter" in arguments:
            for answer in requests(client, address(name, named)):
                assert answer.status_code == 404, f"another village opens {name}"


@pytest.mark.parametrize("login", [SYSTEM_ADMIN, "secadmin", "audadmin", "gu.qsfj"])
def test_administrators_see_no_business_content(named, login):
    client = signed_in(login)
    for name, arguments in routes().items():
        if not {"matter", "index", "batch", "incoming", "identifier"}.isdisjoint(arguments):
            for answer in requests(client, address(name, named)):
                assert answer.status_code in (403, 404, 405), f"{login} opens {name}: {answer.status_code}"


def test_upload_is_only_its_own_persons(named):
    client = signed_in("shen.sfs")
    for name, arguments in routes().items():
        if "batch" in arguments:
            assert client.get(address(name, named)).status_code in (404, 405)


def test_own_matter_opens(named):
    """The objects are really there: what the others are refused, its own people open."""
    client = signed_in(MEDIATOR)
    for name in ("matter", "step", "term", "document", "evidence", "entry", "reveal"):
        path = address(name, named)
        assert client.get(path).status_code == 200, path
