"""Why: the numbers behind a verdict as plain sentences that a person can repeat aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from jtbd.model import Canvas, Dimension, PartyId, other
from jtbd.scoring.conditions import COMMON_PURPOSE, too_few_answered, too_many_blank
from jtbd.scoring.flags import LITTLE_OF_ITS_OWN, adding_little
from jtbd.scoring.reading import Readings, readings
from jtbd.scoring.result import Flag, Overlap, Reading, Split, Verdict
from jtbd.wording.chain import synergy_sentence
from jtbd.wording.grounds import grounds, where_the_line_is
from jtbd.wording.headlines import SO_YOU
from jtbd.wording.plain import party_name, percent, portion, sentence
from jtbd.wording.question import answered, decided, differing, mixed_signals
from jtbd.wording.turns import firmness

_MUCH: Final = Fraction(1, 2)


def reasons(overlap: Overlap, canvas: Canvas) -> tuple[str, ...]:
    """Return the sentences, the weightiest first; of too few answers only what is missing.

    First where the two see their customers differently, then what the verdict rests on, then what speaks against it.

    Args:
        overlap: the overlap of the canvas.
        canvas: the canvas.

    """
    seen = readings(canvas)
    if too_few_answered(seen.figures) or too_many_blank(seen.figures):
        return tuple(map(sentence, grounds(seen, canvas)))
    found = (
        differing(canvas),
        *grounds(seen, canvas),
        *([mixed_signals(canvas, seen.untested, overlap.verdict)] if Flag.MIXED_SIGNALS in overlap.flags else []),
        *(_heading(overlap) if Flag.HEADING in overlap.flags else ()),
        *_swallowed(overlap, canvas),
        *_one_sided(overlap, seen, canvas),
        *_question(seen, canvas),
        *_common_purpose(overlap),
        *_open_part(overlap),
        *_bond(overlap),
        *_whole_job(overlap),
        *after_line(overlap),
        *(_heading(overlap) if Flag.HEADING not in overlap.flags else ()),
        where_the_line_is(seen),
        *_stability(overlap),
    )
    return tuple(sentence(reason) for reason in found if reason)


def _common_purpose(overlap: Overlap) -> Iterator[str]:
    told = overlap.verdict is Verdict.LITTLE_IN_COMMON
    if overlap.purpose is not None and not (told and overlap.purpose < COMMON_PURPOSE):
        yield f"Of all that either of you finds important, {percent(overlap.purpose)} is important to both."


def _question(seen: Readings, canvas: Canvas) -> Iterator[str]:
    """Yield what the two said to the last question, unless it is said already."""
    if differing(canvas) is None and decided(seen.asked) is None:
        yield answered(canvas)


def _one_sided(overlap: Overlap, seen: Readings, canvas: Canvas) -> Iterator[str]:
    shares = overlap.split[Dimension.FUNCTIONAL].shares()
    if shares and seen.figures.solved:  # or else it is said that neither solves anything
        for party in adding_little(seen.figures):
            share = percent(shares["only_a" if party == "a" else "only_b"], LITTLE_OF_ITS_OWN)
            name = party_name(canvas, party)
            yield f"One-sided: what only {name} solves is {share} of what has to get done, less than a tenth."


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
        share = portion(shares["open"])
        yield f"Of what has to get done, {share} is solved by neither of you: somebody may be missing."
    elif shares:
        yield "Between the two of you all that has to get done is covered."


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
    moved = _by_both(overlap.heading.split) != _by_both(overlap.split)
    if moved or overlap.heading.verdict is not overlap.verdict:
        yield f"Once each takes on what it wants to, {_compared(overlap, overlap.heading)}."


def _compared(overlap: Overlap, reading: Reading) -> str:
    """Return how a reading differs from today's, in what both solve and in the verdict."""
    then, now = _by_both(reading.split), _by_both(overlap.split)
    changed = (
        f"{then} is solved by both of you instead of {now}"
        if then != now
        else f"{then} is solved by both of you, as it is today"
    )
    outcome = "the verdict stays" if reading.verdict is overlap.verdict else f"then {SO_YOU[reading.verdict]}"
    return f"{changed}; {outcome}"


def _by_both(split: Mapping[Dimension, Split]) -> str:
    """Return how much of what has to get done both solve."""
    shares = split[Dimension.FUNCTIONAL].shares()
    return portion(shares["contested"]) if shares else "nothing"


def _stability(overlap: Overlap) -> Iterator[str]:
    if overlap.stability is not None:
        yield firmness(overlap.stability)
