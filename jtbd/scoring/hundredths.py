"""How fine a share is told: in hundredths, but never as none or all of it where it is not."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

HUNDRED: Final = 100

ALMOST_NONE: Final = Fraction(1, 2)
ALMOST_ALL: Final = HUNDRED - ALMOST_NONE


def hundredths(share: Fraction) -> Fraction:
    """Return a share in whole hundredths; `ALMOST_NONE` and `ALMOST_ALL` where they would be 0 or 100 and are not."""
    whole = round(share * HUNDRED)
    if share > 0 and whole == 0:
        return ALMOST_NONE
    if share < 1 and whole == HUNDRED:
        return ALMOST_ALL
    return Fraction(whole)
