"""P4: search by two Chinese characters among 1,000,000 matters. Target: p95 20 ms.

Run `.venv/bin/python bench/p4_search.py [MATTERS]`; on PostgreSQL through `python -m tools.private_postgres -- …`.
Measured are the keys found (up to 500, as a page asks for); once for words that many matters hold, once for rare ones.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.measuring import each, interleaved, own_installation, percentile, report, seconds, summary

own_installation("p4_search")

from django.db import connection  # noqa: E402

from bench.invented_town import WORDS, fill, found_town  # noqa: E402
from guiju.kernel.matters.api import find  # noqa: E402

MATTERS, TARGET_MS, CALLS = 1_000_000, 20.0, 40


def main(matters: int) -> int:
    town = found_town()
    filled = seconds(lambda: fill(town, matters, searched=True))
    common = [word[:2] for word in WORDS]
    queries = {
        "two_characters": common,
        "in_every_matter": ["纠纷"],
        "two_words": [f"{a[:2]} {b[:2]}" for a in WORDS[:5] for b in WORDS[5:10]],
        "number": [f"{n * 997 % matters}号" for n in range(20)],
        "found_nowhere": ["龘龘", "火星"],
    }

    def p95(words: list[str]) -> float:
        return percentile(each(CALLS, lambda n: find(town.id, words[n % len(words)])), 0.95)

    kinds = {name: (lambda words=words: p95(words)) for name, words in queries.items()}
    hits = {name: len(find(town.id, words[0])) for name, words in queries.items()}
    for work in kinds.values():
        work()
    found = summary(interleaved(kinds))
    result = {
        "matters": matters,
        "filled_seconds": round(filled),
        "hits": hits,
        "p95_ms": found,
        "target_ms": TARGET_MS,
    }
    median = found["two_characters"]["median"]
    report("p4_search", result, f"{connection.vendor}, two characters p95 {median} ms, target {TARGET_MS} ms")
    return 0 if median <= TARGET_MS else 1


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MATTERS))
