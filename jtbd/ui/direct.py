"""What a component of ours posts straight to the server, and is answered at once.

Streamlit's own way runs the script and draws the page anew for each change, which takes several times as long as to
save an answer and to say what follows from it. Here the answer alone goes there, and what follows comes back. A
listener that cannot say all of it answers nothing; then the component takes Streamlit's way, which tells of trouble.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from secrets import token_urlsafe
from typing import Final, TypeAlias
from weakref import WeakValueDictionary

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from jtbd.i18n import speaking, spoken
from jtbd.ui import failures

MOST_BYTES: Final = 100_000

Hear: TypeAlias = Callable[[object], object | None]
"""Takes what was posted, any JSON, in another thread than the script's; returns the answer, or None for none."""


class Listener:
    """One address for as long as its session lasts, and who listens there now."""

    def __init__(self) -> None:
        self.name: Final = token_urlsafe()
        self.hear: Hear = lambda _: None


_listeners: Final[WeakValueDictionary[str, Listener]] = WeakValueDictionary()


def listen(key: str, hear: Hear) -> str:
    """Return the address at which a component is heard that is drawn under this key, from now on by `hear`.

    What is answered is said in the language of the page that is drawn now.
    """
    found: Listener = st.session_state.setdefault(f"{key}-ear", Listener())
    found.hear = _in_the_language_of_now(hear)
    _listeners[found.name] = found
    return f"direct/{found.name}"


def _in_the_language_of_now(hear: Hear) -> Hear:
    language = spoken()

    def heard(said: object) -> object | None:
        with speaking(language):
            return hear(said)

    return heard


async def _answer(request: Request) -> Response:
    listener = _listeners.get(request.path_params["ear"])
    if listener is None:
        return Response("nobody listens here any more", 404)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return Response("too much at once", 413)
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return Response("not JSON", 400)
    try:
        answer = await run_in_threadpool(_heard, listener.hear, said)
    except _Fell:
        return Response("The program made a mistake; its terminal shows which.", 500)
    return Response("ask the page", 409) if answer is None else JSONResponse(answer)


class _Fell(Exception):
    """Who listened failed; the terminal has been told."""


def _heard(hear: Hear, said: object) -> object | None:
    try:
        return hear(said)
    except BaseException as failure:  # noqa: BLE001 - panics, too
        failures.tell(failure)
        raise _Fell from None


ROUTE: Final = Route("/direct/{ear}", _answer, methods=["POST"])
