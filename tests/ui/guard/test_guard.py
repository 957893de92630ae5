"""The guard: who may come in, who may not, and what everything that is sent carries."""

from __future__ import annotations

import asyncio
import http.client
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, urlencode, urlsplit

import playwright.sync_api as playwright
import pytest
from hypothesis import given, settings, strategies as st
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from jtbd.errors import UnsafeStart
from jtbd.ui.guard import Guard, door, middleware
from jtbd.ui.guard.access import Access
from tests.support.browser import Server, chromium, running_app, settle, write_app

HOME = "http://127.0.0.1:8501"


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    """Stand in for Streamlit: say what was asked for, or accept the WebSocket."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept", "subprotocol": "streamlit"})
        return
    await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"the canvas, " + scope["query_string"]})


@dataclass(frozen=True)
class Answer:
    """What came back; a WebSocket that was accepted has status 101, one that was not the code it was closed with."""

    status: int
    headers: Headers
    text: str


class Browser:
    """One browser before the guard: it keeps the cookie it is given and calls the app by one name."""

    def __init__(self, visit: Visit, base: str = HOME) -> None:
        self.visit = visit
        self.base = urlsplit(base)
        self.cookie = ""

    def get(self, path: str = "/", query: Mapping[str, str] | None = None, **extra: str) -> Answer:
        """Ask for a page."""
        return self._ask("http", path, query, extra)

    def websocket(self, query: Mapping[str, str] | None = None, **extra: str) -> Answer:
        """Open Streamlit's WebSocket."""
        return self._ask("websocket", "/_stcore/stream", query, extra)

    def let_in(self) -> Browser:
        """Come in by the link."""
        assert self.get(query={"token": self.visit.token}).status == 303
        return self

    def _ask(self, kind: str, path: str, query: Mapping[str, str] | None, extra: Mapping[str, str]) -> Answer:
        return asyncio.run(self.ask(kind, path, query, extra))

    async def ask(
        self, kind: str, path: str, query: Mapping[str, str] | None, extra: Mapping[str, str] = MappingProxyType({})
    ) -> Answer:
        """Ask for a page or a WebSocket, among other things that go on."""
        method = extra.get("method", "GET")
        headers = {"host": self.base.netloc, "cookie": self.cookie}
        headers |= {name.replace("_", "-"): value for name, value in extra.items() if name != "method"}
        scope = {
            "type": kind,
            "method": method,
            "scheme": "http" if kind == "http" else "ws",
            "server": (self.base.hostname, self.base.port or 80),
            "path": path,
            "raw_path": quote(path).encode(),
            "query_string": urlencode(query or {}).encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
        answer = await _call(self.visit.guard, scope)
        self.cookie = answer.headers.get("set-cookie", self.cookie).partition(";")[0]
        return answer


async def _call(guard: Guard, scope: Scope) -> Answer:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request" if scope["type"] == "http" else "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await guard(scope, receive, send)
    status = sent[0].get("status", sent[0].get("code", 101))
    body = b"".join(message.get("body", b"") for message in sent)
    return Answer(status, Headers(raw=sent[0].get("headers", [])), body.decode())


class Visit:
    """A guarded stand-in for Streamlit, and what its terminal shows."""

    def __init__(self) -> None:
        self.terminal: list[str] = []
        self.guard = Guard(_app, self.terminal.append, self.terminal.append)

    @property
    def token(self) -> str:
        """The token that would let the next browser in."""
        return self.guard._access.token

    @property
    def path(self) -> str:
        """The app's own path."""
        return self.guard._access.path

    def browser(self, base: str = HOME) -> Browser:
        """A browser that has not been let in yet."""
        return Browser(self, base)


def test_nobody_comes_in_without_the_link() -> None:
    """Without the cookie every path, Streamlit's own included, answers with the page that says where the link is."""
    browser = Visit().browser()
    for path in ("/", "/rating", "/_stcore/health", "/_stcore/host-config", "/static/js/index.js", "/media/a"):
        answer = browser.get(path, {"canvas": "x"})
        assert answer.status == 403
        assert "The terminal where you started jtbd" in answer.text
        assert "the canvas" not in answer.text


def test_the_link_lets_one_browser_in() -> None:
    """The token becomes a cookie that scripts cannot read and other sites cannot send, and leaves the address."""
    visit = Visit()
    browser = visit.browser()
    answer = browser.get(query={"token": visit.token})
    assert (answer.status, answer.headers["location"]) == (303, f"{visit.path}/")
    cookie = answer.headers["set-cookie"].split("; ")[1:]
    assert sorted(cookie) == ["HttpOnly", f"Path={visit.path}", "SameSite=strict"]
    assert browser.get().text == "the canvas, "


def test_other_parameters_survive_the_exchange() -> None:
    """What the link asks for besides, such as a canvas, is kept when the token is taken out."""
    visit = Visit()
    answer = visit.browser().get("/rating", {"canvas": "a b&c", "token": visit.token, "step": ""})
    assert answer.headers["location"] == f"{visit.path}/rating?canvas=a+b%26c&step="


def test_a_token_works_once() -> None:
    """A second browser with the same link stays out, and the terminal shows it a fresh link that works."""
    visit = Visit()
    used = visit.token
    visit.browser().let_in()
    second = visit.browser()
    refused = second.get(query={"token": used})
    assert refused.status == 403
    assert "used already" in refused.text
    shown = re.findall(r"token=(\S+)", "".join(visit.terminal))
    assert used not in shown
    assert second.get(query={"token": shown[-1]}).status == 303


def test_a_used_link_stays_good_for_the_browser_that_used_it() -> None:
    """Who is inside already and opens any link again is simply sent on, and no token is used up."""
    visit = Visit()
    browser = visit.browser().let_in()
    token = visit.token
    assert browser.get(query={"token": "old"}).headers["location"] == f"{visit.path}/"
    assert visit.token == token


def test_a_link_in_another_page_lets_in_by_a_page_of_ours() -> None:
    """Who is led here by a page, or a file, gets the cookie with a page of ours, which leads on: it is strict."""
    visit = Visit()
    answer = visit.browser().get("/rating", {"token": visit.token, "canvas": 'a"b'}, sec_fetch_site="cross-site")
    assert answer.status == 200
    assert visit.path in answer.headers["set-cookie"]
    assert f'content="0; url={visit.path}/rating?canvas=a%22b"' in answer.text


@pytest.mark.parametrize("header", ["127.0.0.1", "203.0.113.7", "127.0.0.1, 127.0.0.1"])
def test_who_hides_behind_a_header_is_a_stranger(header: str) -> None:
    """Servers may believe what a request says of whom it comes from; ours lets nobody in who says so, and keeps quiet.

    The link stays good for its owner.
    """
    visit = Visit()
    query = {"token": visit.token}
    for _ in range(3):
        assert visit.browser().get(query=query, x_forwarded_for=header).status == 403
    assert visit.terminal == ["Another user of this machine tried to come in by the link, and was refused."]
    assert visit.browser().get(query=query).status == 303


def test_a_link_that_was_taken_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A used link opened again: the page says what that means, and the terminal once, unless the browser is inside."""
    monkeypatch.setattr(middleware, "_TIME_TO_GO_ON", 0)

    async def open_again(visit: Visit, *, inside: bool) -> list[str]:
        owner = visit.browser()
        used = visit.token
        answers = [await owner.ask("http", "/", {"token": used})]
        for _ in range(3):
            answers.append(await visit.browser().ask("http", "/", {"token": used}))
            if inside:
                answers.append(await owner.ask("http", f"{visit.path}/_stcore/health", {"token": used}))
        await asyncio.sleep(0.01)
        assert {answer.status for answer in answers[1:]} == ({403, 303} if inside else {403})
        assert "by another browser" in answers[1].text
        return [said for said in visit.terminal if "opened again" in said]

    assert len(asyncio.run(open_again(Visit(), inside=False))) == 1
    assert asyncio.run(open_again(Visit(), inside=True)) == []


def test_looking_ahead_uses_no_token_up() -> None:
    """A browser that prefetches the link is refused without spending the token; so is HEAD."""
    visit = Visit()
    browser = visit.browser()
    query = {"token": visit.token}
    assert browser.get(query=query, sec_purpose="prefetch;prerender").status == 403
    assert browser.get(query=query, purpose="prefetch").status == 403
    assert browser.get(query=query, method="HEAD").status == 403
    assert browser.get(query=query).status == 303


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "///evil.example"])
def test_the_exchange_leads_nowhere_else(path: str) -> None:
    """However the path is written, the redirect stays on this host."""
    visit = Visit()
    location = visit.browser().get(path, {"token": visit.token}).headers["location"]
    assert re.match(r"/[^/\\]", location)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8501",
        "evil.example",
        "127.0.0.1",
        "127.0.0.1:8502",
        "localhost.evil.example:8501",
        "0.0.0.0:8501",
        "",
    ],
)
def test_a_foreign_host_is_refused(host: str) -> None:
    """A request under another name or port is refused even with the cookie, so DNS rebinding fails."""
    browser = Visit().browser().let_in()
    answer = browser.get(host=host)
    assert answer.status == 403
    assert "link" not in answer.text
    assert browser.websocket(host=host).status == 1008


@pytest.mark.parametrize("base", [HOME, "http://localhost:8501", "http://[::1]:8501", "http://127.0.0.1"])
def test_every_name_of_this_laptop_is_its_own(base: str) -> None:
    """The loopback's three names with the right port are accepted, without a port only where it is 80."""
    assert Visit().browser(base).let_in().get().status == 200


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "http://127.0.0.1:8502", "https://127.0.0.1:8501", "http://localhost:8501", "null"],
)
def test_a_foreign_origin_is_refused(origin: str) -> None:
    """A request from any page but our own is refused even with the cookie: other ports of this laptop too."""
    browser = Visit().browser().let_in()
    assert browser.get(method="POST", origin=origin).status == 403
    assert browser.websocket(origin=origin).status == 1008


