"""The guard: ASGI middleware that every request and every WebSocket passes before Streamlit sees it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from jtbd.errors import UnsafeStart
from jtbd.i18n import Message as Sentence, mark, speak, speaking
from jtbd.ui import language
from jtbd.ui.guard import door, patience, refusal
from jtbd.ui.guard.access import Access
from jtbd.ui.guard.headers import REFUSAL_POLICY, app_policy, guarded
from jtbd.ui.guard.peer import belongs_to_another
from jtbd.ui.guard.source import HOST, is_foreign

TOKEN: Final = "token"  # noqa: S105  the parameter's name, not its value

_POLICY_VIOLATION: Final = 1008
_TIME_TO_GO_ON: Final = 3
"""Seconds that a browser which is inside, and opens a used link once more, has to say so."""


class Guard:
    """Let in who came by the link in the terminal, under our own name, from our own pages; refuse everyone else.

    Everything is refused by default: there is no public path, not even Streamlit's health check. Streamlit asks an
    outside host for its address when it meets an unknown Origin; none gets that far.

    Args:
        app: what is guarded.
        tell: where the link is shown.
        open_browser: what opens the first link.

    """

    def __init__(
        self,
        app: ASGIApp,
        tell: Callable[[str], None] = door.tell,
        open_browser: Callable[[str], None] = door.open_browser,
    ) -> None:
        self._app = app
        self._tell = tell
        self._open_browser = open_browser
        self._access = Access()
        self._doubts: dict[str, asyncio.TimerHandle] = {}
        self._told: set[Sentence] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection, or the server's start and end."""
        if scope["type"] == "lifespan":
            speak(language.of_terminal())
            await self._live(scope, receive, send)
            return
        speak(language.of_browser(HTTPConnection(scope).headers.get("accept-language")))
        if answer := self._refusal(scope):
            await _give(answer, scope, receive, send)
        else:
            policy = app_policy(HTTPConnection(scope).headers["host"])
            await self._app(self._below_own_path(scope), receive, guarded(send, policy))

    def _refusal(self, scope: Scope) -> Response | None:
        """Return what to answer instead of the app, or None for who may pass."""
        if is_foreign(scope):
            return refusal.not_for_you()
        request = HTTPConnection(scope)
        token = request.query_params.get(TOKEN) if scope["type"] == "http" else None
        if not self._access.admits(_cookies(scope)):
            return self._come_by_the_link(scope, refusal.NO_KEY) if token is None else self._exchange(token, scope)
        if token is not None:
            self._no_doubt(token)
            return RedirectResponse(self._place(scope), 303, {"cache-control": "no-store"})
        if scope["type"] == "http" and self._access.below(scope["path"]) == "":
            return RedirectResponse(self._place(scope), 303)  # what the page loads is beside it, below the path
        return None

    def _exchange(self, token: str, scope: Scope) -> Response:
        """Take the link's token and hand out the cookie; a browser that merely looks ahead does not use it up."""
        headers = HTTPConnection(scope).headers
        looks_ahead = "prefetch" in headers.get("sec-purpose", headers.get("purpose", ""))
        if scope["method"] != "GET" or looks_ahead or not self._access.knows(token):
            return self._used_up(token, scope)
        if _is_strange(scope):
            self._tell_once(_STRANGER)
            return refusal.anothers()
        self._access.redeem(token)
        self._say(_LET_IN, link=self._link("http://" + headers["host"]))
        # Where another page led here, a browser keeps a strict cookie back from all that the same click leads on to.
        led_here = headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}
        place = self._place(scope)
        answer = refusal.go_on(place) if led_here else RedirectResponse(place, 303, {"cache-control": "no-store"})
        name, value, path = _cookie_name(scope), self._access.cookie, self._access.path
        answer.set_cookie(name, value, path=path, httponly=True, samesite="strict")
        return answer

    def _used_up(self, token: str, scope: Scope) -> Response:
        """Refuse a link that is not the current one, or not asked for by somebody who wants to come in."""
        if not self._access.was_redeemed(token):
            return self._come_by_the_link(scope, refusal.USED_LINK)
        if scope["method"] == "GET" and token not in self._doubts:
            later = asyncio.get_running_loop().call_later
            self._doubts[token] = later(_TIME_TO_GO_ON, self._say, _OPENED_TWICE)
        return self._come_by_the_link(scope, refusal.TAKEN_LINK)

    def _no_doubt(self, token: str) -> None:
        """Know that a used link was opened once more by a browser that is inside."""
        if doubt := self._doubts.pop(token, None):
            doubt.cancel()

    def _come_by_the_link(self, scope: Scope, reason: Sentence) -> Response:
        """Return the page that says how to come in, with a way on where the link has another name for this laptop."""
        name, _, port = HTTPConnection(scope).headers["host"].rpartition(":")
        elsewhere = f"http://{HOST}:{port}{_without_token(scope, scope['path'])}" if name not in {"", HOST} else ""
        return refusal.come_by_the_link(reason, elsewhere)

    def _place(self, scope: Scope) -> str:
        """Return where a request leads that has come in: the same place, below the app's own path, without the token.

        The address is put together anew from a path with one slash in front, so that it cannot lead to another host.
        """
        below = self._access.below(scope["path"])
        return self._access.path + _without_token(scope, scope["path"] if below is None else below)

    def _below_own_path(self, scope: Scope) -> Scope:
        """Return a request as the app is to see it, which is mounted at its own path."""
        below = self._access.below(scope["path"])
        return scope if below is None else {**scope, "root_path": scope.get("root_path", "") + self._access.path}

    def _say(self, sentence: Sentence, **slots: object) -> None:
        """Tell something in the terminal: in its language, not that of the browser which asks."""
        with speaking(language.of_terminal()):
            self._tell(sentence.said(**slots))

    def _tell_once(self, sentence: Sentence) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self._say(sentence)

    def _link(self, origin: str) -> str:
        return f"{origin}/?{TOKEN}={self._access.token}"

    async def _live(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Start only where it is safe; show the link as soon as the app is up."""
        try:
            origin = door.origin()
        except UnsafeStart as error:
            sys.stderr.write(f"{error.diagnostics()}\n")
            await receive()
            await send({"type": "lifespan.startup.failed", "message": error.message})
            return

        async def send_and_tell(message: Message) -> None:
            await send(message)
            if message["type"] == "lifespan.startup.complete":
                self._open(origin)

        patience.impose(receive)
        await self._app(scope, receive, send_and_tell)

    def _open(self, origin: str) -> None:
        link = self._link(origin)
        self._say(_OPEN, link=link)
        self._open_browser(link)


_OPEN: Final = mark(
    "Common Job is open on this laptop, at a link that works once:\n  {link}\nCtrl+C here ends the program."
)
_LET_IN: Final = mark("A browser has been let in. For another one:\n  {link}")
_STRANGER: Final = mark("Another user of this machine tried to come in by the link, and was refused.")
_OPENED_TWICE: Final = mark(
    "A link that had let a browser in was opened again, by one that is not in. If only one of the two was yours,\n"
    "somebody else may be in: end the program with Ctrl+C and start it again."
)


def _cookie_name(scope: Scope) -> str:
    """Cookies do not tell ports apart, so the name does: two programs on one laptop keep out of each other's way."""
    return f"jtbd-{scope['server'][1]}"


def _cookies(scope: Scope) -> Iterator[str]:
    """Yield what a request carries under the cookie's name."""
    wanted = _cookie_name(scope)
    for header in HTTPConnection(scope).headers.getlist("cookie"):
        for cookie in header.split(";"):
            name, _, value = cookie.partition("=")
            if name.strip() == wanted:
                yield value.strip()


def _is_strange(scope: Scope) -> bool:
    """Say whether a request comes from another user of this machine, or hides from whom it comes.

    Under `streamlit run`, uvicorn takes such a header's word for the other end of the connection.
    """
    if "x-forwarded-for" in HTTPConnection(scope).headers:
        return True
    return bool(scope.get("client")) and belongs_to_another(scope["client"], scope["server"])


def _without_token(scope: Scope, path: str) -> str:
    """Return a path with one slash in front, and the query without the token, so that it stays out of history."""
    query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    rest = urlencode([(name, value) for name, value in query if name != TOKEN])
    return "/" + quote(path.lstrip("/")) + (f"?{rest}" if rest else "")


async def _give(answer: Response, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": _POLICY_VIOLATION})  # before accepting: the browser sees a 403
    else:
        await answer(scope, receive, guarded(send, REFUSAL_POLICY))
