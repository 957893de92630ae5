"""docs/overlap.md once more, slow and straightforward, to compare the program with: fractions, one pass per number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

from jtbd.model import Answers, Aspect, Canvas, Choice, Complement, Stance

_HALF: Final = Fraction(1, 2)
_TODAY: Final = {None: Fraction(0), "leave": Fraction(0), "want": Fraction(0), "do": _HALF, "core": Fraction(1)}
_LADDERS: Final[dict[str, tuple[Any, ...]]] = {
    "importance": (0, 1, 2, 3),
    "stance": ("leave", "want", "do", "core"),
    "complement_test": ("less", "same", "more"),
    "choice": ("instead", "apart", "together"),
}


def weight(aspect: Aspect) -> Fraction:
    """Return the mean of what both rated, of the one where the other is blank, 0 where both are."""
    given = [answers.importance for answers in (aspect.a, aspect.b) if answers.importance is not None]
    return Fraction(sum(given), len(given)) if given else Fraction(0)


def counted(canvas: Canvas) -> list[Aspect]:
    """Return the aspects that not both rated 0."""
    return [aspect for aspect in canvas.aspects if (aspect.a.importance, aspect.b.importance) != (0, 0)]


def split(aspects: list[Aspect], want: Fraction = Fraction(0)) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """Return K, A, B and O."""
    solved = {**_TODAY, "want": want}
    parts = [Fraction(0)] * 4
    for aspect in aspects:
        w, a, b = weight(aspect), solved[aspect.a.stance], solved[aspect.b.stance]
        for place, share in enumerate((min(a, b), max(a - b, Fraction(0)), max(b - a, Fraction(0)), 1 - max(a, b))):
            parts[place] += w * share
    return parts[0], parts[1], parts[2], parts[3]


def purpose(aspects: list[Aspect]) -> Fraction | None:
    """Return P."""
    rated = [
        (aspect.a.importance, aspect.b.importance)
        for aspect in aspects
        if aspect.a.importance is not None and aspect.b.importance is not None
    ]
    most = sum(max(pair) for pair in rated)
    return Fraction(sum(min(pair) for pair in rated), most) if most else None


def swallowed(aspects: list[Aspect], want: Fraction = Fraction(0)) -> tuple[bool, bool]:
    """Return who has a functional core aspect and is contained by nine tenths."""
    functional = [aspect for aspect in aspects if aspect.dimension == "functional"]
    k, only_a, only_b, _ = split(functional, want)
    return (
        any(aspect.a.stance == "core" for aspect in functional) and k + only_a > 0 and 10 * k >= 9 * (k + only_a),
        any(aspect.b.stance == "core" for aspect in functional) and k + only_b > 0 and 10 * k >= 9 * (k + only_b),
    )


def verdict(canvas: Canvas, *, want: Fraction = Fraction(0), after_line: bool = False) -> str:
    """Return the verdict, rule by rule."""
    aspects = counted(canvas)
    functional = [aspect for aspect in aspects if aspect.dimension == "functional"]
    answers = [
        answer for aspect in aspects for side in (aspect.a, aspect.b) for answer in (side.importance, side.stance)
    ]
    whole = [
        aspect
        for aspect in functional
        if None not in (aspect.a.importance, aspect.a.stance, aspect.b.importance, aspect.b.stance)
    ]
    if len(whole) < 3 or Fraction(answers.count(None), len(answers)) > Fraction(1, 4):
        return "unknown"
    if None not in (canvas.choice.a, canvas.choice.b):
        return _by_choice(canvas, aspects, want, after_line=after_line)
    test = [canvas.complement_test.a, canvas.complement_test.b]
    more, less = test.count(Complement.MORE), test.count(Complement.LESS)
    common = purpose(aspects)
    idle = any(all(getattr(aspect, party).stance in (None, "leave") for aspect in functional) for party in ("a", "b"))
    if ((common is None or common < Fraction(1, 4)) and more < 2) or (idle and not more):
        return "little-in-common"
    lost = swallowed(aspects, want)
    if after_line:
        functional = [yielded(aspect) for aspect in functional]
        after = swallowed(functional)
        lost = (lost[0] and after[0], lost[1] and after[1])
    k, only_a, only_b, _ = split(functional, want)
    solved = k + only_a + only_b
    if not solved:
        return "unknown"
    rivalry, theta = k / solved, _HALF + (more - less) * Fraction(15, 100)
    if less == 2 or rivalry >= theta or (any(lost) and not more):
        return "competitive"
    return "contested" if rivalry >= Fraction(1, 5) else "complementary"


def _by_choice(canvas: Canvas, aspects: list[Aspect], want: Fraction, *, after_line: bool) -> str:
    """Return the verdict of a canvas with answers enough, by the table of the choice."""
    said = [canvas.choice.a, canvas.choice.b]
    functional = [aspect for aspect in aspects if aspect.dimension == "functional"]
    idle = any(all(getattr(aspect, party).stance in (None, "leave") for aspect in functional) for party in ("a", "b"))
    lost = swallowed(aspects, want)
    if after_line:
        functional = [yielded(aspect) for aspect in functional]
        after = swallowed(functional)
        lost = (lost[0] and after[0], lost[1] and after[1])
    k, only_a, only_b, _ = split(functional, want)
    rivalry = k / (k + only_a + only_b) if k + only_a + only_b else None
    if said == [Choice.INSTEAD, Choice.INSTEAD]:
        return "competitive"
    if Choice.TOGETHER in said and Choice.INSTEAD not in said:
        return "contested" if rivalry is not None and rivalry >= Fraction(1, 5) else "complementary"
    common = purpose(aspects)
    if common is None or common < Fraction(1, 4) or idle:
        return "little-in-common"
    if rivalry is None:
        return "unknown"
    if rivalry >= (Fraction(65, 100) if said == [Choice.APART, Choice.APART] else _HALF) or any(lost):
        return "competitive"
    return "contested" if rivalry >= Fraction(1, 5) else "complementary"


def yielded(aspect: Aspect) -> Aspect:
    """Return the aspect after its line, if it has one that counts."""
    if aspect.line is None or not {aspect.a.stance, aspect.b.stance} <= {Stance.DO, Stance.CORE}:
        return aspect
    party = aspect.line.yields
    return aspect.revise(**{party: aspect.of(party).revise(stance=Stance.LEAVE)})


def moves(canvas: Canvas) -> Iterator[tuple[tuple[str | None, str, str, Any, Any], Canvas]]:
    """Yield every small move with the canvas that it makes; aspects that both rated 0 have none."""
    known = {aspect.id for aspect in counted(canvas)}
    for place, aspect in enumerate(canvas.aspects):
        for party in ("a", "b"):
            for field in ("importance", "stance"):
                before = getattr(getattr(aspect, party), field)
                for after in _steps(field, before) if aspect.id in known else ():
                    side: Answers = getattr(aspect, party).revise(**{field: after})
                    aspects = [*canvas.aspects]
                    aspects[place] = aspect.revise(**{party: side})
                    yield (aspect.id, party, field, before, after), canvas.revise(aspects=aspects)
    question = "complement_test" if None in (canvas.choice.a, canvas.choice.b) else "choice"
    for party in ("a", "b"):
        before = getattr(getattr(canvas, question), party)
        for after in _steps(question, before):
            asked = getattr(canvas, question).revise(**{party: after})
            yield (None, party, question, before, after), canvas.revise(**{question: asked})


def _steps(field: str, value: Any) -> list[Any]:
    ladder = _LADDERS[field]
    if value is None:
        return []
    place = ladder.index(value)
    return [ladder[to] for to in (place - 1, place + 1) if 0 <= to < len(ladder)]
