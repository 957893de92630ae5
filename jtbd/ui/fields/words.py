"""Text on its way to the screen: what people typed must not act as Markdown, and labels of the fixed words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeVar

from jtbd.i18n import WITHIN, Message, mark, mark_in, say, say_in
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

_Of = TypeVar("_Of")


class Said(Mapping[_Of, str]):
    """A table of fixed words, each said in the language that is spoken when it is looked up."""

    def __init__(self, words: Mapping[_Of, Message]) -> None:
        self._words: Final = words

    def __getitem__(self, key: _Of) -> str:
        """Return the words for one of the things, in the language spoken now."""
        return self._words[key].said()

    def __iter__(self) -> Iterator[_Of]:
        """Yield the things that there are words for."""
        return iter(self._words)

    def __len__(self) -> int:
        """Return how many there are words for."""
        return len(self._words)


IMPORTANCE: Final = Said[int](
    {0: mark("of no concern"), 1: mark("nice to have"), 2: mark("important"), 3: mark("vital")}
)
STANCE: Final = Said[Stance](
    {
        Stance.LEAVE: mark("leave on the table"),
        Stance.WANT: mark("want to solve"),
        Stance.DO: mark("do in part"),
        Stance.CORE: mark("core of what we do"),
    }
)
DIMENSION: Final = Said[Dimension](
    {
        Dimension.FUNCTIONAL: mark("Functional"),
        Dimension.EMOTIONAL: mark("Emotional"),
        Dimension.SOCIAL: mark("Social"),
    }
)
DIMENSION_HINT: Final = Said[Dimension](
    {
        Dimension.FUNCTIONAL: mark("what has to get done"),
        Dimension.EMOTIONAL: mark("how they want to feel"),
        Dimension.SOCIAL: mark("how they want to be seen"),
    }
)
STEP: Final = Said[Step](
    {
        Step.DEFINE: mark_in("job step", "define"),
        Step.LOCATE: mark_in("job step", "locate"),
        Step.PREPARE: mark_in("job step", "prepare"),
        Step.CONFIRM: mark_in("job step", "confirm"),
        Step.EXECUTE: mark_in("job step", "execute"),
        Step.MONITOR: mark_in("job step", "monitor"),
        Step.MODIFY: mark_in("job step", "modify"),
        Step.CONCLUDE: mark_in("job step", "conclude"),
    }
)
CHOICE: Final = Said[Choice](
    {
        Choice.INSTEAD: mark("one of us instead of the other"),
        Choice.TOGETHER: mark("both of us together"),
        Choice.APART: mark("each for itself"),
    }
)
ROLE: Final = Said[Role](
    {
        Role.LEAD: mark_in("role", "lead"),
        Role.CO_LEAD: mark_in("role", "co-lead"),
        Role.CONTRIBUTE: mark_in("role", "contribute"),
        Role.REFER: mark_in("role", "refer"),
    }
)
KIND: Final = Said[Kind](
    {
        Kind.REFERRAL: mark_in("kind of promise", "referral"),
        Kind.INTRODUCTION: mark_in("kind of promise", "introduction"),
        Kind.JOINT_OFFER: mark_in("kind of promise", "joint offer"),
        Kind.DELIVERY: mark_in("kind of promise", "delivery"),
        Kind.INFORMATION: mark_in("kind of promise", "information"),
        Kind.OTHER: mark_in("kind of promise", "other"),
    }
)
BINDING: Final = Said[Binding](
    {
        "intent": mark("A statement of intent"),
        "contract": mark("An agreement meant to bind"),
    }
)
FOUR_VALUES: Final = Said[str](
    {
        "internal": mark_in("of value", "to us"),
        "external": mark_in("of value", "to customers and partners"),
        "network": mark_in("of value", "to the ecosystem"),
        "civic": mark_in("of value", "to society"),
    }
)


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
    return known.somebody or known.firm or (say_in(WITHIN, "the host") if party == "a" else say_in(WITHIN, "the guest"))


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
    name = ways[0](canvas, party)
    return say_in(WITHIN, "{name} (host)", name=name) if party == "a" else say_in(WITHIN, "{name} (guest)", name=name)


def _first_name(canvas: Canvas, party: PartyId) -> str:
    return canvas.parties.of(party).called or person(canvas, party)


def _organisation(canvas: Canvas, party: PartyId) -> str:
    ours = party == "a"
    return canvas.parties.of(party).name or (say_in(WITHIN, "your side") if ours else say_in(WITHIN, "their side"))


def _both_names(canvas: Canvas, party: PartyId) -> str:
    return f"{_organisation(canvas, party)} ({_first_name(canvas, party)})"


def title(canvas: Canvas) -> str:
    """Return the canvas's title, made of the parties where it has none of its own."""
    return _titled(canvas) or say("A new meeting")


def title_within(canvas: Canvas) -> str:
    """Return the canvas's title as it stands within a sentence, at its beginning."""
    return _titled(canvas) or say_in(WITHIN, "A new meeting")


def _titled(canvas: Canvas) -> str:
    names = [party.name for party in (canvas.parties.a, canvas.parties.b) if party.name]
    return canvas.title or " × ".join(names)
