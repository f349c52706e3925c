"""The words that stand where a step of a case asks for something and the sheet does not tell it."""

from __future__ import annotations

from guiju.kernel.procedure.api import Untold

NOT_TOLD = Untold("台账未写明")  # who it was
ELSEWHERE = Untold("见案卷原件")  # a text that is only in the paper file
UNTOLD_MANNER = "not_told"  # a paper was served, the sheet does not say how: a manner among the others
