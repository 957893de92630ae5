"""The rating grid: every aspect in a row, importance and stance by key or click, echoed at once.

The component (rating_grid.js) shows a change itself and tells Python in the background. It repeats what it has not
seen acknowledged, so that nothing is lost however fast one types, and it puts what is newer than Python's answer on
top of it, so that nothing jumps back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

import streamlit as st

from jtbd.model import Aspect, Dimension, PartyId, Stance
from jtbd.ui.parts.ratings import Beside, Change, Field, OnChange, Side, answer, asks, fields
from jtbd.ui.parts.words import DIMENSION, DIMENSION_HINT, IMPORTANCE, STANCE

_HERE: Final = Path(__file__)
_COMPONENT: Final = st.components.v2.component(
    "jtbd_rating_grid",
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=_HERE.with_suffix(".js").read_text(encoding="utf-8"),
)

_WORDS: Final = {
    "title": "Importance and stance of each need",
    "count": "{done} of {all} rated",
    "keys": "by key: arrows, digit, letter, ⌫\u00a0blanks, u\u00a0undoes",
    "blank": "blank",
}


def rating_grid(
    aspects: Sequence[Aspect],
    sides: Sequence[Side],
    *,
    key: str,
    on_change: OnChange,
    guess: str = "",
    beside: Callable[[], Beside] | None = None,
) -> None:
    """Draw the grid for one party behind the curtain or, with two sides, openly for both.

    Only the answers of the sides given go into the page; no other change is accepted from it. Draw it within a fragment
    with what depends on it: rerunning another one from a callback (`st.rerun("key")`) drops what is typed meanwhile.

    Args:
        aspects: the rows, in the canvas's order; the grid groups them by dimension.
        sides: who rates.
        key: the widget's key, also the class `st-key-…` around it.
        on_change: saves what has changed; called before the script runs, or within it after an interruption.
        guess: how to call the other, where the side also says what it thinks the other will say.
        beside: returns what follows from the answers as they are saved by then, to be drawn beside them: within the
            component, since every element of Streamlit's own that changes takes longer than all of the grid.

    """
    asked = fields(guess=bool(guess))
    ledger = _ledger(key)
    ids, parties = {aspect.id for aspect in aspects}, {side.party for side in sides}

    def deliver() -> bool:
        batch = ledger.unseen(_reported(key), ids, parties, asked)
        if batch.changes:
            on_change(batch.changes)
            ledger.settle(batch)
        return bool(batch.changes)

    def noted() -> None:
        deliver()

    if deliver():  # a callback was cut short by another rerun, so the aspects given here are older than what is saved
        st.rerun()
    payload = {
        "sides": [_side(side, aspects, asked) for side in sides],
        "done": [ledger.page, ledger.seen],
        "groups": _groups(aspects),
        "fields": list(asked),
        "words": {field: asks(field, guess) for field in asked} | _WORDS,
        "importance": list(IMPORTANCE.items()),
        "stance": list(STANCE.items()),
        "beside": asdict(beside()) if beside else None,
    }
    _COMPONENT(key=key, data=[payload], on_changes_change=noted)


# ── what the page reports ─────────────────────────────────────────────────────────────────────────────────────────────


class _Batch(NamedTuple):
    """Changes to save, oldest first, with the mark of the page that reported them and the number of the last."""

    page: str
    changes: tuple[Change, ...]
    last: int


@dataclass(slots=True)
class _Ledger:
    """What has been saved of what one page reported: changes are numbered, and repeated until acknowledged.

    Two runs of one session can overlap for a moment; each settles only what it has saved itself.

    Attributes:
        page: the component's own mark, new each time that it is mounted.
        seen: number of its last change that was saved.

    """

    page: str = ""
    seen: int = 0

    def unseen(self, report: object, ids: set[str], parties: set[PartyId], asked: Sequence[Field]) -> _Batch:
        """Return the changes of a report that were not saved yet; nonsense is passed over."""
        match report:
            case {"page": str(page), "cells": list(cells)}:
                if page != self.page:
                    self.page, self.seen = page, 0
            case _:
                cells = []
        found = []
        for cell in cells:
            match cell:
                case [
                    str(aspect),
                    "a" | "b" as party,
                    "importance" | "stance" | "predicts" as field,
                    value,
                    int(number),
                ]:
                    known = aspect in ids and party in parties and field in asked and _fits(field, value)
                    if known and number > self.seen:
                        found.append((number, Change(aspect, party, field, _value(value))))
        found.sort(key=itemgetter(0))
        return _Batch(self.page, tuple(change for _, change in found), found[-1][0] if found else self.seen)

    def settle(self, batch: _Batch) -> None:
        """Note that a batch is saved."""
        if batch.page == self.page:
            self.seen = max(self.seen, batch.last)


def _ledger(key: str) -> _Ledger:
    return cast("_Ledger", st.session_state.setdefault(f"{key}-ledger", _Ledger()))


def _reported(key: str) -> object:
    state: Any = st.session_state.get(key) or {}
    return state.get("changes")


def _fits(field: Field, value: object) -> bool:
    if value is None:
        return True
    if field == "importance":
        return type(value) is int and value in IMPORTANCE
    return isinstance(value, str) and value in set(Stance)


def _value(value: Any) -> int | Stance | None:
    return Stance(value) if isinstance(value, str) else cast("int | None", value)


# ── what the page gets ────────────────────────────────────────────────────────────────────────────────────────────────


def _side(side: Side, aspects: Sequence[Aspect], asked: Sequence[Field]) -> dict[str, object]:
    answers = {aspect.id: {field: answer(aspect, side.party, field) for field in asked} for aspect in aspects}
    return {"party": side.party, "label": side.label, "colour": side.colour, "answers": answers}


def _groups(aspects: Sequence[Aspect]) -> list[dict[str, object]]:
    return [
        {
            "name": DIMENSION[dimension],
            "hint": DIMENSION_HINT[dimension],
            "rows": [{"id": aspect.id, "text": aspect.text} for aspect in aspects if aspect.dimension is dimension],
        }
        for dimension in Dimension
        if any(aspect.dimension is dimension for aspect in aspects)
    ]
