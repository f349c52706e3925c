"""What stops a check before it can say whether anything agrees."""


class Unreadable(Exception):
    """A file that is not what it should be; the text says which and why, in Chinese."""
