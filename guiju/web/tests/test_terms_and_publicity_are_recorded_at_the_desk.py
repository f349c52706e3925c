"""At the desk: a term is extended after its new date was seen; a suspended one waits; what must be public is recorded."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.ledger.api import Change, Entry, NewKey, Plan, verify_town
from guiju.kernel.procedure.api import Finding, apply
from guiju.kernel.terms.api import Running, Term
from guiju.mechanisms.penalty.tests.made_cases import TODAY, Desk, found_town
from guiju.web.tests.penalty_clients import client_of, text_of
from tests.staffed_towns import hidden_fields

FORM = {"amount": "10", "extension_reason": "检测没有完成", "approved_by": "立夏", "approved_on": "2026-03-12"}


@pytest.fixture
def desk(db, settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


def sealed(desk: Desk, matter: int) -> Term:
    """A term whose rule knows an extension and which no step of the procedure extends, put on the matter."""
    rule, calendar = desk.moment.lawbook.term_rule("coercion.seal", TODAY), desk.moment.calendar
    row = {"town_id": desk.town.id, "matter_id": matter, "rule": rule.id, "label": rule.label, "started_on": TODAY}
    row |= {"force": rule.force.value, "red": True, **Running(rule, TODAY).values(calendar)}
    change = Change(Term, NewKey(), "add", row)
    apply([Plan(desk.town.id, "test", "system:test", "system:test", matter=matter, changes=[change])], desk.now)
    return Term.objects.get(matter=matter, rule=rule.id)


def test_new_date_is_shown_before_it_is_written(desk):
    matter = desk.investigated()
    term, leader = sealed(desk, matter), client_of(desk, "vice")
    assert f"/matters/{matter}/terms/{term.id}/extend/" in text_of(leader.get(f"/matters/{matter}/terms/{term.id}/"))
    path = f"/matters/{matter}/terms/{term.id}/extend/"
    page = text_of(leader.get(path))
    assert "届满日为2026年4月11日" in page
    form = {**hidden_fields(page), **FORM, "mode": "taken"}
    seen = text_of(leader.post(path, {**form, "do": "look"}))
    assert "4月11日" in seen
    assert "4月21日" in seen
    assert "批准延长10日" in seen
    term.refresh_from_db()
    assert term.due_on == dt.date(2026, 4, 11), "looking writes nothing"
    assert leader.post(path, form).status_code == 302
    term.refresh_from_db()
    assert (term.due_on, term.extended_by) == (dt.date(2026, 4, 21), "10")
    assert "有了新的变化" in text_of(leader.post(path, form)), "sent twice, it is written once"
    assert "延长期限" in text_of(leader.get(f"/matters/{matter}/"))
    assert verify_town(desk.town.id).whole


def test_too_much_is_refused_in_words_and_others_record_paper(desk):
    matter = desk.investigated()
    term, head = sealed(desk, matter), client_of(desk, "o2")
    path = f"/matters/{matter}/terms/{term.id}/extend/"
    page = text_of(head.get(path))
    assert "现在由我批准" not in page
    assert "最多延长30日" in text_of(head.post(path, {**hidden_fields(page), **FORM, "amount": "31"}))
    assert head.post(path, {**hidden_fields(page), **FORM}).status_code == 302
    entry = Entry.objects.get(kind="extension")
    assert entry.actor == "立夏"


def test_term_that_a_step_extends_leads_to_the_step(desk):
    matter = desk.investigated()
    term, client = Term.objects.get(matter=matter, rule="penalty.decide"), client_of(desk, "vice")
    assert f"/matters/{matter}/steps/extend/" in text_of(client.get(f"/matters/{matter}/terms/{term.id}/"))


def test_term_that_may_not_be_extended_has_no_form(desk):
    matter = desk.decided()
    term, client = Term.objects.get(matter=matter, rule="penalty.serve"), client_of(desk, "vice")
    assert client.get(f"/matters/{matter}/terms/{term.id}/extend/").status_code == 404
    assert "延长期限" not in text_of(client.get(f"/matters/{matter}/terms/{term.id}/"))


def test_suspended_term_waits_and_is_not_red(desk):
    matter = desk.noticed(fine=Decimal(80000), hearing_told=True)
    desk.take(matter, "ask_hearing")
    term = Term.objects.get(matter=matter, rule="penalty.decide")
    assert term.state == Term.State.SUSPENDED
    client = client_of(desk, "o1")
    for path in (f"/matters/{matter}/", f"/matters/{matter}/terms/{term.id}/", "/?of=all"):
        page = text_of(client.get(path))
        assert "中止计时" in page, path
        assert "2026-03-12起中止" in page, path
    assert "g-due-late" not in text_of(client.get(f"/matters/{matter}/terms/{term.id}/"))


def test_publication_and_withdrawal_are_recorded(desk):
    matter, client = desk.decided(), client_of(desk, "o1")
    (item,) = DisclosureItem.objects.filter(matter=matter)
    page = text_of(client.get(f"/matters/{matter}/"))
    assert "待公开" in page
    assert "内部要求" in page
    path = f"/matters/{matter}/disclosures/{item.id}/publish/"
    assert path in page
    form = text_of(client.get(path))
    assert "7个工作日" in form
    told = {**hidden_fields(form), "published_on": "2026-03-11", "address": "示例公示栏"}
    assert "不能早于" in text_of(client.post(path, told))
    assert client.post(path, {**told, "published_on": "2026-03-12"}).status_code == 302
    page = text_of(client.get(f"/matters/{matter}/"))
    assert "已公开" in page
    assert "示例公示栏" in page
    path = f"/matters/{matter}/disclosures/{item.id}/withdraw/"
    told = {**hidden_fields(text_of(client.get(path))), "withdrawn_on": "2026-03-12", "withdrawal_reason": "决定已变更"}
    assert client.post(path, told).status_code == 302
    assert "已撤下" in text_of(client.get(f"/matters/{matter}/"))
    assert not Finding.objects.filter(matter_id=matter, step="publication").exists()
    assert verify_town(desk.town.id).whole


def test_item_of_another_matter_is_not_found(desk):
    first, second = desk.decided(), desk.decided()
    item = DisclosureItem.objects.get(matter=first)
    assert client_of(desk, "o1").get(f"/matters/{second}/disclosures/{item.id}/publish/").status_code == 404
