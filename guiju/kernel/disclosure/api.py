"""Door of the disclosure."""

from guiju.kernel.disclosure.due import due_items
from guiju.kernel.disclosure.models import DisclosureItem
from guiju.kernel.disclosure.rules import DisclosureRule, masked_name, masked_number

__all__ = ["DisclosureItem", "DisclosureRule", "due_items", "masked_name", "masked_number"]
