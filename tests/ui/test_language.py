"""Which language a page is in."""

from __future__ import annotations

import pytest

from jtbd.i18n import ENGLISH, PSEUDO, speaking, spoken
from jtbd.ui import direct
from jtbd.ui.language import of_browser, of_terminal
from jtbd.ui.page import page


@pytest.mark.parametrize(
    ("environment", "accepted", "language"),
    [
        ({}, None, ENGLISH),
        ({}, "en-XA,en;q=0.9", PSEUDO),
        ({"JTBD_LANGUAGE": "en-XA"}, "de", PSEUDO),
        ({"JTBD_LANGUAGE": "tlh"}, "en-XA", ENGLISH),
        ({"JTBD_LANGUAGE": ""}, "en-XA", PSEUDO),
    ],
)
def test_the_wish_goes_before_the_browser(environment: dict[str, str], accepted: str | None, language: str) -> None:
    """What the program was started with decides, also where there is no such catalogue; else the browser does."""
    assert of_browser(accepted, environment) == language
    assert of_terminal(environment) == of_browser(None, environment)


def test_the_page_says_its_language() -> None:
    """The page names its language, and asks the browser not to translate it."""
    for tag in (ENGLISH, PSEUDO):
        assert f'<html lang="{tag}" translate="no">' in page(tag)


def test_what_is_posted_past_the_script_is_answered_in_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer past the script is said in the language of the page that posted it, in whatever thread."""
    monkeypatch.setattr("streamlit.session_state", session := dict[str, direct.Listener]())
    with speaking(PSEUDO):
        direct.listen("grid", lambda _: spoken())
    listener: direct.Listener = session["grid-ear"]
    assert (listener.hear(None), spoken()) == (PSEUDO, ENGLISH)
