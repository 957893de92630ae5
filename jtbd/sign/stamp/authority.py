"""Asking a time-stamping authority over HTTP (RFC 3161 section 3.4): one POST, one answer, nothing else."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from typing import Any, Final
from urllib.parse import urlsplit

from jtbd.errors import AuthorityOutOfReach, UsageError
from jtbd.i18n import number, say

LARGEST_REPLY: Final = 100_000
"""Bytes; an answer with all its certificates has some six thousand."""

_PATIENCE: Final = 20.0
_CHUNK: Final = 8_192
_LONGEST_SAID: Final = 200
_HEADERS: Final = {
    "Accept": "application/timestamp-reply",
    "Content-Type": "application/timestamp-query",
    "User-Agent": "jtbd",
}


def ask(url: str, query: bytes) -> bytes:
    """Return what an authority answers to a request for a time stamp.

    Args:
        url: of http or https. An answer is checked by its signature, so that http will do.
        query: the request, as DER.

    Raises:
        UsageError: it is not such an address.
        AuthorityOutOfReach: it could not be reached, did not answer in time, sent us elsewhere or refused.

    """
    if not _is_http(url):
        raise UsageError(
            say("{address} is no address of http or https", address=url),
            say("Give the address that the authority publishes."),
        )
    request = urllib.request.Request(url, query, _HEADERS)  # noqa: S310 - the scheme was looked at above
    try:
        with urllib.request.build_opener(_StayHere).open(request, timeout=_PATIENCE) as answer:
            return _read(answer, url)
    except urllib.error.HTTPError as refusal:
        refusal.close()
        raise AuthorityOutOfReach(
            url, say("it answered {code} {reason}", code=refusal.code, reason=_said(refusal.reason))
        ) from refusal
    except urllib.error.URLError as error:
        raise AuthorityOutOfReach(url, str(getattr(error.reason, "strerror", None) or error.reason)) from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise AuthorityOutOfReach(url, _said(error) or type(error).__name__) from error


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Follows nobody elsewhere: what is sent is sent to the address that the user gave."""

    def redirect_request(self, req: urllib.request.Request, *told: Any) -> None:
        """Refuse; the last of what the server told is where it would have us go."""
        raise AuthorityOutOfReach(req.full_url, say("it sends us on to {address}", address=_said(told[-1])))


def _is_http(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # as of http://[
        return False
    return url.isprintable() and " " not in url and parts.scheme in {"http", "https"} and bool(parts.hostname)


def _said(words: object) -> str:
    """Return a stranger's words without anything that a terminal could take for an instruction."""
    return "".join(letter for letter in str(words) if letter.isprintable())[:_LONGEST_SAID]


def _read(answer: http.client.HTTPResponse, url: str) -> bytes:
    until = time.monotonic() + _PATIENCE
    data = b""
    while chunk := answer.read1(_CHUNK):
        data += chunk
        if len(data) > LARGEST_REPLY:
            raise AuthorityOutOfReach(url, say("its answer has more than {most} bytes", most=number(LARGEST_REPLY)))
        if time.monotonic() > until:
            raise AuthorityOutOfReach(url, say("it did not answer in time"))
    return data
