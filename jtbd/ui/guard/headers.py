"""The security headers on everything that is sent."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

from jtbd.ui.guard.refusal import SCRIPT

_FIXED: Final[Mapping[str, str]] = {
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), serial=(), usb=()",
}

_STARTS: Final = ("http.response.start", "websocket.accept")


def guarded(send: Send, policy: str) -> Send:
    """Return a `send` that adds the headers to the start of a response or of a WebSocket."""

    async def send_guarded(message: Message) -> None:
        if message["type"] in _STARTS:
            message.setdefault("headers", [])
            headers = MutableHeaders(scope=message)
            headers.update(_FIXED)
            headers["content-security-policy"] = policy
        await send(message)

    return send_guarded


def app_policy(host: str) -> str:
    """Return the content security policy of Streamlit's pages; no host but our own stands in it.

    Streamlit loads the script of a component from a `blob:` that it makes itself, and styles it in line, as does
    plotly; the one inline script of its page is allowed by hash. `ws:` is spelt out for browsers in which 'self' does
    not cover it.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob: {' '.join(_inline_scripts())}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "media-src 'self' data: blob:",
            f"connect-src 'self' ws://{host}",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


REFUSAL_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        f"script-src {_hash(SCRIPT)}",
        "connect-src 'self'",
        "style-src 'unsafe-inline'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""The policy of the guard's own page, which has one script."""


@cache
def _inline_scripts() -> tuple[str, ...]:
    """Return the CSP hash of each inline script of the installed Streamlit's page."""
    page = Path(st.__file__).with_name("static") / "index.html"
    scripts = re.findall(r"<script>(.*?)</script>", page.read_text(encoding="utf-8"), re.DOTALL)
    return tuple(map(_hash, scripts))
