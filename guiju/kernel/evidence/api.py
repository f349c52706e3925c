"""Door of the evidence."""

from guiju.kernel.evidence.files import LARGEST_BYTES, EvidenceError, is_kept, keep, read
from guiju.kernel.evidence.models import Evidence
from guiju.kernel.evidence.positions import without_position

__all__ = ["LARGEST_BYTES", "Evidence", "EvidenceError", "is_kept", "keep", "read", "without_position"]
