"""The ways into the app that a real browser takes, and what other programs of the laptop get to see of it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from jtbd.launch import for_a_moment
from jtbd.ui.guard.door import page_to
from tests.support.browser import Server, chromium, home, running_app, settle, write_app

pytestmark = pytest.mark.browser

PATIENCE = 20_000
SCRIPT = """
import streamlit as st

st.title("The canvas")
st.write(f"asked for: {dict(st.query_params)}")
if st.button("Count"):
    st.session_state.count = st.session_state.get("count", 0) + 1
    st.write(f"counted to {st.session_state.count}")
st.download_button("Take along", "sixteen letters.", "sheet.txt")
"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small app behind the guard, with our page."""
    return write_app(tmp_path_factory.mktemp("app") / "app", SCRIPT)


@pytest.fixture(scope="module")
def server(app: Path) -> Iterator[Server]:
    """Serve it."""
    with running_app(app) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser."""
    with chromium() as started:
        yield started


@pytest.fixture
def stranger(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has not been let in."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def inside(stranger: BrowserContext, server: Server) -> Page:
    """A page that came in by the link."""
    page = stranger.new_page()
    page.goto(server.url)
    settle(page)
    return page


class _Other(BaseHTTPRequestHandler):
    """Another program of the laptop, which notes what browsers bring along and shows what it was told to."""

    server: _Elsewhere

    def do_GET(self) -> None:
        """Answer."""
        self.server.heard.append(str(self.headers))
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(self.server.shown.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Elsewhere(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Other)
        self.heard: list[str] = []
        self.shown = "<h1>Another program</h1>"


@contextmanager
def _elsewhere() -> Iterator[_Elsewhere]:
    with _Elsewhere() as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        yield other
        other.shutdown()


def _shows_the_canvas(page: Page, asked: str = "{}") -> None:
    expect(page.get_by_role("heading", name="The canvas")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text(f"asked for: {asked}")).to_be_visible(timeout=PATIENCE)


def test_all_works_below_the_own_path(inside: Page, server: Server) -> None:
    """Buttons, a download, a reload, a second tab and the address itself: all are where the cookie goes."""
    inside.get_by_role("button", name="Count").click()
    expect(inside.get_by_text("counted to 1")).to_be_visible(timeout=PATIENCE)
    with inside.expect_download() as started:
        inside.get_by_role("button", name="Take along").click()
    assert Path(started.value.path()).read_text(encoding="utf-8") == "sixteen letters."
    inside.reload()
    _shows_the_canvas(inside)
    second = inside.context.new_page()
    second.goto(f"{home(inside)}?canvas=x")
    _shows_the_canvas(second, "{'canvas': 'x'}")
    assert re.fullmatch(rf"http://127\.0\.0\.1:{server.port}/[\w-]{{22}}/", home(second))
    assert home(second) == home(inside)
    second.goto(home(inside).rstrip("/") + "?canvas=y")
    _shows_the_canvas(second, "{'canvas': 'y'}")
    assert second.url == f"{home(inside)}?canvas=y"


def test_no_other_program_of_the_laptop_gets_the_cookie(inside: Page, server: Server) -> None:
    """A browser that is inside brings its cookie to no other port, by whatever path and name it is led there."""
    cookie = next(cookie for cookie in inside.context.cookies() if cookie["name"] == f"jtbd-{server.port}")
    assert len(cookie["value"]) > 40
    with _elsewhere() as other:
        for host in ("127.0.0.1", "localhost"):
            for path in ("", "_stcore/stream", "x" * 22, "x" * 22 + "/"):
                page = inside.context.new_page()
                page.goto(f"http://{host}:{other.server_port}/{path}")
                page.evaluate("fetch('./more', {credentials: 'include'})")
                page.evaluate("document.cookie = 'a=b; path=/'")
                page.reload()
                page.close()
        assert len(other.heard) >= 24
        heard = "".join(other.heard)
        assert "a=b" in heard, "cookies are heard at all"
        assert cookie["value"] not in heard
        assert str(cookie["path"]) not in heard


def test_another_programs_cookie_of_the_same_name_keeps_nobody_out(inside: Page, server: Server) -> None:
    """What another port has the browser keep under our cookie's name goes to the app as well, and does no harm."""
    with _elsewhere() as other:
        page = inside.context.new_page()
        page.goto(f"http://127.0.0.1:{other.server_port}/")
        page.evaluate(f"document.cookie = 'jtbd-{server.port}=mine; path=/'")
        page.close()
    inside.reload()
    _shows_the_canvas(inside)


def test_who_is_inside_goes_on_from_every_address(inside: Page, server: Server) -> None:
    """The address without the own path, as it was typed or kept, a used link, and that of localhost lead to the app."""
    bare = f"http://127.0.0.1:{server.port}/"
    used = server.links()[-2]
    for address in (f"{bare}?canvas=x&step=job", f"{used}&canvas=x&step=job", f"{bare}{'A' * 22}/?canvas=x&step=job"):
        page = inside.context.new_page()
        page.goto(address)
        _shows_the_canvas(page, "{'canvas': 'x', 'step': 'job'}")
        assert page.url == f"{home(inside)}?canvas=x&step=job"
        page.close()
    page = inside.context.new_page()
    page.goto(f"http://localhost:{server.port}/?canvas=x")
    page.get_by_role("link", name="Go on here").click()
    _shows_the_canvas(page, "{'canvas': 'x'}")
    assert page.url == f"{home(inside)}?canvas=x"
    page.wait_for_timeout(3500)  # as long as the guard waits to hear that the used link was opened by a browser inside
    assert "opened again" not in server.output
    expect(page.get_by_role("alert")).to_have_count(0)  # after the time in which a blocked WebSocket is told


