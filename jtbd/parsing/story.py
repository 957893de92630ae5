"""A whole story where one of its parts is asked for, as "When I …, I want to …, so I can …"."""

from __future__ import annotations

import re
from typing import Final, Literal

from jtbd.parsing.mark import without_mark

Gap = Literal["performer", "when", "want", "so_that"]
GAPS: Final[tuple[Gap, ...]] = ("performer", "when", "want", "so_that")

_OPENINGS: Final[dict[Gap, str]] = {"performer": "As", "when": "When", "want": "I want to", "so_that": "So that"}
"""What stands on the screen before each gap, so that a story may go on from there."""

_TITLE: Final = re.compile(r"(?:user|job) stor(?:y|ies)(?: ?#?\d+)?\s*[:–—-]\s*", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"\b((?:when|as an?|(?:want|need|like) to|so that|so|can)) ?(?::|…|\.{3})(?=\s)", re.IGNORECASE
)
_SIGNS: Final = re.compile(r"[*_`\[\]<>{}]+")
_PAUSE: Final = r"\s*[:…]?(?:\.\.\.)?\s*"
_BREAK: Final = r"\s*[,;:.–—…-]*\s*"
_DEAR: Final = r"(?:really |also |just |always |still |only )?"
_BOUND: Final = (
    r"(?:\A|[,;:.–—…]\s*|\s[-–—]\s*)(?:(?:and|then|please)\s+)*"
    r"|(?<!\band)(?<!\bor)(?<!\bthat)(?<!\bwhat)(?<!\bwhere)(?<!\bas)(?<!\bif)\s(?:then\s+)?"
)
_WANT: Final = re.compile(
    rf"(?:{_BOUND})(?:(?:(?:I|we)(?:[’']d| would)?\s+{_DEAR}(?:want|need|like|love|wish|hope|prefer|have|am trying|"
    rf"are trying|try)\s+to\b|(?:please\s+)?(?:help|let)\s+(?:me|us)(?:\s+to)?\b|(?:I|we)\s+(?:must|should)\b)|"
    rf"(?:I|we)\s+{_DEAR}(?:want|need)\b){_PAUSE}",
    re.IGNORECASE,
)
_SO: Final = re.compile(
    rf"{_BREAK}(?<![\w’'])(?:(?:so that|in order that|such that)\b|(?:in order to|so as to)\b|"
    r"(?<=[,;:.–—…]\s)so\b(?!\s+(?:far|much|many|long)\b)|so\b(?=\s+(?:I|we|my|our|they|nobody|no one|nothing)\b))"
    rf"{_PAUSE}",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    rf"(?:\A(?:once|if|while|each time|every time|when(?:ever)?)|{_BREAK}(?<![\w’'])(?:every time|when(?:ever)?))\b"
    rf"{_PAUSE}",
    re.IGNORECASE,
)
_AS: Final = re.compile(rf"\Aas\b{_PAUSE}", re.IGNORECASE)
_LEAST: Final = 2
_EDGES: Final = ' \t,;:.…–—-“”"«»'


def taken_apart(text: str, gap: Gap | None = None) -> dict[Gap, str]:
    """Return the parts of a story by the job's fields, each as it was said; empty where it is none.

    It is one where it says what somebody wants and at least one thing more.

    Args:
        text: what was written.
        gap: where it stands, if that is known; the words on the screen before that gap may then be left away.

    """
    said = _SIGNS.sub(" ", _TITLE.sub("", without_mark(text), count=1))
    said = _LABEL.sub(r"\1", " ".join(said.split())).strip(' “”"«»')
    parts = _parts(said)
    if len(parts) < _LEAST and gap:
        parts = _parts(f"{_OPENINGS[gap]} {said}")
    return parts if len(parts) >= _LEAST else {}


def _parts(said: str) -> dict[Gap, str]:
    want = _WANT.search(said)
    if not want or (want.start() > 0 and not (_AS.match(said) or _WHEN.match(said))):
        return {}
    performer, when = _before(said[: want.start()])
    rest = said[want.end() :]
    so = _SO.search(rest)
    wanted, outcome = (rest[: so.start()], rest[so.end() :]) if so else (rest, "")
    if not wanted.strip(_EDGES):
        return {}
    told = zip(GAPS, (performer, when, wanted, outcome), strict=True)
    return {gap: bare for gap, part in told if (bare := part.strip(_EDGES))}


def _before(said: str) -> tuple[str, str]:
    """Return who it is and when, as they stand before what is wanted."""
    who = _AS.match(said)
    rest = said[who.end() :] if who else said
    when = _WHEN.search(rest)
    named = rest[: when.start()] if when else rest
    return named if who else "", rest[when.end() :] if when else ""
