"""The procedures of this mechanism, one a kind of order."""

from guiju.mechanisms.workorders.diversion import DIVERSION_PROCEDURE
from guiju.mechanisms.workorders.hotline import HOTLINE_PROCEDURE

PROCEDURES = (DIVERSION_PROCEDURE, HOTLINE_PROCEDURE)
