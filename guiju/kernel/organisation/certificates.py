"""Kinds of certificate that a person may hold, and where one is looked up. What a kind is needed for, mechanisms say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

MEDIATOR_APPOINTMENT = "appointment"
LAWYER_PRACTICE = "lawyer_practice"
ENFORCEMENT = "enforcement"  # 行政处罚法 第42条
LEGAL_PROFESSION = "legal_profession"  # 行政处罚法 第58条
REVIEW_PRACTICE = "review_practice"  # reviewed penalties before: not a first-time reviewer of 第58条

CERTIFICATE_KINDS = {
    MEDIATOR_APPOINTMENT: "人民调解员聘书",
    LAWYER_PRACTICE: "律师执业证",
    ENFORCEMENT: "行政执法证",
    LEGAL_PROFESSION: "法律职业资格",
    REVIEW_PRACTICE: "原已从事法制审核",
}


@dataclass(frozen=True)
class HeldCertificate:
    """A certificate of a person: kind (a key of CERTIFICATE_KINDS), number, first and last day; no last day: open."""

    kind: str
    number: str
    since: dt.date
    until: dt.date | None = None

    def valid_on(self, on: dt.date) -> bool:
        """Whether it holds on the day; the last day counts."""
        return self.since <= on and (self.until is None or on <= self.until)

    @property
    def label(self) -> str:
        return CERTIFICATE_KINDS.get(self.kind, self.kind)


def certificate_kind(written: str) -> str:
    """The kind written as its code or its Chinese name; raises KeyError on an unknown one."""
    by_name = {label: kind for kind, label in CERTIFICATE_KINDS.items()}
    return written if written in CERTIFICATE_KINDS else by_name[written]


def latest_valid(held: Iterable[HeldCertificate], kind: str, on: dt.date) -> HeldCertificate | None:
    """Of the certificates of a kind valid on the day the one begun last; None without any."""
    valid = [one for one in held if one.kind == kind and one.valid_on(on)]
    return max(valid, key=lambda one: one.since, default=None)
