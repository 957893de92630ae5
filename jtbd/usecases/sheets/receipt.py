"""The receipt of a sheet: a QR code to photograph, its parts in groups to compare by eye, a scan to compare in full."""

from __future__ import annotations

from typing import Final, NamedTuple

from jtbd.i18n import WITHIN, say, say_in
from jtbd.model.sheet import Sheet
from jtbd.pdf.receipt import receipt_image, receipt_text

GROUP: Final = 4
"""Characters that an eye takes in at once."""


class Part(NamedTuple):
    """One thing that a receipt holds fast: whose it is and its characters in groups, a few to a line."""

    label: str
    groups: str


def code(sheet: Sheet) -> str:
    """Return the receipt as a QR code in SVG, dark on nothing: it needs a light ground with a margin."""
    return receipt_image(sheet)


def parts(sheet: Sheet) -> tuple[Part, ...]:
    """Return the content's hash and the thumbprint of each party's key, to be compared by eye."""
    content = sheet.commitment
    digest = sheet.content_hash.removeprefix("sha256:")
    keys = (Part(say("Key of {name}", name=party.name), grouped(party.key)) for party in content.parties)
    return (Part(say("Content, SHA-256"), grouped(digest)), *keys)


def grouped(text: str) -> str:
    """Return a text in groups of four."""
    return " ".join(text[place : place + GROUP] for place in range(0, len(text), GROUP))


def differences(sheet: Sheet, said: str) -> tuple[str, ...]:
    """Return in which parts a scanned receipt differs from a sheet; empty where it is the receipt of this sheet."""
    ours, theirs = receipt_text(sheet).splitlines(), said.split("\n")
    theirs = [line.strip() for line in theirs if line.strip()]
    keys = (say_in(WITHIN, "key of {name}", name=party.name) for party in sheet.commitment.parties)
    names = (say_in(WITHIN, "format"), say_in(WITHIN, "sheet"), say_in(WITHIN, "content"), *keys)
    if len(theirs) != len(ours):
        return (say_in(WITHIN, "it is no receipt of a sheet, or not all of one"),)
    return tuple(name for name, mine, other in zip(names, ours, theirs, strict=True) if mine != other)
