"""Whether a sheet of a canvas can be frozen as the two want it, and what it waits for."""

from __future__ import annotations

from typing import Final

from jtbd.i18n import mark
from jtbd.model import Canvas
from jtbd.model.curtain import AMOUNTS, ANSWERS
from jtbd.sign.sheet.freeze import missing_for_sheet
from jtbd.usecases.sheets.terms import Terms

COVERED: Final = mark("The money figures are still covered: both give theirs in step 5 first.")
_DRAWN: Final = mark(
    "The curtain is still drawn: what you are to each other is to be on the sheet, so both finish their rating first."
)


def missing(canvas: Canvas, terms: Terms) -> tuple[str, ...]:
    """Return what a sheet of this canvas still needs, each as a sentence; of money only what both may see."""
    needed = missing_for_sheet(canvas, money=terms.money and not is_covered(canvas, terms))
    return (*needed, _DRAWN.said()) if terms.verdict and ANSWERS.hides(canvas) else needed


def is_covered(canvas: Canvas, terms: Terms) -> bool:
    """Say whether money is to be on the sheet that one of the two may not see yet."""
    return terms.money and AMOUNTS.hides(canvas)
