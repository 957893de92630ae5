"""Guards on the job statement and on aspects: what customers need, free of any solution and of any supplier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jtbd.model import PARTIES, Canvas, Party
from jtbd.scoring.advice import Advice, Rule
from jtbd.scoring.plain import party_name, quote
from jtbd.scoring.vocabulary import AND_OR, COMMONPLACE, SECOND_NEED, SOLUTIONS, found

_SHORTEST_NAME: Final = 4
_SHORTEST_OFFER: Final = 5
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def job_advice(canvas: Canvas) -> tuple[Advice, ...]:
    """Return what to write otherwise in the job: its performer, *when*, *want* and *so that*."""
    job = canvas.job
    return (
        *_names("performer", job.performer or "", canvas),
        *_guards("when", job.when or "", canvas),
        *_guards("want", job.want or "", canvas),
        *_second_needs("want", job.want or "", "keep the one that comes first, and give the other a canvas of its own"),
        *_guards("so_that", job.so_that or "", canvas),
    )


def aspect_advice(text: str, canvas: Canvas) -> tuple[Advice, ...]:
    """Return what to write otherwise in the text of one aspect of this canvas."""
    remedy = "make two aspects of it, so that each can be rated by itself"
    return (*_guards("text", text, canvas), *_second_needs("text", text, remedy))


def _guards(field: str, text: str, canvas: Canvas) -> Iterator[Advice]:
    yield from _names(field, text, canvas)
    yield from _offers(field, text, canvas)
    for word in found(SOLUTIONS, text):
        sentence = f"{quote(word)} is a solution: write what customers want to get done with it instead."
        yield Advice(Rule.SOLUTION, field, sentence)
    for word in found(AND_OR, text):
        sentence = f"{quote(word)} leaves open which: write the one that matters more, or each by itself."
        yield Advice(Rule.AND_OR, field, sentence)


def _names(field: str, text: str, canvas: Canvas) -> Iterator[Advice]:
    for party in PARTIES:
        name = _named(text, canvas.parties.of(party))
        if name:
            sentence = f"{quote(name)} is one of you: write it so that it held before you were there."
            yield Advice(Rule.PARTY_NAME, field, sentence)


def _named(text: str, party: Party) -> str | None:
    """Return the party's name as it stands in the text: in full, or one word of the organisation's with its capital.

    The first word of a text has a capital anyway, so that one alone does not count.
    """
    for name in (party.organisation, party.person):
        if name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            return name
    names = {word for word in _WORD.findall(party.organisation or "") if word[0].isupper()}
    return next((word for word in _WORD.findall(text)[1:] if len(word) >= _SHORTEST_NAME and word in names), None)


def _offers(field: str, text: str, canvas: Canvas) -> Iterator[Advice]:
    for party in PARTIES:
        telling = {_stem(word) for word in _WORD.findall(canvas.parties.of(party).offers or "") if _tells(word)}
        for word in dict.fromkeys(_WORD.findall(text)):
            if _stem(word) in telling:
                name = party_name(canvas, party)
                sentence = f"{quote(word)} is what {name} offers: write what customers want it for."
                yield Advice(Rule.OFFER, field, sentence)


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST_OFFER and not any(found(COMMONPLACE, word))


def _stem(word: str) -> str:
    """Return a word without case and plural; crude, and the same on both sides of a comparison."""
    stem = word.casefold()
    return stem if stem.endswith("ss") else stem.removesuffix("s")


def _second_needs(field: str, text: str, remedy: str) -> Iterator[Advice]:
    for words in found(SECOND_NEED, text):
        yield Advice(Rule.TWO_NEEDS, field, f"{quote(words)} begins a second need: {remedy}.")
