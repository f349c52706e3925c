"""Door of the books of numbers."""

from guiju.exchange.numbers.books import OURS, Book, Standing, books_of
from guiju.exchange.numbers.models import GivenNumber, Keeper
from guiju.exchange.numbers.plans import NumberError, known_as, may_enter, plan_cancelled, plan_numbers
from guiju.exchange.numbers.reading import Place, Told, place_of, told_in_workbook, told_lines

__all__ = [
    "OURS",
    "Book",
    "GivenNumber",
    "Keeper",
    "NumberError",
    "Place",
    "Standing",
    "Told",
    "books_of",
    "known_as",
    "may_enter",
    "place_of",
    "plan_cancelled",
    "plan_numbers",
    "told_in_workbook",
    "told_lines",
]
