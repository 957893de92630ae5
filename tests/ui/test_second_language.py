"""Every page in a language made here, and in one whose every translation is broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from jtbd.i18n import speaking
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS
from jtbd.templates.library import read_library
from jtbd.ui.language import WISH
from jtbd.wording.promise import spoken, stopped
from tests.support import worded
from tests.support.builders import ready_canvas
from tests.support.catalogues import english, shelved, turned, write
from tests.support.screens import STEPS, Desk, Tab
from tests.support.shown import texts

PAGES: Final = ({}, *({"canvas": "test-canvas", "step": step} for step in STEPS))
MET: Final = ready_canvas()


def _promises() -> Iterator[str]:
    for item in MET.commitments:
        for name in ("Ana", "Bea"):
            yield from (spoken(item, name), stopped(item, name))
    for draft in worded.drafts(MET):
        yield from (text for text in (draft.what, draft.done_when, draft.gives, draft.trigger) if text)
        yield f"{draft.what}; done when {draft.done_when}"


OWN: Final = {
    *("Common Job", "EUR", "e-mail"),
    *(text for each in (MET, *worded.shipped().values()) for text in worded.own(each)),
    *worded.NAMES.values(),
    *_promises(),
    *read_library().by_trade(),
    *BINDING_MEANS.values(),
    *CONFIDENTIAL_MEANS.values(),
}
"""What people wrote, what is signed, what is promised in the language of sheets, and the templates' own words."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """German with everything turned round; Dutch, broken throughout; Dutch without a word."""
    made = {name: tmp_path_factory.mktemp(name) for name in ("turned", "broken", "none")}
    write(made["turned"], "de", turned)
    write(made["broken"], "nl", lambda _, said, forms: [f"{said[-1]} {{kapot}}"] * forms)
    write(made["none"], "nl", lambda *_: ())
    return made


def _shown(folder: Path, tag: str, page: dict[str, str]) -> list[str]:
    with pytest.MonkeyPatch.context() as patch, shelved(folder), speaking(tag):
        patch.setenv(WISH, tag)
        tab = Tab(**page)
        assert not tab.broken()
        return [*texts(tab)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.get("step", "first"))
def test_a_page_in_another_language(page: dict[str, str], folders: dict[str, Path], desk: Desk) -> None:
    """Whatever the order of words, a page is there, and says what it says in that language."""
    desk.put(MET)
    shown = _shown(folders["turned"], "de", page)
    assert any(umlaut in text for text in shown for umlaut in "äöü")
    found = [(text, english(text, OWN)) for text in shown]
    assert [(text, words) for text, words in found if words] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.get("step", "first"))
def test_a_page_stands_a_broken_language(page: dict[str, str], folders: dict[str, Path], desk: Desk) -> None:
    """Where every translation is broken, a page says in English what it says."""
    desk.put(MET)
    assert _shown(folders["broken"], "nl", page) == _shown(folders["none"], "nl", page)
