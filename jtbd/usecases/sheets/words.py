"""What a sheet says, before it is frozen and in words alone: for who cannot see its pages, or whose fonts cannot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from jtbd.model import Canvas
from jtbd.model.sheet import Sheet
from jtbd.pdf.fonts import code_points, unprintable, unseen, unseen_warning
from jtbd.pdf.view import view
from jtbd.scoring import overlap
from jtbd.sign.check.verification import VerifiedSheet
from jtbd.sign.sheet.freeze import freeze, missing_for_sheet
from jtbd.usecases.sheets.terms import Terms
from jtbd.wording import sheet as words

_NO_KEY: Final = {"a": "A" * 43, "b": "A" * 42 + "E"}
_NO_ID: Final = "a" * 26


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
    return " ".join(words.verdict(content)) if content.overlap.told else ""


def in_words(sheet: VerifiedSheet) -> tuple[Passage, ...]:
    """Return a sheet as it is printed, in words alone."""
    return tuple(passage for passage in _passages(view(sheet.sheet, sheet.statements, None)) if passage.lines)


def _passages(shown: dict[str, Any]) -> Iterator[Passage]:
    names, secret = shown["names"], " It is confidential." if shown["confidential"] else ""
    yield Passage("Commitment sheet", (f"{shown['what']} between {shown['between']}.{secret}", shown["state"]["label"]))
    yield Passage("The job of their customer", tuple(f"{label}: {text}" for label, text in shown["job"]))
    if told := shown["overlap"]:
        shares = (f"{part['label']}: {part['share']}" for part in told["parts"])
        yield Passage("What the two are to each other", (told["verdict"], *told["flags"], *shares))
    roles = ((names[role["party"]], "; ".join(filter(None, (role["role"], role["does"])))) for role in shown["roles"])
    yield Passage("Who does what", tuple(f"{name}: {does}" for name, does in roles))
    for promise in shown["commitments"]:
        kind = [["Kind", promise["kind"]]] if promise["kind"] else []
        details = (f"{label}: {text}" for label, text in (*promise["details"], *kind))
        yield Passage(f"{promise['number']}. {promise['giver']} to {promise['receiver']}", (promise["said"], *details))
    if shown["value"]:
        rows = (f"{label}: {names['a']} {a}, {names['b']} {b}" for label, a, b in shown["value"]["rows"])
        yield Passage("The money", tuple(rows))
    yield Passage("When they look at it again", tuple(filter(None, (shown["review"],))))
    signed = (f"{one['line']}: {one.get('when', 'has yet to sign')}" for one in shown["signatures"])
    yield Passage("What it is, and who signs", (*shown["terms"], *signed))
