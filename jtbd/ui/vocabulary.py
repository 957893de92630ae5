"""What the scripts of the page say, as a table that the page carries: a script is the same in all languages.

A slot of a text is left open here, since only the script knows what stands in it; of one that counts there is a text
for each form that the language has for numbers, by the names that browsers give these forms, too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Final, TypeAlias

from jtbd.i18n import ENGLISH, PSEUDO, Message, locale, mark_count, say, speaking, spoken
from jtbd.ui import borrowed

Table: TypeAlias = Mapping[str, object]

_SAMPLES: Final = 200
"""So many numbers show each form that any language has for whole ones."""


@cache
def element(tag: str) -> str:
    """Return the table in a language, as the element of the page that the scripts read."""
    with speaking(tag):
        said = json.dumps(_table(), ensure_ascii=False, separators=(",", ":"))
    safe = said.replace("<", "\\u003c")  # nothing in it ends the element
    return f'<script type="application/json" id="jtbd-words">{safe}</script>'


def _table() -> Table:
    """Return what pulse.js says, and what borrowed.js says in the place of Streamlit's words."""
    theirs = [] if spoken() == ENGLISH else [_borrowed(word) for word in borrowed.words()]
    return {**_pulse(), **{name: _said(message) for name, message in _KEPT.items()}, "borrowed": theirs}


def _pulse() -> Table:
    return {
        "ended": say("The program has ended. Start it again to go on."),
        "endedOnPort": say("The program has ended. Start it again with {command} to go on.", command="{command}"),
        "nothingSaved": say("Nothing that you do here now is saved."),
        "refusedBefore": say("What the disk had refused stands on this page alone: copy it before you leave it."),
        "startedAnew": say("The program was started anew."),
        "startedAnewWithLink": say(
            "The program was started anew. Open the link that its terminal shows, then go on here."
        ),
        "notReached": say(
            "This page does not reach the program: something blocks {address}. "
            "Allow it for {host} (an extension, a proxy or a security program), or use another browser.",
            address="{address}",
            host="{host}",
        ),
        "silent": say("The program does not answer just now; what you do here is not saved before it does."),
        "goOn": say("Go on here"),
    }


_KEPT: Final[Mapping[str, Message]] = {
    "keptUntilRating": mark_count(
        "This one answer is not saved yet: kept in this tab, and saved once the rating is opened again.",
        "These {number} answers are not saved yet: kept in this tab, and saved once the rating is opened again.",
    ),
    "keptUntilBack": mark_count(
        "This one answer is not saved yet: kept in this tab, and saved once it is back and the rating is opened again.",
        "These {number} answers are not saved yet: kept in this tab, and saved once it is back and the rating is "
        "opened again.",
    ),
    "keptUntilAnswer": mark_count(
        "This one answer is not saved yet: kept in this tab, and saved once it answers.",
        "These {number} answers are not saved yet: kept in this tab, and saved once it answers.",
    ),
}


def _borrowed(word: borrowed.Word) -> Table:
    return {"where": word.where, "texts": word.texts, "said": _said(word.message)}


def _said(message: Message) -> str | Mapping[str, str]:
    """Return what is said, with its slots left open; of what counts a text for each form of the language."""
    slots = {name: f"{{{name}}}" for _, name, _, _ in Formatter().parse(message.many or message.text) if name}
    if not message.many:
        return message.said(**slots)
    language = "" if spoken() in {ENGLISH, PSEUDO} else locale()
    return {form: message.counted(number, **slots) for form, number in _forms(language).items()}


@cache
def _forms(language: str) -> Mapping[str, int]:
    """Return the forms that a language has for whole numbers, each with one of them; English needs no data for that."""
    if not language:
        return {"one": 1, "other": 2}
    from babel import Locale  # noqa: PLC0415 - slow, and English does without

    form = Locale.parse(language).plural_form
    return {form(number): number for number in range(_SAMPLES, -1, -1)}
