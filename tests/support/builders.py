"""Small makers of documents for tests: say what matters in the test, leave the rest to a default.

    canvas(aspects=rated(((3, "core"), (1, "leave")), ((2, "do"), (3, "core"))))

Everything is deterministic, valid and invented.
"""

from __future__ import annotations

from typing import Any, Final

from jtbd.model import CANVAS_FORMAT, Answers, Aspect, Canvas, Dimension, Parties, Party, Stance, Step
from jtbd.parsing.bullets import items
from jtbd.parsing.table import read_table

Answer = tuple[int | None, str | None]
"""One party's importance and stance; None is a blank."""

BLANK: Final[Answer] = (None, None)

_DIMENSIONS: Final = tuple(Dimension)
_STEPS: Final = tuple(Step)
_STANCES: Final = tuple(Stance)


def party(letter: str = "a", **changes: Any) -> Party:
    """Return Harbour Estates for `a`, Northline Cabling for `b`."""
    fields: dict[str, Any] = {
        "a": {
            "organisation": "Harbour Estates",
            "person": "Ana Ruiz",
            "title": "partner",
            "email": "ana@harbour.example",
            "offers": "commercial estate agency",
        },
        "b": {
            "organisation": "Northline Cabling",
            "person": "Bea Lund",
            "title": "owner",
            "email": "bea@northline.example",
            "offers": "office cabling and networks",
        },
    }[letter]
    return Party.model_validate({**fields, **changes})


def parties() -> Parties:
    """Return both parties."""
    return Parties(a=party("a"), b=party("b"))


def answers(answer: Answer = BLANK, predicts: str | None = None) -> Answers:
    """Return one party's answers to one aspect."""
    importance, stance = answer
    return Answers.model_validate({"importance": importance, "stance": stance, "predicts": predicts})


def aspect(
    number: int = 1, a: Answer = BLANK, b: Answer = BLANK, *, dimension: str = "functional", **changes: Any
) -> Aspect:
    """Return the aspect `need-<number>` with both parties' answers."""
    fields: dict[str, Any] = {
        "id": f"need-{number}",
        "dimension": dimension,
        "text": f"Meet need number {number}",
        "a": answers(a),
        "b": answers(b),
    }
    return Aspect.model_validate({**fields, **changes})


def aspects(count: int) -> tuple[Aspect, ...]:
    """Return `count` unrated aspects that take turns through the dimensions and the job steps."""
    return tuple(
        aspect(
            number + 1,
            dimension=_DIMENSIONS[number % len(_DIMENSIONS)],
            step=_STEPS[number % len(_STEPS)],
        )
        for number in range(count)
    )


def rated(*pairs: tuple[Answer, Answer], dimension: str = "functional", first: int = 1) -> tuple[Aspect, ...]:
    """Return one aspect for each pair of answers (a's, b's), numbered from `first`."""
    return tuple(aspect(first + place, a, b, dimension=dimension) for place, (a, b) in enumerate(pairs))


def canvas(**changes: Any) -> Canvas:
    """Return the canvas `test-canvas`: nothing but format and id, and what is given."""
    return Canvas.model_validate({"format": CANVAS_FORMAT, "id": "test-canvas", **changes})


def complementary_aspects() -> tuple[Aspect, ...]:
    """Return six rated aspects of two that complete each other: nothing is contested, one need is open."""
    return (
        *rated(
            ((3, "core"), (2, "leave")),
            ((2, "core"), (2, "leave")),
            ((2, "leave"), (3, "core")),
            ((3, "leave"), (3, "leave")),
        ),
        *rated(((2, "do"), (2, "do")), dimension="emotional", first=5),
        *rated(((1, "do"), (2, "leave")), dimension="social", first=6),
    )


def ready_canvas(**changes: Any) -> Canvas:
    """Return a small canvas with every step filled in, ready to sign."""
    fields: dict[str, Any] = {
        "title": "Harbour Estates × Northline Cabling",
        "revision": 1,
        "created": "2026-11-22T09:30:00+01:00",
        "updated": "2026-11-22T10:00:00+01:00",
        "meetings": [
            {"started": "2026-11-22T09:30:00+01:00", "planned_minutes": 30, "clock": {"elapsed_seconds": 1800}}
        ],
        "parties": parties(),
        "job": {
            "performer": "owner of a 20-person firm",
            "when": "our lease ends",
            "want": "move our business to new premises",
            "so_that": "we lose no working day",
        },
        "rating": {"ready": {"a": True, "b": True}},
        "aspects": complementary_aspects(),
        "complement_test": {"a": "same", "b": "more"},
        "value": {
            "currency": "EUR",
            "a": {"alone": "40000", "together": "70000", "notice": "10000"},
            "b": {"alone": "25000", "together": "45000", "notice": "8000"},
        },
        "roles": {
            "a": {"role": "lead", "does": "calls the client first"},
            "b": {"role": "contribute", "does": "surveys within five days"},
        },
        "commitments": [
            {
                "id": "introduce",
                "by": "a",
                "what": "Introduce Northline by e-mail to every client who signs a lease",
                "kind": "introduction",
                "trigger": "when a client signs a lease",
                "due": "2026-12-15",
                "done_when": "three introductions sent by 15 December",
                "serves": ["need-3"],
                "gives": "warm leads before the fit-out budget is fixed",
            },
            {
                "id": "survey",
                "by": "b",
                "what": "Survey each introduced site and send Harbour a one-page plan",
                "kind": "delivery",
                "trigger": "when a client accepts the introduction",
                "done_when": "the plan reached Harbour within five working days of the visit",
                "serves": ["need-1", "need-3"],
                "gives": "a fact sheet that helps the lease to close",
            },
        ],
        "review": {"every": {"weeks": 6}, "next": "2027-01-05"},
    }
    return canvas(**{**fields, **changes})


def large_canvas(count: int = 200) -> Canvas:
    """Return a canvas with `count` aspects, all answered by both, over all dimensions, steps and stances."""
    return canvas(
        id=f"large-{count}",
        parties=parties(),
        aspects=[
            bare.revise(
                a=answers((number * 7 % 4, _STANCES[number * 5 % 4])),
                b=answers((number * 3 % 4, _STANCES[number * 11 // 3 % 4])),
            )
            for number, bare in enumerate(aspects(count))
        ],
        complement_test={"a": "more", "b": "same"},
    )


def needs_in(text: str) -> tuple[str, ...]:
    """Return the needs in what was pasted: those of a table's likely column, which a person confirms, or each item."""
    table = read_table(text)
    if table is None:
        return items(text)
    return table.columns[table.likely].needs if table.columns else ()
