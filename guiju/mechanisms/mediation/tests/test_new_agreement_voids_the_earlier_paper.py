"""第28、29条: a mediation has one agreement in force; made again, the earlier paper keeps its number as 作废."""

from __future__ import annotations

import pytest

from guiju.kernel.documents.api import Document
from guiju.mechanisms.mediation.tests.made_mediations import TODAY, found_desk

AGREEMENT = {"agreed_on": TODAY, "agreement_text": "各退一步（示例）", "agreement_form": "written"}


@pytest.mark.django_db
def test_new_agreement_voids_the_earlier_paper():
    desk = found_desk()
    matter = desk.register()
    desk.take(matter, "accept")
    desk.take(matter, "inform", informed_how="oral")
    desk.take(matter, "appoint", mediator="柏青禾")
    desk.take(matter, "mediate", session_result="again")
    desk.take(matter, "make_agreement", **AGREEMENT)
    desk.claim(matter, "make_agreement", **AGREEMENT, agreement_number="示例协议2号")
    papers = Document.objects.filter(matter=matter, kind="mediation_agreement").order_by("id")
    assert [(paper.state, paper.number == "示例协议2号") for paper in papers] == [("voided", False), ("issued", True)]
