"""What the other party said, looked for in everything that a browser is sent, sends, shows and keeps."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Response, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from jtbd.model.curtain import AMOUNTS, ANSWERS, ROUNDS, Round
from jtbd.store.codec import canvas_to_text
from tests.support.browser import Server, chromium, running_app, settle
from tests.support.builders import aspects, canvas, parties
from tests.support.rounds import said

pytestmark = pytest.mark.browser

PATIENCE: Final = 20_000
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


class Way(NamedTuple):
    """How a round is walked: its page, what Ana says in her turn, and what shows that it was looked for there."""

    query: str
    says: Callable[[Page, Path], None]
    found: Callable[[Seen], None]


class Seen(NamedTuple):
    """All that could be seen in one browser while Ana has her turn."""

    received: set[bytes]
    sent: set[bytes]
    posted: set[bytes]
    answered: set[bytes]
    page: bytes
    kept: bytes
    url: str


@pytest.mark.parametrize("one", ROUNDS, ids=lambda one: one.name)
def test_what_the_other_said_is_nowhere_in_the_browser(one: Round, tmp_path: Path) -> None:
    """All that is sent both ways, page, storage and address are the same whatever Bea said, in Ana's turn or before."""
    way, file = WAYS[one], tmp_path / "test-canvas" / "canvas.yaml"
    file.parent.mkdir()
    env = {"JTBD_CANVASES": str(tmp_path), "JTBD_CONFIG": str(tmp_path / "config")}
    with running_app(env=env) as server, chromium() as browser:
        seen = []
        for which in (0, 1):
            bare = canvas(parties=parties(), aspects=aspects(4), value={"currency": "EUR"})
            known = said(bare, one, "b", which)
            assert one.waits_for(known) == ("a",)
            file.write_text(canvas_to_text(known), encoding="utf-8")
            seen.append(_turn(way, browser, server, file))
    way.found(seen[0])
    for name, first, second in zip(Seen._fields, *seen, strict=True):
        assert first == second, name


def _turn(way: Way, browser: Browser, server: Server, file: Path) -> Seen:
    """Let Ana in, and have her say something."""
    with browser.new_context() as context:
        page = context.new_page()
        received, sent = _overheard(page)
        posts: list[Response] = []
        page.on("response", lambda answer: posts.append(answer) if "/direct/" in answer.url else None)
        page.goto(f"{server.url}&canvas=test-canvas&{way.query}")
        page.get_by_role("button", name="I am Ana").click(timeout=PATIENCE)
        way.says(page, file)
        return Seen(
            received={_lasting(frame) for frame in received if _is_of_the_page(frame)},
            sent={part for frame in sent for part in _said(frame)},
            posted={_lasting(answer.request.post_data_buffer or b"") for answer in posts},
            answered={_lasting(answer.body()) for answer in posts},
            page=_lasting(page.evaluate(_PAGE).encode()),
            kept=_lasting(page.evaluate(_KEPT).encode()),
            url=page.url,
        )


def _rates(page: Page, file: Path) -> None:
    """Answer twice in the grid."""
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


def _has_rated(seen: Seen) -> None:
    assert any(b"jtbd_rating_grid" in frame for frame in seen.received), "it looks where the grid is sent"
    assert any(b'"importance"' in body for body in seen.posted), "where it reports"
    assert any(b'"core"' in body for body in seen.answered), "and where it is answered"


def _gives(page: Page, file: Path) -> None:
    """Give a figure that is saved, and one that is typed and not left."""
    field = page.get_by_label("Alone, per year")
    field.fill("40k", timeout=PATIENCE)
    field.press("Tab")
    _wait_for(file, 'alone: "40000"')
    page.wait_for_timeout(300)
    settle(page)
    page.get_by_label("Ana takes notice").press_sequentially("5923", timeout=PATIENCE)
    page.wait_for_timeout(300)


def _has_given(seen: Seen) -> None:
    assert any(b"own-amounts" in frame for frame in seen.received), "it looks where the fields are sent"
    assert b"5923" not in seen.kept, "what was typed and not left yet is kept nowhere"


WAYS: Final[Mapping[Round, Way]] = {
    ANSWERS: Way("step=aspects&view=rate", _rates, _has_rated),
    AMOUNTS: Way("step=value", _gives, _has_given),
}


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
