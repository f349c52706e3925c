"""P9: the figures of one year over 1,000,000 matters of ten years. Targets: values within 1.5 times raw SQL by hand on
the same tables, digests of all figures in 10 s, the drill-down page of one figure in 100 ms.

Run `.venv/bin/python bench/p9_figures.py [MATTERS]`; on PostgreSQL through `python -m tools.private_postgres -- …`. The
drill-down is what its page asks of the kernel: the value, last year's, the first and a deep page of records with their
entries. The digest of the same figure, which the page tells only when asked, is measured beside it.
"""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.measuring import interleaved, own_installation, report, seconds, summary

own_installation("p9_figures")

from django.db import connection  # noqa: E402

from bench.invented_decade import PEER, by_hand, fill_decade  # noqa: E402
from bench.invented_town import found_town  # noqa: E402
from guiju.kernel.indicators.api import (  # noqa: E402
    all_indicators,
    derive,
    digest_of,
    indicator_of,
    page_of_records,
    records_of,
    year_until,
)
from guiju.kernel.organisation.api import Town  # noqa: E402

MATTERS = 1_000_000
PERIOD = year_until(dt.date(2022, 12, 31))
TARGETS = {"ratio": 1.5, "digests": 10.0, "drill_down": 0.1}
PAGE_OF = "hotline.diverted_110"
DEEP = dt.date(2022, 3, 1)


def values(town: Town, names: list[str]) -> dict[str, Any]:
    return {name: derive(indicator_of(name), town.id, PERIOD).value for name in names}


def digests(town: Town) -> int:
    """Digests of all figures; the number of records they cover."""
    covered = 0
    for indicator in all_indicators():
        records = records_of(indicator, town.id, PERIOD)
        digest_of(records)
        covered += len(records)
    return covered


def drill_down(town: Town, before: str = "") -> Callable[[], object]:
    """The work of a drill-down page: value, last year's, one page of records with their entries."""
    indicator = indicator_of(PAGE_OF)

    def work() -> None:
        derive(indicator, town.id, PERIOD)
        derive(indicator, town.id, PERIOD.a_year_before())
        page_of_records(indicator, town.id, PERIOD, before=before)

    return work


def main(matters: int) -> int:
    town, names = found_town(), list(PEER)
    filled = seconds(lambda: fill_decade(town, matters))
    parameters = {"town": town.id, "start": PERIOD.start, "end": PERIOD.as_of}
    ours, theirs = values(town, names), by_hand(names, parameters)
    assert {name: float(value) for name, value in ours.items()} == {n: float(v) for n, v in theirs.items()}
    everything = [indicator.id for indicator in all_indicators()]
    kinds: dict[str, Callable[[], float]] = {
        "values_of_five": lambda: seconds(lambda: values(town, names)),
        "raw_sql_of_five": lambda: seconds(lambda: by_hand(names, parameters)),
        "values_of_all": lambda: seconds(lambda: values(town, everything)),
        "digests": lambda: seconds(lambda: digests(town)),
        "drill_down": lambda: seconds(drill_down(town)),
        "drill_down_deep": lambda: seconds(drill_down(town, f"{DEEP.isoformat()}.0")),
        "digest_of_the_same": lambda: seconds(lambda: digest_of(records_of(indicator_of(PAGE_OF), town.id, PERIOD))),
    }
    found = summary(interleaved(kinds))
    ratio = round(found["values_of_five"]["median"] / found["raw_sql_of_five"]["median"], 2)
    told = {"ratio": ratio, "digests": found["digests"]["median"], "drill_down": found["drill_down"]["median"]}
    met = {name: told[name] <= target for name, target in TARGETS.items()}
    result = {
        "matters": matters,
        "filled_seconds": round(filled),
        "figures": len(everything),
        "records_covered": digests(town),
        "page_of": {PAGE_OF: ours[PAGE_OF]},
        "seconds": found,
        "told": told,
        "targets": TARGETS,
        "met": met,
    }
    said = ", ".join(f"{name} {told[name]} (target {target})" for name, target in TARGETS.items())
    report("p9_figures", result, f"{connection.vendor}, {said}")
    return 0 if all(met.values()) else 1


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MATTERS))
