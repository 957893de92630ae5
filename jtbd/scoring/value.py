"""The value test: together against alone, per year and exact (docs/overlap.md)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from jtbd.model import Canvas, Prospect
from jtbd.scoring.result import ValueTest, ValueVerdict


def value_test(canvas: Canvas) -> ValueTest:
    """Return what doing it together is worth to each, and the split that would be fair.

    The fair split gives each its alone and half of the joint gain (Nash bargaining = Shapley for two).
    """
    a, b, currency = canvas.value.a, canvas.value.b, canvas.value.currency
    gain_a, gain_b = _gain(a), _gain(b)
    if gain_a is None or gain_b is None:
        return ValueTest(ValueVerdict.NOT_STATED, currency, gain_a, gain_b, None, None, None, None)
    alone_a, alone_b = Fraction(a.alone or 0), Fraction(b.alone or 0)
    joint = Fraction(gain_a + gain_b)
    return ValueTest(
        verdict=_verdict(gain_a, gain_b, _notice(a), _notice(b)),
        currency=currency,
        gain_a=gain_a,
        gain_b=gain_b,
        ratio=1 + joint / (alone_a + alone_b) if alone_a + alone_b else None,
        fair_a=alone_a + joint / 2,
        fair_b=alone_b + joint / 2,
        transfer=Fraction(gain_a) - joint / 2,
    )


def _verdict(gain_a: Decimal, gain_b: Decimal, notice_a: Decimal, notice_b: Decimal) -> ValueVerdict:
    if gain_a + gain_b <= 0:
        return ValueVerdict.SUM_OF_THE_PARTS
    if gain_a < 0 or gain_b < 0:
        return ValueVerdict.ONE_LOSES
    if gain_a < notice_a or gain_b < notice_b:
        return ValueVerdict.CHUMP_CHANGE
    return ValueVerdict.WORTH_IT


def _gain(prospect: Prospect) -> Decimal | None:
    if prospect.alone is None or prospect.together is None:
        return None
    return Decimal(prospect.together) - Decimal(prospect.alone)


def _notice(prospect: Prospect) -> Decimal:
    """A blank notice is 0; the sentence says that it is blank."""
    return Decimal(prospect.notice or 0)
