"""E-mail addresses out of what people write into a field: taken out of their dressing, written as mail travels."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

import idna

_BETWEEN: Final = re.compile(r"[\s,;|/]+")
_DRESSED: Final = re.compile(r"<([^<>]*)>")
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_LOCAL: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LONGEST_LOCAL: Final = 64
_LONGEST: Final = 254
_FULL_STOPS: Final = str.maketrans({"。": ".", "．": ".", "｡": ".", "＠": "@"})


class Addresses(NamedTuple):
    """What a field says.

    Attributes:
        usable: each address once, as it travels: the domain in ASCII (IDNA 2008).
        refused: what stands there and is no address that a mail can go to, each as it was written.

    """

    usable: tuple[str, ...]
    refused: tuple[str, ...]


def addresses(said: str | None) -> Addresses:
    """Return the addresses in a text such as `Ana <ana@harbour.example>; info@harbour.example`.

    Invisible characters are left away; letters beyond ASCII may stand in the domain, not before the @, since many mail
    programs cannot send there (RFC 6531).
    """
    visible = "".join(
        character for character in (said or "").translate(_FULL_STOPS) if unicodedata.category(character) != "Cf"
    )
    dressed = _DRESSED.findall(visible)
    words = [word.strip() for word in dressed] if dressed else _BETWEEN.split(_QUOTED.sub(" ", visible))
    usable: dict[str, None] = {}
    refused: dict[str, None] = {}
    for word in filter(None, (word.strip(".,;:()[]'\"").removeprefix("mailto:") for word in words)):
        sent = _as_it_travels(word)
        if sent:
            usable[sent] = None
        else:
            refused[word] = None
    if refused and not usable:
        refused = {visible.strip(): None}
    return Addresses(tuple(usable), tuple(refused))


def shown(address: str) -> str:
    """Return an address that travels as people write it: its domain in their letters."""
    local, at, domain = address.rpartition("@")
    try:
        return f"{local}{at}{idna.decode(domain)}"
    except (idna.IDNAError, UnicodeError):
        return address


def _as_it_travels(word: str) -> str | None:
    local, at, domain = word.rpartition("@")
    if not at or not _LOCAL.fullmatch(local) or len(local) > _LONGEST_LOCAL:
        return None
    try:
        ascii_domain = idna.encode(domain, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return None
    whole = f"{local}@{ascii_domain}"
    return whole if "." in ascii_domain and len(whole) <= _LONGEST else None
