"""The procedures of this mechanism: suits, and reconsiderations under both texts of the Act."""

from guiju.mechanisms.litigation.reconsideration import RECONSIDERATION_PROCEDURES
from guiju.mechanisms.litigation.suit import SUIT_PROCEDURE

PROCEDURES = (SUIT_PROCEDURE, *RECONSIDERATION_PROCEDURES)
