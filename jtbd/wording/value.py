"""The outcome of the value test as a person would say it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from jtbd.model import PARTIES, Canvas, PartyId, other
from jtbd.model.currency import shown_decimals
from jtbd.scoring.result import ValueTest, ValueVerdict
from jtbd.wording.plain import amount, listing, party_name, sentence

FOUR_VALUES: Final = {
    "internal": "for yourselves",
    "external": "for customers and partners",
    "network": "for the ecosystem",
    "civic": "for society",
}
_MUCH: Final = 2


def value_sentence(test: ValueTest, canvas: Canvas) -> str:
    """Return the verdict with the amounts behind it; at which gain somebody takes notice is that party's own."""
    gains = _gains(test)
    if gains is None:
        return f"The gain cannot be told yet: {_blanks(canvas)}."
    joint = gains["a"] + gains["b"]
    if test.verdict is ValueVerdict.SUM_OF_THE_PARTS:
        return _sum_of_the_parts(joint, test.currency)
    objection = _objection(test.verdict, gains, canvas)
    split = payable_split(joint, test.transfer or Fraction(0), test.currency)
    return (
        f"Together you make {amount(joint, test.currency)} a year more than apart{objection}; "
        f"a fair split gives each {amount(split.each, test.currency)} of it{_transfer(split, test, canvas)}"
        f"{_left_over(split, test, canvas)}.{_unsaid_notice(test.verdict, canvas)}"
    )


def value_headline(test: ValueTest, canvas: Canvas) -> str:
    """Return the verdict in one short sentence, without amounts."""
    match test.verdict:
        case ValueVerdict.NOT_STATED:
            return "Not told in money yet."
        case ValueVerdict.SUM_OF_THE_PARTS:
            return "No more than the sum of its parts."
        case ValueVerdict.ONE_LOSES:
            loser: PartyId = "a" if (test.gain_a or 0) < 0 else "b"
            return f"Worth more together, but not to {party_name(canvas, loser)}."
        case ValueVerdict.CHUMP_CHANGE:
            gains = _gains(test) or {}
            short = [
                party_name(canvas, party)
                for party, gain in gains.items()
                if gain < Decimal(canvas.value.of(party).notice or 0)
            ]
            return f"More than the sum of its parts, but chump change to {listing(short)}."
        case ValueVerdict.WORTH_IT:
            return "Worth standing up for: more than the sum of its parts."


def four_sentence(canvas: Canvas) -> str:
    """Return in which of the four values each party sees much or more; empty where neither said so."""
    seen = {party: _much(canvas, party) for party in PARTIES}
    both = [label for label in seen["a"] if label in seen["b"]]
    said = [f"both of you see much in it {listing(both)}"] if both else []
    for party in PARTIES:
        if alone := [label for label in seen[party] if label not in both]:
            verb = "also sees it" if both else "sees much in it"
            seen_alone = listing(alone).replace(FOUR_VALUES["internal"], "for itself")
            said.append(f"{party_name(canvas, party)} {verb} {seen_alone}")
    if not said:
        return ""
    text = "; ".join(said)
    return f"{text[:1].upper()}{text[1:]}." if both else f"{sentence(text)}."


def _much(canvas: Canvas, party: PartyId) -> list[str]:
    four = getattr(canvas.value.four, party, None)
    scores = {label: getattr(four, name, None) for name, label in FOUR_VALUES.items()}
    return [label for label, value in scores.items() if value and (value.score or 0) >= _MUCH]


def _gains(test: ValueTest) -> dict[PartyId, Decimal] | None:
    if test.gain_a is None or test.gain_b is None:
        return None
    return {"a": test.gain_a, "b": test.gain_b}


def _blanks(canvas: Canvas) -> str:
    missing = []
    for party in PARTIES:
        prospect = canvas.value.of(party)
        fields = [word for word, value in (("alone", prospect.alone), ("together", prospect.together)) if value is None]
        if fields:
            missing.append(f"{party_name(canvas, party)} has not said what it makes {listing(fields)}")
    return listing(missing)


def _sum_of_the_parts(joint: Decimal, currency: str | None) -> str:
    if joint:
        return f"Together you make {amount(-joint, currency)} a year less than apart: less than the sum of the parts."
    return "Together you make a year exactly what you make apart: no more than the sum of the parts."


def _objection(verdict: ValueVerdict, gains: dict[PartyId, Decimal], canvas: Canvas) -> str:
    currency = canvas.value.currency
    if verdict is ValueVerdict.ONE_LOSES:
        loser: PartyId = "a" if gains["a"] < 0 else "b"
        return f", but {party_name(canvas, loser)} loses {amount(-gains[loser], currency)} by it"
    if verdict is ValueVerdict.CHUMP_CHANGE:
        short = [
            f"{party_name(canvas, party)} gains {amount(gains[party], currency)}, too little for it to take notice"
            for party in PARTIES
            if gains[party] < Decimal(canvas.value.of(party).notice or 0)
        ]
        return f", but {listing(short)}"
    return ""


class Split(NamedTuple):
    """A joint gain as it can be paid: in whole smallest units of the currency.

    Attributes:
        each: what each gets.
        paid: what one pays the other.
        left: what is left over; with the one who pays, or who gained more.

    """

    each: Fraction
    paid: Fraction
    left: Fraction


def payable_split(joint: Decimal, transfer: Fraction, currency: str | None) -> Split:
    """Return the fair split as it can be paid: half a cent is nobody's, and an odd yen cannot be halved."""
    unit = Fraction(1, 10 ** shown_decimals(currency))
    each, paid = (half // unit * unit for half in (Fraction(joint) / 2, abs(transfer)))
    return Split(each, paid, Fraction(joint) - 2 * each)


def _transfer(split: Split, test: ValueTest, canvas: Canvas) -> str:
    if not split.paid:
        return ""
    payer = _payer(test)
    paid = amount(split.paid, test.currency)
    return f", with {party_name(canvas, payer)} paying {party_name(canvas, other(payer))} {paid}"


def _left_over(split: Split, test: ValueTest, canvas: Canvas) -> str:
    """Return what cannot be paid evenly, and whose it stays."""
    if not split.left:
        return ""
    left = amount(split.left, test.currency)
    if Fraction(split.left) * 10 ** shown_decimals(test.currency) % 1:
        left = f"less than {amount(Fraction(1, 10 ** shown_decimals(test.currency)), test.currency)}"
    return f"; {left} cannot be paid evenly and stays with {party_name(canvas, _payer(test))}"


def _payer(test: ValueTest) -> PartyId:
    return "a" if (test.transfer or 0) > 0 else "b"


def _unsaid_notice(verdict: ValueVerdict, canvas: Canvas) -> str:
    if verdict is ValueVerdict.ONE_LOSES:
        return ""
    silent = [party_name(canvas, party) for party in PARTIES if canvas.value.of(party).notice is None]
    if not silent:
        return ""
    have = "has" if len(silent) == 1 else "have"
    return " " + sentence(f"{listing(silent)} {have} not said at what gain to take notice, so any gain counts.")
