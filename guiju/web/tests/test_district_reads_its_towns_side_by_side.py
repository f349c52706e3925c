"""The district reads its towns' figures in one sheet and their reports; what opens are numbers, never names or matters."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from guiju.kernel.indicators.api import indicator_of
from guiju.kernel.organisation.api import Town
from guiju.reports.tests.made_town import TODAY, MadeTown, made_town
from tests.staffed_towns import CLERK, found_staffed_town, signed_in

OURS = "derived:legal_service.station_consultations"
OCTOBER = dt.date(2022, 10, 10)
pytestmark = pytest.mark.django_db
VIEWER = "gu.qsfj"


@pytest.fixture
def towns(settings) -> tuple[Town, MadeTown]:
    """Two towns of one district, with consultations in one of them; and a third of another district."""
    settings.GUIJU_TODAY = TODAY.isoformat()
    viewing = found_staffed_town()
    counted = made_town()
    Town.objects.filter(id=counted.town.id).update(district=viewing.district)
    made_town("yuanchu", "远处镇")
    Town.objects.filter(code="yuanchu").update(district="另一区")
    counted.consult(OCTOBER, attendances=3, client="丙示例人")
    return viewing, counted


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_sheet_has_a_column_for_each_town_of_the_district(towns):
    page = text_of(signed_in(VIEWER).get("/district/?year=2022"))
    assert "青禾镇" in page and "示例镇" in page and "远处镇" not in page
    assert "青禾镇人民政府" not in page, "it is the desk of the district"
    assert f"/district/shili/2022/{OURS}/" in page
    assert "未锁定" in page and "未设报送" in page


def test_workbook_holds_value_cutoff_completeness_kind_and_definition_for_each_town(towns):
    answer = signed_in(VIEWER).get("/district/sheet.xlsx?year=2022")
    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    head = next(row for row in rows if row[0] == "指标")
    assert [part for part in head if part and part.startswith("示例镇")] == [
        f"示例镇 {part}" for part in ("数", "截至", "报送", "性质", "数什么")
    ]
    at = head.index("示例镇 数")
    values = {row[0]: row[at] for row in rows}
    assert values[indicator_of(OURS.partition(":")[2]).name] == 3


def test_report_opens_to_numbers_and_not_to_names(towns):
    viewer = signed_in(VIEWER)
    page = text_of(viewer.get("/district/shili/2022/"))
    assert f'href="/district/shili/2022/{OURS}/"' in page
    opened = text_of(viewer.get(f"/district/shili/2022/{OURS}/"))
    assert "示公服咨〔2022〕1号" in opened and "2022-10-10" in opened
    assert "丙示例人" not in opened and "/matters/" not in opened
    assert viewer.get("/district/yuanchu/2022/").status_code == 404
    assert viewer.get("/matters/").status_code == 403


def test_towns_do_not_read_one_another(towns):
    assert signed_in(CLERK).get("/district/?year=2022").status_code == 403
    assert signed_in(CLERK).get("/district/shili/2022/").status_code == 403
