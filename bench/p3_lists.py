"""P3: 100 of 1,000,000 matters in the scope of a unit's subtree, at any depth. Target: p95 10 ms, independent of depth.

Run `.venv/bin/python bench/p3_lists.py [MATTERS]`; on PostgreSQL through `python -m tools.private_postgres -- …`. The
time is that of the database layer: the statement, its rows and Django's objects of them; no page.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.measuring import each, interleaved, own_installation, percentile, report, summary

own_installation("p3_lists")

from django.db import connection  # noqa: E402

from bench.invented_town import fill, found_town, village_clerk  # noqa: E402
from guiju.kernel.matters.api import count_up_to, page_of, visible_to  # noqa: E402
from guiju.kernel.organisation.api import Acting, acting_as_command  # noqa: E402

MATTERS, TARGET_MS, CALLS = 1_000_000, 10.0, 60


def cursor_at(acting: Acting, share: float) -> str:
    """The key of a page so far down the list."""
    matters = visible_to(acting).order_by("-registered_on", "-id")
    at = int(matters.count() * share)
    row = matters[at]
    return f"{row.registered_on.isoformat()}.{row.id}"


def main(matters: int) -> int:
    town = found_town()
    fill(town, matters, searched=False)
    office, village = acting_as_command(town, "bench"), village_clerk(town)
    places = {
        f"{name}_{depth}": (acting, "" if share is None else cursor_at(acting, share))
        for name, acting in (("office", office), ("village", village))
        for depth, share in (("first", None), ("middle", 0.5), ("deep", 0.98))
    }

    def p95(acting: Acting, before: str) -> float:
        return percentile(each(CALLS, lambda n: page_of(visible_to(acting), before=before)), 0.95)

    kinds = {name: (lambda place=place: p95(*place)) for name, place in places.items()}
    kinds["village_newer"] = lambda: percentile(
        each(CALLS, lambda n: page_of(visible_to(village), after=places["village_middle"][1])), 0.95
    )
    kinds["village_count_to_1000"] = lambda: percentile(each(CALLS, lambda n: count_up_to(visible_to(village))), 0.95)
    for work in kinds.values():
        work()
    found = summary(interleaved(kinds))
    worst = max(found.values(), key=lambda one: one["median"])
    name = next(key for key, one in found.items() if one is worst)
    said = f"worst p95 {worst['median']} ms ({name}), target {TARGET_MS} ms"
    report("p3_lists", {"matters": matters, "p95_ms": found, "target_ms": TARGET_MS}, f"{connection.vendor}, {said}")
    return 0 if worst["median"] <= TARGET_MS else 1


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MATTERS))
