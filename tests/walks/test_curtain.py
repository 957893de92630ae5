"""What the other party said, looked for in everything that a browser is sent, sends, shows and keeps."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Response, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from jtbd.model import Canvas
from jtbd.store.codec import canvas_to_text
from tests.support.browser import Server, chromium, running_app, settle
from tests.support.builders import aspect, canvas, parties

pytestmark = pytest.mark.browser

PATIENCE: Final = 20_000
SAID: Final = (
    {"importance": 0, "stance": "leave", "predicts": "core"},
    {"importance": 3, "stance": "do", "predicts": "want"},
)
GIVEN: Final = (
    {"alone": "40000", "together": "70000", "notice": "31000"},
    {"alone": "1.50", "together": "2", "notice": "900000"},
)
_OF_THE_MOMENT: Final = re.compile(
    rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"  # of a run, of a fragment, of a grid
    rb"|[0-9a-f]{32,64}"  # of a message
    rb"|direct/[\w-]{43}"  # of a session
    rb"|EmbeddingId-\w+|_xsrf=[\w|]+"  # of a window
)
_PAGE: Final = """() => {
  const made = ["id", "for", "name", "aria-labelledby", "aria-describedby", "aria-controls"]; // anew for each page
  const own = (root) => [...root.querySelectorAll("*")].filter((one) => !one.closest("style, script"));
  const written = (root) => own(root).map((one) => [
    one.tagName,
    [...one.attributes].filter(({ name }) => !made.includes(name)).map(({ name, value }) => `${name}=${value}`),
    [...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data),
    one.value ?? "",
    one.shadowRoot ? written(one.shadowRoot) : [],
  ]);
  return JSON.stringify(written(document.body));
}"""
_KEPT: Final = "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie])"


class Seen(NamedTuple):
    """All that could be seen in one browser while Ana has her turn."""

    received: set[bytes]
    sent: set[bytes]
    posted: set[bytes]
    answered: set[bytes]
    page: bytes
    kept: bytes
    url: str


def _laptop(said: int) -> Canvas:
    """Return a meeting in which Bea has said one thing or the other, and Ana nothing."""
    needs = [aspect(number).revise(b=SAID[said]) for number in range(1, 5)]
    choice = {"b": ("instead", "together")[said]}
    return canvas(parties=parties(), aspects=needs, choice=choice, rating={"ready": {"b": True}})


def test_what_the_other_said_is_nowhere_in_the_browser(tmp_path: Path) -> None:
    """All that is sent both ways, page, storage and address are the same whatever Bea said, in Ana's turn or before."""
    file = tmp_path / "test-canvas" / "canvas.yaml"
    file.parent.mkdir()
    env = {"JTBD_CANVASES": str(tmp_path), "JTBD_CONFIG": str(tmp_path / "config")}
    with running_app(env=env) as server, chromium() as browser:
        seen = []
        for said in (0, 1):
            file.write_text(canvas_to_text(_laptop(said)), encoding="utf-8")
            seen.append(_turn(browser, server, file))
    assert any(b"jtbd_rating_grid" in frame for frame in seen[0].received), "it looks where the grid is sent"
    assert any(b'"importance"' in body for body in seen[0].posted), "where it reports"
    assert any(b'"core"' in body for body in seen[0].answered), "and where it is answered"
    for name, one, other in zip(Seen._fields, *seen, strict=True):
        assert one == other, name


def test_what_the_other_gave_is_nowhere_in_the_browser(tmp_path: Path) -> None:
    """All that is sent both ways, page, storage and address are the same whatever Bea gave, in Ana's turn or before."""
    file = tmp_path / "test-canvas" / "canvas.yaml"
    file.parent.mkdir()
    env = {"JTBD_CANVASES": str(tmp_path), "JTBD_CONFIG": str(tmp_path / "config")}
    with running_app(env=env) as server, chromium() as browser:
        seen = []
        for given in GIVEN:
            money = canvas(parties=parties(), value={"currency": "EUR", "b": given})
            file.write_text(canvas_to_text(money), encoding="utf-8")
            seen.append(_gives(browser, server, file))
    assert any(b"own-amounts" in frame for frame in seen[0].received), "it looks where the fields are sent"
    for name, one, other in zip(Seen._fields, *seen, strict=True):
        assert one == other, name
    assert b"4711" not in seen[0].kept, "what was typed and not left yet is kept nowhere"


