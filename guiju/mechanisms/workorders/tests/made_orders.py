"""Orders of an invented village (示例)."""

from __future__ import annotations

from typing import Any

from tests.invented_desk import TODAY, Desk


def diverted(desk: Desk, **values: Any) -> int:
    """A 110 call diverted to people's mediation today."""
    given = {
        "dispatched_on": TODAY,
        "destination": "mediation",
        "unit": desk.unit(),
        "village": desk.unit(),
        "dispute_kind": "neighbour",
        "facts": "谷雨与邻居因漏水吵架",
        "caller": "谷雨",
        "caller_phone": "19900001234",
        "called_on": TODAY,
        **values,
    }
    return desk.open("diversion_110", "divert", **given)


def hotline_order(desk: Desk, **values: Any) -> int:
    """A 12345 order of today."""
    given = {
        "dispatched_on": TODAY,
        "number": "SH20260312001",
        "request_kind": "complaint",
        "order_class": "ordinary",
        "unit": desk.unit(),
        "facts": "谷雨反映楼道堆物",
        **values,
    }
    return desk.open("hotline_12345", "take_in", **given)
