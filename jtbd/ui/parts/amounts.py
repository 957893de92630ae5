"""Amounts as people write them: rough ones, and with the thousands parted in whichever way."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

_ABOUT: Final = re.compile(r"\A(?:~|≈|about|roughly|around|circa|ca\.?|c\.)\s*", re.IGNORECASE)
_TIMES: Final = re.compile(r"(?<=\d)(?P<word>k|thousand|tsd\.?|m|mn|mio\.?|million)\Z", re.IGNORECASE)
_THOUSANDS: Final = ("k", "thousand", "tsd", "tsd.")
_GROUPING: Final = re.compile(r"[\s'’_]")
_WAYS: Final = tuple(
    (re.compile(way), grouping, point)
    for way, grouping, point in (
        (r"-?\d{1,3}(,\d{3})+(\.\d{1,4})?", ",", "."),
        (r"-?\d{1,3}(\.\d{3})+,\d{1,4}", ".", ","),
        (r"-?\d{1,3}(\.\d{3}){2,}", ".", ","),
        (r"-?\d+,\d{1,2}", "", ","),
        (r"-?\d+(\.\d{1,4})?", "", "."),
    )
)
_AMBIGUOUS: Final = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_AMBIGUOUS_TIMES: Final = re.compile(r"-?\d{1,3}[.,]\d{3}")


def decimal_text(typed: str) -> str:
    """Return an amount as the file has it: "40 000", "40,000", "40k" and "about 40'000" are all "40000".

    A comma before one or two digits is a decimal one. What two countries read differently is not guessed at.

    Raises:
        ValueError: says how to write it.

    """
    compact = _compact(typed)
    if not compact:
        return ""
    factor = 1
    if times := _TIMES.search(compact):
        factor = 1_000 if times["word"].lower() in _THOUSANDS else 1_000_000
        compact = compact[: times.start()]
        if _AMBIGUOUS_TIMES.fullmatch(compact):
            raise ValueError(f"{typed.strip()} has two meanings: write it in digits, as 40000")
    elif _AMBIGUOUS.fullmatch(compact):
        raise ValueError(f"{compact} has two meanings: write {compact.replace('.', '')}, or {compact[:-1]}")
    for way, grouping, point in _WAYS:
        if way.fullmatch(compact):
            ungrouped = compact.replace(grouping, "") if grouping else compact
            return _times(ungrouped.replace(point, "."), factor)
    raise ValueError("write the amount in digits, as 40000 or 1250.50")


def parted(amount: str) -> str:
    """Return a stored amount with its thousands parted by a space, which no country takes for a decimal point."""
    whole, dot, cents = amount.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}".replace(",", "\u202f") + dot + cents if digits.isdecimal() else amount


def _compact(typed: str) -> str:
    """Return the digits and signs of an amount, in the digits of ASCII, without an "about" before them."""
    bare = _ABOUT.sub("", typed.strip())
    digits = "".join(str(unicodedata.decimal(char, char)) for char in bare).replace("\u2212", "-")
    return _GROUPING.sub("", digits)


def _times(ungrouped: str, factor: int) -> str:
    sign, digits = ("-", ungrouped[1:]) if ungrouped.startswith("-") else ("", ungrouped)
    if factor > 1:
        digits = f"{Decimal(digits) * factor:f}"
        digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    whole, dot, cents = digits.partition(".")
    return f"{sign}{whole.lstrip('0') or '0'}{dot}{cents}"
