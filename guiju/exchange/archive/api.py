"""Door of the archive."""

from guiju.exchange.archive.case import ArchiveError
from guiju.exchange.archive.making import Archive, make_archive

__all__ = ["Archive", "ArchiveError", "make_archive"]
