"""What a sheet says, before it is frozen and in words alone: for who cannot see its pages, or whose fonts cannot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from jtbd.i18n import Message, mark, say, speaking
from jtbd.model import Canvas
from jtbd.model.sheet import Binding, CommitmentContent, Sheet
from jtbd.pdf.fonts import code_points, unprintable, unseen, unseen_warning
from jtbd.pdf.pdf import language_of
from jtbd.pdf.view import view
from jtbd.scoring import overlap
from jtbd.sign.check.verification import VerifiedSheet
from jtbd.sign.sheet.freeze import freeze, missing_for_sheet
from jtbd.usecases.sheets.terms import Terms
from jtbd.wording import sheet as words

_NO_KEY: Final = {"a": "A" * 43, "b": "A" * 42 + "E"}
_NO_ID: Final = "a" * 26
_BETWEEN: Final[Mapping[Binding, Message]] = {
    "intent": mark("A statement of intent between {names}."),
    "contract": mark("An agreement meant to bind between {names}."),
}


class Passage(NamedTuple):
    """A part of a sheet in words."""

    title: str
    lines: tuple[str, ...]


def rehearsed(canvas: Canvas, terms: Terms, today: dt.date) -> Sheet | None:
    """Return the sheet that a canvas would be frozen as today, keys and id aside; None while something is missing."""
    if missing_for_sheet(canvas, money=terms.money):
        return None
    return freeze(
        canvas,
        overlap(canvas),
        sheet_id=_NO_ID,
        keys={"a": _NO_KEY["a"], "b": _NO_KEY["b"]},
        seal=_NO_KEY["a"],
        canvas_sha256="0" * 64,
        binding=terms.binding,
        confidential=terms.confidential,
        money=terms.money,
        verdict=terms.verdict,
        open_until=terms.last_day(today),
    )


def texts(sheet: Sheet) -> tuple[str, ...]:
    """Return every text of a sheet that people wrote, each once."""
    return tuple(dict.fromkeys(_texts(sheet.commitment.dump())))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


def unprinted(sheet: Sheet) -> tuple[str, ...]:
    """Return the characters of a sheet that no font of this machine has, each once; those of `hidden` apart."""
    written = texts(sheet)
    blank = set(unseen(*written))
    return tuple(character for character in unprintable(*written) if character not in blank)


def hidden(sheet: Sheet) -> str:
    """Return what to say of characters that nobody can see; empty where there are none."""
    found = unseen(*texts(sheet))
    return unseen_warning(found) if found else ""


def named(characters: tuple[str, ...]) -> str:
    """Return characters by number and name, for a screen that may have no font for them either."""
    return code_points(characters)


def verdict(sheet: Sheet) -> str:
    """Return what a sheet says of what the two are to each other, in the words that are printed; empty for nothing."""
    content = sheet.commitment
    if not content.overlap.told:
        return ""
    with speaking(language_of(sheet)):
        return " ".join(words.verdict(content))


def in_words(sheet: VerifiedSheet) -> tuple[Passage, ...]:
    """Return a sheet as it is printed, in words alone."""
    with speaking(language_of(sheet.sheet)):
        shown = view(sheet.sheet, sheet.statements, None)
        return tuple(passage for passage in _passages(shown, sheet.sheet.commitment) if passage.lines)


def _passages(shown: dict[str, Any], content: CommitmentContent) -> Iterator[Passage]:
    names = shown["names"]
    what = _BETWEEN[content.binding].said(names=shown["between"])
    secret = say("It is confidential.") if content.confidential else ""
    yield Passage(say("Commitment sheet"), (f"{what} {secret}".rstrip(), shown["state"]["label"]))
    yield Passage(say("The job of their customer"), tuple(f"{label}: {text}" for label, text in shown["job"]))
    if told := shown["overlap"]:
        shares = (f"{part['label']}: {part['share']}" for part in told["parts"])
        yield Passage(say("What the two are to each other"), (told["verdict"], *told["flags"], *shares))
    roles = ((names[role["party"]], "; ".join(filter(None, (role["role"], role["does"])))) for role in shown["roles"])
    yield Passage(say("Who does what"), tuple(f"{name}: {does}" for name, does in roles))
    for promise in shown["commitments"]:
        kind = [[say("Kind"), promise["kind"]]] if promise["kind"] else []
        details = (f"{label}: {text}" for label, text in (*promise["details"], *kind))
        title = say("{giver} to {receiver}", giver=promise["giver"], receiver=promise["receiver"])
        yield Passage(f"{promise['number']}. {title}", (promise["said"], *details))
    if shown["value"]:
        rows = (f"{label}: {names['a']} {a}, {names['b']} {b}" for label, a, b in shown["value"]["rows"])
        yield Passage(say("The money"), tuple(rows))
    yield Passage(say("When they look at it again"), tuple(filter(None, (shown["review"],))))
    waits = say("has yet to sign")
    signed = (f"{one['line']}: {one.get('when', waits)}" for one in shown["signatures"])
    yield Passage(say("What it is, and who signs"), (*shown["terms"], *signed))
