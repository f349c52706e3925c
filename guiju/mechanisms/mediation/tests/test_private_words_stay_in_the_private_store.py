"""Names, telephones, addresses and free text of a mediation stand in clear in no column and no entry."""

from __future__ import annotations

from django.apps import apps

from guiju.kernel.ledger.api import Kind, kind_of
from guiju.kernel.procedure.api import Intent
from guiju.mechanisms.mediation.tests.made_mediations import TODAY, VILLAGE_COMMITTEE

SECRETS = {
    "applicant": "谷雨霖",
    "respondent": "夏至宁",
    "applicant_phone": "13912345678",
    "facts": "因赡养老人翻脸",
    "place": "七组三十二号",
}


def everything_in_clear():
    """Every text in every table, the encrypted store and the log-in tables apart."""
    for model in apps.get_models():
        if kind_of(model) is Kind.OPERATIONAL:
            continue
        for row in model._default_manager.values():
            yield from (value for value in row.values() if isinstance(value, str))


def test_no_column_and_no_entry_holds_a_private_word(desk):
    matter = desk.in_mediation(**SECRETS)
    desk.take(matter, "grade", grade="middle", grade_reasons="双方同住一栋，有过口角")
    desk.take(
        matter,
        "make_agreement",
        agreed_on=TODAY,
        agreement_text="每月探望两次",
        responsibility="各半",
        performance_place="老宅门口",
    )
    page = {"unit": desk.unit(VILLAGE_COMMITTEE), **SECRETS, "outcome": "agreement", "agreement_text": "当面赔礼"}
    desk.take(desk.open("oral", Intent("record_oral", page)), "to_full_file")
    desk.take(matter, "terminate", termination="party_asks", told_other_ways=True, note="儿子在外地打工")
    said = (*SECRETS.values(), "双方同住一栋", "每月探望两次", "各半", "老宅门口", "当面赔礼", "儿子在外地打工")
    texts = "\n".join(everything_in_clear())
    assert "林泉村：邻里纠纷" in texts
    assert [word for word in said if word in texts] == []
