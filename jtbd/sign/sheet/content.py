"""A sheet as bytes and back: the exact bytes that are hashed, the file, and the reading of it."""

from __future__ import annotations

import hashlib
from operator import itemgetter
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jtbd.errors import InvalidSheet
from jtbd.i18n import say
from jtbd.model.objection import objection
from jtbd.model.sheet import SHEET_FORMAT, CommitmentContent, Sheet, is_newer
from jtbd.model.text import PARTIES
from jtbd.sign.sheet.canonical import canonical_yaml, parse
from jtbd.sign.token.canonical import canonical_json


def commitment_json(content: CommitmentContent) -> bytes:
    """Return the RFC 8785 JSON of the content: the bytes that are hashed, and attached to the PDF as they are."""
    return canonical_json(content.dump())


def content_hash(content: CommitmentContent) -> str:
    """Return `sha256:` and the hex digest of `commitment_json`."""
    return f"sha256:{hashlib.sha256(commitment_json(content)).hexdigest()}"


def sheet_yaml(sheet: Sheet) -> bytes:
    """Return the sheet's file: canonical YAML, signatures sorted by party."""
    document = sheet.dump()
    return canonical_yaml({**document, "signatures": sorted(document["signatures"], key=itemgetter("party"))})


def read_sheet(data: bytes, file: str = "sheet") -> Sheet:
    """Return the sheet in a file, its form checked but neither its hash nor its signatures.

    Raises:
        InvalidSheet: rule `canonical` or `schema`.

    """
    return as_sheet(read_document(data, file))


def read_document(data: bytes, file: str = "sheet") -> dict[str, Any]:
    """Return the plain data of a sheet's file.

    Raises:
        InvalidSheet: rule `canonical`: it is not in the one form that its content has.

    """
    document = parse(data, file)
    signatures = document.get("signatures")
    if isinstance(signatures, list):
        parties = [item.get("party") for item in signatures if isinstance(item, dict)]
        letters = [party for party in parties if party in PARTIES]  # what is no party is for the schema to refuse
        if letters != sorted(letters):
            raise InvalidSheet("canonical", say("the signatures are not sorted by party"))
    return document


def as_sheet(document: dict[str, Any]) -> Sheet:
    """Return plain data as a sheet, if it is that, wholly and in the one form that a sheet has.

    Raises:
        InvalidSheet: rule `schema`, with everything that does not fit.

    """
    content = document.get("commitment")
    if isinstance(content, dict) and is_newer(said := content.get("format")):
        raise InvalidSheet(
            "schema",
            say(
                "it was made by a newer version of the program: its format is {found}, this one knows {known}",
                found=said,
                known=SHEET_FORMAT,
            ),
        )
    try:
        sheet = Sheet.model_validate(document)
    except ValidationError as error:
        faults = "; ".join(f"{_place(item)} {objection(item)}" for item in error.errors(include_url=False))
        raise InvalidSheet("schema", f"{say('this is not a sheet of a known form:')} {faults}") from error
    if sheet.dump() != document:
        raise InvalidSheet("schema", say("a text or a part of the sheet is not written in the one form that it has"))
    return sheet


def _place(item: ErrorDetails) -> str:
    return f"{'.'.join(map(str, item['loc']))}:" if item["loc"] else say("the sheet:")
