"""Every sentence that `wording` has for a document, and what of it people wrote."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import yaml

from jtbd.advice.advice import Advice
from jtbd.advice.linter import lint_all
from jtbd.advice.reciprocity import reciprocity
from jtbd.advice.statement import aspect_advice, job_advice, twin_advice
from jtbd.advice.suggestions import Draft, DraftKind, suggestions
from jtbd.editing.promises import PromiseDraft
from jtbd.ledger.health import Cause, Colour, Health
from jtbd.ledger.occurrences import SETTLED, Occurrence, State
from jtbd.ledger.reliability import Reliability
from jtbd.model import PARTIES, Canvas, PartyId
from jtbd.model.sheet import CommitmentContent, Sheet
from jtbd.scoring import overlap, standing, value_test
from jtbd.wording import (
    flag_sentence,
    headline,
    ledger as kept,
    reasons,
    sheet as words,
    value_headline,
    value_sentence,
)
from jtbd.wording.advice import advice_sentence
from jtbd.wording.balance import balance_sentence
from jtbd.wording.chain import synergy_sentence, weakest_sentence
from jtbd.wording.contents import contained, left_out, missed
from jtbd.wording.drafts import written
from jtbd.wording.four import four_sentence
from jtbd.wording.plain import quote
from jtbd.wording.suggestions import suggestion_sentence
from jtbd.wording.turns import firmness, turn
from tests.support.places import ROOT, TESTS
from tests.support.spoken import texts_of

TODAY: Final = dt.date(2026, 11, 27)
NAMES: Final[dict[PartyId, str]] = {"a": "Ana", "b": "Bea"}


def shipped() -> dict[str, Canvas]:
    """Return the examples and the canvases that judges agreed on, by their names."""
    files = [*(ROOT / "canvases").glob("*/canvas.yaml"), *(TESTS / "calibration").glob("*.yaml")]
    return {
        (file.parent.name if file.stem == "canvas" else file.stem): Canvas.model_validate(
            yaml.safe_load(file.read_text(encoding="utf-8"))
        )
        for file in sorted(files)
    }


def own(canvas: Canvas) -> set[str]:
    """Return what people wrote in a canvas, also as it is quoted and where advice is about some words of it."""
    theirs = texts_of(canvas.model_dump(mode="json"))
    advised = (value for each in _advice(canvas) for value in each.values.values() if isinstance(value, str))
    return {*theirs, *map(quote, theirs), *(word for word in advised if len(word) > 1), "EUR", "GBP"}


def of_canvas(canvas: Canvas) -> Iterator[str]:
    """Yield what is said of a canvas: of its overlap, its money, its promises, and what is suggested and advised."""
    found = overlap(canvas)
    yield headline(found, canvas)
    yield headline(standing(canvas), canvas)
    yield from reasons(found, canvas)
    yield from (flag_sentence(flag, canvas) for flag in found.flags)
    yield from (turn(flip, canvas) for flip in found.flips)
    if found.stability is not None:
        yield firmness(found.stability)
    if found.whole_job is not None:
        yield synergy_sentence(found.whole_job)
        yield weakest_sentence(canvas)
    yield value_sentence(value_test(canvas), canvas)
    yield value_headline(value_test(canvas), canvas)
    yield four_sentence(canvas)
    yield balance_sentence(reciprocity(canvas).balance, canvas)
    for suggested in suggestions(canvas, found):
        yield suggestion_sentence(suggested, canvas)
    yield from (advice_sentence(each, canvas) for each in _advice(canvas))


def _advice(canvas: Canvas) -> Iterator[Advice]:
    yield from lint_all(canvas, TODAY)
    yield from job_advice(canvas)
    for need in canvas.aspects:
        yield from (*aspect_advice(need.text, canvas), twin_advice(need.text))


def drafts(canvas: Canvas) -> Iterator[PromiseDraft]:
    """Yield the promises that a canvas suggests, written out."""
    made = [draft for suggested in suggestions(canvas, overlap(canvas)) for draft in suggested.drafts]
    made += [Draft(kind, by) for kind in (DraftKind.OVERFLOW, DraftKind.FAVOUR) for by in PARTIES]
    yield from (written(draft, canvas) for draft in made)


def of_sheet(sheet: Sheet) -> Iterator[str]:
    """Yield what is said of a sheet: its verdict, what is in it and what is not, who does what."""
    content: CommitmentContent = sheet.commitment
    yield from words.verdict(content)
    for verdict in ("", "0"):
        yield from contained(content, verdict, NAMES)
        yield left_out(content, verdict)
    yield from missed(content, NAMES)
    yield from (words.role_of(party) for party in content.parties if party.role)


def of_ledger(item: Occurrence) -> Iterator[str]:
    """Yield what is said of a promise, of who gave it and of how the two stand."""
    for state in State:
        yield kept.state_words(item._replace(state=state))
    yield from (kept.state_words(item._replace(state=state, unconfirmed=True)) for state in SETTLED)
    for party in PARTIES:
        yield from (kept.reliability_sentence(Reliability(n, 1, n, 0.5), party) for n in (0, 1, 4, 22))
        for cause in Cause:
            health = Health(Colour.AMBER, cause, item, party, "Kestrel Foods")
            yield from (kept.reason_of(health, "Bea Lund"), kept.next_step(health, "Bea Lund"))
    yield from (message.said() for message in kept.COLOURS.values())
