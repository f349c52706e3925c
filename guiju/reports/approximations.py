"""Numbers as reports round them: 300余, 近千, 一处."""

from __future__ import annotations

_TEN_THOUSAND = 10_000
_WORDS = {10: "十", 100: "百", 1000: "千", _TEN_THOUSAND: "万"}
_LARGEST_IN_CHARACTERS = 99


def somewhat_above(number: int) -> str:
    """A round number that lies below the exact one, with 余: 326 gives 300余, 1234 gives 1200余.

    Round are the first digit, from a thousand up the first two. What is below ten or round already stays exact.
    """
    base = _round_below(number)
    if number < 10 or base == number:
        return str(number)
    return f"{_digits(base)}余"


def almost(number: int) -> str:
    """近 and the next round number where at most a tenth is missing: 960 gives 近千; else the exact number."""
    step = _step(number)
    above = (number // step + 1) * step
    if number < 9 or number % step == 0 or number * 10 < above * 9:
        return str(number)
    return f"近{_WORDS.get(above) or _digits(above)}"


def in_characters(number: int) -> str:
    """A small number in characters before its unit: 1 gives 一, 2 gives 两; none and numbers of three digits stay."""
    if not 0 < number <= _LARGEST_IN_CHARACTERS:
        return str(number)
    if number == 2:
        return "两"
    from cn2an import an2cn  # a sixth of a second, which a page without such a number need not pay

    word = str(an2cn(number))
    return word.removeprefix("一") if 10 <= number < 20 else word


def _step(number: int) -> int:
    return int(10 ** (len(str(number)) - 1)) if number else 1


def _round_below(number: int) -> int:
    step = _step(number) if number < 1000 else _step(number) // 10
    return number // step * step


def _digits(number: int) -> str:
    if number >= _TEN_THOUSAND and number % (_TEN_THOUSAND // 10) == 0:
        return f"{number / _TEN_THOUSAND:g}万"
    return str(number)
