"""The cross-references of a PDF, looked at before any reader of PDF is let at it: plain tables and nothing else.

A table is text. Cross-references in a stream, and objects packed up in streams, are unpacked by whoever opens the file:
a megabyte of them to a gigabyte. Tables also leave less room for two readers to find two documents in one file.
"""

from __future__ import annotations

import re
from typing import Final

from jtbd.errors import InvalidSheet
from jtbd.i18n import number, say

_MOST_SECTIONS: Final = 32
_MOST_OBJECTS: Final = 100_000
"""A sheet has some hundreds. Who looks at each of a million is busy for a minute."""
_LINE: Final = 20  # bytes of an entry

_START: Final = re.compile(rb"startxref\s+([0-9]{1,10})\s")
_STRING: Final = rb"\([A-Za-z0-9+/=]*\)|<[0-9A-Fa-f]*>"
_SECTION: Final = re.compile(
    rb"xref *\r?\n"
    rb"(?:[0-9]{1,10} [0-9]{1,10} *\r?\n(?:[0-9]{10} [0-9]{5} [fn](?: \n| \r|\r\n))*+)++"
    rb"\s*trailer\s*<<((?:[^<>()%#]|" + _STRING + rb")*+)>>\s*startxref\s"
)
_BEFORE: Final = re.compile(rb"/Prev\s+([0-9]{1,10})\s*(?=/|$)")


def check_tables(pdf: bytes) -> None:
    """Check that the objects of a PDF are found by tables alone, from the last one back to the first.

    A trailer is one flat dictionary without comments and escapes, so that what is in it can be told without a parser.

    Raises:
        InvalidSheet: rule `attachment`.

    """
    place, size = _first(pdf), 0
    for _ in range(_MOST_SECTIONS):
        section = _SECTION.match(pdf, place)
        if not section:
            raise InvalidSheet("attachment", say("the PDF's objects are not listed in a plain table"))
        size += len(section[0])
        if size > _MOST_OBJECTS * _LINE:
            raise InvalidSheet(
                "attachment",
                say("the PDF has more than {most} objects", most=number(_MOST_OBJECTS)),
            )
        trailer = re.sub(_STRING, b"", section[1])
        if b"/XRefStm" in trailer or b"/Encrypt" in trailer:
            raise InvalidSheet("attachment", say("the PDF is encrypted, or lists objects in a second place"))
        if b"/Prev" not in trailer:
            return
        before = _BEFORE.findall(trailer)
        if len(before) != 1 or trailer.count(b"/Prev") != 1:
            raise InvalidSheet("attachment", say("it is not clear where the PDF lists its objects"))
        place = int(before[0])
    raise InvalidSheet(
        "attachment",
        say("the PDF was changed more than {most} times, or goes in circles", most=_MOST_SECTIONS - 1),
    )


def _first(pdf: bytes) -> int:
    """Return where the last table is, which is the first that a reader looks at."""
    start = _START.match(pdf, max(pdf.rfind(b"startxref"), 0))
    if not start:
        raise InvalidSheet("attachment", say("the PDF does not say where it lists its objects"))
    return int(start[1])
