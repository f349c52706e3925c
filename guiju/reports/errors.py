"""What a person meets when a figure or a report cannot be given."""

from __future__ import annotations


class ReportError(ValueError):
    """Says in Chinese what is wrong, which rule stands against it and what to do."""
