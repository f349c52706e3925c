"""An error of a command that a person can mend."""

from __future__ import annotations


class CommandError(Exception):
    """Says what is wrong and what to do, in Chinese; `code` is the exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code
