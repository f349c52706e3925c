"""A term rule written for the tests; the law behind it is invented (示例)."""

from datetime import date

from guiju.kernel.lawbook.api import Basis, TermRule


def make_rule(amount: int | None = 5, unit: str | None = "日", **changes: object) -> TermRule:
    """A statutory, verified rule of so many units that opens on 受理; `changes` are fields of TermRule."""
    fields: dict[str, object] = {
        "id": "sample.term",
        "label": "示例期限",
        "event": "受理",
        "bearer": "本机关",
        "amount": amount,
        "unit": unit,
        "force": "法定期限",
        "basis": Basis("sample-law", "7", "示例法"),
        "from_": date(2000, 1, 1),
        "status": "verified",
        "fact": "sample",
    }
    return TermRule.model_validate(fields | changes)
