"""How far a meeting is: whether each of its parts has what the next ones build on."""

from __future__ import annotations

from jtbd.model import PARTIES, Canvas, Dimension
from jtbd.model.curtain import rated
from jtbd.model.value import FourValues
from jtbd.scoring.result import ValueVerdict, Verdict
from jtbd.scoring.scorer import standing
from jtbd.scoring.value import value_test


def has_names(canvas: Canvas) -> bool:
    """Both have a name, and nothing stands in for one that is still to come."""
    return all(known.name and not known.unnamed for known in map(canvas.parties.of, PARTIES))


def has_job(canvas: Canvas) -> bool:
    """It is said who wants what done."""
    return bool(canvas.job.performer and canvas.job.want)


def has_answers(canvas: Canvas) -> bool:
    """Both have said of every need how much it matters and what they do about it, and both may see it."""
    found = [aspect.of(party) for aspect in canvas.aspects for party in PARTIES]
    return rated(canvas) and bool(found) and all(None not in (said.importance, said.stance) for said in found)


def has_verdict(canvas: Canvas) -> bool:
    """There is a verdict; where the needs are too few for one, all are answered and each contested one has its line."""
    if rated(canvas) and standing(canvas).verdict is not Verdict.UNKNOWN:
        return True
    functional = [aspect for aspect in canvas.aspects if aspect.dimension is Dimension.FUNCTIONAL]
    contested = [aspect for aspect in functional if all(aspect.of(party).stance in ("do", "core") for party in PARTIES)]
    return has_answers(canvas) and bool(functional) and all(aspect.line for aspect in contested)


def has_value(canvas: Canvas) -> bool:
    """Both have said what it is worth: in money, or in each of the four values."""
    if value_test(canvas).verdict is not ValueVerdict.NOT_STATED:
        return True
    four = [canvas.value.four and getattr(canvas.value.four, party) for party in PARTIES]
    said = [values and getattr(values, name) for values in four for name in FourValues.model_fields]
    return all(value and value.score is not None for value in said)


def has_promises(canvas: Canvas) -> bool:
    """Each has promised something."""
    return {promise.by for promise in canvas.commitments} == set(PARTIES)


def is_signed(canvas: Canvas) -> bool:
    """Both have signed a sheet."""
    return any(sheet.state == "complete" for sheet in canvas.sheets)
