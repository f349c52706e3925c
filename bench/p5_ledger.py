"""P5: the ledger. Targets: 400 appends a second inside the step's transaction, an inclusion proof at 1,000,000 in 1 ms,
fold and compare 10,000 matters a second, check an exported ledger with the verifier alone at 50,000 entries a second.

Run `.venv/bin/python bench/p5_ledger.py [MATTERS]`; on PostgreSQL through `python -m tools.private_postgres -- …`. An
append is a whole registration, one transaction each, in one process. What runs in this process alone (proofs, leaves,
the verifier) is given in processor time, the rest by the clock. Where the package pymerkle is there, its tree in
memory is measured beside ours (append and proof): it keeps no entries, rows or head.
"""

import hashlib
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.measuring import interleaved, own_installation, report, summary

own_installation("p5_ledger")

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.invented_town import found_town  # noqa: E402
from guiju.kernel.ledger.api import (  # noqa: E402
    Frontier,
    Tree,
    leaf_hash,
    ledger_lines,
    root_from_inclusion,
    verify_town,
)
from guiju.kernel.organisation.api import Town, acting_as_command  # noqa: E402
from guiju.kernel.procedure.api import (  # noqa: E402
    Intent,
    Planned,
    Snapshot,
    apply,
    moment_for,
    plan,
    procedure_in_force,
)
from verifier.guiju_verify.ledger import Ledger  # noqa: E402

MATTERS, LEAVES, STEPS, PROOFS = 20_000, 1_000_000, 300, 2000
TARGETS = {
    "append_per_second": 400,
    "proof_ms": 1.0,
    "compared_matters_per_second": 10_000,
    "offline_entries_per_second": 50_000,
}


def planned(town: Town, count: int) -> list[Planned]:
    """Consultations without and with a client, planned and not written."""
    moment = moment_for(acting_as_command(town, "bench"), timezone.now())
    procedure, found = procedure_in_force("legal_services", "consultation", moment.today), []
    for n in range(count):
        values = {"unit": moment.directory.unit("示例站"), "event_date": moment.today, "topic": "邻里"}
        values |= {"client": f"示例{n}"} if n % 2 else {}
        made = plan(Snapshot(procedure), [Intent("record_consultation", values)], moment)
        assert isinstance(made, Planned)
        found.append(made)
    return found


def append_rate(town: Town) -> float:
    plans = planned(town, STEPS)
    begun = time.perf_counter()
    for made in plans:
        apply([made.plan], timezone.now())
    return STEPS / (time.perf_counter() - begun)


def proof_ms(tree: Tree) -> float:
    root, size = tree.root(), len(tree)
    begun = time.process_time()
    for n in range(PROOFS):
        index = n * 499 % size
        assert root_from_inclusion(tree.levels[0][index], index, size, tree.inclusion_proof(index)) == root
    return 1000 * (time.process_time() - begun) / PROOFS


def leaf_rate() -> float:
    frontier, begun = Frontier(), time.process_time()
    for n in range(50_000):
        frontier.append(leaf_hash(b"%d" % n))
    return 50_000 / (time.process_time() - begun)


def verify_rate(town: Town, *, private: bool) -> float:
    begun = time.perf_counter()
    result = verify_town(town.id, open_private=private)
    assert result.whole
    return result.entries / (time.perf_counter() - begun)


def offline_rate(file: Path) -> float:
    ledger, begun = Ledger(), time.process_time()
    ledger.read(file)
    assert not ledger.problems
    return ledger.size / (time.process_time() - begun)


def peer() -> dict[str, Callable[[], float]]:
    """pymerkle's tree in memory, where it is installed."""
    try:
        from pymerkle import InmemoryTree
    except ImportError:
        return {}
    tree = InmemoryTree(algorithm="sha256")

    def rate() -> float:
        begun = time.perf_counter()
        for n in range(5000):
            tree.append_entry(b"%d" % n)
        return 5000 / (time.perf_counter() - begun)

    return {"peer_leaves_per_second": rate}


def main(matters: int) -> int:
    town = found_town()
    for _ in range(matters // 5000):
        apply([made.plan for made in planned(town, 5000)], timezone.now())
    exported = Path(tempfile.mkdtemp(prefix="guiju-p5-"), "ledger.jsonl")
    exported.write_text("".join(line + "\n" for line in ledger_lines(town.id, town.code)), encoding="utf-8")
    tree = Tree([hashlib.sha256(b"\0%d" % n).digest() for n in range(LEAVES)])
    kinds: dict[str, Callable[[], float]] = {
        "append_per_second": lambda: append_rate(town),
        "proof_ms": lambda: proof_ms(tree),
        "leaves_per_second": leaf_rate,
        "compared_matters_per_second": lambda: verify_rate(town, private=False),
        "compared_with_private_opened_per_second": lambda: verify_rate(town, private=True),
        "offline_entries_per_second": lambda: offline_rate(exported),
        **peer(),
    }
    found = summary(interleaved(kinds))
    medians = {name: one["median"] for name, one in found.items()}
    met = {
        name: (medians[name] <= target if name.endswith("_ms") else medians[name] >= target)
        for name, target in TARGETS.items()
    }
    said = ", ".join(f"{name} {medians[name]} (target {target})" for name, target in TARGETS.items())
    report(
        "p5_ledger",
        {"matters": matters, "results": found, "targets": TARGETS, "met": met},
        f"{connection.vendor}, {said}",
    )
    return 0 if all(met.values()) else 1


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MATTERS))
