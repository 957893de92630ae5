"""Answers beside the script's runs: who is heard, what is said back, and what comes of it on disk."""

from __future__ import annotations

import asyncio
import gc
import json
from typing import Any, TypeAlias

import pytest
from starlette.routing import Router
from starlette.types import Message

from jtbd.ui import direct
from tests.support.builders import aspect, canvas
from tests.support.screens import Desk, Tab

SERVER = Router([direct.ROUTE])
OPEN: dict[str, Any] = {"rating": {"mode": "open"}}
Ears: TypeAlias = dict[str, direct.Hear]


def echo(said: object) -> object:
    """Say what was heard."""
    return {"heard": said}


def post(address: str, *chunks: bytes) -> tuple[int, bytes]:
    """Post a body in pieces and return the status and what came back."""
    sent: list[Message] = []
    rest = [{"type": "http.request", "body": chunk, "more_body": True} for chunk in chunks]
    rest.append({"type": "http.request", "body": b"", "more_body": False})

    async def receive() -> Message:
        return rest.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": f"/{address}", "headers": [], "query_string": b""}
    asyncio.run(SERVER(scope, receive, send))
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return what stands for a session's state where no script runs."""
    session: dict[str, Any] = {}
    monkeypatch.setattr("streamlit.session_state", session)
    return session


# ── who is heard ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("state")
def test_who_listens_last_at_an_address_answers() -> None:
    """A component keeps its address from draw to draw, and what was drawn last answers there."""
    address = direct.listen("grid", lambda _: None)
    assert direct.listen("grid", echo) == address
    assert post(address, b'{"page": ', b"1}") == (200, b'{"heard":{"page":1}}')


def test_components_and_sessions_have_addresses_of_their_own(state: dict[str, Any]) -> None:
    """Neither another component nor another tab can be reached, nor guessed, from one's own address."""
    first, second = direct.listen("grid", echo), direct.listen("other", echo)
    state.clear()
    assert len({first, second, direct.listen("grid", echo)}) == 3
    assert all(len(address) > 40 for address in (first, second))


def test_nobody_listens_after_the_session(state: dict[str, Any]) -> None:
    """The address ends with the session, and what it held is let go."""
    address = direct.listen("grid", echo)
    state.clear()
    gc.collect()
    assert post(address, b"{}")[0] == 404


@pytest.mark.usefixtures("state")
def test_who_cannot_answer_leaves_it_to_the_page() -> None:
    """No answer is a status of its own, by which the component takes the way through the script."""
    assert post(direct.listen("grid", lambda _: None), b"{}")[0] == 409


@pytest.mark.usefixtures("state")
@pytest.mark.parametrize(
    ("chunks", "status"),
    [((b"",), 400), ((b"{",), 400), ((b"\xff",), 400), ((b"[" * 99_000,), 400), ((b" " * 60_000,) * 2, 413)],
)
def test_nonsense_is_refused_unheard(chunks: tuple[bytes, ...], status: int) -> None:
    """What is no JSON, or too long to be an answer, reaches nobody."""
    heard: list[object] = []
    assert post(direct.listen("grid", heard.append), *chunks)[0] == status
    assert heard == []


class PanicException(BaseException):
    """As pyo3's: no `Exception`."""


