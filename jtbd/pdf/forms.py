"""In which forms a sheet can be printed, the best first: a signature must never wait for a page that cannot be set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from jtbd.i18n import Message, mark
from jtbd.pdf.fonts import code_points, printable_anywhere
from jtbd.pdf.pieces import pieces

NOT_ARCHIVAL: Final = mark(
    "The PDF could not be made in the form for archives (PDF/A) here, so it is a plain PDF; it says the same."
)
NO_PICTURE: Final = mark("The picture of the overlap could not be printed here; its figures stand beside it in words.")
SPELT_OUT: Final = mark(
    "Some letters of this sheet cannot be set on this machine: the PDF has their numbers instead. The sheet.yaml "
    "attached to it, which is what counts, has every letter."
)

_MISSING: Final = mark(
    "{bold}Not everything could be printed.{off} The machine that made this PDF has no font for {names}: a box stands "
    "in the place of each. The file sheet.yaml attached to this PDF has the full text."
)


class Form(NamedTuple):
    """A form of the PDF.

    Attributes:
        archival: whether it is a PDF/A.
        picture: whether the overlap is drawn.
        letters: whether all texts are set as they are; else each letter that is not everywhere by its number.

    """

    archival: bool
    picture: bool
    letters: bool

    def of(self, data: Mapping[str, Any], missing: Sequence[str]) -> dict[str, Any]:
        """Return what is printed in this form, with the characters that are known to be missing named on the page."""
        boxes = pieces(_MISSING, names=code_points(missing)) if missing and not self.archival else []
        shown = {**data, "missing": boxes}
        if not self.picture and data["overlap"]:
            shown["overlap"] = {**data["overlap"], "picture": None}
        return shown if self.letters else {**spelt_out(shown), "attachments": data["attachments"]}

    def warnings(self, data: Mapping[str, Any]) -> Iterator[Message]:
        """Yield what is lacking in this form, but for the archives and for missing letters."""
        if not self.picture and data["overlap"] and data["overlap"]["picture"]:
            yield NO_PICTURE
        if not self.letters:
            yield SPELT_OUT


FORMS: Final = (
    Form(archival=True, picture=True, letters=True),
    Form(archival=True, picture=False, letters=True),
    Form(archival=False, picture=True, letters=True),
    Form(archival=False, picture=False, letters=True),
    Form(archival=False, picture=False, letters=False),
)


def spelt_out(data: Any) -> Any:
    """Return plain data whose texts have letters that every machine can set; others are written as [U+05C9]."""
    if isinstance(data, str):
        return "".join(letter if printable_anywhere(letter) else f"[U+{ord(letter):04X}]" for letter in data)
    if isinstance(data, Mapping):
        return {name: spelt_out(value) for name, value in data.items()}
    if isinstance(data, Sequence):
        return [spelt_out(value) for value in data]
    return data
