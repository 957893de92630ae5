"""The guard: ASGI middleware that every request and every WebSocket passes before Streamlit sees it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from jtbd.errors import UnsafeStart
from jtbd.ui.guard import door, parent, refusal
from jtbd.ui.guard.access import Access
from jtbd.ui.guard.headers import REFUSAL_POLICY, app_policy, guarded
from jtbd.ui.guard.peer import belongs_to_another
from jtbd.ui.guard.source import is_foreign

TOKEN: Final = "token"  # noqa: S105  the parameter's name, not its value

_POLICY_VIOLATION: Final = 1008


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

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection, or the server's start and end."""
        if scope["type"] == "lifespan":
            await self._live(scope, receive, send)
        elif answer := self._refusal(scope):
            await _give(answer, scope, receive, send)
        else:
            await self._app(scope, receive, guarded(send, app_policy(HTTPConnection(scope).headers["host"])))

    def _refusal(self, scope: Scope) -> Response | None:
        """Return what to answer instead of the app, or None for who may pass."""
        if is_foreign(scope):
            return refusal.not_for_you()
        request = HTTPConnection(scope)
        inside = self._access.admits(request.cookies.get(_cookie_name(scope), ""))
        token = request.query_params.get(TOKEN)
        if scope["type"] == "http" and token is not None:
            if inside:
                return _without_token(scope)
            return self._exchange(token, scope)
        return None if inside else refusal.come_by_the_link(refusal.NO_KEY)

    def _exchange(self, token: str, scope: Scope) -> Response:
        """Take the link's token and hand out the cookie; a browser that merely looks ahead does not use it up."""
        headers = HTTPConnection(scope).headers
        looks_ahead = "prefetch" in headers.get("sec-purpose", headers.get("purpose", ""))
        if belongs_to_another(scope.get("client"), scope["server"][1]):
            self._tell("Another user of this machine tried to come in by the link, and was refused.")
            return refusal.not_for_you()
        if scope["method"] != "GET" or looks_ahead or not self._access.redeem(token):
            return refusal.come_by_the_link(refusal.USED_LINK)
        self._tell(f"A browser has been let in. For another one:\n  {self._link('http://' + headers['host'])}")
        # Where another page led here, a browser keeps a strict cookie back from all that the same click leads on to.
        led_here = headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}
        answer = refusal.go_on(_place_without_token(scope)) if led_here else _without_token(scope)
        answer.set_cookie(_cookie_name(scope), self._access.cookie, httponly=True, samesite="strict")
        return answer

    def _link(self, origin: str) -> str:
        return f"{origin}/?{TOKEN}={self._access.token}"

    async def _live(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Start only where it is safe; show the link as soon as the app is up."""
        try:
            origin = door.origin()
            door.refuse_other_settings()
        except UnsafeStart as error:
            sys.stderr.write(f"{error.diagnostics()}\n")
            await receive()
            await send({"type": "lifespan.startup.failed", "message": error.message})
            return

        async def send_and_tell(message: Message) -> None:
            await send(message)
            if message["type"] == "lifespan.startup.complete":
                self._open(origin)

        parent.watch()
        await self._app(scope, receive, send_and_tell)

    def _open(self, origin: str) -> None:
        link = self._link(origin)
        self._tell(
            f"Common Job is open on this laptop, at a link that works once:\n  {link}\nCtrl+C here ends the program."
        )
        self._open_browser(link)


def _cookie_name(scope: Scope) -> str:
    """Cookies do not tell ports apart, so the name does: two programs on one laptop keep out of each other's way."""
    return f"jtbd-{scope['server'][1]}"


def _without_token(scope: Scope) -> Response:
    """Send the browser on to the same address without the token, so that it stays out of history and bookmarks."""
    return RedirectResponse(_place_without_token(scope), 303, {"cache-control": "no-store"})


def _place_without_token(scope: Scope) -> str:
    """Return the same address without the token.

    The address is put together anew from a path with one slash in front, so that it cannot lead to another host.
    """
    query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    rest = urlencode([(name, value) for name, value in query if name != TOKEN])
    path = "/" + quote(scope["path"].lstrip("/"))
    return f"{path}?{rest}" if rest else path


async def _give(answer: Response, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": _POLICY_VIOLATION})  # before accepting: the browser sees a 403
    else:
        await answer(scope, receive, guarded(send, REFUSAL_POLICY))