@pytest.mark.usefixtures("state")
@pytest.mark.parametrize("failure", [RuntimeError("secret"), PanicException("secret")])
def test_who_fails_says_so_in_our_words(failure: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of it goes to the browser; the terminal gets a line."""

    def fall(_: object) -> None:
        raise failure

    status, body = post(direct.listen("grid", fall), b"{}")
    assert (status, body) == (500, b"The program made a mistake; its terminal shows which.")
    assert f"A mistake of the program: {type(failure).__name__}: secret" in capsys.readouterr().err


# ── what comes of it ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Ears:
    """Return who hears what a grid posts, by the grid's key, once a page is drawn."""
    ears: Ears = {}

    def listen(key: str, hear: direct.Hear) -> str:
        ears[key] = hear
        return "direct/here"

    monkeypatch.setattr(direct, "listen", listen)
    return ears


def _rating(desk: Desk, canvas_id: str = "test-canvas") -> Tab:
    """Open the rating of three needs openly together."""
    desk.put(canvas(id=canvas_id, aspects=[aspect(number) for number in range(1, 4)], **OPEN))
    return Tab(canvas=canvas_id, step="aspects", view="rate")


def report(*cells: list[object]) -> dict[str, object]:
    """Return what a grid reports."""
    return {"page": "p", "cells": list(cells)}


def test_an_answer_is_on_disk_when_it_is_acknowledged(desk: Desk, heard: Ears) -> None:
    """What comes back says how things stand by then, and the canvas file says so too."""
    _rating(desk)
    (hear,) = heard.values()
    live: Any = hear(report(["need-1", "a", "importance", 3, 1], ["need-1", "b", "stance", "core", 2]))
    assert live["done"] == {"p": 2}
    assert live["answers"]["a"]["need-1"]["importance"] == 3
    assert live["beside"]["said"]
    assert json.dumps(live)
    saved = desk.read("test-canvas").aspects[0]
    assert (saved.a.importance, saved.b.stance) == (3, "core")


def test_an_answer_that_comes_twice_counts_once(desk: Desk, heard: Ears) -> None:
    """A report that is repeated, by whichever way, changes nothing and is acknowledged again."""
    _rating(desk)
    (hear,) = heard.values()
    first = report(["need-1", "a", "importance", 3, 1])
    assert hear(first) == hear(first)
    assert desk.read("test-canvas").revision == 1


def test_answers_of_the_grid_can_be_taken_back_one_by_one(desk: Desk, heard: Ears) -> None:
    """What was saved beside the script is on the trail of undo like all else."""
    tab = _rating(desk)
    (hear,) = heard.values()
    hear(report(["need-1", "a", "importance", 3, 1], ["need-2", "a", "importance", 2, 2]))
    tab.press("undo")
    assert [need.a.importance for need in desk.read("test-canvas").aspects] == [3, None, None]


def test_a_file_that_was_changed_elsewhere_is_left_to_the_page(desk: Desk, heard: Ears) -> None:
    """Where there are two versions nothing is answered and nothing overwritten: the page has to ask which."""
    _rating(desk)
    (hear,) = heard.values()
    desk.put(desk.read("test-canvas").revise(title="changed elsewhere", revision=7))
    assert hear(report(["need-1", "a", "importance", 3, 1])) is None
    assert desk.read("test-canvas").title == "changed elsewhere"
    assert desk.read("test-canvas").aspects[0].a.importance is None


def test_what_the_disk_refuses_is_left_to_the_page_until_it_says_that_it_is_saved(desk: Desk, heard: Ears) -> None:
    """Refused, nothing is acknowledged; back again, the page is drawn once more, since it says still that it is not."""
    tab = _rating(desk)
    (hear,) = heard.values()
    away = desk.canvases.with_name("away")
    desk.canvases.rename(away)
    first = report(["need-1", "a", "importance", 3, 1])
    assert hear(first) is None
    assert tab.run().says("is not saved.**")
    away.rename(desk.canvases)
    second = report(["need-1", "a", "importance", 3, 1], ["need-2", "a", "importance", 2, 2])
    assert hear(second) is None
    assert [need.a.importance for need in desk.read("test-canvas").aspects] == [3, 2, None]
    live: Any = hear(second)
    assert live["done"] == {"p": 2}
    assert not tab.run().says("is not saved.**")


def test_an_example_is_left_to_the_page(desk: Desk, heard: Ears) -> None:
    """The first change to an example makes a copy under another address, which only the page can tell the browser."""
    _rating(desk, "example-one")
    (hear,) = heard.values()
    assert hear(report(["need-1", "a", "importance", 3, 1])) is None
