"""What units told, added up: each unit's last word in each round, the rounds of one title together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from guiju.exchange.returns.models import AskedFigure, OwingUnit, Reckoned, ToldFigure
from guiju.kernel.indicators.api import Period, ReturnedRound, ToldTotal

NAMED = 6  # units named in the source; the round's page shows all


def totals_told(town_id: int, period: Period) -> list[ToldTotal]:
    """The figures that rounds within a period asked, as they were told, by name. Three statements.

    Rounds of one title are added up where the figure counts what happened, else the last one stands; where their
    periods overlap the later round stands, so that nothing is counted twice.
    """
    within = {"round__period_from__gte": period.start, "round__period_to__lte": period.as_of}
    asked = AskedFigure.objects.filter(town_id=town_id, round__district_round="", **within).select_related("round")
    groups: dict[tuple[str, str], list[AskedFigure]] = {}
    for each in asked.order_by("round__period_to", "round_id", "id"):
        groups.setdefault((each.name, each.round.title), []).append(each)
    told, owing = _told(town_id, within), _owing(town_id, within)
    names = [name for name, _ in groups]
    totals = []
    for name, title in sorted(groups):
        total = _total(
            _apart(groups[name, title]), told, owing, f"{name}（{title}）" if names.count(name) > 1 else name
        )
        if total is not None:
            totals.append(total)
    return totals


def _told(town_id: int, within: dict[str, object]) -> dict[int, dict[int, ToldFigure]]:
    """By asked figure and owing unit the last word."""
    rounds = {f"asked__{name}": day for name, day in within.items()}
    found: dict[int, dict[int, ToldFigure]] = {}
    rows = ToldFigure.objects.filter(town_id=town_id, **rounds).select_related("answer__owing__unit")
    for each in rows.order_by("id"):
        found.setdefault(each.asked_id, {})[each.answer.owing_id] = each
    return found


def _owing(town_id: int, within: dict[str, object]) -> dict[int, dict[int, str]]:
    """By round who owes it: name by row."""
    found: dict[int, dict[int, str]] = {}
    rows = OwingUnit.objects.filter(town_id=town_id, **within).order_by("unit_id")
    for key, one, unit in rows.values_list("id", "round_id", "unit__name"):
        found.setdefault(one, {})[key] = unit
    return found


def _apart(asked: Sequence[AskedFigure]) -> list[AskedFigure]:
    """Of rounds that overlap the later; of how things stand at the end the last alone. In the order of periods."""
    kept: list[AskedFigure] = []
    for each in reversed(asked):
        if not kept or (each.reckoned != Reckoned.AT_END and each.round.period_to < kept[0].round.period_from):
            kept.insert(0, each)
    return kept


def _total(
    asked: Sequence[AskedFigure],
    told: dict[int, dict[int, ToldFigure]],
    owing: dict[int, dict[int, str]],
    name: str,
) -> ToldTotal | None:
    """The total of what was told; None where nobody has told anything yet."""
    figures = [figure for each in asked for figure in told.get(each.id, {}).values()]
    if not figures:
        return None
    first, last = asked[0], asked[-1]
    return ToldTotal(
        name=name,
        unit=last.measure,
        value=sum((figure.value for figure in figures), Decimal(0)),
        start=first.round.period_from,
        as_of=last.round.period_to,
        source=f"《{last.round.title}》{_rounds_words(asked)}{_units_words(figures)}",
        rounds=tuple(_round(each, owing.get(each.round_id, {}), told.get(each.id, {})) for each in asked),
        parts=tuple((figure.id, str(figure.value)) for figure in figures),
        indicator=last.indicator,
    )


def _round(asked: AskedFigure, owing: dict[int, str], told: Iterable[int]) -> ReturnedRound:
    one, answered = asked.round, set(told)
    lacking = tuple(unit for key, unit in owing.items() if key not in answered)
    return ReturnedRound(one.title, one.period_from, one.period_to, len(owing), lacking)


def _rounds_words(asked: Sequence[AskedFigure]) -> str:
    if asked[-1].reckoned == Reckoned.AT_END:
        return "，期末数："
    return f"，{len(asked)} 轮相加：" if len(asked) > 1 else "："


def _units_words(figures: Sequence[ToldFigure]) -> str:
    """What each unit told, the largest first; of many the first few."""
    sums: dict[str, Decimal] = {}
    for figure in figures:
        unit = figure.answer.owing.unit.name
        sums[unit] = sums.get(unit, Decimal(0)) + figure.value
    most = sorted(((unit, value) for unit, value in sums.items() if value), key=lambda item: (-item[1], item[0]))
    if not most:
        return f"{len(sums)} 个单位都报 0"
    words = "、".join(f"{unit} {value.normalize():f}" for unit, value in most[:NAMED])
    return f"{words}等，{len(sums)} 个单位" if len(sums) > len(most[:NAMED]) else words
