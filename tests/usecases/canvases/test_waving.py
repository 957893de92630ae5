"""Advice that was waved away stays away, in whatever words it was noted."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from jtbd.advice.advice import Advice, AdviceKind
from jtbd.advice.linter import lint_all
from jtbd.i18n import PSEUDO, speaking
from jtbd.model import Canvas
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.usecases.canvases import waving
from jtbd.usecases.home import Home
from tests.support.builders import canvas

TODAY: Final = dt.date(2026, 11, 27)
SENTENCE: Final = "“5/12” can mean 5 December 2026 or 12 May 2027: write the one that you mean."


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A laptop with a canvas of one promise."""

    def now() -> dt.datetime:
        return dt.datetime(2026, 11, 27, 9, 30, tzinfo=dt.UTC)

    store = FolderStore(tmp_path / "canvases", None, now)
    store.create(canvas(commitments=[{"id": "call", "by": "a", "what": "Call Omar by 5/12"}]))
    return Home(store, KeyFolder(tmp_path), now, tmp_path, ProfileFile(tmp_path))


def asked(home: Home) -> tuple[Canvas, Advice]:
    """Return the canvas, and what is asked about the day in it."""
    known = home.store.load("test-canvas")
    (found,) = (advice for advice in lint_all(known, TODAY) if advice.kind is AdviceKind.DOUBT)
    return known, found


def test_it_is_known_again_in_another_language(home: Home) -> None:
    """What was waved away in one language is waved away in every one, the other way round as well."""
    known, advice = asked(home)
    assert not waving.is_waved(advice, known, waving.waved(home, known))
    with speaking(PSEUDO):
        waving.wave(home, known, advice)
    assert waving.is_waved(advice, known, waving.waved(home, known))


@pytest.mark.parametrize(
    "said", [("when", SENTENCE), ("when", "doubt 5/12 can mean 5 December 2026 or 12 May 2027", SENTENCE)]
)
def test_an_older_note_is_known_by_its_sentence(home: Home, said: tuple[str, ...]) -> None:
    """With what it was about or without, and whoever reads it."""
    known, advice = asked(home)
    home.store.note(known.id, "waved", *said)
    assert waving.is_waved(advice, known, waving.waved(home, known))
    with speaking(PSEUDO):
        assert waving.is_waved(advice, known, waving.waved(home, known))
