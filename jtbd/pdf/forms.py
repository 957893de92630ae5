"""In which forms a sheet can be printed, the best first: a signature must never wait for a page that cannot be set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from jtbd.pdf.fonts import code_points, printable_anywhere

NOT_ARCHIVAL: Final = (
    "The PDF could not be made in the form for archives (PDF/A) here, so it is a plain PDF; it says the same."
)
NO_PICTURE: Final = "The picture of the overlap could not be printed here; its figures stand beside it in words."
SPELT_OUT: Final = (
    "Some letters of this sheet cannot be set on this machine: the PDF has their numbers instead. The sheet.yaml "
    "attached to it, which is what counts, has every letter."
)


FORM_WARNINGS: Final = (NOT_ARCHIVAL, NO_PICTURE, SPELT_OUT)


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
        shown = {**data, "missing": code_points(missing) if missing and not self.archival else ""}
        if not self.picture and data["overlap"]:
            shown["overlap"] = {**data["overlap"], "picture": None}
        return shown if self.letters else {**spelt_out(shown), "attachments": data["attachments"]}

    def warnings(self, data: Mapping[str, Any]) -> Iterator[str]:
        """Yield what is lacking in this form, but for the archives and for missing letters, each as a sentence."""
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
