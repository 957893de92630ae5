"""Amounts as people write them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_GROUPING: Final = re.compile(r"[\s'’_]")


def decimal_text(typed: str) -> str:
    """Return an amount as the file has it: "40 000", "40,000" and "40'000" are all "40000".

    Raises:
        ValueError: says how to write it.

    """
    compact = "".join(str(unicodedata.decimal(char, char)) for char in _GROUPING.sub("", typed)).replace("\u2212", "-")
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]{1,4})?", compact):
        compact = compact.replace(",", "")
    if re.fullmatch(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", compact):
        raise ValueError(f"{compact} has two meanings: write {compact.replace('.', '')}, or {compact[:-1]}")
    if re.fullmatch(r"-?[0-9]+(\.[0-9]{1,4})?", compact):
        sign, digits = ("-", compact[1:]) if compact.startswith("-") else ("", compact)
        whole, dot, cents = digits.partition(".")
        return f"{sign}{whole.lstrip('0') or '0'}{dot}{cents}"
    if not compact:
        return ""
    raise ValueError("write the amount in digits, as 40000 or 1250.50")
