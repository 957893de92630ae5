"""The address of the page as one value: what is open, and where in it one is; read and written here alone.

A reload, the browser's way back and a link all go by it. What it says of nothing that can be open is passed over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from typing import Any, Final, Literal, NamedTuple, TypeAlias, get_args

import streamlit as st

from jtbd.model import PARTIES, PartyId
from jtbd.ui.steps import Step

Part: TypeAlias = Literal["read", "hand", "decline", "sheet", "terms"]
Term: TypeAlias = Literal["contract", "confidential", "verdict-a", "verdict-b", "money-a", "money-b", "ownkey"]
Detail: TypeAlias = Literal["mail", "cost"]

_RATING: Final = "rate"
_MOST_MINUTES: Final = 600
_MOST_DIGITS: Final = 9
"""Thirty years in seconds."""


class Stage(NamedTuple):
    """A stage of the round of signing, and whose it is or which sheet's.

    Attributes:
        part: `read` and `decline` are a party's, `hand` is the hand-over to it; `sheet` is one of those that are
            settled, `terms` the choice of what another one is to be.
        of: the party, or the number of the sheet.

    """

    part: Part
    of: PartyId | int | None = None

    @property
    def party(self) -> PartyId | None:
        """Whose stage it is."""
        return next((party for party in PARTIES if party == self.of), None)


@dataclass(frozen=True, slots=True)
class Address:
    """What the address says.

    Attributes:
        canvas: the id of the canvas that is open, None where none is; of whatever spelling, so it may not be there.
        check: whether a sheet from anywhere is checked, where no canvas is open.
        step: the step that is open.
        view: what of the step is open: the rating instead of the list of needs, or a stage of the round of signing.
        promise: the id of the promise that is worked out.
        review: whether the day of the review is being changed.
        example: the example that the canvas was copied from: the page's widgets have their keys from it.
        short: whether the meeting is the one of three minutes.
        planned: the minutes that were planned before it was, where that is another number than usual.
        since: at which second of the clock the step was opened.
        terms: what is chosen of what a sheet is to be.
        until: the day until which a guest may sign at home.
        more: which details of the parties are on the page.

    """

    canvas: str | None = None
    check: bool = False
    step: Step | None = None
    view: Literal["rate"] | Stage | None = None
    promise: str | None = None
    review: bool = False
    example: str | None = None
    short: bool = False
    planned: int | None = None
    since: int | None = None
    terms: tuple[Term, ...] = ()
    until: dt.date | None = None
    more: tuple[Detail, ...] = ()

    @property
    def rates(self) -> bool:
        """Whether the rating is asked for."""
        return self.view == _RATING

    @property
    def stage(self) -> Stage | None:
        """The stage of the round of signing, if one is asked for."""
        return self.view if isinstance(self.view, Stage) else None

    def query(self) -> dict[str, str]:
        """Return it as the names and values of a query."""
        said = {
            "canvas": self.canvas,
            "check": "sheet" if self.check else None,
            "step": self.step,
            "view": _written(self.view),
            "promise": self.promise,
            "review": "open" if self.review else None,
            "example": self.example,
            "short": "1" if self.short else None,
            "planned": None if self.planned is None else str(self.planned),
            "since": None if self.since is None else str(self.since),
            "terms": ".".join(self.terms) or None,
            "until": self.until and self.until.isoformat(),
            "more": ".".join(self.more) or None,
        }
        return {name: str(value) for name, value in said.items() if value is not None}


_NAMES: Final = tuple(field.name for field in fields(Address))


def read(query: Mapping[str, str]) -> Address:
    """Return what a query says; each of its names is a field."""
    planned = _number(query.get("planned"))
    step = query.get("step")
    return Address(
        canvas=query.get("canvas"),
        check="check" in query,
        step=Step(step) if step in set(Step) else None,
        view=_view(query.get("view", "")),
        promise=query.get("promise"),
        review="review" in query,
        example=query.get("example"),
        short="short" in query,
        planned=planned if planned and planned <= _MOST_MINUTES else None,
        since=_number(query.get("since")),
        terms=_words(query.get("terms"), get_args(Term)),
        until=_day(query.get("until")),
        more=_words(query.get("more"), get_args(Detail)),
    )


def _written(view: Literal["rate"] | Stage | None) -> str | None:
    if isinstance(view, Stage):
        return view.part if view.of is None else f"{view.part}-{view.of}"
    return view


def _view(said: str) -> Literal["rate"] | Stage | None:
    """Return what of a step is asked for; a stage of a party that nobody knows is that in which it reads the sheet."""
    if said == _RATING:
        return _RATING
    part, _, of = said.partition("-")
    party: PartyId | None = next((party for party in PARTIES if party == of), None)
    match part:
        case "terms":
            return Stage("terms", party)
        case "sheet" if party is None:
            number = _number(of)
            return Stage("sheet", number) if number is not None and str(number) == of else None
        case "hand" | "decline" if party:
            return Stage(part, party)
    return Stage("read", party) if party else None


def _number(said: str | None) -> int | None:
    return int(said) if said and said.isascii() and said.isdecimal() and len(said) <= _MOST_DIGITS else None


def _day(said: str | None) -> dt.date | None:
    with suppress(ValueError):  # whatever somebody wrote into the address
        return dt.date.fromisoformat(said or "")
    return None


def _words(said: str | None, known: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the words that are known, each once."""
    return tuple(word for word in dict.fromkeys((said or "").split(".")) if word in known)


# ── the page's own ────────────────────────────────────────────────────────────────────────────────────────────────────


def here() -> Address:
    """Return where the page is."""
    return read(st.query_params)


def go(to: Address) -> None:
    """Go on to an address where one is: what names nothing known of ours gives way, what is not ours stays."""
    before, after = here().query(), to.query()
    for name in _NAMES:
        if name not in after:
            st.query_params.pop(name, None)
        elif before.get(name) != after[name]:
            st.query_params[name] = after[name]


def open_at(to: Address) -> None:
    """Open something else: all that stood in the address gives way."""
    st.query_params.from_dict(to.query())


def home() -> None:
    """Go to the list of meetings."""
    st.query_params.clear()
