"""At the desk a sheet that nobody knows is made a register, or told column by column; then its rows come in."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guiju.exchange.importing.tests.made_registers import FIRST, found_town
from guiju.exchange.models import ImportBatch
from guiju.exchange.sheets.tests.made_workbooks import xlsx_of
from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town

HEADINGS = ("发放日期", "村居", "物资名称", "领取人", "覆盖人数", "规格", "民族")
ROW = (dt.date(2024, 3, 2), FIRST, "宣传手册", "安有容", 30, "A5", "某族")


@pytest.fixture
def town(db: None) -> Town:
    """An invented town whose clerks import registers."""
    return found_town()


def desk(who="clerk", code="yuanxi"):
    """The browser of somebody of the town."""
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"{code}.{who}"))
    return client


def uploaded(client, *rows, headings=HEADINGS):
    """Upload a sheet; returns the addresses of its preview, of making a register and of mapping."""
    file = SimpleUploadedFile("物资.xlsx", xlsx_of([("2024年度普法物资发放登记表", *[""] * 6), headings, *rows]))
    client.post(reverse("import"), {"file": file})
    batch = ImportBatch.objects.latest("id")
    sheet = batch_sheet(client, batch)
    return {
        name: reverse(f"import-{name}", args=[batch.id]) + (f"?sheet={sheet}" if name in ("define", "map") else "")
        for name in ("preview", "define", "map", "carry-out")
    }


def batch_sheet(client, batch):
    """The name of the unknown sheet, as the preview shows it."""
    told = client.get(reverse("import-preview", args=[batch.id])).context["unknown"]
    return told[0]["sheet"]


def answers(client, address, **changed):
    """What the form would post as it stands, with some answers changed."""
    form = client.get(address).context["form"]
    told = {bound.html_name: bound.value() for bound in form if bound.value() not in (None, False)}
    return {**told, **changed}


@pytest.mark.usefixtures("town")
def test_sheet_becomes_register_as_guessed_and_its_rows_come_in():
    client = desk()
    at = uploaded(client, ROW)
    assert client.post(at["define"], answers(client, at["define"])).url == at["preview"]
    assert client.get(at["preview"]).context["register"]["label"] == "普法物资发放登记"
    client.post(at["carry-out"])
    matter = Matter.objects.get(mechanism="registers")
    page = client.get(reverse("matter", args=[matter.id])).content.decode()
    assert "A5" in page
    assert "安有容" not in page


@pytest.mark.usefixtures("town")
def test_figures_of_the_register_open_to_its_rows():
    client = desk()
    at = uploaded(client, ROW)
    client.post(at["define"], answers(client, at["define"]))
    client.post(at["carry-out"])
    year = client.get(reverse("figures"), {"year": "2024"}).content.decode()
    assert "普法物资发放登记：件数" in year
    opened = client.get(reverse("figure", args=["registers.r1.persons"]), {"year": "2024"})
    assert opened.context["figure"]["value"] == "30"
    assert [row["name"] for row in opened.context["rows"]] == ["远普法物资发放登记〔2024〕1号"]


@pytest.mark.usefixtures("town")
def test_refused_heading_has_no_field_and_says_why():
    client = desk()
    told = client.get(uploaded(client, ROW)["define"]).context
    assert [item["heading"] for item in told["refused"]] == ["民族"]
    assert "民族" not in {bound.label for bound in told["form"]}


@pytest.mark.usefixtures("town")
def test_wrong_answers_come_back_as_a_sentence_and_nothing_is_written():
    client, before = desk(), Entry.objects.count()
    at = uploaded(client, ROW)
    response = client.post(at["define"], answers(client, at["define"], c0="text"))
    assert "没有哪一列选了日期" in response.content.decode()
    assert Entry.objects.count() == before


@pytest.mark.usefixtures("town")
def test_who_makes_no_registers_is_offered_mapping_only():
    client = desk("village")
    at = uploaded(client, ROW)
    (told,) = client.get(at["preview"]).context["unknown"]
    assert not told["define_url"]
    assert client.get(at["define"]).status_code == 403


@pytest.mark.usefixtures("town")
def test_columns_told_by_hand_are_read_as_that_register():
    client = desk()
    at = uploaded(client, (dt.date(2024, 3, 2), "远溪镇公共法律服务站", "问借条"), headings=("何时", "何处", "何事"))
    address = f"{at['map']}&register=station_consultation"
    mapping = {"c0": "event_date", "c1": "unit", "c2": "content"}
    assert client.post(address, mapping).url == at["preview"]
    client.post(at["carry-out"])
    assert Matter.objects.get().mechanism == "legal_services"


@pytest.mark.usefixtures("town")
def test_one_field_in_two_columns_and_a_missing_one_are_said():
    client = desk()
    address = f"{uploaded(client, ROW)['map']}&register=station_consultation"
    said = client.post(address, {"c2": "content", "c5": "content"}).content.decode()
    assert "一项只能对应一列" in said
    assert "这是必需的" in said


@pytest.mark.usefixtures("town")
def test_mapping_guesses_by_the_headings_of_the_register():
    client = desk()
    headings = ("服务日期", "何处", "咨询内容", "甲", "乙", "丙", "丁")
    address = uploaded(client, ROW, headings=headings)["map"]
    form = client.get(f"{address}&register=station_consultation").context["form"]
    assert [form["c0"].value(), form["c1"].value(), form["c2"].value()] == ["event_date", "", "content"]


@pytest.mark.usefixtures("town")
def test_own_registers_are_listed_and_ended_by_those_who_make_them():
    client = desk()
    at = uploaded(client, ROW)
    client.post(at["define"], answers(client, at["define"]))
    (told,) = client.get(reverse("own-registers")).context["registers"]
    assert (told["name"], [figure["label"] for figure in told["figures"]]) == ("普法物资发放登记", ["件数", "人数"])
    assert desk("village").post(reverse("own-registers"), {"register": told["id"]}).status_code == 400
    assert client.post(reverse("own-registers"), {"register": told["id"]}).status_code == 302
    assert client.get(at["preview"]).context["unknown"]
    client.post(reverse("own-registers"), {"register": told["id"], "do": "resume"})
    assert not client.get(at["preview"]).context["unknown"]


@pytest.mark.usefixtures("town")
def test_another_towns_upload_is_not_there():
    at = uploaded(desk(), ROW)
    found_town("linxi")
    stranger = desk(code="linxi")
    assert stranger.get(at["define"]).status_code == 404
    assert stranger.get(at["map"]).status_code == 404


@pytest.mark.usefixtures("town")
def test_sheet_or_register_that_does_not_exist_is_not_there():
    client = desk()
    at = uploaded(client, ROW)
    assert client.get(at["define"].partition("?")[0]).status_code == 404
    assert client.get(f"{at['map']}&register=nothing").status_code == 404
