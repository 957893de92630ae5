"""The pages of a sheet: as a PDF with the picture of its overlap, or as pictures to read before signing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from jtbd.figures.palette import LIGHT
from jtbd.figures.sheet_svg import sheet_svg
from jtbd.i18n import mark, speaking
from jtbd.model.sheet import Sheet
from jtbd.pdf.pdf import PrintedSheet, language_of, preview, render
from jtbd.pdf.typeset import TypesettingFailed, fonts
from jtbd.sign.check.verification import VerifiedSheet
from jtbd.sign.sheet.content import commitment_json
from jtbd.sign.token.jwk import PrivateKey

NOT_PRINTED: Final = mark(
    "The pages of this sheet cannot be printed on this laptop. It can be signed all the same: what counts is its .yaml "
    "file, and `jtbd export --pdf` prints it later, here or elsewhere."
)


def prepare() -> None:
    """Look for fonts and load what seals, so that the first sheet comes as quickly as the next."""
    from jtbd.sign.seal import hanko  # noqa: F401, PLC0415 - loading it, which takes a second, is all

    fonts()


def print_sheet(sheet: VerifiedSheet, at: dt.datetime, since: Sequence[str] = ()) -> PrintedSheet:
    """Return the PDF of a sheet, with the picture of its overlap.

    Args:
        sheet: the sheet.
        at: the date of the document while nobody has signed.
        since: what changed since an earlier sheet, as sentences (`following`).

    """
    return _printed(sheet, at, since)


def print_sealed(sheet: VerifiedSheet, at: dt.datetime, key: PrivateKey, since: Sequence[str] = ()) -> PrintedSheet:
    """Return the PDF of a complete sheet, sealed; for the rest see `print_sheet`.

    Args:
        sheet: the sheet.
        at: now.
        key: the sealing key that the sheet names.
        since: as there.

    """
    from jtbd.sign.seal.seal import seal  # noqa: PLC0415 - slow, and needed once in the life of a sheet

    printed = _printed(sheet, at, since, sealed_at=at)
    if printed.room is None:
        raise ValueError("a sheet that is to be sealed has room for a seal")
    room = printed.room
    with speaking(language_of(sheet.sheet)):
        sealed = seal(printed.pdf, key, mark=room.mark, page=room.page, box=room.box, at=at)
    return PrintedSheet(sealed, printed.warnings)


def lacking(sheet: VerifiedSheet, at: dt.datetime) -> tuple[str, ...]:
    """Return what the PDF of a sheet will lack for another reason than a missing letter, each as a sentence.

    This is the rehearsal: the whole PDF is made, and thrown away.

    """
    try:
        return print_sheet(sheet, at).lacking
    except TypesettingFailed:
        return (NOT_PRINTED.said(),)


def preview_sheet(sheet: VerifiedSheet, at: dt.datetime, since: Sequence[str] = ()) -> tuple[bytes, ...]:
    """Return the pages of a sheet as PNG pictures, as they will print."""
    picture = _picture(sheet.sheet)
    return preview(sheet.sheet, sheet.statements, overlap_svg=picture, made_at=at, since=since)


def _printed(
    sheet: VerifiedSheet, at: dt.datetime, since: Sequence[str], *, sealed_at: dt.datetime | None = None
) -> PrintedSheet:
    return render(
        sheet.sheet,
        sheet.statements,
        sheet_yaml=sheet.file,
        commitment_json=commitment_json(sheet.sheet.commitment),
        overlap_svg=_picture(sheet.sheet),
        made_at=at,
        sealed_at=sealed_at,
        since=since,
    )


def _picture(sheet: Sheet) -> str | None:
    with speaking(language_of(sheet)):
        return sheet_svg(sheet.commitment, LIGHT) if sheet.commitment.overlap.told else None
