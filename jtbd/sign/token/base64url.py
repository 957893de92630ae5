"""Strict base64url (RFC 4648 section 5, as RFC 7515 uses it): no padding, no white space, no stray bits."""

from __future__ import annotations

import base64
import re
from typing import Final

from jtbd.i18n import say
from jtbd.sign.token.flaw import Flaw

_ALPHABET: Final = re.compile(r"[A-Za-z0-9_-]*")


def encode(data: bytes) -> str:
    """Return base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode(text: str) -> bytes:
    """Return the bytes of base64url, of which each has exactly one writing.

    Raises:
        ValueError: another character, padding, a length that cannot be, or unused bits that are not 0.

    """
    if not _ALPHABET.fullmatch(text):
        raise Flaw(say("not base64url: another character"))
    if len(text) % 4 == 1:
        raise Flaw(say("not base64url: a length that cannot be"))
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if encode(data) != text:
        raise Flaw(say("not base64url: bits are left over"))
    return data
