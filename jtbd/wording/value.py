"""The outcome of the value test as a person would say it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from jtbd.formats import listing
from jtbd.i18n import WITHIN, Message, mark, mark_in, say
from jtbd.model import PARTIES, Canvas, PartyId, other
from jtbd.scoring.gains import Gains, gains, unstated
from jtbd.scoring.result import ValueTest, ValueVerdict
from jtbd.wording.plain import amount, party_name, starting_name

_UNSTATED: Final[Mapping[tuple[str, ...], Message]] = {
    ("alone",): mark_in(WITHIN, "alone"),
    ("together",): mark_in(WITHIN, "together"),
    ("alone", "together"): mark_in(WITHIN, "alone and together"),
}
_TOLD: Final[Mapping[tuple[str, bool, str], Message]] = {
    ("plain", False, "none"): mark(
        "Together you make {joint} a year more than apart; a fair split gives each {each} of it."
    ),
    ("plain", False, "less"): mark(
        "Together you make {joint} a year more than apart; a fair split gives each {each} of it; less than {unit} "
        "cannot be paid evenly and stays with {payer}."
    ),
    ("plain", False, "some"): mark(
        "Together you make {joint} a year more than apart; a fair split gives each {each} of it; {left} cannot be "
        "paid evenly and stays with {payer}."
    ),
    ("plain", True, "none"): mark(
        "Together you make {joint} a year more than apart; a fair split gives each {each} of it, with {payer} paying "
        "{payee} {paid}."
    ),
    ("plain", True, "less"): mark(
        "Together you make {joint} a year more than apart; a fair split gives each {each} of it, with {payer} paying "
        "{payee} {paid}; less than {unit} cannot be paid evenly and stays with {payer}."
    ),
    ("plain", True, "some"): mark(
        "Together you make {joint} a year more than apart; a fair split gives each {each} of it, with {payer} paying "
        "{payee} {paid}; {left} cannot be paid evenly and stays with {payer}."
    ),
    ("loser", False, "none"): mark(
        "Together you make {joint} a year more than apart, but {loser} loses {loss} by it; a fair split gives each "
        "{each} of it."
    ),
    ("loser", False, "less"): mark(
        "Together you make {joint} a year more than apart, but {loser} loses {loss} by it; a fair split gives each "
        "{each} of it; less than {unit} cannot be paid evenly and stays with {payer}."
    ),
    ("loser", False, "some"): mark(
        "Together you make {joint} a year more than apart, but {loser} loses {loss} by it; a fair split gives each "
        "{each} of it; {left} cannot be paid evenly and stays with {payer}."
    ),
    ("loser", True, "none"): mark(
        "Together you make {joint} a year more than apart, but {loser} loses {loss} by it; a fair split gives each "
        "{each} of it, with {payer} paying {payee} {paid}."
    ),
    ("loser", True, "less"): mark(
        "Together you make {joint} a year more than apart, but {loser} loses {loss} by it; a fair split gives each "
        "{each} of it, with {payer} paying {payee} {paid}; less than {unit} cannot be paid evenly and stays with "
        "{payer}."
    ),
    ("loser", True, "some"): mark(
        "Together you make {joint} a year more than apart, but {loser} loses {loss} by it; a fair split gives each "
        "{each} of it, with {payer} paying {payee} {paid}; {left} cannot be paid evenly and stays with {payer}."
    ),
    ("one", False, "none"): mark(
        "Together you make {joint} a year more than apart, but {name} gains {gain}, too little for it to take "
        "notice; a fair split gives each {each} of it."
    ),
    ("one", False, "less"): mark(
        "Together you make {joint} a year more than apart, but {name} gains {gain}, too little for it to take "
        "notice; a fair split gives each {each} of it; less than {unit} cannot be paid evenly and stays with {payer}."
    ),
    ("one", False, "some"): mark(
        "Together you make {joint} a year more than apart, but {name} gains {gain}, too little for it to take "
        "notice; a fair split gives each {each} of it; {left} cannot be paid evenly and stays with {payer}."
    ),
    ("one", True, "none"): mark(
        "Together you make {joint} a year more than apart, but {name} gains {gain}, too little for it to take "
        "notice; a fair split gives each {each} of it, with {payer} paying {payee} {paid}."
    ),
    ("one", True, "less"): mark(
        "Together you make {joint} a year more than apart, but {name} gains {gain}, too little for it to take "
        "notice; a fair split gives each {each} of it, with {payer} paying {payee} {paid}; less than {unit} cannot "
        "be paid evenly and stays with {payer}."
    ),
    ("one", True, "some"): mark(
        "Together you make {joint} a year more than apart, but {name} gains {gain}, too little for it to take "
        "notice; a fair split gives each {each} of it, with {payer} paying {payee} {paid}; {left} cannot be paid "
        "evenly and stays with {payer}."
    ),
    ("both", False, "none"): mark(
        "Together you make {joint} a year more than apart, but {a} gains {gain_a}, too little for it to take notice "
        "and {b} gains {gain_b}, too little for it to take notice; a fair split gives each {each} of it."
    ),
    ("both", False, "less"): mark(
        "Together you make {joint} a year more than apart, but {a} gains {gain_a}, too little for it to take notice "
        "and {b} gains {gain_b}, too little for it to take notice; a fair split gives each {each} of it; less than "
        "{unit} cannot be paid evenly and stays with {payer}."
    ),
    ("both", False, "some"): mark(
        "Together you make {joint} a year more than apart, but {a} gains {gain_a}, too little for it to take notice "
        "and {b} gains {gain_b}, too little for it to take notice; a fair split gives each {each} of it; {left} "
        "cannot be paid evenly and stays with {payer}."
    ),
    ("both", True, "none"): mark(
        "Together you make {joint} a year more than apart, but {a} gains {gain_a}, too little for it to take notice "
        "and {b} gains {gain_b}, too little for it to take notice; a fair split gives each {each} of it, with "
        "{payer} paying {payee} {paid}."
    ),
    ("both", True, "less"): mark(
        "Together you make {joint} a year more than apart, but {a} gains {gain_a}, too little for it to take notice "
        "and {b} gains {gain_b}, too little for it to take notice; a fair split gives each {each} of it, with "
        "{payer} paying {payee} {paid}; less than {unit} cannot be paid evenly and stays with {payer}."
    ),
    ("both", True, "some"): mark(
        "Together you make {joint} a year more than apart, but {a} gains {gain_a}, too little for it to take notice "
        "and {b} gains {gain_b}, too little for it to take notice; a fair split gives each {each} of it, with "
        "{payer} paying {payee} {paid}; {left} cannot be paid evenly and stays with {payer}."
    ),
}
"""The gain and its split: for whom it is none or too little, whether one pays the other, and what is left over."""


def value_sentence(test: ValueTest, canvas: Canvas) -> str:
    """Return the verdict with the amounts behind it; at which gain somebody takes notice is that party's own."""
    found = gains(test, canvas)
    if found is None:
        return _not_told(canvas)
    if test.verdict is ValueVerdict.SUM_OF_THE_PARTS:
        return _sum_of_the_parts(found.joint, test.currency)
    said = _gained(found, test.currency, canvas)
    return said if found.loser or not found.silent else f"{said} {_unsaid_notice(found.silent, canvas)}"


