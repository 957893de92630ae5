"""Need by need: what each party does about it and how much it matters, by dimension and weight.

Each row opens and then says in words what it shows, what would turn the verdict there, and where to go on with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from jtbd.figures import words
from jtbd.figures.disagreement import by_weight
from jtbd.figures.dumbbell import Mark, dumbbell, folded, party_key, stop_names
from jtbd.figures.html import Html, element, places
from jtbd.figures.lettering import party_names, percent
from jtbd.figures.reach import Names, PartName, part_of
from jtbd.model import PARTIES, Aspect, Canvas, Dimension, PartyId, Stance
from jtbd.scoring.result import Flip, Overlap, Split
from jtbd.wording.turns import turn

NEED: Final = "need-"
LINE: Final = "line-"
MISSING: Final = "missing-"
"""How the ids begin under which a page finds what is said of a need, its line, and who is missing for it."""

_MOST: Final = len(words.IMPORTANCES) - 1
_NAME_WIDTH: Final = 60


def needs(canvas: Canvas, overlap: Overlap) -> Html:
    """List the aspects, each as a row that opens.

    It leads to `LINE` + id for each functional one that both solve, and to `MISSING` + id for each that matters to one
    and that nobody solves: the page is to have these.
    """
    if not canvas.aspects:
        return element("p", words.NO_NEEDS.said(), class_="figure-note")
    turns: dict[str, list[Flip]] = {}
    for flip in overlap.flips:
        turns.setdefault(flip.aspect or "", []).append(flip)
    short, full = party_names(canvas), party_names(canvas, _NAME_WIDTH)
    blocks = [
        _block(dimension, [_row(canvas, aspect, full, turns) for aspect in by_weight(found)], overlap.split[dimension])
        for dimension in Dimension
        if (found := [aspect for aspect in canvas.aspects if aspect.dimension is dimension])
    ]
    return element("div", element("p", *party_key(short), *_joints(), class_="key"), *blocks, class_="figure needs")


def _joints() -> Iterator[Html]:
    for kind, name in (
        ("contested", words.KEY_CONTESTED.said()),
        ("only", words.KEY_ONLY.said()),
        ("open", words.KEY_OPEN.said()),
    ):
        yield element("span", element("i", class_=f"joint joint-{kind}"), name)


def _block(dimension: Dimension, rows: Sequence[Html], split: Split) -> Html:
    shares = split.shares()
    aside = words.CONTESTED_SHARE.said(share=percent(shares["contested"])) if shares else ""
    head = element(
        "div",
        element("h4", words.DIMENSIONS[dimension].said(), " ", element("small", aside)),
        element(
            "span",
            stop_names([words.STANCES[stance].said() for stance in Stance]),
            element("span", words.MATTERS.said(), class_="matters"),
            class_="marks",
            aria_hidden="true",
        ),
        class_="need-head",
    )
    return element("section", head, folded(rows))


def _row(canvas: Canvas, aspect: Aspect, names: Names, turns: Mapping[str, Sequence[Flip]]) -> Html:
    part = part_of(aspect)
    marks = [Mark(party, stance_place(aspect.of(party).stance)) for party in PARTIES]
    summary = element(
        "summary",
        element("span", aspect.text, class_="need-text"),
        element(
            "span",
            dumbbell(marks, len(Stance), _joint(part)),
            _importances(aspect),
            class_="marks",
        ),
    )
    more = element("div", *_said(canvas, aspect, part, names, turns), class_="need-more", id=f"{NEED}{aspect.id}")
    tinted = "need contested" if part == "contested" else "need"
    return element("li", element("details", summary, more, class_=tinted))


def stance_place(stance: Stance | None) -> int | None:
    """Return at which stop a stance stands."""
    return None if stance is None else list(Stance).index(stance)


def _joint(part: PartName) -> str:
    return {"only_a": "of-a", "only_b": "of-b"}.get(part, f"joint-{part}")


def _importances(aspect: Aspect) -> Html:
    """Draw two bars as long as each party's importance, a's above b's."""
    bars = (
        element("i", class_=f"bar-{party}", style=places(w=Fraction(aspect.of(party).importance or 0, _MOST)))
        for party in PARTIES
    )
    return element("span", *bars, class_="matters", aria_hidden="true")


# ── in words ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _said(
    canvas: Canvas, aspect: Aspect, part: PartName, names: Names, turns: Mapping[str, Sequence[Flip]]
) -> Iterator[Html]:
    for party in PARTIES:
        yield element("p", element("b", names[party], class_=f"of-{party}"), ": ", _answer(aspect, party))
    if part == "contested":
        yield _contested(aspect, names)
    elif part == "open":
        yield _open(canvas, aspect, names)
    else:
        yield element("p", words.SOLVES_IT.said(name=names["a" if part == "only_a" else "b"]))
    found = turns.get(aspect.id, ())
    if found:
        yield element("ul", *(element("li", turn(flip, canvas)) for flip in found))
    else:
        yield element("p", words.NO_TURN.said())


def _answer(aspect: Aspect, party: PartyId) -> str:
    given = aspect.of(party)
    stance = words.FULL_STANCES[given.stance] if given.stance else words.NOT_ANSWERED
    importance = words.NOT_RATED if given.importance is None else words.SAID_IMPORTANCES[given.importance]
    return words.ANSWER.said(stance=stance.said(), importance=importance.said())


def _contested(aspect: Aspect, names: Names) -> Html:
    if aspect.dimension is not Dimension.FUNCTIONAL:
        return element("p", words.BINDS.said())
    link = element(
        "a", words.TO_LINE.said() if not aspect.line else words.TO_LINE_AGAIN.said(), href=f"#{LINE}{aspect.id}"
    )
    if aspect.line is None:
        return element("p", words.BOTH_SOLVE_IT.said(), " ", link)
    rule = f" {aspect.line.rule}." if aspect.line.rule else ""
    return element("p", words.LEADS.said(name=names[aspect.line.lead]), rule, " ", link)


def _open(canvas: Canvas, aspect: Aspect, names: Names) -> Html:
    if not any(aspect.of(party).importance for party in PARTIES):
        return element("p", words.NOBODY_SOLVES_IT.said())
    link = element("a", words.TO_MISSING.said(), href=f"#{MISSING}{aspect.id}")
    gap = next((gap for gap in canvas.missing if aspect.id in gap.aspects), None)
    who = words.MISSING.said(who=gap.who) if gap and gap.who else ""
    owner = words.LOOKS.said(name=names[gap.owner]) if gap and gap.owner else ""
    return element("p", " ".join(filter(None, (words.NOBODY_SOLVES_IT.said(), who, owner))), " ", link)