def test_our_own_pages_are_served() -> None:
    """With the cookie and our own Origin, or none, HTTP and WebSocket reach the app."""
    browser = Visit().browser().let_in()
    assert browser.get(method="POST", origin=HOME).status == browser.get(method="POST").status == 200
    assert browser.websocket(origin=HOME).status == browser.websocket().status == 101


def test_a_websocket_without_the_cookie_is_refused() -> None:
    """The WebSocket opens to nobody who has not come in, and takes no token."""
    visit = Visit()
    browser = visit.browser()
    assert browser.websocket().status == browser.websocket({"token": visit.token}).status == 1008


def test_everything_carries_the_security_headers() -> None:
    """Pages, refusals and the WebSocket's handshake forbid framing, sniffing, referrers and every outside host."""
    browser = Visit().browser()
    refused = browser.get()
    browser.let_in()
    for answer in (refused, browser.get(), browser.websocket()):
        headers = answer.headers
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-eval" not in policy
        assert not re.search(r"script-src[^;]*unsafe-inline", policy)
        assert set(re.findall(r"(?:https?|wss?)://[^\s;]+|\*", policy)) <= {"ws://127.0.0.1:8501"}


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_no_other_text_is_the_token_or_the_cookie(text: str) -> None:
    """Whatever is offered instead of the token or the cookie is refused, and changes nothing."""
    access = Access()
    token = access.token
    assert not access.redeem(text)
    assert not access.admits([text])
    assert not access.was_redeemed(text)
    assert access.below(f"/{text}") is None
    assert access.token == token


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({}, "linux", False),
        ({}, "darwin", True),
        ({"JTBD_NO_BROWSER": "1"}, "darwin", False),
        ({"CI": "true", "DISPLAY": ":0"}, "linux", False),
    ],
)
def test_a_browser_is_opened_where_there_is_a_screen(environ: dict[str, str], platform: str, *, expected: bool) -> None:
    """No browser is opened without a screen, in CI, or where JTBD_NO_BROWSER says so."""
    assert door.has_browser(environ, platform) is expected


