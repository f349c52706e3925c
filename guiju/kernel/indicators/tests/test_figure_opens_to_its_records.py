"""Value, drill-down and digest of a figure come from one QuerySet; only what the figure reads moves its digest."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Max

from guiju.kernel.indicators.api import (
    Indicator,
    Period,
    derive,
    derive_each,
    derive_with_records,
    digest_of,
    plan_attestation,
    records_of,
    year_until,
)
from guiju.kernel.indicators.models import Attestation
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Person, Unit, acting_as_command
from guiju.kernel.procedure.api import Intent, Snapshot, apply, plan_correction, plan_void
from tests.example_mechanism.models import CaseDetail
from tests.example_mechanism.procedure import CASE
from tests.example_mechanism.towns import (
    NOW,
    acting_in,
    command_moment,
    found_town,
    loaded,
    planned,
    registration,
    take,
    unit_of,
)

pytestmark = pytest.mark.django_db
AMOUNTS = (100, 2000, 30000)
PERIOD = Period(dt.date(2026, 1, 1), dt.date(2026, 1, 31))
READS = {CaseDetail: ("amount",), Matter: ("event_date", "voided", "number")}


def select(town, period):
    return CaseDetail.objects.filter(town_id=town, matter__voided=False, matter__event_date__range=period.both)


def large(town, period):
    return select(town, period).filter(amount__gte=1000)


def indicator(**values) -> Indicator:
    plain = {"id": "example.cases", "name": "示例案件", "unit": "件", "definition": "件数", "date_label": "立案日期"}
    return Indicator(**{**plain, "select": select, "reads": READS, **values})


def latest(town, period):
    """Placed by a day that is worked out for each record."""
    days = select(town, Period(dt.date.min, dt.date.max)).annotate(latest=Max("matter__event_date"))
    return days.filter(latest__range=period.both)


CASES = indicator()
SUM = indicator(id="example.sum", unit="元", amount_path="amount", money=True)
SHARE = indicator(id="example.share", unit="%", select=large, denominator=select)
KINDS = indicator(
    id="example.units",
    select=lambda town, period: Unit.objects.filter(town_id=town, since__lte=period.as_of),
    counts="units",
    number_path="code",
    title_path="name",
    date_path="since",
    matter_path="",
    breakdown_path="kind",
    breakdown=("justice_office", "village", "legal_centre"),
    reads={Unit: ("kind",)},
    standing=True,
)
PLACES = indicator(id="example.places", breakdown_path="matter__unit__kind", breakdown=("village", "legal_centre"))
DAYS = indicator(id="example.days", unit="天", span=("matter__event_date", "matter__registered_on"))
LATEST = indicator(id="example.latest", select=latest, date_path="latest")


@pytest.fixture
def town():
    """Three cases in January, one in February, and another town with as many."""
    found = [found_town("qingtan"), found_town("linxi")]
    for one in found:
        moment = command_moment(one)
        days = [dt.date(2026, 1, day) for day in (5, 6, 31)] + [dt.date(2026, 2, 1)]
        for day, amount in zip(days, (*AMOUNTS, 7), strict=True):
            values = registration(unit_of(one), amount=Decimal(amount)).values
            apply([planned(Snapshot(CASE), [Intent("register", values, day, "claimed")], moment).plan], NOW)
    return found[0]


def test_count_sum_share_and_breakdown(town):
    assert derive(CASES, town.id, PERIOD).json_value() == 3
    assert derive(SUM, town.id, PERIOD).json_value() == "32100.00"
    share = derive(SHARE, town.id, PERIOD)
    assert (share.numerator, share.denominator, share.json_value()) == (2, 3, 66.67)
    assert derive(KINDS, town.id, PERIOD).json_value() == "1+2+0"


def test_value_is_what_the_records_add_up_to(town):
    for figure in (CASES, SUM):
        records = records_of(figure, town.id, PERIOD)
        assert sum(record.amount for record in records) == derive(figure, town.id, PERIOD).value
        assert len(records) == derive(figure, town.id, PERIOD).records
    share = derive(SHARE, town.id, PERIOD)
    assert len(records_of(SHARE, town.id, PERIOD)) == share.records == share.denominator
    for figure in (CASES, SUM, SHARE, KINDS, PLACES, DAYS, LATEST):
        read_once = derive(figure, town.id, PERIOD), records_of(figure, town.id, PERIOD)
        assert derive_with_records(figure, town.id, PERIOD) == read_once, figure.id


def test_several_periods_are_counted_together(town, django_assert_num_queries):
    """They may overlap, lie apart, hold nothing; what stands on a day is asked for once for each."""
    february = Period(dt.date(2026, 2, 1), dt.date(2026, 2, 28))
    periods = (PERIOD, PERIOD.a_year_before(), february, Period(dt.date(2026, 1, 6), dt.date(2026, 2, 1)))
    statements = ((CASES, 1), (SUM, 1), (SHARE, 2), (PLACES, 1), (DAYS, 1), (LATEST, 1), (KINDS, len(periods)))
    for figure, number in statements:
        with django_assert_num_queries(number):
            found = derive_each(figure, town.id, periods)
        assert found == [derive(figure, town.id, period) for period in periods], figure.id
    assert [figure.value for figure in derive_each(CASES, town.id, periods)] == [3, 0, 1, 3]


def test_cut_off_day_counts_and_the_next_day_does_not(town):
    records = records_of(CASES, town.id, PERIOD)
    assert [record.date for record in records] == sorted(record.date for record in records)
    assert records[-1].date == PERIOD.as_of
    assert derive(CASES, town.id, Period(PERIOD.start, dt.date(2026, 1, 30))).value == 2
    assert derive(CASES, town.id, Period(PERIOD.start, dt.date(2026, 2, 1))).value == 4


def test_share_of_nothing_is_no_number(town):
    empty = Period(dt.date(2020, 1, 1), dt.date(2020, 12, 31))
    assert derive(SHARE, town.id, empty).json_value() is None
    assert derive(SUM, town.id, empty).json_value() == "0.00"
    assert records_of(CASES, town.id, empty) == []


def test_record_names_number_matter_and_last_entry(town):
    record = records_of(CASES, town.id, PERIOD)[0]
    assert record.matter_id is not None
    matter = Matter.objects.get(id=record.matter_id)
    assert (record.number, record.title) == (matter.number, matter.title)
    assert record.entry == 1  # the entry after the founding of the town


def digest(town, figure=CASES):
    return digest_of(records_of(figure, town.id, PERIOD))


def test_digest_is_the_same_when_asked_again(town):
    assert digest(town) == digest(town)
    assert digest(town) != digest(town, SUM)


def test_step_that_touches_nothing_read_leaves_the_digest(town):
    before = digest(town)
    matter = records_of(CASES, town.id, PERIOD)[0].matter_id
    take(matter, command_moment(town), "collect")
    assert digest(town) == before


def test_correction_of_what_is_read_moves_the_digest(town):
    before = digest(town)
    record = records_of(CASES, town.id, PERIOD)[0]
    moment = command_moment(town)
    change: dict[Any, Any] = {(CaseDetail, record.key): {"amount": Decimal(150)}}
    done = apply([plan_correction(loaded(record.matter_id), moment, change, "抄错了")], NOW)[0]
    assert digest(town) != before
    assert records_of(CASES, town.id, PERIOD)[0].entry == done.index


def test_voided_matter_leaves_the_figure(town):
    record = records_of(CASES, town.id, PERIOD)[0]
    apply([plan_void(loaded(record.matter_id), command_moment(town), "重复登记")], NOW)
    assert derive(CASES, town.id, PERIOD).value == 2
    assert record.key not in [kept.key for kept in records_of(CASES, town.id, PERIOD)]


def test_figure_takes_one_statement(town, django_assert_num_queries):
    for figure in (CASES, SUM, KINDS):
        with django_assert_num_queries(1):
            derive(figure, town.id, PERIOD)
    with django_assert_num_queries(2):
        derive(SHARE, town.id, PERIOD)


def test_year_before_of_a_leap_day():
    assert year_until(dt.date(2024, 2, 29)).a_year_before() == Period(dt.date(2023, 1, 1), dt.date(2023, 2, 28))


ATTESTED: dict[str, Any] = {
    "indicator": "example.platform",
    "period_from": PERIOD.start,
    "as_of": PERIOD.as_of,
    "value": Decimal(42),
    "unit": "件",
    "platform": "示例平台",
    "conditions": "按受理日期查询",
    "attested_on": PERIOD.as_of,
}


def test_attested_figure_is_on_record_and_in_no_matter_figure(town):
    person = Person.objects.get(town=town, code=f"{town.code}-clerk")
    acting = acting_in(town, "justice_clerk", unit_of(town, "office"), person.id)
    apply([plan_attestation(acting, **ATTESTED)], NOW)
    row = Attestation.objects.get(town=town)
    assert (row.value, row.attested_by_id) == (Decimal(42), person.id)
    assert derive(CASES, town.id, PERIOD).value == 3
    assert verify_town(town.id).whole


@pytest.mark.parametrize(("lacking", "said"), [("platform", "哪个平台"), ("conditions", "什么条件")])
def test_attestation_that_nobody_can_check_is_refused(town, lacking, said):
    acting = acting_in(town, "justice_clerk", unit_of(town, "office"))
    with pytest.raises(ValueError, match=said):
        plan_attestation(acting, **{**ATTESTED, lacking: " "})


def test_command_attests_nothing(town):
    with pytest.raises(ValueError, match="要由人确认"):
        plan_attestation(acting_as_command(town, "import"), **ATTESTED)
