"""The guard asked for everything by everybody: no combination comes in that must not, none stays out that may."""

from __future__ import annotations

import asyncio
from collections import Counter
from itertools import product
from typing import Final, NamedTuple
from urllib.parse import quote, urlencode

import pytest
from starlette.types import Message, Receive, Scope, Send

from jtbd.ui.guard import Guard

PORT: Final = 8501
OURS: Final = ("127.0.0.1:8501", "localhost:8501", "[::1]:8501", "LocalHost:8501")
HOSTS: Final = (*OURS, "127.0.0.1", "127.0.0.1:8502", "evil.example:8501", "own.localhost:8501", "")
ORIGINS: Final = (None, "own", "https", "http://127.0.0.1:8502", "http://evil.example", "null")
COOKIES: Final = ("none", "ours", "another's", "ours after another's", "ours for another port")
TOKENS: Final = (None, "current", "used", "wrong", "")
METHODS: Final = ("GET", "HEAD", "POST", "OPTIONS")
PATHS: Final = (
    "/",
    "own",
    "own/",
    "own/_stcore/stream",
    "/_stcore/stream",
    "/AAAAAAAAAAAAAAAAAAAAAA/",
    "//evil.example/",
)

APP: Final = "the app"
IN: Final = "let in"
ON: Final = "sent on"
OUT: Final = "refused"


class Case(NamedTuple):
    """One request."""

    kind: str
    host: str
    origin: str | None
    cookie: str
    token: str | None
    method: str
    path: str

    def expected(self) -> str:
        """Say in the rules' own words what should become of it."""
        if self.host not in OURS or self.origin not in {None, "own"}:
            return OUT
        inside = self.cookie in {"ours", "ours after another's"}
        if self.kind == "websocket":
            return APP if inside else OUT
        if inside:
            return ON if self.token is not None or self.path == "own" else APP
        return IN if self.token == "current" and self.method == "GET" else OUT


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": scope["path"].removeprefix(scope["root_path"]).encode()})


class Door:
    """A guard whose link never changes, so that each case meets the same one."""

    def __init__(self) -> None:
        self.guard = Guard(_app, lambda _: None, lambda _: None)
        self.access = self.guard._access
        self.used = self.access.token
        assert self.access.redeem(self.used)
        self.token = self.access.token

    async def answer(self, case: Case) -> str:
        """Ask, and say what came of it."""
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request" if case.kind == "http" else "websocket.connect"}

        async def send(message: Message) -> None:
            sent.append(message)

        await self.guard(self._scope(case), receive, send)
        if sent[0]["type"].startswith("websocket"):
            return APP if sent[0]["type"] == "websocket.accept" else OUT
        headers = dict(sent[0]["headers"])
        status = sent[0]["status"]
        if status == 303:
            place = headers[b"location"].decode()
            assert place.startswith(f"{self.access.path}/"), place
            assert not place.startswith(f"{self.access.path}//"), place
            assert "token" not in place
        if b"set-cookie" in headers:
            assert self.access.token != self.token
            self.access.token = self.token
            return IN
        return {200: APP, 303: ON, 403: OUT}[status]

    def _scope(self, case: Case) -> Scope:
        tokens = {"current": self.token, "used": self.used, "wrong": "x" * 43, "": ""}
        headers = [(b"host", case.host.encode())]
        if case.origin:
            own = {"own": f"http://{case.host.lower()}", "https": f"https://{case.host.lower()}"}
            headers.append((b"origin", own.get(case.origin, case.origin).encode()))
        right, wrong = f"jtbd-{PORT}={self.access.cookie}", f"jtbd-{PORT}={'x' * 43}"
        cookies = {
            "ours": right,
            "another's": wrong,
            "ours after another's": f"a=b; {wrong}; {right}; c=d",
            "ours for another port": f"jtbd-8502={self.access.cookie}",
        }
        if case.cookie in cookies:
            headers.append((b"cookie", cookies[case.cookie].encode()))
        path = case.path.replace("own", self.access.path, 1) if case.path.startswith("own") else case.path
        query = {} if case.token is None else {"token": tokens[case.token]}
        return {
            "type": case.kind,
            "method": case.method,
            "scheme": "http" if case.kind == "http" else "ws",
            "server": ("127.0.0.1", PORT),
            "path": path,
            "raw_path": quote(path).encode(),
            "root_path": "",
            "query_string": urlencode(query).encode(),
            "headers": headers,
        }


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_nobody_gets_in_who_must_not_and_nobody_stays_out_who_may(kind: str) -> None:
    """Every Host with every Origin, cookie, token, method and path: each is answered as the rules say."""
    methods = METHODS if kind == "http" else ("GET",)
    cases = [Case(kind, *rest) for rest in product(HOSTS, ORIGINS, COOKIES, TOKENS, methods, PATHS)]
    door = Door()

    async def ask() -> list[str]:
        return [await door.answer(case) for case in cases]

    answers = asyncio.run(ask())
    assert [(case, found) for case, found in zip(cases, answers, strict=True) if found != case.expected()] == []
    seen = Counter(answers)
    assert set(seen) == ({APP, IN, ON, OUT} if kind == "http" else {APP, OUT})
    assert seen[APP] > 100, "a guard that refuses everybody is none"
