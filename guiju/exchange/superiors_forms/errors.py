"""What a person is told when a form cannot be read, mapped or filled."""

from __future__ import annotations


class FormError(ValueError):
    """A form that cannot be read, mapped or filled as asked; the text says why and what to do, in Chinese."""
