"""What the guard says is in the language of who hears it: the browser's on a page, the terminal's in the terminal."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.responses import Response

from jtbd.errors import UnsafeStart
from jtbd.i18n import ENGLISH, PSEUDO, speaking
from jtbd.ui import settings
from jtbd.ui.guard import Guard, door, middleware, refusal
from jtbd.ui.language import WISH
from tests.support.places import ROOT
from tests.support.spoken import faults

PAGES = (
    lambda: refusal.come_by_the_link(refusal.NO_KEY),
    lambda: refusal.come_by_the_link(refusal.USED_LINK, "http://127.0.0.1:1/"),
    lambda: refusal.come_by_the_link(refusal.TAKEN_LINK),
    lambda: refusal.go_on("/0/"),
    refusal.not_for_you,
    refusal.anothers,
)


def _read(page: str) -> list[str]:
    """Return what a page shows, a paragraph each."""
    bare = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    parts = re.split(r"</?(?:p|h1|title|main)\b[^>]*>", bare)
    return [" ".join(unescape(re.sub(r"<[^>]*>", "", part)).split()) for part in parts]


@pytest.mark.parametrize("made", PAGES)
def test_each_refusal_is_said(made: object) -> None:
    """Who may not come in reads why in the language of their browser; the page names that language."""
    assert callable(made)
    with speaking(PSEUDO):
        answer: Response = made()
    page = bytes(answer.body).decode()
    assert [fault for text in _read(page) for fault in faults(text, own=["http://", "Common Job"])] == []
    assert ("<html" in page) is (f'<html lang="{PSEUDO}" translate="no">' in page)


def test_the_page_that_leads_here_is_said() -> None:
    """What a browser is handed at first says where it leads."""
    with speaking(PSEUDO):
        page = door.page_to("http://127.0.0.1:1/")
    assert f'lang="{PSEUDO}"' in page
    assert [fault for text in _read(page) for fault in faults(text, own=["Common Job"])] == []


def test_the_terminal_is_told_in_its_own_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever language the browser has that asks, the terminal reads that which the program was started with."""
    told: list[str] = []
    guard = Guard(lambda *_: None, told.append)  # type: ignore[arg-type]
    said = (middleware._OPEN, middleware._LET_IN, middleware._STRANGER, middleware._OPENED_TWICE)
    for wished, spoken_by_the_browser in ((PSEUDO, ENGLISH), (ENGLISH, PSEUDO)):
        monkeypatch.setenv(WISH, wished)
        told.clear()
        with speaking(spoken_by_the_browser):
            for sentence in said:
                guard._say(sentence, link="0")
        in_brackets = [text.startswith("⟦") and text.endswith("⟧") for text in told]
        assert in_brackets == [wished == PSEUDO] * len(said)


def test_why_it_does_not_start_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A start that is not safe is told in the language of the terminal, before anything is served."""
    monkeypatch.setenv(WISH, PSEUDO)

    def unsafe() -> str:
        with monkeypatch.context() as patch:
            patch.setattr("streamlit.config.get_option", {"server.address": None}.get)
            return door_origin()

    door_origin = door.origin
    monkeypatch.setattr(settings, "origin", unsafe)
    monkeypatch.setattr(settings, "keep_ours", lambda *_, **__: None)
    with speaking(ENGLISH), pytest.raises(SystemExit):
        settings.keep_ours_or_end(ROOT, first=True)
    said = capsys.readouterr().err
    assert "⟦" in said
    with speaking(PSEUDO), pytest.raises(UnsafeStart) as unsafe_start:
        unsafe()
    assert str(unsafe_start.value.message) in said
