"""The articles on which suits and reconsiderations rest, once each."""

from guiju.kernel.lawbook.api import Basis

LITIGATION, RECONSIDERATION = "administrative-litigation-law", "administrative-reconsideration-law"

SUIT = Basis(LITIGATION)
APPEARANCE = Basis(LITIGATION, "3")
SUIT_ANSWER = Basis(LITIGATION, "67")
FIRST_INSTANCE = Basis(LITIGATION, "81")
SIMPLIFIED_INSTANCE = Basis(LITIGATION, "83")

REVIEW = Basis(RECONSIDERATION)
# Until 2023-12-31 (text of 2017) and since 2024-01-01 (text of 2023): the numbers of the articles moved.
OLD_ANSWER, OLD_DECISION = Basis(RECONSIDERATION, "23"), Basis(RECONSIDERATION, "31")
ANSWER, DECISION = Basis(RECONSIDERATION, "48"), Basis(RECONSIDERATION, "62")
SIMPLIFIED_ANSWER = Basis(RECONSIDERATION, "54")
REVIEW_HEARING = Basis(RECONSIDERATION, "51")
