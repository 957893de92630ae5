"""Text on its way to the screen: what people typed must not act as Markdown, and labels of the fixed words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from jtbd.model import Canvas, Choice, Dimension, Kind, PartyId, Role, Stance, Step
from jtbd.model.names import same
from jtbd.model.sheet import Binding

_JOINER: Final = "\u2060"  # has no width and breaks no line
_ACTIVE: Final = re.compile(
    r"""(?=[\\`*_\[\]<~$])  # emphasis, code, links, HTML, strikethrough, formulas; brackets of directives too
    | (?=&[#\w])            # an entity
    | (?<!\S)(?=\#)         # a heading, or the end of one
    | ^(?=[>+=-])           # a quote, a list, the line under a heading
    | ^\d+(?=[.)])          # a numbered list""",
    re.VERBOSE,
)
_TRANSFORMED: Final = re.compile(
    r"""(?<=:)(?=\S)                            # :red[…], :material/home:, :coffee:, https://…
    | (?<=@)(?=\S)                              # an address
    | (?<=www)(?=\.)                            # a link without its scheme
    | (?<=(?<!\S)[<>~-])(?=[=>-]{1,2}(?!\S))    # an arrow, a dash, a sign""",
    re.VERBOSE | re.IGNORECASE,
)

IMPORTANCE: Final[Mapping[int, str]] = {0: "of no concern", 1: "nice to have", 2: "important", 3: "vital"}
STANCE: Final[Mapping[Stance, str]] = {
    Stance.LEAVE: "leave on the table",
    Stance.WANT: "want to solve",
    Stance.DO: "do in part",
    Stance.CORE: "core of what we do",
}
DIMENSION: Final[Mapping[Dimension, str]] = {
    Dimension.FUNCTIONAL: "Functional",
    Dimension.EMOTIONAL: "Emotional",
    Dimension.SOCIAL: "Social",
}
DIMENSION_HINT: Final[Mapping[Dimension, str]] = {
    Dimension.FUNCTIONAL: "what has to get done",
    Dimension.EMOTIONAL: "how they want to feel",
    Dimension.SOCIAL: "how they want to be seen",
}
STEP: Final[Mapping[Step, str]] = {step: step.value for step in Step}
CHOICE: Final[Mapping[Choice, str]] = {
    Choice.INSTEAD: "one of us instead of the other",
    Choice.TOGETHER: "both of us together",
    Choice.APART: "each for itself",
}
ROLE: Final[Mapping[Role, str]] = {
    Role.LEAD: "lead",
    Role.CO_LEAD: "co-lead",
    Role.CONTRIBUTE: "contribute",
    Role.REFER: "refer",
}
KIND: Final[Mapping[Kind, str]] = {
    Kind.REFERRAL: "referral",
    Kind.INTRODUCTION: "introduction",
    Kind.JOINT_OFFER: "joint offer",
    Kind.DELIVERY: "delivery",
    Kind.INFORMATION: "information",
    Kind.OTHER: "other",
}
BINDING: Final[Mapping[Binding, str]] = {
    "intent": "A statement of intent",
    "contract": "An agreement meant to bind",
}
FOUR_VALUES: Final[Mapping[str, str]] = {
    "internal": "to us",
    "external": "to customers and partners",
    "network": "to the ecosystem",
    "civic": "to society",
}


def plain(text: str | None) -> str:
    """Return text that Streamlit shows letter for letter, on one line.

    A backslash stops what Markdown would read; what Streamlit transforms after that (addresses into links, -> into an
    arrow, words between colons into pictures) is kept apart by a character without width. Where neither is needed the
    text stays as it is: labels are also read aloud, backslashes and all.
    """
    apart = _TRANSFORMED.sub(_JOINER, " ".join((text or "").split()))
    return _ACTIVE.sub(r"\g<0>\\", apart)


def person(canvas: Canvas, party: PartyId) -> str:
    """Return how to call the person at the table."""
    known = canvas.parties.of(party)
    return known.somebody or known.firm or ("the host" if party == "a" else "the guest")


def first_name(canvas: Canvas, party: PartyId) -> str:
    """Return the person's first name where it is clear; more where it is not, or where the two would have the same."""
    return told_apart(canvas, party, _first_name, person)


def organisation(canvas: Canvas, party: PartyId) -> str:
    """Return how to call the organisation; with its person where the two would have the same name."""
    return told_apart(canvas, party, _organisation, _both_names)


def told_apart(canvas: Canvas, party: PartyId, *ways: Callable[[Canvas, PartyId], str]) -> str:
    """Return what the first way that tells the parties apart calls one of them."""
    for way in ways:
        if not same(way(canvas, "a"), way(canvas, "b")):
            return way(canvas, party)
    return f"{ways[0](canvas, party)} ({'host' if party == 'a' else 'guest'})"


def _first_name(canvas: Canvas, party: PartyId) -> str:
    return canvas.parties.of(party).called or person(canvas, party)


def _organisation(canvas: Canvas, party: PartyId) -> str:
    return canvas.parties.of(party).name or ("your side" if party == "a" else "their side")


def _both_names(canvas: Canvas, party: PartyId) -> str:
    return f"{_organisation(canvas, party)} ({_first_name(canvas, party)})"


def title(canvas: Canvas) -> str:
    """Return the canvas's title, made of the parties where it has none of its own."""
    if canvas.title:
        return canvas.title
    names = [party.name for party in (canvas.parties.a, canvas.parties.b) if party.name]
    return " × ".join(names) if names else "A new meeting"