def value_headline(test: ValueTest, canvas: Canvas) -> str:
    """Return the verdict in one short sentence, without amounts."""
    found = gains(test, canvas)
    match test.verdict:
        case ValueVerdict.ONE_LOSES if found and found.loser:
            return say("Worth more together, but not to {name}.", name=party_name(canvas, found.loser))
        case ValueVerdict.CHUMP_CHANGE if found:
            short = listing([party_name(canvas, party) for party in found.short])
            return say("More than the sum of its parts, but chump change to {short}.", short=short)
        case ValueVerdict.SUM_OF_THE_PARTS:
            return say("No more than the sum of its parts.")
        case ValueVerdict.WORTH_IT:
            return say("Worth standing up for: more than the sum of its parts.")
        case _:
            return say("Not told in money yet.")


def _sum_of_the_parts(joint: Decimal, currency: str | None) -> str:
    if joint:
        return say(
            "Together you make {amount} a year less than apart: less than the sum of the parts.",
            amount=amount(-joint, currency),
        )
    return say("Together you make a year exactly what you make apart: no more than the sum of the parts.")


def _not_told(canvas: Canvas) -> str:
    blank = {party: _UNSTATED[names].said() for party, names in unstated(canvas).items()}
    if len(blank) == 1:
        (party, what) = next(iter(blank.items()))
        name = party_name(canvas, party)
        return say("The gain cannot be told yet: {name} has not said what it makes {what}.", name=name, what=what)
    return say(
        "The gain cannot be told yet: {a} has not said what it makes {what_a} and {b} has not said what it makes "
        "{what_b}.",
        a=party_name(canvas, "a"),
        what_a=blank["a"],
        b=party_name(canvas, "b"),
        what_b=blank["b"],
    )


def _gained(found: Gains, currency: str | None, canvas: Canvas) -> str:
    """Return what the two gain, for whom that is nothing, what would be fair, and what cannot be paid evenly."""
    split, payee = found.split, other(found.payer)
    left = "none" if not split.left else "less" if split.left % split.unit else "some"
    for_whom = "loser" if found.loser else ("plain", "one", "both")[len(found.short)]
    slots = {
        "joint": amount(found.joint, currency),
        "each": amount(split.each, currency),
        "payer": party_name(canvas, found.payer),
        "payee": party_name(canvas, payee),
        "paid": amount(split.paid, currency),
        "unit": amount(split.unit, currency),
        "left": amount(split.left, currency),
        "loser": party_name(canvas, found.loser) if found.loser else "",
        "loss": amount(-found.of[found.loser], currency) if found.loser else "",
        "name": party_name(canvas, found.short[0]) if found.short else "",
        "gain": amount(found.of[found.short[0]], currency) if found.short else "",
        **{party: party_name(canvas, party) for party in PARTIES},
        **{f"gain_{party}": amount(found.of[party], currency) for party in PARTIES},
    }
    return _TOLD[for_whom, bool(split.paid), left].said(**slots)


def _unsaid_notice(silent: tuple[PartyId, ...], canvas: Canvas) -> str:
    if silent == PARTIES:
        a, b = starting_name(canvas, "a"), party_name(canvas, "b")
        return say("{a} and {b} have not said at what gain to take notice, so any gain counts.", a=a, b=b)
    name = starting_name(canvas, silent[0])
    return say("{name} has not said at what gain to take notice, so any gain counts.", name=name)
