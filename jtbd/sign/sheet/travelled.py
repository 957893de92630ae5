"""A sheet that was changed on its way in its form alone: told from one whose content is another.

Mail programs, editors and version control turn line ends, put a byte order mark in front, or write a file anew in other
words of YAML. Such a file is not valid, as two readers could take it for two things. But where the hash and every
signature hold of what it says, nobody has changed what was agreed, and whoever reads that can help themselves.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import Any, Final

from jtbd.errors import JtbdError
from jtbd.formats import listing
from jtbd.i18n import WITHIN, mark, mark_in, say, say_in
from jtbd.model.sheet import Sheet
from jtbd.sign.sheet.canonical import parse
from jtbd.sign.sheet.content import as_sheet
from jtbd.yamltext import MOST_BYTES, read

_OTHERWISE: Final = mark_in(WITHIN, "the way it is written")
# For translators: {changes} is what was changed, as “the line ends and the encoding”.
_NONE: Final = mark("Only the form was changed on the way ({changes}), not what was agreed: its hash holds.")
_ONE: Final = mark(
    "Only the form was changed on the way ({changes}), not what was agreed: the hash and the one signature on it hold."
)
_BOTH: Final = mark(
    "Only the form was changed on the way ({changes}), not what was agreed: the hash and both signatures hold."
)
"""How much of it is signed, and holds."""

_WIDE: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def as_it_was(data: bytes) -> tuple[Sheet, str] | None:
    """Return the sheet that a file would be in canonical form, and what was changed; None where it is no sheet at all.

    Neither hash nor signatures are checked.
    """
    if len(data) > 2 * MOST_BYTES:
        return None
    changes = []
    for bom, encoding in _WIDE:
        if data.startswith(bom):
            data = data.removeprefix(bom).decode(encoding, errors="replace").encode()
            changes.append(say_in(WITHIN, "a mark in front") if encoding == "utf-8" else say_in(WITHIN, "the encoding"))
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        changes.append(say_in(WITHIN, "the line ends"))
    tidy = re.sub(rb"[ \t]+$", b"", data, flags=re.MULTILINE)
    tidy = re.sub(rb"\n{2,}", b"\n", tidy).strip(b"\n") + b"\n"
    if tidy != data:
        changes.append(say_in(WITHIN, "blanks or the last line's end"))
    with suppress(JtbdError):
        return as_sheet(parse(tidy, "")), listing(changes) if changes else _OTHERWISE.said()
    with suppress(JtbdError, RecursionError):
        return as_sheet(_sorted(read(tidy, "").value)), _OTHERWISE.said()
    return None


def remark(sheet: Sheet, changed: str) -> str:
    """Return what to say of a file whose form alone was changed, once hash and signatures were found to hold."""
    signed = len(sheet.signatures)
    held = _BOTH if signed == len(sheet.commitment.required) else _ONE if signed == 1 else _NONE
    again = say(
        "Take a fresh copy: from the mail it came with, from the other party, or the sheet.yaml that is attached to "
        "its PDF."
    )
    return f"{held.said(changes=changed)} {again}"


def _sorted(document: Any) -> Any:
    """Return a document with its signatures in the order that a sheet has them in."""
    signatures = document.get("signatures") if isinstance(document, dict) else None
    if isinstance(signatures, list) and all(isinstance(item, dict) for item in signatures):
        return {**document, "signatures": sorted(signatures, key=lambda item: str(item.get("party")))}
    return document
