"""The one error of the set-up: a sentence for the person at the terminal, shown without a traceback."""


class SetupFailure(Exception):
    """Says what is missing and the command that brings it; the set-up stops."""
