"""Door of the archive."""

from guiju.exchange.archive.case import ArchiveError
from guiju.exchange.archive.making import Archive, archive_name, make_archive

__all__ = ["Archive", "ArchiveError", "archive_name", "make_archive"]
