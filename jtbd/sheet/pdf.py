"""The commitment sheet as a PDF: the same content as the YAML, set to be read, with both files attached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

import typst

from jtbd.model.sheet import Sheet
from jtbd.model.statement import Statement
from jtbd.sheet.fonts import code_points, warning
from jtbd.sheet.typeset import pictures, refused, typeset
from jtbd.sheet.view import dated, view

_TEMPLATE: Final = "sheet.typ"


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A PDF, and what to tell the user about it.

    Attributes:
        pdf: PDF/A-3a; a plain tagged PDF where there are warnings.
        warnings: sentences; empty where everything could be printed.

    """

    pdf: bytes
    warnings: tuple[str, ...] = ()


def render(
    sheet: Sheet,
    statements: Sequence[Statement],
    *,
    sheet_yaml: bytes,
    commitment_json: bytes,
    overlap_svg: str | None,
    made_at: dt.datetime,
) -> PrintedSheet:
    """Return the sheet as PDF; the same arguments give the same bytes on the same machine.

    Args:
        sheet: what is printed.
        statements: what each party said, as verified: from `jtbd.sign.verification.Verification`.
        sheet_yaml: the sheet's own file, attached as `sheet.yaml`.
        commitment_json: the exact bytes that were hashed, attached as `commitment.json`.
        overlap_svg: the picture of the overlap, None for none.
        made_at: the document's date while nobody has signed; then it is the last signature's.

    """
    data = _data(sheet, statements, overlap_svg, made_at)
    data["attachments"] = {"sheet": sheet_yaml.decode(), "commitment": commitment_json.decode()}
    try:
        return PrintedSheet(typeset(_template(), data, archival=True))
    except typst.TypstError as error:
        if not (characters := refused(error)):
            raise
    data["missing"] = code_points(characters)
    return PrintedSheet(typeset(_template(), data, archival=False), (warning(characters),))


def preview(
    sheet: Sheet, statements: Sequence[Statement], *, overlap_svg: str | None, made_at: dt.datetime
) -> tuple[bytes, ...]:
    """Return each page as a PNG picture, as `render` would print it; for the arguments see there."""
    return pictures(_template(), _data(sheet, statements, overlap_svg, made_at))


def _data(
    sheet: Sheet, statements: Sequence[Statement], overlap_svg: str | None, made_at: dt.datetime
) -> dict[str, Any]:
    date = dated(statements) or made_at.astimezone(dt.UTC)
    return {
        **view(sheet, statements, overlap_svg),
        "date": {part: getattr(date, part) for part in ("year", "month", "day", "hour", "minute", "second")},
        "attachments": None,
        "missing": "",
    }


def _template() -> bytes:
    return resources.files(__package__).joinpath(_TEMPLATE).read_bytes()
