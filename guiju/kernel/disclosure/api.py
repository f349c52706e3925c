"""Door of the disclosure."""

from guiju.kernel.disclosure.due import due_items
from guiju.kernel.disclosure.models import DisclosureItem
from guiju.kernel.disclosure.rules import DisclosureRule, PublicText, masked_name, masked_number

__all__ = ["DisclosureItem", "DisclosureRule", "PublicText", "due_items", "masked_name", "masked_number"]
