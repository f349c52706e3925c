"""Door of the evidence."""

from guiju.kernel.evidence.files import LARGEST_BYTES, EvidenceError, keep, read
from guiju.kernel.evidence.models import Evidence

__all__ = ["LARGEST_BYTES", "Evidence", "EvidenceError", "keep", "read"]
