"""Canvases for tests of scoring, in shorthand, and as Hypothesis strategies.

    sample("3c 1l", "2d 3c >b", "e 1w -d", test="more same", choice="apart -")

is two functional aspects and an emotional one: importance and stance of a, then of b (`-` is blank), then the party
that a line lets lead.
"""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

from jtbd.model import Aspect, Canvas, Choices, ComplementTest, Line, Parties, PartyId
from jtbd.scoring.tally import Tally, total
from jtbd.scoring.units import Row, row_of, rows_of
from tests.support.builders import canvas

_STANCES: Final = {"l": "leave", "w": "want", "d": "do", "c": "core", "-": None}
_DIMENSIONS: Final = {"f": "functional", "e": "emotional", "s": "social"}

SOUND: Final = Tally(
    aspects=100,
    blanks=0,
    answered=100,
    agreed=900,
    cared=1000,
    contested=0,
    only_a=500,
    only_b=500,
    active_a=50,
    active_b=50,
)
"""What a plainly complementary pair adds up to: each solves its half."""


def need(shorthand: str, number: int = 1) -> Aspect:
    """Return the aspect that a shorthand stands for."""
    words = shorthand.split()
    dimension = _DIMENSIONS[words.pop(0)] if words[0] in _DIMENSIONS else "functional"
    fields: dict[str, Any] = {"id": f"need-{number}", "dimension": dimension, "text": f"Meet need number {number}"}
    for party, answer in zip("ab", words[:2], strict=True):
        importance = None if answer[0] == "-" else int(answer[0])
        fields[party] = {"importance": importance, "stance": _STANCES[answer[1]]}
    for word in words[2:]:
        fields["line"] = {"lead": word.removeprefix(">")}
    return Aspect.model_validate(fields)


def asked(words: str) -> ComplementTest:
    """Return both answers to the complement test, as "more -"."""
    a, b = (None if word == "-" else word for word in words.split())
    return ComplementTest.model_validate({"a": a, "b": b})


def chosen(words: str) -> Choices:
    """Return both answers to the choice, as "instead -"."""
    a, b = (None if word == "-" else word for word in words.split())
    return Choices.model_validate({"a": a, "b": b})


def sample(*needs: str, test: str = "- -", choice: str = "- -", **changes: Any) -> Canvas:
    """Return a canvas with these aspects and answers."""
    aspects = [need(shorthand, number) for number, shorthand in enumerate(needs, start=1)]
    return canvas(aspects=aspects, complement_test=asked(test), choice=chosen(choice), **changes)


def row(shorthand: str) -> Row:
    """Return one aspect as scoring sees it."""
    return row_of(need(shorthand))


def figures(*needs: str) -> Tally:
    """Return what these aspects add up to."""
    return total(rows_of(sample(*needs).aspects))


def swapped(document: Canvas) -> Canvas:
    """Return the canvas with the parties' places exchanged."""

    def turned(aspect: Aspect) -> Aspect:
        lead: PartyId = "a" if aspect.line and aspect.line.lead == "b" else "b"
        return aspect.revise(a=aspect.b, b=aspect.a, line=Line(lead=lead) if aspect.line else None)

    value, test, choice = document.value, document.complement_test, document.choice
    return document.revise(
        parties=Parties(a=document.parties.b, b=document.parties.a),
        aspects=[turned(aspect) for aspect in document.aspects],
        complement_test=ComplementTest(a=test.b, b=test.a),
        choice=Choices(a=choice.b, b=choice.a),
        value=value.revise(a=value.b, b=value.a),
    )


_CARING: Final = ((0, 1, 2, 3), (2, 3), (2, 3), (0, 1), (0, 1, 2, 3, None))
_SOLVING: Final = ("lwdc", "lwdc", "lc", "dc", "lw", "l", "lwdc-")
_IN_DIMENSIONS: Final = ("f", "f", "f", "e", "s")
_LINES: Final = ("", "", " >a", " >b")
_TESTS: Final = ("-", "less", "same", "more")
_CHOICES: Final = ("-", "instead", "apart", "together")
_amounts: Final = st.none() | st.integers(-200, 900).map(lambda quarters: f"{quarters / 4:.2f}")


@st.composite
def canvases(draw: st.DrawFn) -> Canvas:
    """Draw canvases of up to ten aspects, with lines, test, choice and value.

    Each party draws its answers from a temper of its own, so that every verdict comes up.
    """
    sides = [
        st.tuples(st.sampled_from(draw(st.sampled_from(_CARING))), st.sampled_from(draw(st.sampled_from(_SOLVING))))
        for _ in "ab"
    ]
    answers = st.tuples(st.sampled_from(_IN_DIMENSIONS), *sides, st.sampled_from(_LINES))
    needs = [
        f"{dimension} {_digit(a[0])}{a[1]} {_digit(b[0])}{b[1]}{line}"
        for dimension, a, b, line in draw(st.lists(answers, min_size=draw(st.sampled_from((0, 5, 7))), max_size=10))
    ]
    test = " ".join(draw(st.tuples(st.sampled_from(_TESTS), st.sampled_from(_TESTS))))
    value = {party: {"alone": draw(_amounts), "together": draw(_amounts)} for party in "ab"}
    choice = "- -"
    if draw(st.booleans()):
        choice = " ".join(draw(st.tuples(st.sampled_from(_CHOICES), st.sampled_from(_CHOICES))))
    return sample(*needs, test=test, choice=choice, value={"currency": "EUR", **value})


def _digit(importance: int | None) -> str:
    return "-" if importance is None else str(importance)
