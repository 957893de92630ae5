"""What each figure says, in a few sentences, for those who cannot see it; plain text, not escaped for anything."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from jtbd.figures import words
from jtbd.figures.disagreement import by_weight, disagreement
from jtbd.figures.gain import Year, gain_sentence, money, years
from jtbd.figures.ground import ground
from jtbd.figures.lettering import isolate, party_names, percent, shorten
from jtbd.figures.reach import ORDER, Names, part_count, part_of
from jtbd.model import PARTIES, Aspect, Canvas, Dimension
from jtbd.scoring.result import Overlap, Split, Standing, ValueTest

_NAME_WIDTH, _TEXT_WIDTH = 60, 100


def describe_strip(canvas: Canvas, overlap: Overlap) -> str:
    """Say what holds between the two, where they stand, where their lines lead, and why it may be another verdict."""
    found = ground(canvas, overlap)
    points = (point.said for point in found.points)
    return _sentences(words.SAY_VERDICTS[overlap.verdict].said(), *points, found.remark)


def describe_job_bar(canvas: Canvas, overlap: Overlap | Standing) -> str:
    """Say how the job splits, dimension by dimension; also what the small overlap picture says."""
    names = party_names(canvas, _NAME_WIDTH)
    said = [describe_split(dimension, names, overlap.split[dimension]) for dimension in Dimension]
    if not any(said):
        return (words.NOTHING_MATTERS if canvas.aspects else words.NO_NEEDS).said()
    after = overlap.after_line.split[Dimension.FUNCTIONAL] if overlap.after_line else None
    if after and after.total:
        contested = percent(Fraction(after.contested, after.total))
        said.append(words.SAY_AFTER_LINE.said(contested=contested))
    return _sentences(*said)


def describe_split(dimension: Dimension, names: Names, split: Split) -> str | None:
    """Say how one part of the job splits, None where nothing in it has weight."""
    shares = split.shares()
    if shares is None:
        return None
    said = {str(part): percent(shares[part]) for part in ORDER}
    return words.SAY_SPLIT[dimension].said(**said, a=names["a"], b=names["b"])


def describe_aspects(canvas: Canvas) -> str:
    """Say how many aspects both solve, one does, or nobody does, and which matters most."""
    if not canvas.aspects:
        return words.NO_NEEDS.said()
    names = party_names(canvas, _NAME_WIDTH)
    counts = Counter(part_of(aspect) for aspect in canvas.aspects)
    parts = [part_count(names, part, counts[part]) for part in ORDER if counts[part]]
    return _sentences(
        words.SAY_PARTS.counted(len(canvas.aspects), parts=", ".join(parts)),
        words.SAY_FIRST.said(text=_quoted(by_weight(canvas.aspects)[0])),
    )


def describe_importance(canvas: Canvas) -> str:
    """Say on how many aspects the two are far apart in importance, and on which most."""
    if not canvas.aspects:
        return words.NO_NEEDS.said()
    found = disagreement(canvas)
    if len(found.unrated) == len(canvas.aspects):
        return words.NO_COMMON_RATING.said()
    if not found.far and not found.near:
        return words.AGREED_ALL.said()
    names = party_names(canvas, _NAME_WIDTH)
    return _sentences(
        _far(names, found.far) if found.far else None,
        words.SAY_NEAR.counted(len(found.near)) if found.near else None,
        words.SAY_AGREED.counted(len(found.agreed)) if found.agreed else None,
        words.UNRATED.counted(len(found.unrated)) if found.unrated else None,
    )


def describe_value(canvas: Canvas, value: ValueTest) -> str:
    """Say what a year is worth to each, alone and together, and whether the gain is enough to take notice of."""
    found = years(canvas, value)
    if all(year.alone is None and year.together is None for year in found):
        return words.NO_VALUE.said()
    names = party_names(canvas, _NAME_WIDTH)
    return _sentences(*(_year(names, year, value.currency) for year in found))


def _far(names: Names, far: tuple[Aspect, ...]) -> str:
    first = far[0]
    return words.SAY_FAR.counted(len(far), text=_quoted(first), **both_importances(names, first))


def both_importances(names: Names, aspect: Aspect) -> dict[str, str]:
    """Return what a sentence on how important an aspect is to each has in its slots."""
    said = {f"importance_{party}": words.SAID_IMPORTANCES[aspect.of(party).importance or 0].said() for party in PARTIES}
    return {**said, "a": names["a"], "b": names["b"]}


def _year(names: Names, year: Year, currency: str | None) -> str:
    alone, together = (
        words.SAID_NOT_STATED.said() if value is None else money(value, currency)
        for value in (year.alone, year.together)
    )
    slots = {"name": names[year.party], "alone": alone, "together": together}
    said = words.SAY_YEAR_IN.said(**slots, currency=currency) if currency else words.SAY_YEAR.said(**slots)
    return f"{said} {gain_sentence(year, currency)}"


def _quoted(aspect: Aspect) -> str:
    return isolate(shorten(aspect.text, _TEXT_WIDTH))


def _sentences(*said: str | None) -> str:
    return " ".join(sentence for sentence in said if sentence)
