"""The commitment sheet as a PDF: the same content as the YAML, set to be read, with both files attached."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final

from jtbd.i18n import chosen, mark, speaking, spoken
from jtbd.model.sheet import Sheet
from jtbd.model.statement import Statement
from jtbd.pdf.fonts import code_points, unseen, unseen_warning, warning
from jtbd.pdf.forms import FORMS, NOT_ARCHIVAL, Form
from jtbd.pdf.labels import labels
from jtbd.pdf.pieces import pieces
from jtbd.pdf.seal_room import SealRoom, seal_room
from jtbd.pdf.typeset import TypesettingFailed, pictures, texts, typeset
from jtbd.pdf.view import dated, view

_TEMPLATE: Final = "sheet.typ"
_REGION: Final = re.compile("[A-Z]{2}(?<!XA)")
_UNSEEN: Final = mark("{bold}Not everything can be seen.{off} These stand in the text and show as nothing: {names}.")


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A PDF, and what to tell the user about it.

    Attributes:
        pdf: PDF/A-3a; a plain tagged PDF where a character has no font here.
        warnings: sentences; empty where everything could be printed.
        lacking: those of them that are about the form, not about letters.
        room: where the seal goes, in a PDF that says that it is sealed and has yet to be.

    """

    pdf: bytes
    warnings: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
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
    """Return the sheet as PDF, in its own language; the same arguments give the same bytes on the same machine.

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
    with speaking(language_of(sheet)):
        data = _data(sheet, statements, overlap_svg, made_at, since, sealed=sealed_at is not None)
        data["attachments"] = {"sheet": sheet_yaml.decode(), "commitment": commitment_json.decode()}
        hidden = unseen(*texts(data))
        data["unseen"] = pieces(_UNSEEN, names=code_points(hidden)) if hidden else []
        pdf, room, form, missing = _set(data, sealed_at)
    lacking = (() if form.archival or missing else (NOT_ARCHIVAL.said(),)) + tuple(
        warning.said() for warning in form.warnings(data)
    )
    boxes = (warning(missing),) if missing and not form.archival else ()
    return PrintedSheet(pdf, (*boxes, *lacking, *((unseen_warning(hidden),) if hidden else ())), lacking, room)


def _set(data: Mapping[str, Any], sealed_at: dt.datetime | None) -> tuple[bytes, SealRoom | None, Form, Sequence[str]]:
    """Return the pages in the best form in which they can be set, the room for the seal, and what no font has."""
    template = _template()
    missing: Sequence[str] = ()
    failure = TypesettingFailed("nothing was tried")
    for form in FORMS:
        if form.archival and missing:
            continue
        shown = form.of(data, missing)
        try:
            pdf = typeset(template, shown, archival=form.archival)
            room = seal_room(template, shown, sealed_at) if sealed_at else None
        except TypesettingFailed as failed:
            failure, missing = failed, failed.characters or missing
        else:
            return pdf, room, form, missing
    raise failure


def language_of(sheet: Sheet) -> str:
    """Return the language that a sheet is printed in: its own, whatever the one who prints it speaks."""
    return chosen(sheet.commitment.language)


def preview(
    sheet: Sheet,
    statements: Sequence[Statement],
    *,
    overlap_svg: str | None,
    made_at: dt.datetime,
    since: Sequence[str] = (),
) -> tuple[bytes, ...]:
    """Return each page as a PNG picture, as `render` would print it; for the arguments see there."""
    with speaking(language_of(sheet)):
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
    *,
    sealed: bool = False,
) -> dict[str, Any]:
    date = dated(statements) or made_at.astimezone(dt.UTC)
    language, _, region = spoken().partition("-")
    shown = {**view(sheet, statements, overlap_svg, since), "sealed": sealed}
    return {
        **shown,
        "labels": labels(shown),
        "language": {"lang": language, "region": region if _REGION.fullmatch(region) else None},
        "date": {part: getattr(date, part) for part in ("year", "month", "day", "hour", "minute", "second")},
        "attachments": None,
        "missing": [],
        "unseen": [],
    }


def _template() -> bytes:
    return resources.files(__package__).joinpath(_TEMPLATE).read_bytes()