def test_a_start_without_our_config_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that other machines reach, or usage statistics, refuse the start and say why."""
    config: dict[str, object] = {
        "server.address": "127.0.0.1",
        "server.port": 8501,
        "browser.gatherUsageStats": False,
    }
    monkeypatch.setattr("streamlit.config.get_option", config.__getitem__)
    assert door.origin() == HOME
    config["server.address"] = None
    with pytest.raises(UnsafeStart, match="every network"):
        door.origin()
    config.update({"server.address": "127.0.0.1", "browser.gatherUsageStats": True})
    with pytest.raises(UnsafeStart, match="usage statistics"):
        door.origin()


# ── the real server ───────────────────────────────────────────────────────────────────────────────────────────────────

SCRIPT = """
import plotly.graph_objects as go
import streamlit as st

st.set_page_config(page_icon="☕")
st.title("The canvas")
st.button("A button", icon=":material/add:")
st.plotly_chart(go.Figure(go.Bar(x=[1, 2], y=[3, 4])))
component = st.components.v2.component(
    "drawn", html="<p></p>", css="p { color: teal }\\n", js="export default ({ parentElement }) => {\\n"
    "parentElement.querySelector('p').textContent = 'drawn by a component' }\\n"
)
component(key="drawn")
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A small app behind the real guard, with our settings, run from somewhere else."""
    app = write_app(tmp_path_factory.mktemp("app"), SCRIPT)
    with running_app(app, cwd=Path("/")) as running:
        yield running


def _status(server: Server, path: str = "/", **headers: str) -> int:
    """Ask the real server and return its status."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return connection.getresponse().status
    finally:
        connection.close()


