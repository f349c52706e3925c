"""The private texts of a matter that belong to no party: what was said, remarks, columns of a town's own register."""

from __future__ import annotations

from dataclasses import dataclass

from guiju.kernel.ledger.api import private_columns
from guiju.kernel.mechanism.api import mechanism_of
from guiju.kernel.procedure.api import Snapshot

UNNAMED = "其他内容"


@dataclass(frozen=True)
class Sealed:
    """One private text: the code by which a reveal names it, its label, and its commitment."""

    code: str
    label: str
    commitment: str


def sealed_texts(snapshot: Snapshot) -> list[Sealed]:
    """The private texts that are on record, under the labels of the inputs that brought them."""
    labels = {item.name: item.label for step in snapshot.procedure.steps for item in step.inputs}
    found = [
        Sealed(f"detail.{name}", labels.get(name, UNNAMED), snapshot.detail[name])
        for name in private_columns(snapshot.procedure.detail)
        if snapshot.detail.get(name)
    ]
    own = mechanism_of(snapshot.matter["mechanism"]).own_registers
    headings = own.headings(snapshot) if own is not None else {}
    for model in snapshot.procedure.children:
        for row in snapshot.of(model):
            found += [
                Sealed(f"{model._meta.model_name}.{row['id']}.{name}", label, row[name])
                for name in private_columns(model)
                if row.get(name)
                for label in (headings.get(row["id"]) or labels.get(name, UNNAMED),)
            ]
    return found
