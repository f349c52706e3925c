"""The same file again adds nothing; a known number with other values differs and may be corrected from the sheet."""

import datetime as dt

import pytest

from guiju.exchange.importing.api import State, carry_out, prepare
from guiju.exchange.importing.lines import Difference
from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    book,
    consultation,
    entries,
    imported,
    moment,
)
from guiju.kernel.ledger.api import Entry, open_values, verify_town
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.procedure.api import NotAllowed, apply, load_snapshot, plan_correction, plan_erasure
from guiju.mechanisms.legal_services.models import ServiceDetail

pytestmark = pytest.mark.usefixtures("town")


def only_line(row, who="clerk"):
    preview = prepare(book(CONSULTATIONS, [row]), moment(who))
    (line,) = preview.sheets[0].lines
    return preview, line


def snapshot_of(number="远1"):
    found = load_snapshot(Matter.objects.get(number=number).id, private=True)
    assert found is not None
    return found


def test_same_file_twice_adds_nothing():
    workbook = book(CONSULTATIONS, [consultation("远1"), consultation("远2"), consultation("")])
    imported(workbook)
    before = entries()
    preview = imported(workbook)
    assert entries() == before
    assert (preview.reconciliation.imported, preview.reconciliation.there) == (0, 3)


def test_other_value_differs_and_names_old_and_new():
    imported(book(CONSULTATIONS, [consultation(人次=1)]))
    _, line = only_line(consultation(人次=4))
    assert line.state is State.DIFFERS
    assert [difference.told for difference in line.differences] == ["人次：已登记“1”，表里是“4”"]


def test_differing_row_is_not_written_until_asked_for():
    imported(book(CONSULTATIONS, [consultation(人次=1)]))
    before = entries()
    preview, _ = only_line(consultation(人次=4))
    outcome = carry_out(preview)
    assert entries() == before
    assert outcome.reconciliation.to_confirm == 1
    assert outcome.returned is not None


def test_correction_from_the_sheet_is_an_entry_with_its_reason():
    imported(book(CONSULTATIONS, [consultation(人次=1)]))
    preview, line = only_line(consultation(人次=4, 咨询人="安有余"))
    outcome = carry_out(preview, {line.key})
    assert (outcome.corrected, outcome.reconciliation.there, outcome.returned) == (1, 1, None)
    assert ServiceDetail.objects.get().attendances == 4
    assert open_values([Party.objects.get().name]) == {Party.objects.get().name: "安有余"}
    entry = Entry.objects.latest("id")
    assert entry.kind == "correction"
    assert "第2行" in entry.body


def test_corrected_sheet_is_the_same_when_it_comes_again(town):
    imported(book(CONSULTATIONS, [consultation(人次=1)]))
    preview, line = only_line(consultation(人次=4))
    carry_out(preview, {line.key})
    assert only_line(consultation(人次=4))[1].state is State.SAME
    assert verify_town(town.id).whole


def test_what_the_desk_corrected_since_is_no_difference():
    imported(book(CONSULTATIONS, [consultation(人次=1)]))
    snapshot = snapshot_of()
    detail = {(ServiceDetail, snapshot.matter["id"]): {"attendances": 2}}
    apply([plan_correction(snapshot, moment(), detail, "数错了")], moment().now)
    assert only_line(consultation(人次=1))[1].state is State.SAME
    assert only_line(consultation(人次=3))[1].state is State.DIFFERS


def test_differing_name_is_told_without_either_name():
    imported(book(CONSULTATIONS, [consultation(咨询人="安有容")]))
    _, line = only_line(consultation(咨询人="成大山"))
    told = "".join(difference.told for difference in line.differences)
    assert line.state is State.DIFFERS
    assert "安有容" not in told and "成大山" not in told


def test_erased_name_does_not_come_back_through_the_sheet():
    imported(book(CONSULTATIONS, [consultation()]))
    snapshot = snapshot_of()
    apply([plan_erasure(snapshot, moment(), [Party.objects.get().name], "本人要求")], moment().now)
    assert only_line(consultation())[1].state is State.SAME


def test_who_may_not_correct_imports_the_rest_only():
    imported(book(CONSULTATIONS, [consultation(unit="林泉村")]))
    preview, line = only_line(consultation(unit="林泉村", 人次=4), "village")
    with pytest.raises(NotAllowed, match="更正由司法所"):
        carry_out(preview, {line.key})


def test_party_that_is_not_on_record_is_a_difference_without_correction():
    imported(book(CONSULTATIONS, [consultation(咨询人="")]))
    preview, line = only_line(consultation(咨询人="安有容"))
    assert line.state is State.DIFFERS
    assert carry_out(preview, {line.key}).corrected == 0


def test_voided_row_is_not_imported_again():
    from guiju.kernel.procedure.api import plan_void

    imported(book(CONSULTATIONS, [consultation(day=dt.date(2026, 3, 1))]))
    apply([plan_void(snapshot_of(), moment(), "重复登记")], moment().now)
    assert only_line(consultation(人次=7))[1].state is State.SAME


def test_codes_are_told_by_their_names():
    told = Difference(Matter, 1, "dispute_kind", "纠纷类别", "other", "family", choices={"family": "婚姻家庭"})
    assert told.told == "纠纷类别：已登记“other”，表里是“婚姻家庭”"
    assert Difference(Matter, 1, "made", "已出示", None, True).told == "已出示：已登记“（空）”，表里是“是”"
