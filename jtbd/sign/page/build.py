"""The page put together from its parts into one file, in which nothing can be fetched and nothing else can run."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jtbd.i18n import ENGLISH, speaking, spoken
from jtbd.model.schema import sheet_schema, statement_schemas
from jtbd.model.sheet import FIRST_FORMAT, SHEET_FORMAT
from jtbd.parsing.clause import BEGINS, CLAUSE, NO_SUBJECT
from jtbd.parsing.event import TEST
from jtbd.sign.page.markup import markup
from jtbd.sign.page.words import direction, words
from jtbd.wording.labels import LABELS
from jtbd.wording.promise import JOINTS

PAGE_NAME: Final = "verify.html"

_SCRIPTS: Final = (
    "said.js",
    "canonical.js",
    "schema.js",
    "token.js",
    "verify.js",
    "travelled.js",
    "words.js",
    "result.js",
    "screen.js",
)
_FIELDS: Final = {
    "When": "when",
    "I want to": "want",
    "So that": "so_that",
    "Counts if": "qualifies",
    "In return": "reward",
}
"""Which field of a sheet each label stands before."""

_LETTER: Final = r"[\p{L}\p{N}_]"
_EDGE: Final = rf"(?:(?<={_LETTER})(?!{_LETTER})|(?<!{_LETTER})(?={_LETTER}))"


def verify_page() -> bytes:
    """Return the page in the language spoken: UTF-8 HTML, self-contained; in English it is shipped as it is."""
    if spoken() == ENGLISH:
        return files("jtbd.sign.page").joinpath(PAGE_NAME).read_bytes()
    return build_page(spoken())


@cache
def build_page(language: str = ENGLISH) -> bytes:
    """Return the page as its parts make it; the shipped one is the same (`pytest --update-golden` writes it anew).

    Args:
        language: what it speaks, a language that there is a catalogue of.

    """
    with speaking(language):
        places = {"language": language, "direction": direction(), **markup()}
        style = f"\n{_part('page.css')}"
        script = "\n".join(['\n"use strict";\n', _given(), *map(_part, _SCRIPTS)])
    if "</script" in script or "</style" in style:
        raise ValueError("a part of the page would end it early")
    places |= {"policy": _policy(style, script), "style": style, "script": script}
    return re.sub(r"\{\{([a-z_]+)\}\}", lambda place: places[place[1]], _part("page.html")).encode()


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _given() -> str:
    """Return what the page takes from this program, as a constant of JavaScript."""
    given: dict[str, Any] = {
        "words": words(),
        "format": SHEET_FORMAT,
        "sheets": {version: sheet_schema(version) for version in (FIRST_FORMAT, SHEET_FORMAT)},
        "statements": {version: statement_schemas(version) for version in (FIRST_FORMAT, SHEET_FORMAT)},
        "labels": {_FIELDS[label]: _in_javascript(pattern) for label, pattern in LABELS.items()},
        "promise": {
            "joints": {field: _in_javascript(pattern) for field, pattern in JOINTS.items()},
            "term": _in_javascript(TEST),
            "begins": _in_javascript(BEGINS.pattern),
            "clause": _in_javascript(CLAUSE.pattern),
            "no_subject": _in_javascript(NO_SUBJECT.pattern),
        },
    }
    return f"const GIVEN = {json.dumps(given, ensure_ascii=False, indent=1)};\n"


def _in_javascript(pattern: str) -> str:
    """Return a pattern of Python's as one of JavaScript's, whose letters and digits are those of English alone."""
    for ours, theirs in (("(?P<", "(?<"), (r"\b", _EDGE), (r"\d", r"\p{Nd}")):
        pattern = pattern.replace(ours, theirs)
    return pattern


def _policy(style: str, script: str) -> str:
    """Return a content security policy under which this style and this script run, and nothing is ever fetched."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
