"""What a round refuses, in a sentence for the person."""


class ReturnError(ValueError):
    """What is wrong, which rule, what to do."""
