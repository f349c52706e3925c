"""What a town's ledger tells, apart from what chance and place decide: keys by their order, private values in clear."""

from __future__ import annotations

import json
import re
from typing import Any

from django.apps import apps
from django.db import models

from guiju.kernel.documents.api import NumberSeries
from guiju.kernel.ledger.api import Entry, PrivateField, open_values, table_of

_MODELS = {table_of(model): model for model in apps.get_models()}


class ToldLedger:
    """The entries of a town as values that can be compared with those of another town founded alike."""

    def __init__(self, town_id: int) -> None:
        bodies = Entry.objects.filter(town_id=town_id).order_by("index").values_list("body", flat=True)
        self.bodies = [json.loads(body) for body in bodies]
        self.order: dict[int, int] = {}
        self.row_keys: dict[str, int] = {}
        for body in self.bodies:
            for change in body["changes"]:
                self.order.setdefault(change["k"], len(self.order))
        sealed = [
            value for body in self.bodies for change in body["changes"] for value in self._private(change).values()
        ]
        self.clear = open_values(sealed)

    def since(self, index: int) -> list[dict[str, Any]]:
        """The entries from an index on."""
        return [self._told(body) for body in self.bodies[index:]]

    def _private(self, change: dict[str, Any]) -> dict[str, str]:
        fields = _MODELS[change["t"]]._meta.concrete_fields
        names = {field.attname for field in fields if isinstance(field, PrivateField)}
        return {name: value for name, value in change["f"].items() if name in names}

    def _told(self, body: dict[str, Any]) -> dict[str, Any]:
        kept = {name: body[name] for name in ("kind", "medium", "basis", "steps", "reason", "note") if name in body}
        matter = body["matter"]
        return kept | {
            "matter": None if matter is None else self.order[matter],
            "changes": [self._change(change) for change in body["changes"]],
        }

    def _change(self, change: dict[str, Any]) -> dict[str, Any]:
        private = self._private(change)
        return {
            "table": change["t"],
            "key": self.order[change["k"]],
            "op": change["op"],
            "fields": {
                name: self.clear[value] if name in private else self._value(_MODELS[change["t"]], name, value)
                for name, value in change["f"].items()
            },
        }

    def _value(self, model: type[models.Model], name: str, value: Any) -> Any:
        field = next(field for field in model._meta.concrete_fields if field.attname == name)
        if name == "row_key":
            return self.row_keys.setdefault(value, len(self.row_keys))
        if model is NumberSeries and name == "kind":
            # A series that belongs to a unit has the unit's key in its kind.
            return re.sub(r"\d+$", lambda found: str(self.order[int(found[0])]), value)
        if isinstance(field, models.ForeignKey) and value is not None:
            return self.order[value]
        return value
