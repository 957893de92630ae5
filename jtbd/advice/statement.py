"""Guards on the job statement and on aspects: what customers need, free of any solution and of any supplier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from jtbd.advice.advice import Advice, AdviceKind, Rule
from jtbd.advice.ours import WORD, named, offered
from jtbd.advice.vocabulary import AND_OR, SECOND_NEED, SOLUTIONS, found
from jtbd.model import PARTIES, Canvas
from jtbd.model.names import folded
from jtbd.parsing.story import GAPS, taken_apart

_NO_OTHER: Final = (
    r"\d|(?:more|so|less|fewer|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|over|under|above|below|later|not|"
    r"she|hers?)\b"
)
_OR: Final = re.compile(
    rf"(?<!\w)(?:(?:either|and)\s*/?\s*)?or(?!\w)(?!\s+(?:{_NO_OTHER}))|"
    rf"[^\W\d_][\w’'-]+\s*/\s*(?!{_NO_OTHER}|or\b)[^\W\d_][\w’'-]+",
    re.IGNORECASE,
)
"""Two who could be meant; not how many of something there are, as "one or two vans", nor a pronoun for anybody."""


class _Hit(NamedTuple):
    """Words of a text that should be others."""

    rule: Rule
    kind: AdviceKind
    words: str


def job_advice(canvas: Canvas) -> tuple[Advice, ...]:
    """Return what to write otherwise in the job: its performer, *when*, *want* and *so that*."""
    job = canvas.job
    performer, when, want, so_that = job.performer or "", job.when or "", job.want or "", job.so_that or ""
    return (
        *_stories(canvas),
        *_advice("performer", (*_names(performer, canvas), *_two_performers(performer))),
        *_advice("when", _solutions(when, canvas)),
        *_advice("want", (*_solutions(want, canvas), *_second_needs(want, AdviceKind.SECOND_JOB))),
        *_advice("so_that", _solutions(so_that, canvas)),
    )


def _stories(canvas: Canvas) -> Iterator[Advice]:
    for gap in GAPS:
        if parts := taken_apart(getattr(canvas.job, gap) or "", gap):
            yield Advice(Rule.STORY, gap, AdviceKind.STORY, {str(part): said for part, said in parts.items()})


def aspect_advice(text: str, canvas: Canvas) -> tuple[Advice, ...]:
    """Return what to write otherwise in the text of one aspect of this canvas."""
    return (
        *_twins(text, canvas),
        *_advice("text", (*_solutions(text, canvas), *_second_needs(text, AdviceKind.SECOND_NEED))),
    )


def twins(canvas: Canvas) -> tuple[int, ...]:
    """Return the places of needs that say what one before them says, in whichever dimension."""
    first: dict[str, int] = {}
    said = enumerate(_said(aspect.text) for aspect in canvas.aspects)
    return tuple(place for place, text in said if first.setdefault(text, place) != place)


def twin_advice(text: str) -> Advice:
    """Return what to write otherwise in a need that stands there twice."""
    return Advice(Rule.TWIN, "text", AdviceKind.TWIN, {"words": text})


def _twins(text: str, canvas: Canvas) -> Iterator[Advice]:
    said = _said(text)
    if sum(_said(aspect.text) == said for aspect in canvas.aspects) > 1:
        yield twin_advice(text)


def _said(text: str) -> str:
    """Return a need as it is compared with others: without case, and without the stop at its end."""
    return folded(text).strip(" .,;:!…。")


def _two_performers(text: str) -> Iterator[_Hit]:
    """Ask who of two is meant: what one needs, the other may not."""
    for found_ in _OR.finditer(text):
        yield _Hit(Rule.AND_OR, AdviceKind.OPEN_WHO, found_[0])


def _advice(field: str, hits: Iterable[_Hit]) -> Iterator[Advice]:
    """Yield advice on each hit, but say nothing twice of the same words."""
    said: set[str] = set()
    for hit in hits:
        words = set(WORD.findall(hit.words.casefold()))
        if not words <= said:
            yield Advice(hit.rule, field, hit.kind, {"words": hit.words})
        said |= words


def _solutions(text: str, canvas: Canvas) -> Iterator[_Hit]:
    yield from _names(text, canvas)
    yield from _offers(text, canvas)
    for words in found(SOLUTIONS, text):
        yield _Hit(Rule.SOLUTION, AdviceKind.SOLUTION, words)
    for words in found(AND_OR, text):
        yield _Hit(Rule.AND_OR, AdviceKind.OPEN_WHICH, words)


def _names(text: str, canvas: Canvas) -> Iterator[_Hit]:
    for party in PARTIES:
        if name := named(text, canvas.parties.of(party)):
            yield _Hit(Rule.PARTY_NAME, AdviceKind.PARTY_NAME, name)


def _offers(text: str, canvas: Canvas) -> Iterator[_Hit]:
    for party in PARTIES:
        for word in offered(text, canvas.parties.of(party)):
            yield _Hit(Rule.OFFER, AdviceKind.OFFER, word)


def _second_needs(text: str, kind: AdviceKind) -> Iterator[_Hit]:
    for words in found(SECOND_NEED, text):
        yield _Hit(Rule.TWO_NEEDS, kind, words)
