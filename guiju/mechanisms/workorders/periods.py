"""Periods of orders are the town's own (内部要求): they run where its rulepack sets them for the day of dispatch."""

from __future__ import annotations

DIVERSION_CONTACT = "diversion.contact"
CONTACT = "hotline.contact"
INQUIRY, ORDINARY, COMPLEX = "hotline.handle.inquiry", "hotline.handle.ordinary", "hotline.handle.complex"
AGAIN = "hotline.handle.again"
