"""Why: the numbers behind a verdict as plain sentences that a person can repeat aloud."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from jtbd.model import PARTIES, Canvas, Complement, Dimension, PartyId
from jtbd.scoring.chain import synergy_sentence
from jtbd.scoring.flags import LITTLE_OF_ITS_OWN, adding_little
from jtbd.scoring.grounds import grounds
from jtbd.scoring.headlines import SO_YOU, mixed_signals
from jtbd.scoring.plain import listing, other, party_name, percent, portion, sentence
from jtbd.scoring.reading import Readings, readings
from jtbd.scoring.result import Flag, Overlap, Reading, Verdict
from jtbd.scoring.turns import firmness
from jtbd.scoring.verdict import COMMON_PURPOSE, GROUND_TO_DIVIDE, too_few_answered, too_many_blank

_MUCH: Final = Fraction(1, 2)
_SAYS: Final = {
    None: "has not answered",
    Complement.LESS: "says less",
    Complement.SAME: "says as much",
    Complement.MORE: "says more",
}


def reasons(overlap: Overlap, seen: Readings, canvas: Canvas) -> tuple[str, ...]:
    """Return the sentences, first what the verdict rests on; of too few answers only what is missing."""
    found = [*grounds(seen, canvas)]
    if _can_be_told(seen):
        found += [
            *_common_purpose(overlap),
            *_complement_test(canvas),
            *([mixed_signals(seen, canvas)] if Flag.MIXED_SIGNALS in overlap.flags else []),
            *_one_sided(overlap, seen, canvas),
            *_swallowed(overlap, canvas),
            *_open_part(overlap),
            *_bond(overlap),
            *_whole_job(overlap),
            *after_line(overlap),
            *_heading(overlap),
            *_stability(overlap),
        ]
    return tuple(sentence(reason) for reason in found)


def why(overlap: Overlap, canvas: Canvas) -> tuple[str, ...]:
    """Return what the verdict rests on, without what follows from it or is raised beside it."""
    seen = readings(canvas)
    found = [*grounds(seen, canvas)]
    if _can_be_told(seen):
        found += [*_common_purpose(overlap), *_complement_test(canvas)]
    return tuple(sentence(reason) for reason in found)


def _can_be_told(seen: Readings) -> bool:
    return not (too_few_answered(seen.figures) or too_many_blank(seen.figures))


def _common_purpose(overlap: Overlap) -> Iterator[str]:
    told = overlap.verdict is Verdict.LITTLE_IN_COMMON
    if overlap.purpose is not None and not (told and overlap.purpose < COMMON_PURPOSE):
        yield f"Of all that either of you finds important, {percent(overlap.purpose)} is important to both."


def _complement_test(canvas: Canvas) -> Iterator[str]:
    test = canvas.complement_test
    if test.a is None and test.b is None:
        yield (
            "Neither of you has answered whether customers who have the other's want yours more, as much or less; "
            "the answers can turn the verdict."
        )
        return
    answers = [f"{party_name(canvas, party)} {_SAYS[test.of(party)]}" for party in PARTIES]
    yield f"Asked whether customers who have the other's want theirs more, as much or less, {listing(answers)}."


def _one_sided(overlap: Overlap, seen: Readings, canvas: Canvas) -> Iterator[str]:
    shares = overlap.split[Dimension.FUNCTIONAL].shares()
    if shares:
        for party in adding_little(seen.figures):
            share = percent(shares["only_a" if party == "a" else "only_b"], LITTLE_OF_ITS_OWN)
            name = party_name(canvas, party)
            yield f"One-sided: what only {name} solves is {share} of the functional job, less than a tenth."


def _swallowed(overlap: Overlap, canvas: Canvas) -> Iterator[str]:
    sides: tuple[tuple[Flag, PartyId, Fraction | None], ...] = (
        (Flag.SWALLOWED_A, "a", overlap.containment.a),
        (Flag.SWALLOWED_B, "b", overlap.containment.b),
    )
    for flag, party, contained in sides:
        if flag in overlap.flags and contained is not None:
            lost, left = party_name(canvas, party), party_name(canvas, other(party))
            yield f"{lost} could be replaced by {left}, which also solves {portion(contained)} of what {lost} solves."


def _open_part(overlap: Overlap) -> Iterator[str]:
    shares = overlap.split[Dimension.FUNCTIONAL].shares()
    if shares and shares["open"]:
        yield f"Of the functional job, {portion(shares['open'])} is solved by neither of you: somebody may be missing."
    elif shares:
        yield "Between the two of you the functional job is covered whole."


def _bond(overlap: Overlap) -> Iterator[str]:
    if overlap.bond is not None:
        tail = ": that binds, it does not divide" if overlap.bond >= _MUCH else ""
        share = portion(overlap.bond)
        yield f"Of what you two do for how customers feel and are seen, {share} is alike{tail}."


def _whole_job(overlap: Overlap) -> Iterator[str]:
    if overlap.whole_job is not None:
        yield synergy_sentence(overlap.whole_job)


def after_line(overlap: Overlap) -> Iterator[str]:
    """Yield what the lines make of it, in rivalry and verdict; nothing where none counts."""
    if overlap.after_line:
        yield f"With the lines you drew, {_compared(overlap, overlap.after_line)}."


def _heading(overlap: Overlap) -> Iterator[str]:
    if overlap.heading.rivalry != overlap.rivalry or overlap.heading.verdict is not overlap.verdict:
        yield f"Once each takes on what it wants to, {_compared(overlap, overlap.heading)}."


def _compared(overlap: Overlap, reading: Reading) -> str:
    """Return how a reading differs from today's, in rivalry and verdict."""
    then, now = _contested(reading.rivalry, overlap), _contested(overlap.rivalry, overlap)
    changed = f"{then} is contested instead of {now}" if then != now else f"{then} is contested, as it is today"
    outcome = "the verdict stays" if reading.verdict is overlap.verdict else f"then {SO_YOU[reading.verdict]}"
    return f"{changed}; {outcome}"


def _contested(rivalry: Fraction | None, overlap: Overlap) -> str:
    return "nothing" if rivalry is None else portion(rivalry, GROUND_TO_DIVIDE, overlap.threshold)


def _stability(overlap: Overlap) -> Iterator[str]:
    if overlap.stability is not None:
        yield firmness(overlap.stability)
