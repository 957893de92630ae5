"""The commitment sheet as a PDF: the same content as the YAML, set to be read, with both files attached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

from jtbd.model.sheet import Sheet
from jtbd.model.statement import Statement
from jtbd.pdf.fonts import code_points, unseen, unseen_warning, warning
from jtbd.pdf.forms import FORMS, NOT_ARCHIVAL
from jtbd.pdf.seal_room import SealRoom, seal_room
from jtbd.pdf.typeset import TypesettingFailed, pictures, texts, typeset
from jtbd.pdf.view import dated, view

_TEMPLATE: Final = "sheet.typ"


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A PDF, and what to tell the user about it.

    Attributes:
        pdf: PDF/A-3a; a plain tagged PDF where a character has no font here.
        warnings: sentences; empty where everything could be printed.
        room: where the seal goes, in a PDF that says that it is sealed and has yet to be.

    """

    pdf: bytes
    warnings: tuple[str, ...] = ()
    room: SealRoom | None = None


def render(
    sheet: Sheet,
    statements: Sequence[Statement],
    *,
    sheet_yaml: bytes,
    commitment_json: bytes,
    overlap_svg: str | None,
    made_at: dt.datetime,
    sealed_at: dt.datetime | None = None,
    since: Sequence[str] = (),
) -> PrintedSheet:
    """Return the sheet as PDF; the same arguments give the same bytes on the same machine.

    Args:
        sheet: what is printed.
        statements: what each party said, as verified: from `jtbd.sign.check.verification.Verification`.
        sheet_yaml: the sheet's own file, attached as `sheet.yaml`.
        commitment_json: the exact bytes that were hashed, attached as `commitment.json`.
        overlap_svg: the picture of the overlap, None for none.
        made_at: the document's date while nobody has signed; then it is the last signature's.
        sealed_at: the time of the seal that the PDF is about to get; None for an unsealed copy.
        since: what changed since an earlier sheet, as sentences.

    Raises:
        TypesettingFailed: in no form can a page be set.


    """
    data = _data(sheet, statements, overlap_svg, made_at, since)
    data["attachments"] = {"sheet": sheet_yaml.decode(), "commitment": commitment_json.decode()}
    data["sealed"] = sealed_at is not None
    template = _template()
    hidden = unseen(*texts(data))
    data["unseen"] = code_points(hidden)
    warnings: tuple[str, ...] = (unseen_warning(hidden),) if hidden else ()
    found: dict[str, tuple[str, ...]] = {}
    failure = TypesettingFailed("nothing was tried")
    for form in FORMS:
        if form.archival and found:
            continue
        shown = form.of(data, found.get("missing", ()))
        try:
            pdf = typeset(template, shown, archival=form.archival)
            room = seal_room(template, shown, sealed_at) if sealed_at else None
        except TypesettingFailed as failed:
            failure = failed
            if failed.characters:
                found["missing"] = failed.characters
        else:
            lacking = () if form.archival else (warning(found["missing"]),) if found else (NOT_ARCHIVAL,)
            return PrintedSheet(pdf, (*lacking, *form.warnings(data), *warnings), room)
    raise failure


def preview(
    sheet: Sheet,
    statements: Sequence[Statement],
    *,
    overlap_svg: str | None,
    made_at: dt.datetime,
    since: Sequence[str] = (),
) -> tuple[bytes, ...]:
    """Return each page as a PNG picture, as `render` would print it; for the arguments see there."""
    data = _data(sheet, statements, overlap_svg, made_at, since)
    failure = TypesettingFailed("nothing was tried")
    for form in FORMS:
        try:
            return pictures(_template(), form.of(data, ()))
        except TypesettingFailed as failed:
            failure = failed
    raise failure


def _data(
    sheet: Sheet,
    statements: Sequence[Statement],
    overlap_svg: str | None,
    made_at: dt.datetime,
    since: Sequence[str],
) -> dict[str, Any]:
    date = dated(statements) or made_at.astimezone(dt.UTC)
    return {
        **view(sheet, statements, overlap_svg, since),
        "date": {part: getattr(date, part) for part in ("year", "month", "day", "hour", "minute", "second")},
        "attachments": None,
        "missing": "",
        "unseen": "",
        "sealed": False,
    }


def _template() -> bytes:
    return resources.files(__package__).joinpath(_TEMPLATE).read_bytes()
