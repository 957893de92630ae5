"""Guards on the job statement and on aspects: what customers need, free of any solution and of any supplier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from jtbd.advice.advice import Advice, Rule
from jtbd.advice.ours import WORD, named, offered
from jtbd.advice.vocabulary import AND_OR, SECOND_NEED, SOLUTIONS, found
from jtbd.model import PARTIES, Canvas
from jtbd.model.names import folded
from jtbd.parsing.story import GAPS, Gap, taken_apart
from jtbd.wording.plain import quote

_GAPS: Final[dict[Gap, str]] = {"performer": "as", "when": "when", "want": "I want to", "so_that": "so that"}
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
    words: str
    said: str


def job_advice(canvas: Canvas) -> tuple[Advice, ...]:
    """Return what to write otherwise in the job: its performer, *when*, *want* and *so that*."""
    job = canvas.job
    performer, when, want, so_that = job.performer or "", job.when or "", job.want or "", job.so_that or ""
    remedy = "keep the one that comes first, and give the other a meeting of its own"
    return (
        *_stories(canvas),
        *_advice("performer", (*_names(performer, canvas), *_two_performers(performer))),
        *_advice("when", _solutions(when, canvas)),
        *_advice("want", (*_solutions(want, canvas), *_second_needs(want, remedy))),
        *_advice("so_that", _solutions(so_that, canvas)),
    )


def _stories(canvas: Canvas) -> Iterator[Advice]:
    for gap in GAPS:
        if parts := taken_apart(getattr(canvas.job, gap) or "", gap):
            apart = ", ".join(f"{_GAPS[part]} {quote(said)}" for part, said in parts.items())
            yield Advice(Rule.STORY, gap, f"That is the whole sentence; taken apart it is: {apart}.")


def aspect_advice(text: str, canvas: Canvas) -> tuple[Advice, ...]:
    """Return what to write otherwise in the text of one aspect of this canvas."""
    remedy = "make two needs of it, so that each can be rated by itself"
    return (
        *_twins(text, canvas),
        *_advice("text", (*_solutions(text, canvas), *_second_needs(text, remedy))),
    )


def twins(canvas: Canvas) -> tuple[int, ...]:
    """Return the places of needs that say what one before them says, in whichever dimension."""
    first: dict[str, int] = {}
    said = enumerate(_said(aspect.text) for aspect in canvas.aspects)
    return tuple(place for place, text in said if first.setdefault(text, place) != place)


def twin_advice(text: str) -> Advice:
    """Return what to write otherwise in a need that stands there twice."""
    return Advice(Rule.TWIN, "text", f"{quote(text)} stands in the list twice: keep one, or say what makes them two.")


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
        yield _Hit(
            Rule.AND_OR, found_[0], "{} leaves open who: name the one whose job it is, and give the other a meeting"
        )


def _advice(field: str, hits: Iterable[_Hit]) -> Iterator[Advice]:
    """Yield advice on each hit, but say nothing twice of the same words."""
    said: set[str] = set()
    for hit in hits:
        words = set(WORD.findall(hit.words.casefold()))
        if not words <= said:
            yield Advice(hit.rule, field, f"{hit.said.format(quote(hit.words))}.")
        said |= words


def _solutions(text: str, canvas: Canvas) -> Iterator[_Hit]:
    yield from _names(text, canvas)
    yield from _offers(text, canvas)
    for words in found(SOLUTIONS, text):
        yield _Hit(Rule.SOLUTION, words, "Is {} a product? Then write what customers want to get done with it")
    for words in found(AND_OR, text):
        yield _Hit(Rule.AND_OR, words, "{} leaves open which: write the one that matters more, or each by itself")


def _names(text: str, canvas: Canvas) -> Iterator[_Hit]:
    for party in PARTIES:
        if name := named(text, canvas.parties.of(party)):
            yield _Hit(Rule.PARTY_NAME, name, "Is {} one of you? Then write it so that it held before you were there")


def _offers(text: str, canvas: Canvas) -> Iterator[_Hit]:
    for party in PARTIES:
        for word in offered(text, canvas.parties.of(party)):
            yield _Hit(Rule.OFFER, word, "Is {} a product of yours? Then say what it is for")


def _second_needs(text: str, remedy: str) -> Iterator[_Hit]:
    for words in found(SECOND_NEED, text):
        yield _Hit(Rule.TWO_NEEDS, words, f"{{}} begins a second need: {remedy}")