def _gives(browser: Browser, server: Server, file: Path) -> Seen:
    """Let Ana in, up to a figure that is saved and one that is typed and not left."""
    with browser.new_context() as context:
        page = context.new_page()
        received, sent = _overheard(page)
        page.goto(f"{server.url}&canvas=test-canvas&step=value")
        page.get_by_role("button", name="I am Ana").click(timeout=PATIENCE)
        field = page.get_by_label("Alone, per year")
        field.fill("40k", timeout=PATIENCE)
        field.press("Tab")
        _wait_for(file, 'alone: "40000"')
        page.wait_for_timeout(300)
        settle(page)
        page.get_by_label("Ana takes notice").press_sequentially("4711", timeout=PATIENCE)
        page.wait_for_timeout(300)
        return Seen(
            received={_lasting(frame) for frame in received if _is_of_the_page(frame)},
            sent={part for frame in sent for part in _said(frame)},
            posted=set(),
            answered=set(),
            page=_lasting(page.evaluate(_PAGE).encode()),
            kept=_lasting(page.evaluate(_KEPT).encode()),
            url=page.url,
        )


def _turn(browser: Browser, server: Server, file: Path) -> Seen:
    """Let Ana in, up to the curtain and through her first answers."""
    with browser.new_context() as context:
        page = context.new_page()
        received, sent = _overheard(page)
        posts: list[Response] = []
        page.on("response", lambda answer: posts.append(answer) if "/direct/" in answer.url else None)
        page.goto(f"{server.url}&canvas=test-canvas&step=aspects&view=rate")
        page.get_by_role("button", name="I am Ana").click(timeout=PATIENCE)
        page.get_by_role("button", name="I am done").wait_for(timeout=PATIENCE)
        settle(page)
        cell = page.get_by_role("radio", name="of no concern").first
        cell.focus(timeout=PATIENCE)
        for key, saved in (("3", "a: {importance: 3}"), ("c", "a: {importance: 3, stance: core}")):
            with page.expect_response(re.compile("/direct/"), timeout=PATIENCE):
                page.keyboard.press(key)
            _wait_for(file, saved)
            page.wait_for_timeout(300)  # until the page has heard of it, so that the next report is always the same
            settle(page)
        return Seen(
            received={_lasting(frame) for frame in received if _is_of_the_page(frame)},
            sent={part for frame in sent for part in _said(frame)},
            posted={_lasting(answer.request.post_data_buffer or b"") for answer in posts},
            answered={_lasting(answer.body()) for answer in posts},
            page=_lasting(page.evaluate(_PAGE).encode()),
            kept=_lasting(page.evaluate(_KEPT).encode()),
            url=page.url,
        )


def _wait_for(file: Path, saved: str) -> None:
    until = time.monotonic() + PATIENCE / 1000
    while saved not in file.read_text(encoding="utf-8"):
        assert time.monotonic() < until, f"{saved} was not saved"
        time.sleep(0.05)


def _overheard(page: Page) -> tuple[list[bytes], list[bytes]]:
    """Return what goes over the page's WebSockets from now on: received, sent."""
    received: list[bytes] = []
    sent: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(_bytes(frame)))
        socket.on("framesent", lambda frame: sent.append(_bytes(frame)))

    page.on("websocket", listen)
    return received, sent


def _bytes(frame: str | bytes) -> bytes:
    return frame.encode() if isinstance(frame, str) else frame


def _is_of_the_page(frame: bytes) -> bool:
    """Tell a message that draws from one that says that the script runs, of which there may be more or fewer."""
    message = ForwardMsg()
    message.ParseFromString(frame)
    return message.WhichOneof("type") == "delta"


def _said(frame: bytes) -> Iterator[bytes]:
    """Yield what a message of the browser says: the address, and the state of each widget, whatever their order."""
    message = BackMsg()
    message.ParseFromString(frame)
    yield message.rerun_script.query_string.encode()
    for widget in message.rerun_script.widget_states.widgets:
        yield _lasting(widget.SerializeToString())


def _lasting(data: bytes) -> bytes:
    return _OF_THE_MOMENT.sub(b"#", data.replace(b'"tabindex=-1"', b""))  # a title that has had the focus