def test_who_comes_from_another_site_is_let_in_and_goes_on(stranger: BrowserContext, server: Server) -> None:
    """By a link in another program's page the first visit gets the cookie, and later ones use it."""
    page = stranger.new_page()
    with _elsewhere() as other:
        for link in (server.url, f"http://127.0.0.1:{server.port}/?canvas=x"):
            other.shown = f'<a href="{link}">To the meeting</a>'
            page.goto(f"http://localhost:{other.server_port}/")  # another site than 127.0.0.1
            page.get_by_role("link", name="To the meeting").click()
            _shows_the_canvas(page, "{'canvas': 'x'}" if "canvas" in link else "{}")
        other.shown = f'<a href="{home(page)}?canvas=y">To the meeting</a>'
        page.evaluate("localStorage.clear()")  # or a browser that keeps none: the address itself says enough
        page.goto(f"http://localhost:{other.server_port}/")
        page.get_by_role("link", name="To the meeting").click()
        _shows_the_canvas(page, "{'canvas': 'y'}")


def test_a_file_leads_in(stranger: BrowserContext, server: Server) -> None:
    """The page that a browser is handed where command lines can be read by all leads in; only its owner can read it."""
    with for_a_moment(page_to(server.url)) as file:
        assert file.stat().st_mode & 0o777 == 0o600
        page = stranger.new_page()
        page.goto(file.as_uri())
        _shows_the_canvas(page)
        assert "token" not in page.url
    assert not file.parent.exists()


def test_who_is_not_inside_is_offered_no_way_that_leads_nowhere(stranger: BrowserContext, server: Server) -> None:
    """A browser that was never let in, or in an earlier start of the program, sees how to come in and nothing else."""
    page = stranger.new_page()
    for address in (f"http://127.0.0.1:{server.port}/?canvas=x", server.links()[0]):
        page.goto(address)
        page.evaluate("localStorage.setItem('jtbd-path', '/AAAAAAAAAAAAAAAAAAAAAA/')")
        page.reload()
        page.wait_for_load_state("networkidle")
        assert page.get_by_role("heading", name="Please come in by the link").is_visible()
        assert page.get_by_role("link").count() == 0
    waiting = stranger.new_page()
    waiting.goto(f"http://127.0.0.1:{server.port}/?canvas=z")
    page.goto(server.url)
    _shows_the_canvas(page)
    _shows_the_canvas(waiting, "{'canvas': 'z'}")


def test_a_tab_of_an_earlier_start_goes_on_in_place(stranger: BrowserContext, app: Path) -> None:
    """The program was started anew, and the browser let in by its new link: the old tab's own button leads on."""
    old = stranger.new_page()
    with running_app(app) as first:
        port = first.port
        old.goto(first.url)
        settle(old)
        old.goto(f"{home(old)}?canvas=x")
        _shows_the_canvas(old, "{'canvas': 'x'}")
    with running_app(app, args=[f"--server.port={port}"]) as second:
        line = old.locator(".jtbd-pulse")
        expect(line).to_contain_text("Open the link that its terminal shows", timeout=PATIENCE)
        new = stranger.new_page()
        new.goto(second.url)
        _shows_the_canvas(new)
        line.get_by_role("button", name="Go on here").click()
        _shows_the_canvas(old, "{'canvas': 'x'}")
        assert home(old) == home(new)


def test_a_page_whose_websocket_is_held_back_says_so(inside: Page, server: Server) -> None:
    """Whether it is refused, never answered, or taken and kept silent: the page names the address, until it works."""
    refused, silent, mute = (inside.context.new_page() for _ in range(3))
    stream = re.compile("_stcore/stream")
    held_back = [True]
    refused.route_web_socket(stream, lambda ws: ws.close() if held_back[0] else ws.connect_to_server())
    silent.add_init_script("window.WebSocket = class extends EventTarget { readyState = 0; send() {} close() {} }")
    mute.route_web_socket(stream, lambda _: None)
    for page in (refused, silent, mute):
        page.goto(home(inside), wait_until="commit")
    for page in (refused, silent, mute):
        expect(page.get_by_role("alert")).to_contain_text(f"ws://127.0.0.1:{server.port}/", timeout=PATIENCE)
    held_back[0] = False
    _shows_the_canvas(refused)
    expect(refused.get_by_role("alert")).to_have_count(0, timeout=PATIENCE)


def test_the_terminal_shows_links_and_nothing_else(server: Server) -> None:
    """No request is written there, for each would carry what is in its address."""
    sentences = ("Common Job is open", "Ctrl+C here", "A browser has been let in", "A link that had", "somebody else")
    ours = ("  http://127.0.0.1:", *sentences)
    assert [line for line in server.output.splitlines() if not line.startswith(ours)] == []
