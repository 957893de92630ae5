"""The rating grid: every aspect in a row, importance and stance by key or click, echoed at once.

The component (rating_grid.js) shows a change itself and tells Python in the background: straight to the server, or by
a run of the script where that has something to tell or the hands leave the grid. It repeats what it has not seen
acknowledged, so that nothing is lost however fast one types, and it puts what is newer than Python's answer on top of
it, so that nothing jumps back.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

import streamlit as st

from jtbd.i18n import mark_in, number, say, say_count, say_in
from jtbd.model import Aspect, Dimension, PartyId, Stance
from jtbd.scoring.blanks import Field, answer
from jtbd.ui import direct
from jtbd.ui.fields.words import DIMENSION, DIMENSION_HINT, IMPORTANCE, STANCE, Said
from jtbd.ui.frame import keyboard
from jtbd.ui.screens.rating.ratings import AtOnce, Change, OnChange, Side, Snapshot, asks, asks_of, fields

_HERE: Final = Path(__file__)
_COMPONENT: Final = st.components.v2.component(
    "jtbd_rating_grid",
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=keyboard.script(_HERE.with_suffix(".js")),
)

_STANCE: Final = Said[Stance](
    {
        # For translators: a short word in a cell; its key is l, also where it does not begin with it.
        Stance.LEAVE: mark_in("in the grid", "leave"),
        # For translators: a short word in a cell; its key is w, also where it does not begin with it.
        Stance.WANT: mark_in("in the grid", "want"),
        # For translators: a short word in a cell; its key is d, also where it does not begin with it.
        Stance.DO: mark_in("in the grid", "do"),
        # For translators: a short word in a cell; its key is c, also where it does not begin with it.
        Stance.CORE: mark_in("in the grid", "core"),
    }
)
"""What stands in the cells, in a word that its key begins where the language has one."""


def rating_grid(
    read: Callable[[], Snapshot],
    sides: Sequence[Side],
    *,
    key: str,
    on_change: OnChange,
    guess: str = "",
    at_once: AtOnce | None = None,
    begin: int = 0,
    keep: str = "",
) -> None:
    """Draw the grid for one party behind the curtain or, with two sides, openly for both.

    Only the answers of the sides given go into the page; no other change is accepted from it. Draw it within a fragment
    with what depends on it: rerunning another one from a callback (`st.rerun("key")`) drops what is typed meanwhile.

    Args:
        read: returns the rows, in the canvas's order, which the grid groups by dimension, and what follows from the
            answers: drawn within the component, since elements of Streamlit's own take longer than all of the grid.
        sides: who rates.
        key: the widget's key, also the class `st-key-…` around it.
        on_change: saves what has changed; called before the script runs, or within it after an interruption.
        guess: how to call the other, where the side also says what it thinks the other will say.
        at_once: saves what has changed while no script runs; without it all goes Streamlit's way.
        begin: a number that grows each time that the cursor is to go to the first blank answer.
        keep: under which name the browser's tab keeps answers until they are acknowledged, the same whoever rates; by
            default it keeps none.

    """
    asked = fields(guess=bool(guess))
    ledger = _ledger(key)
    with ledger.lock:  # what is acknowledged and what is shown belong together
        now = read()
        ids, parties = {aspect.id for aspect in now.aspects}, {side.party for side in sides}

        def news(report: object) -> _Batch:
            return ledger.unseen(report, ids, parties, asked)

        def noted() -> None:
            with ledger.lock:
                if (batch := news(_reported(key))).changes:
                    on_change(batch.changes)
                    ledger.settle(batch)

        def posted(report: object) -> object | None:
            with ledger.lock:
                batch = news(report)
                then = at_once(batch.changes) if at_once else None
                if then is None:
                    return None
                ledger.settle(batch)
                return _live(then, sides, asked, ledger)

        if news(_reported(key)).changes:  # a callback was cut short by another rerun
            noted()
            st.rerun()
        payload = {
            "sides": [
                {
                    "party": side.party,
                    "label": side.label,
                    "colour": side.colour,
                    "asks": {name: asks_of(name, side.label, guess) for name in asked},
                }
                for side in sides
            ],
            "groups": _groups(now.aspects),
            "fields": list(asked),
            "words": _words(len(now.aspects)) | {name: asks(name, guess) for name in asked},
            "importance": [
                (value, str(value), meaning, f"{value}, {meaning}") for value, meaning in IMPORTANCE.items()
            ],
            "stance": [(value, _STANCE[value], meaning, meaning) for value, meaning in STANCE.items()],
            "live": _live(now, sides, asked, ledger),
            "keep": keep,
            "anywhere": keyboard.heard_singly(),
            "begin": begin,
            "post": direct.listen(key, posted) if at_once else "",
        }
    _COMPONENT(key=key, data=[payload], on_changes_change=noted)


# ── what the page reports ─────────────────────────────────────────────────────────────────────────────────────────────


class _Batch(NamedTuple):
    """Changes to save, oldest first, with the mark of the page that reported them and the number of the last."""

    page: str
    changes: tuple[Change, ...]
    last: int


_PAGES: Final = 8
"""Of how many pages a ledger is kept; only the latest is on the screen."""


@dataclass
class _Ledger:
    """What has been saved of what pages reported: changes are numbered, and repeated until acknowledged.

    Attributes:
        seen: number of the last change that was saved, by the component's own mark, new each time that it is mounted.
        lock: held from reading a report until what it says is saved: reports arrive in several threads.

    """

    seen: dict[str, int] = field(default_factory=dict)
    lock: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)

    def unseen(self, report: object, ids: set[str], parties: set[PartyId], asked: Sequence[Field]) -> _Batch:
        """Return the changes of a report that were not saved yet; nonsense is passed over."""
        match report:
            case {"page": str(page), "cells": list(cells)}:
                seen = self.seen.get(page, 0)
            case _:
                page, cells, seen = "", [], 0
        found = []
        for cell in cells:
            match cell:
                case [
                    str(aspect),
                    "a" | "b" as party,
                    "importance" | "stance" | "predicts" as asked_for,
                    value,
                    int(number),
                ]:
                    known = aspect in ids and party in parties and asked_for in asked and _fits(asked_for, value)
                    if known and number > seen:
                        found.append((number, Change(aspect, party, asked_for, _value(value))))
        found.sort(key=itemgetter(0))
        return _Batch(page, tuple(change for _, change in found), found[-1][0] if found else seen)

    def settle(self, batch: _Batch) -> None:
        """Note that a batch is saved."""
        last = max(batch.last, self.seen.pop(batch.page, 0))
        self.seen[batch.page] = last
        while len(self.seen) > _PAGES:
            del self.seen[next(iter(self.seen))]


def _ledger(key: str) -> _Ledger:
    return cast("_Ledger", st.session_state.setdefault(f"{key}-ledger", _Ledger()))


def _reported(key: str) -> object:
    state: Any = st.session_state.get(key) or {}
    return state.get("changes")


def _fits(asked_for: Field, value: object) -> bool:
    if value is None:
        return True
    if asked_for == "importance":
        return type(value) is int and value in IMPORTANCE
    return isinstance(value, str) and value in set(Stance)


def _value(value: Any) -> int | Stance | None:
    return Stance(value) if isinstance(value, str) else cast("int | None", value)


# ── what the page gets ────────────────────────────────────────────────────────────────────────────────────────────────


def _live(now: Snapshot, sides: Sequence[Side], asked: Sequence[Field], ledger: _Ledger) -> dict[str, object]:
    """Return what changes with every answer: all answers of the sides, how much of the reports is in them, and more."""
    return {
        "done": dict(ledger.seen),
        "answers": {side.party: _answers(side.party, now.aspects, asked) for side in sides},
        "beside": asdict(now.beside) if now.beside else None,
        "ways": list(now.ways),
    }


def _answers(party: PartyId, aspects: Sequence[Aspect], asked: Sequence[Field]) -> dict[str, dict[str, object]]:
    return {aspect.id: {name: answer(aspect, party, name) for name in asked} for aspect in aspects}


def _words(needs: int) -> dict[str, object]:
    """Return what the component says; of how many are rated it has a text for each number."""
    return {
        "title": say("How much each need matters, and what you do about it"),
        "rated": [
            # For translators: of {all} needs {number} are rated by now.
            say_count("{number} of {all} rated", "{number} of {all} rated", done, all=number(needs))
            for done in range(needs + 1)
        ],
        # For translators: the keys stay: digits 0 to 3, the letters l, w, d, c, ⌫ and u.
        "keys": say("by key: arrows, digit, letter, ⌫\u00a0blanks, u\u00a0undoes"),
        "blank": say_in("of an answer", "blank"),
    }


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
