"""What a verification found: how much it compared, and each thing that does not agree."""

from __future__ import annotations

from dataclasses import dataclass, field

from guiju.kernel.ledger.notes import Checkpoint


@dataclass(frozen=True)
class Mismatch:
    """One thing that does not agree: where, what the record says, what is there now.

    `table` and `column` are empty where it is no row or no single column of one.
    """

    place: str
    recorded: str = ""
    present: str = ""
    matter: int | None = None
    table: str = ""
    column: str = ""

    def __str__(self) -> str:
        values = f"：记录为 {self.recorded}，现为 {self.present}" if self.recorded or self.present else ""
        return f"{self.place}{values}"


@dataclass
class Verification:
    """What was compared and what did not agree."""

    town_id: int
    entries: int = 0
    rows: int = 0
    private_values: int = 0
    root: str = ""
    checkpoint: Checkpoint | None = None
    given_out: int = 0  # checkpoints that the town keeps of its own, all compared
    mismatches: list[Mismatch] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return not self.mismatches

    @property
    def tree_whole(self) -> bool:
        """False when the entries themselves do not agree with their hashes, head or checkpoint."""
        return not any(problem.place.startswith(("条目", "账尾", "检查点")) for problem in self.mismatches)
