"""What use cases say in another language: whole sentences, every word of them in the catalogue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

import pytest

from jtbd.errors import JtbdError
from jtbd.i18n import PSEUDO, speaking
from jtbd.model import Canvas, Parties
from jtbd.scoring.result import Verdict
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.store.protocol import Thrown
from jtbd.usecases.canvases import addresses, days, drafting, library, oddities, parting, recovering
from jtbd.usecases.home import Home
from jtbd.usecases.keys import guestkey, keyring, opening
from jtbd.usecases.sheets import (
    freezing,
)
from jtbd.usecases.sheets.terms import Terms
from tests.support import sheets as maker
from tests.support.builders import canvas, ready_canvas
from tests.support.pems import private_pem, public_pem
from tests.support.sheets import nobody
from tests.support.spoken import faults, texts_of

TODAY: Final = maker.AT.date()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A laptop with its owner's key, in the invented November of 2026."""
    config = KeyFolder(tmp_path / "config")
    opening.save_private(config.owner(), maker.key("a"))
    store = FolderStore(tmp_path / "canvases", None, lambda: maker.AT)
    return Home(store, config, lambda: maker.AT, tmp_path / "config", ProfileFile(tmp_path / "config"))


def _wrong(said: Iterable[str], *own: str, of: Canvas | None = None) -> list[str]:
    theirs = texts_of(of.model_dump(mode="json")) if of else set()
    return [fault for sentence in said for fault in faults(sentence, own={*own, *theirs})]


def _refusal(do: Callable[[], object]) -> str:
    with pytest.raises(JtbdError) as refused:
        do()
    return refused.value.diagnostics()


# ── canvases ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_addresses_are_remarked_on() -> None:
    """What is no address, what few programs can send to, and that several are used."""
    with speaking(PSEUDO):
        said = [*addresses.remarks("nobody, jürgen@example.org, a@example.org, b@example.org")]
    assert len(said) == 3
    assert _wrong(said, "nobody", "jürgen@example.org") == []


@pytest.mark.parametrize("month", range(1, 13))
def test_usual_days_are_named(month: int) -> None:
    """The end of each month, weeks to come and the meeting; their buttons go by names of no language."""
    today = dt.date(2026, month, 3)
    with speaking(PSEUDO):
        said = (*days.due_days(today, today + dt.timedelta(days=40)), *days.review_days(today))
    assert _wrong(each.label for each in said) == []
    plain = (*days.due_days(today, today + dt.timedelta(days=40)), *days.review_days(today))
    assert [(each.name, each.date) for each in said] == [(each.name, each.date) for each in plain]


def test_the_head_of_a_table_is_no_promise() -> None:
    """Somebody who pastes it is told."""
    with speaking(PSEUDO):
        typed = drafting.promised(ready_canvas(), "a", "Who\tWhat\tWhen", TODAY, "Bea")
    assert typed.ask
    assert _wrong([typed.ask]) == []


def test_what_becomes_of_what_is_thrown_away(home: Home) -> None:
    """How long it is kept, and why for good; what is lost from sight with its sheets."""
    made = home.store.create(ready_canvas(id="one"))
    frozen = freezing.freeze_here(home, made, Terms())
    row = next(row for row in home.store.summaries() if row.id == "one")

    def fate(**changes: Any) -> str:
        return library.fate(Thrown("one", maker.AT, row, changes.pop("until", None), **changes), maker.AT, "11:40")

    soon = maker.AT + dt.timedelta(days=1)
    with speaking(PSEUDO):
        said = [library.held(home, frozen.id), fate(), fate(sheets=("x",)), fate(strange=("notes.txt",))]
        said += [fate(until=until) for until in (maker.AT, soon, soon + dt.timedelta(days=3))]
    assert _wrong(said, "notes.txt") == []


def test_two_versions_are_compared() -> None:
    """By when they were saved, what is in them, and where they differ."""
    ours = ready_canvas(updated=maker.AT)
    others = (ours, ready_canvas(updated=None, title="x"), canvas(id="one", job={"want": "y"}))
    with speaking(PSEUDO):
        said = [line for other in others for line in oddities.compared(ours, other, maker.AT)]
        said += [oddities.version_beside("canvas 2.yaml"), oddities.AWAY.said()]
    assert _wrong(said, "canvas 2.yaml") == []


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("named", [True, False])
def test_the_letter_of_two_who_part(verdict: Verdict, *, named: bool) -> None:
    """Each verdict, with names, job and empty seats, and without any."""
    missing = [
        {"who": "a broker", "owner": "a", "aspects": ["need-1"]},
        {"who": "a mover", "aspects": ["need-1"]},
        {"who": "a painter", "owner": "b"},
        {"who": "a lawyer"},
    ]
    kept = {} if named else {"parties": Parties(), "job": {}}
    met = ready_canvas(missing=missing, **kept)
    with speaking(PSEUDO):
        letter = parting.goodbye(met, verdict, TODAY)
    assert _wrong([letter.subject, letter.text], of=met) == []


def test_ways_back_are_offered(home: Home, tmp_path: Path) -> None:
    """Both versions of a merge, and an earlier one."""
    made = home.store.create(ready_canvas(id="one", title="Ours"))
    home.store.save(made.revise(title="Later"), made.revision)
    file = tmp_path / "canvases" / "one" / "canvas.yaml"
    text = file.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines(keepends=True) if line.startswith("title:"))
    file.write_text(text.replace(line, f"<<<<<<< x\n{line}=======\ntitle: T\n>>>>>>> y\n"), encoding="utf-8")
    (row,) = home.store.summaries()
    with speaking(PSEUDO):
        said = [*recovering.offers(home, row)]
        assert len(recovering.ways_back(home, row)) == 3
    assert said
    assert _wrong(said) == []


# ── keys ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("pem", [private_pem("b"), b"hello", b"x" * 70_000, public_pem("a")])
def test_a_guests_key_is_refused(home: Home, pem: bytes) -> None:
    """Each with what is wrong with it and what to do."""
    with speaking(PSEUDO):
        said = _refusal(lambda: guestkey.guest_key(home, pem))
    assert _wrong([said], "-----BEGIN PUBLIC KEY-----") == []


def test_keys_are_warned_of(home: Home, tmp_path: Path) -> None:
    """A short passphrase or none, a key that others can read, one among the canvases, one that is there."""
    place = tmp_path / "keys" / "mine.pem"
    place.parent.mkdir()
    with speaking(PSEUDO):
        made = keyring.make_key(home, place, "short")
        place.chmod(0o644)
        (tmp_path / "config").chmod(0o755)
        shown = [keyring.known_key(home, path, nobody) for path in (place, None)]
        said = [*made.warnings, *(warning for key in shown for warning in key.warnings)]
        said += [
            _refusal(lambda: keyring.make_key(home, place, "long enough")),
            _refusal(lambda: keyring.make_key(home, tmp_path / "keys" / "other.pem", " ")),
            _refusal(lambda: keyring.place_for_key(home, tmp_path / "canvases" / "k.pem")),
        ]
    paths = [str(path) for path in (place, *tmp_path.rglob("*"), tmp_path / "canvases" / "k.pem")]
    assert len(said) >= 5
    assert _wrong(said, *paths, "chmod") == []
