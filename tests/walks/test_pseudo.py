"""Every screen in the pseudo-language, at the width of a laptop and of a telephone: all of it said, none of it cut.

The screens are those of the pictures in docs/screens and what lies folded on them, with the dialogs and forms that open
by a click. What people wrote, what was signed, ids and names of files stay as they are in every language.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from typing import Final

import pytest
from playwright.sync_api import Page
from pseudo import OPEN

from jtbd import editing
from jtbd.i18n import ENGLISH, PSEUDO, speaking
from jtbd.model import other
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS
from jtbd.sign.sheet.content import read_sheet
from jtbd.templates import templates
from jtbd.usecases.home import open_home
from jtbd.wording.promise import spoken
from tests.support.browser import settle
from tests.support.fits import Shown, shown
from tests.support.places import ROOT
from tests.support.shown import ALWAYS, own_words
from tests.support.spoken import faults

sys.path.append(str(ROOT / "docs" / "screens"))

from stage import EXAMPLE, Stage, environment
from take import NARROW, VIEWS, Scene, View, take

pytestmark = pytest.mark.browser

_QUOTED: Final = re.compile("“[^”]*”|^I, .+ have read commitment sheet .+$", re.MULTILINE)
_CODES: Final = re.compile(
    r"\b[\w-]+\.(?:yaml|pdf|html|eml|ics|py|pem)\b|\.(?:eml|ics|pem)\b|\b\d[\d.]*\s?[KM]?B\b|\bUTC\b|\b(?=[0-9]*[a-f])[0-9a-f]{4}\b|[^\s⟧]+@[^\s⟧]+|[^\s⟦⟧]*/[^\s⟦⟧]*"
)
"""Names of files, sizes, addresses, hashes and paths."""

FOLDS: Final = "[data-testid=stExpander] details:not([open]) > summary:visible, .fold:not([open]) > summary:visible"
MOST_FOLDS: Final = 40
MOST_MOMENTS: Final = 10
A_MOMENT: Final = 400
"""Milliseconds."""

Name = tuple[str, str]


class Walk:
    """What was seen on the way.

    Attributes:
        screens: what each screen shows, by its name and the window's.
        own: what people wrote and signed.

    """

    def __init__(self) -> None:
        self.screens: dict[Name, Shown] = {}
        self.own: list[str] = [*ALWAYS, *BINDING_MEANS.values(), *CONFIDENTIAL_MEANS.values()]

    def look(self, scene: Scene, view: View, page: Page) -> None:
        """See a screen as it comes, and once more with all that is folded on it opened."""
        self.screens[scene.name, view.name] = shown(page)
        folds = page.locator(FOLDS)
        if folds.count():
            for _ in range(MOST_FOLDS):
                if not folds.count():
                    break
                folds.first.click()
                settle(page)
            self.screens[f"{scene.name}, unfolded", view.name] = _at_rest(page)

    def know(self, stage: Stage) -> None:
        """Learn what was written and signed in the canvases of the walk."""
        library = open_home(str(stage.sheet.parents[1]), {"JTBD_CONFIG": str(stage.sheet.parents[2] / "config")})
        canvases = [library.store.load(name) for name in library.store.ids()]
        self.own += (word for word in own_words(canvases) if len(word) > 1)
        self.own += (text for job in templates() for text in (job.title, job.trade))
        content = read_sheet(stage.sheet.read_bytes()).commitment
        with speaking(ENGLISH):
            said = [spoken(item, content.party(other(item.by)).short_name) for item in content.commitments]
            said += [
                spoken(item, canvas.parties.of(other(item.by)).name or "")
                for canvas in canvases
                for item in canvas.commitments
            ]
        self.own += [*said, *(canvas.id for canvas in canvases), content.id]


def _at_rest(page: Page) -> Shown:
    """Return what a page shows once all that opens has opened: while it does, it cuts what is in it."""
    for _ in range(MOST_MOMENTS):
        page.wait_for_timeout(A_MOMENT)
        if not (found := shown(page)).clipped:
            break
    return found


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Walk through every screen."""
    folder = tmp_path_factory.mktemp("pictures")
    found = Walk()

    def beyond(stage: Stage) -> Iterator[Scene]:
        found.know(stage)
        library = open_home(str(stage.sheet.parents[1]), {"JTBD_CONFIG": str(stage.sheet.parents[2] / "config")})
        canvas = library.store.load(stage.rating)
        library.store.save(editing.rate_openly(canvas, openly=True), canvas.revision)
        yield Scene("3-open", f"?canvas={stage.rating}&step=aspects&view=rate", "[role=grid]")
        yield Scene("6-promise", f"?canvas={EXAMPLE}&step=commitments", "[class*=st-key-reword-]", _work_out_a_promise)
        yield Scene("keys", f"?canvas={EXAMPLE}&step=parties", ".st-key-page-parties input", _ask_for_keys)

    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(folder).items():
            patch.setenv(name, value)
        take(folder, found.look, beyond, views=(VIEWS[0], NARROW), language=PSEUDO)
    return found


def _work_out_a_promise(page: Page) -> None:
    page.locator("[class*=st-key-reword-] button").first.click()
    page.locator("[class*=st-key-promising-] .stMultiSelect").wait_for()


def _ask_for_keys(page: Page) -> None:
    page.locator(".st-key-listens [role=status]").wait_for(state="attached")  # only then is it heard
    page.keyboard.press("?")
    page.get_by_role("dialog").wait_for()


def _of(walk: Walk, what: Callable[[Shown], list[str]]) -> dict[str, list[str]]:
    """Return what there is of something, and on which screens; a check of nothing would pass."""
    assert len(walk.screens) > 30
    found: dict[str, list[str]] = {}
    for name, screen in walk.screens.items():
        for said in what(screen):
            found.setdefault(said, []).append(", ".join(name))
    return found


def _without(labels: set[str], text: str) -> str:
    """Return what a part is called, without the label of another part that it is there for: "Help for …"."""
    found = next((label for label in labels if label in text and label != text), None)
    return text.replace(found, "0") if found else text


def _listed(found: dict[str, list[str]]) -> str:
    return "\n".join(f"{said}  ({places[0]}; {len(places)} times)" for said, places in found.items())


def test_all_of_it_is_said(walk: Walk) -> None:
    """Every text, label and hint that is the program's own is in brackets, whole, and in one pair."""

    def wrong(screen: Shown) -> list[str]:
        labels = {text for text in (*screen.said, *screen.named) if text.startswith(OPEN)}
        named = (_without(labels, text) for text in screen.named)
        texts = (_CODES.sub("0", _QUOTED.sub("0", text)) for text in (*screen.said, *named))
        return [fault for text in texts for fault in faults(text, own=walk.own)]

    if found := _of(walk, wrong):
        pytest.fail(_listed(found))


def test_nothing_is_cut(walk: Walk) -> None:
    """No text is longer than the room that it has, though each is longer by two fifths."""
    if found := _of(walk, lambda screen: [text for text in screen.clipped if not text.startswith(tuple(walk.own))]):
        pytest.fail(_listed(found))


def test_nothing_lies_over_another(walk: Walk) -> None:
    """No two texts lie over each other."""
    if found := _of(walk, lambda screen: screen.overlapping):
        pytest.fail(_listed(found))


def test_nothing_goes_beyond_the_window(walk: Walk) -> None:
    """No screen is wider than its window."""
    if found := _of(walk, lambda screen: [f"{screen.sideways} pixels"] if screen.sideways > 0 else []):
        pytest.fail(_listed(found))
