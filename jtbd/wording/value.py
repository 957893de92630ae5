"""The outcome of the value test as a person would say it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from jtbd.model import PARTIES, Canvas, PartyId, other
from jtbd.scoring.gains import Gains, gains, unstated
from jtbd.scoring.result import ValueTest, ValueVerdict
from jtbd.wording.plain import amount, listing, party_name, starting_name

_UNSTATED: Final[Mapping[tuple[str, ...], str]] = {
    ("alone",): "{name} has not said what it makes alone",
    ("together",): "{name} has not said what it makes together",
    ("alone", "together"): "{name} has not said what it makes alone and together",
}


def value_sentence(test: ValueTest, canvas: Canvas) -> str:
    """Return the verdict with the amounts behind it; at which gain somebody takes notice is that party's own."""
    found = gains(test, canvas)
    if found is None:
        blanks = [_UNSTATED[names].format(name=party_name(canvas, party)) for party, names in unstated(canvas).items()]
        return f"The gain cannot be told yet: {listing(blanks)}."
    if test.verdict is ValueVerdict.SUM_OF_THE_PARTS:
        return _sum_of_the_parts(found.joint, test.currency)
    clauses = (
        _gained(found, test.currency, canvas),
        _split(found, test.currency, canvas),
        *_left_over(found, test.currency, canvas),
    )
    said = f"{'; '.join(clauses)}."
    return said if found.loser or not found.silent else f"{said} {_unsaid_notice(found.silent, canvas)}"


def value_headline(test: ValueTest, canvas: Canvas) -> str:
    """Return the verdict in one short sentence, without amounts."""
    found = gains(test, canvas)
    match test.verdict:
        case ValueVerdict.ONE_LOSES if found and found.loser:
            return f"Worth more together, but not to {party_name(canvas, found.loser)}."
        case ValueVerdict.CHUMP_CHANGE if found:
            short = listing([party_name(canvas, party) for party in found.short])
            return f"More than the sum of its parts, but chump change to {short}."
        case ValueVerdict.SUM_OF_THE_PARTS:
            return "No more than the sum of its parts."
        case ValueVerdict.WORTH_IT:
            return "Worth standing up for: more than the sum of its parts."
        case _:
            return "Not told in money yet."


def _sum_of_the_parts(joint: Decimal, currency: str | None) -> str:
    if joint:
        return f"Together you make {amount(-joint, currency)} a year less than apart: less than the sum of the parts."
    return "Together you make a year exactly what you make apart: no more than the sum of the parts."


def _gained(found: Gains, currency: str | None, canvas: Canvas) -> str:
    """Return as a clause what the two gain, and for whom that is nothing."""
    joint = amount(found.joint, currency)
    if found.loser:
        name, loss = party_name(canvas, found.loser), amount(-found.of[found.loser], currency)
        return f"Together you make {joint} a year more than apart, but {name} loses {loss} by it"
    if found.short:
        short = [
            f"{party_name(canvas, party)} gains {amount(found.of[party], currency)}, too little for it to take notice"
            for party in found.short
        ]
        return f"Together you make {joint} a year more than apart, but {listing(short)}"
    return f"Together you make {joint} a year more than apart"


def _split(found: Gains, currency: str | None, canvas: Canvas) -> str:
    """Return as a clause what would be fair."""
    each = amount(found.split.each, currency)
    if not found.split.paid:
        return f"a fair split gives each {each} of it"
    payer, payee = party_name(canvas, found.payer), party_name(canvas, other(found.payer))
    return f"a fair split gives each {each} of it, with {payer} paying {payee} {amount(found.split.paid, currency)}"


def _left_over(found: Gains, currency: str | None, canvas: Canvas) -> tuple[str, ...]:
    """Return as a clause what cannot be paid evenly, and whose it stays; nothing where all can."""
    split, name = found.split, party_name(canvas, found.payer)
    if not split.left:
        return ()
    if split.left % split.unit:
        return (f"less than {amount(split.unit, currency)} cannot be paid evenly and stays with {name}",)
    return (f"{amount(split.left, currency)} cannot be paid evenly and stays with {name}",)


def _unsaid_notice(silent: tuple[PartyId, ...], canvas: Canvas) -> str:
    if silent == PARTIES:
        a, b = starting_name(canvas, "a"), party_name(canvas, "b")
        return f"{a} and {b} have not said at what gain to take notice, so any gain counts."
    name = starting_name(canvas, silent[0])
    return f"{name} has not said at what gain to take notice, so any gain counts."
