"""What is said behind the curtain, looked for in all that a browser is sent: in each round that there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from shutil import rmtree
from typing import Final, NamedTuple

import pytest

from jtbd.editing import put
from jtbd.model import PARTIES, Canvas, PartyId, other
from jtbd.model.curtain import AMOUNTS, ANSWERS, ROUNDS, Round, Turn
from tests.support.builders import aspects, canvas, parties, ready_canvas
from tests.support.rounds import DECLARED, partly, said
from tests.support.screens import STEPS, Desk, Tab


class Way(NamedTuple):
    """How a round is walked on the screen.

    Attributes:
        url: its page.
        enter: begins a turn: the key of its button, without the party's letter.
        says: says something more in a turn.
        done: ends it.
        drawn: what is on the page in a turn alone.

    """

    url: Mapping[str, str]
    enter: str
    says: Callable[[Tab, PartyId], Tab]
    done: Callable[[Tab], Tab]
    drawn: bytes


def _has_rated(tab: Tab) -> Tab:
    tab.press("done")
    return tab.press("done-anyway") if "done-anyway" in {button.key for button in tab.app.button} else tab


WAYS: Final[Mapping[Round, Way]] = {
    ANSWERS: Way(
        url={"canvas": "test-canvas", "step": "aspects", "view": "rate"},
        enter="turn",
        says=lambda tab, party: tab.choose("apart", "choice", "choice", party),
        done=_has_rated,
        drawn=b"jtbd_rating_grid",
    ),
    AMOUNTS: Way(
        url={"canvas": "test-canvas", "step": "value"},
        enter="enter",
        says=lambda tab, party: tab.fill("8", "amount", "value", party, "notice"),
        done=lambda tab: tab.press("amounts-done"),
        drawn=b"own-amounts",
    ),
}
PLACES: Final = ({"view": "rate"}, *({"step": step, "terms": "money-a.money-b.verdict"} for step in STEPS), None)
"""Every page of a meeting, and the list of them."""

every_round: Final = pytest.mark.parametrize("one", ROUNDS, ids=lambda one: one.name)
either: Final = pytest.mark.parametrize("party", PARTIES)


def _bare() -> Canvas:
    return canvas(parties=parties(), aspects=aspects(3), value={"currency": "EUR"})


def _meeting(start: Canvas, one: Round, party: PartyId, which: int, *, ready: bool, own: int | None = None) -> Canvas:
    """Return a meeting in which the other one has said one thing or another, and a party something or nothing."""
    hidden = other(party)
    known = said(start, one, hidden, which) if ready else partly(start, one, hidden, which)
    return DECLARED[one](known, party, False) if own is None else partly(known, one, party, own)


def _all_of(url: Mapping[str, str] | None) -> list[bytes]:
    query = {"canvas": "test-canvas", "step": "aspects", **url} if url is not None else {}
    return Tab(**query).everything()


def test_every_round_is_walked() -> None:
    """One that is new has to say how; and each starts closed."""
    assert {*WAYS} == {*ROUNDS}


@every_round
@either
@pytest.mark.parametrize("own", [None, 0])
@pytest.mark.parametrize("ready", [False, True])
def test_a_turn_sends_nothing_of_what_the_other_said(
    one: Round, party: PartyId, own: int | None, ready: bool, desk: Desk
) -> None:
    """To the byte, the page is the same whatever the other has said: before the turn, in it, with undo, after it."""
    way, pages = WAYS[one], []
    for which in (0, 1):
        known = _meeting(_bare(), one, party, which, ready=ready, own=own)
        assert (one.ready(known, other(party)), one.is_open(known)) == (ready, False)
        desk.put(known)
        tab = Tab(**way.url)
        before = tab.everything()
        turn = [tab.press(f"{way.enter}-{party}").everything(), way.says(tab, party).everything()]
        turn += [tab.press("undo").everything(), tab.press("redo").everything()]
        after = way.done(tab).everything()
        assert all(any(way.drawn in part for part in page) for page in turn)
        assert not any(way.drawn in part for part in (*before, *after))
        pages.append([before, *turn, after])
    assert pages[0] == pages[1]


@every_round
@either
def test_a_turn_sends_ones_own(one: Round, party: PartyId, desk: Desk) -> None:
    """Looking for the other's finds nothing because there is nothing: one's own is found the same way."""
    pages = []
    for own in (0, 1):
        desk.put(_meeting(_bare(), one, party, 0, ready=True, own=own))
        pages.append(Tab(**WAYS[one].url).press(f"{WAYS[one].enter}-{party}").everything())
    assert pages[0] != pages[1]


@every_round
@either
@pytest.mark.parametrize("ready", [False, True])
@pytest.mark.parametrize("url", PLACES, ids=lambda url: "list" if url is None else url.get("step", "rating"))
def test_no_page_tells_what_either_said_before_it_is_open(
    one: Round, party: PartyId, ready: bool, url: Mapping[str, str] | None, desk: Desk
) -> None:
    """While one of the two is not ready, every page is the same whatever both have said so far, to the byte."""
    pages = []
    for which in (0, 1):
        done = put(ready_canvas(), ("value", party, "together"), None)  # or the other's would be open
        known = _meeting(done, one, party, which, ready=ready, own=1 - which)
        assert one.hides(known)
        desk.put(known)
        pages.append(_all_of(url))
    assert pages[0] == pages[1]
    assert not any(WAYS[one].drawn in part for part in pages[0])


@every_round
@either
def test_what_is_asked_for_again_is_covered_until_somebody_says_who_is_there(
    one: Round, party: PartyId, desk: Desk
) -> None:
    """Whoever asks for what the other had finished with sees nothing of it; its owner then sees its own."""
    way, asked, opened = WAYS[one], [], []
    for which in (0, 1):
        known = _meeting(_bare(), one, party, which, ready=True)
        assert Turn(one, other(party)).is_finished(known)
        desk.put(known)
        before = desk.everything()
        tab = Tab(**way.url).press(f"{way.enter}-{other(party)}")
        asked.append(tab.everything())
        assert desk.everything() == before
        opened.append(tab.press("uncover").everything())
    assert asked[0] == asked[1]
    assert not any(way.drawn in part for part in asked[0])
    assert opened[0] != opened[1]


@every_round
def test_in_a_turn_nothing_of_the_other_is_sent_where_both_had_finished(one: Round, desk: Desk) -> None:
    """Who says its part anew has nothing of the other's before it, though both had seen it."""
    pages = []
    for which in (0, 1):
        known = said(said(ready_canvas(), one, "a", 0), one, "b", which)
        assert one.is_open(known)
        rmtree(desk.canvases, ignore_errors=True)  # with what was noted of the time before
        desk.put(known)
        sent = Tab(**WAYS[one].url).press(f"{WAYS[one].enter}-a").press("uncover").everything()
        assert any(WAYS[one].drawn in part for part in sent)
        pages.append([re.sub(rb"at \d\d:\d\d", b"", part) for part in sent])
    assert pages[0] == pages[1]
