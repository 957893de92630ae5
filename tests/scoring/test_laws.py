"""The laws of the overlap, on canvases drawn at random, and the whole of it against a slow reference."""

from __future__ import annotations

import random
import re
from collections import Counter
from fractions import Fraction

from hypothesis import given, settings, strategies as st

from jtbd.model import Canvas, Dimension, other
from jtbd.scoring import Flag, Flip, Overlap, overlap, score, value_test
from jtbd.wording import reasons, value_sentence
from tests.support import scoring_reference as reference
from tests.support.builders import large_canvas, parties
from tests.support.scoring_samples import canvases, need, swapped

law = settings(max_examples=80, deadline=None)

MIRRORED = {Flag.SWALLOWED_A: Flag.SWALLOWED_B, Flag.SWALLOWED_B: Flag.SWALLOWED_A}


@law
@given(canvases())
def test_everything_agrees_with_the_reference(canvas: Canvas) -> None:
    """Splits, purpose, rivalry, flags and all three verdicts are those of the straightforward computation."""
    found, aspects = overlap(canvas), reference.counted(canvas)
    for dimension, split in found.split.items():
        parts = reference.split([aspect for aspect in aspects if aspect.dimension == dimension])
        assert tuple(Fraction(part, 4) for part in (split.contested, split.only_a, split.only_b, split.open)) == parts
    assert found.purpose == reference.purpose(aspects)
    assert found.verdict == reference.verdict(canvas)
    assert found.heading.verdict == reference.verdict(canvas, want=Fraction(1, 2))
    swallowed = (Flag.SWALLOWED_A in found.flags, Flag.SWALLOWED_B in found.flags)
    assert swallowed == reference.swallowed(aspects)
    if found.after_line:
        assert found.after_line.verdict == reference.verdict(canvas, after_line=True)


@law
@given(canvases())
def test_the_four_parts_add_up(canvas: Canvas) -> None:
    """The four shares of every split add up to 1 exactly, none below 0, or the split has no weight."""
    found = overlap(canvas)
    for by_dimension in (found.split, found.heading.split, *([found.after_line.split] if found.after_line else [])):
        for split in by_dimension.values():
            shares = split.shares()
            assert (shares is None) == (split.total == 0)
            assert shares is None or (sum(shares.values()) == 1 and min(shares.values()) >= 0)


@law
@given(canvases())
def test_swapping_the_parties_mirrors_everything(canvas: Canvas) -> None:
    """Swapping the parties mirrors every number, flag, flip and reason, and changes no verdict."""
    canvas = canvas.revise(parties=parties())
    one, other = overlap(canvas), overlap(swapped(canvas))
    assert (one.verdict, one.heading.verdict) == (other.verdict, other.heading.verdict)
    assert {MIRRORED.get(flag, flag) for flag in one.flags} == set(other.flags)
    assert (one.purpose, one.rivalry, one.threshold, one.bond) == (
        other.purpose,
        other.rivalry,
        other.threshold,
        other.bond,
    )
    assert (one.containment.a, one.containment.b) == (other.containment.b, other.containment.a)
    assert one.stability == other.stability
    for dimension in Dimension:
        a, b = one.split[dimension], other.split[dimension]
        assert (a.contested, a.only_a, a.only_b, a.open) == (b.contested, b.only_b, b.only_a, b.open)
    assert {_turned(flip) for flip in one.flips} == set(other.flips)
    assert (one.after_line is None) == (other.after_line is None)
    assert one.after_line is None or other.after_line is None or one.after_line.verdict == other.after_line.verdict
    if one.whole_job and other.whole_job:
        assert (one.whole_job.a, one.whole_job.b, one.whole_job.synergy) == (
            other.whole_job.b,
            other.whole_job.a,
            other.whole_job.synergy,
        )
    said, mirrored = reasons(one, canvas), reasons(other, swapped(canvas))
    assert _numbers(said) == _numbers(mirrored)
    assert len(said) == len(mirrored)


def _turned(flip: Flip) -> Flip:
    return Flip(flip.aspect, other(flip.party), flip.field, flip.start, flip.end, flip.verdict)


def _numbers(said: tuple[str, ...]) -> Counter[str]:
    return Counter(number for reason in said for number in re.findall(r"\d+", reason))


@law
@given(canvases())
def test_swapping_the_parties_mirrors_the_value(canvas: Canvas) -> None:
    """Swapping the parties swaps gains and fair amounts, turns the transfer round and changes no verdict."""
    one, other = value_test(canvas), value_test(swapped(canvas))
    assert (one.verdict, one.ratio, one.gain_a, one.gain_b) == (other.verdict, other.ratio, other.gain_b, other.gain_a)
    assert (one.fair_a, one.fair_b) == (other.fair_b, other.fair_a)
    assert one.transfer is None or (other.transfer is not None and one.transfer == -other.transfer)


@law
@given(canvases(), st.randoms(use_true_random=False))
def test_the_order_of_aspects_changes_nothing(canvas: Canvas, shuffler: random.Random) -> None:
    """Shuffled aspects give the same overlap but for the order of the flips."""
    aspects = [*canvas.aspects]
    shuffler.shuffle(aspects)
    one, other = overlap(canvas), overlap(canvas.revise(aspects=aspects))
    assert set(one.flips) == set(other.flips)
    assert _without_flips(one) == _without_flips(other)


def _without_flips(found: Overlap) -> list[object]:
    return [getattr(found, name) for name in Overlap._fields if name != "flips"]


@law
@given(canvases(), st.sampled_from(["0c 0c >a", "0c 0l", "e 0c 0c >b", "s 0- 0-", "0d 0w"]), st.integers(0, 9))
def test_an_aspect_that_both_rated_nought_changes_nothing(canvas: Canvas, shorthand: str, place: int) -> None:
    """An aspect that both rated 0, wherever it stands and whatever else it says, changes nothing at all."""
    extra = need(shorthand, 99)
    more = canvas.revise(aspects=[*canvas.aspects[:place], extra, *canvas.aspects[place:]])
    assert overlap(more) == overlap(canvas)


@law
@given(canvases())
def test_after_the_line_only_where_a_line_counts(canvas: Canvas) -> None:
    """There is a reading after the line exactly if some line counts."""
    counts = any(reference.yielded(aspect) is not aspect for aspect in reference.counted(canvas))
    assert (overlap(canvas).after_line is not None) is counts


@law
@given(canvases())
def test_scoring_is_a_function(canvas: Canvas) -> None:
    """The same canvas gives the same score, every sentence of it is whole, and the canvas is as it was."""
    before = canvas.model_copy(deep=True)
    found = score(canvas)
    assert found == score(canvas)
    assert canvas == before
    said = reasons(found.overlap, canvas)
    assert said
    for sentence in (*said, value_sentence(found.value, canvas)):
        assert re.fullmatch(r"[A-ZÀ-Þ].*\.", sentence), sentence
        assert not re.search(r"None|Fraction|Decimal|  |\bnan\b", sentence), sentence


def test_two_hundred_aspects() -> None:
    """A canvas with 200 aspects agrees with the reference too."""
    canvas = large_canvas(200)
    assert overlap(canvas).verdict == reference.verdict(canvas)
