"""Door of the outlines: read a file, write it, and what a map of a day is drawn from."""

from guiju.exchange.outlines.keeping import Village, plan_outlines, short_name, village_names, villages_on
from guiju.exchange.outlines.reading import OutlineError, ReadArea, read_outlines

__all__ = [
    "OutlineError",
    "ReadArea",
    "Village",
    "plan_outlines",
    "read_outlines",
    "short_name",
    "village_names",
    "villages_on",
]