def test_the_real_server_listens_on_this_laptop_alone(server: Server) -> None:
    """The port answers on 127.0.0.1, and the kernel lists no other address for it."""
    assert _status(server) == 403
    tables = [path for path in map(Path, ("/proc/net/tcp", "/proc/net/tcp6")) if path.exists()]
    rows = [line.split() for path in tables for line in path.read_text().splitlines()[1:]]
    listening = [row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{server.port:04X}")]
    assert listening == ([f"0100007F:{server.port:04X}"] if tables else [])


def test_the_real_server_refuses_foreigners(server: Server) -> None:
    """Over real connections too: a foreign Host, a foreign Origin and a missing cookie get 403, WebSocket included."""
    upgrade = {"connection": "Upgrade", "upgrade": "websocket", "sec_websocket_version": "13"}
    upgrade |= {"sec_websocket_key": "AAAAAAAAAAAAAAAAAAAAAA=="}
    assert _status(server, host="evil.example") == 403
    for origin in (f"http://127.0.0.1:{server.port}", "http://evil.example"):
        assert _status(server, "/_stcore/stream", origin=origin, **upgrade) == 403


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    """A real browser."""
    with chromium() as started:
        yield started


@pytest.mark.browser
def test_the_app_runs_under_the_policy(server: Server, browser: playwright.Browser) -> None:
    """In a real browser the link leads to a working app, and the policy is not violated; if it were, it would show."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    outside: list[str] = []
    page.on("request", lambda request: outside.append(request.url) if "127.0.0.1" not in request.url else None)
    page.goto(server.links()[-1])
    settle(page)
    page.get_by_text("drawn by a component").wait_for()
    page.locator(".js-plotly-plot .barlayer").wait_for(state="attached")
    page.get_by_role("button", name="A button").click()
    settle(page)
    assert re.fullmatch(rf"http://127\.0\.0\.1:{server.port}/[\w-]{{22}}/", page.url)
    assert complaints == []
    assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []
    page.evaluate("fetch('http://outside.example/').catch(() => {})")
    page.wait_for_timeout(100)
    assert any("outside.example" in text and "Security Policy" in text for text in complaints)
    assert "token" not in page.evaluate("document.cookie + location.href")


@pytest.mark.browser
def test_a_used_link_shows_where_the_next_one_is(server: Server, browser: playwright.Browser) -> None:
    """A second browser with a used link reads where to find the next, which the terminal has meanwhile printed."""
    used = server.links()[-1]
    assert browser.new_context().request.get(used).ok
    stranger = browser.new_context().new_page()
    stranger.goto(used)
    assert stranger.get_by_role("heading", name="Please come in by the link").is_visible()
    assert server.links()[-1] != used
    assert stranger.request.get(server.links()[-1]).ok


def test_an_open_door_stays_shut() -> None:
    """Told to listen on every network, the program says that it will not, and ends."""
    with (
        pytest.raises(RuntimeError, match=r"would listen on 0\.0\.0\.0"),
        running_app(args=["--server.address=0.0.0.0"]),
    ):
        pytest.fail("the server started")
