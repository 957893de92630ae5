"""The receipt: what to photograph, so that nobody can show another sheet in this one's place."""

from __future__ import annotations

import io
from typing import Final

import segno

from jtbd.model.sheet import Sheet

INK: Final = "#2B211B"


def receipt_text(sheet: Sheet) -> str:
    """Return what the QR code holds: format, sheet, hash, and the thumbprint of each party's key, a line each."""
    content = sheet.commitment
    keys = [f"{party.id} {party.key}" for party in content.parties]
    return "\n".join([content.format, content.id, sheet.content_hash, *keys])


def receipt_image(sheet: Sheet) -> str:
    """Return the receipt as a QR code in SVG."""
    picture = io.BytesIO()
    segno.make(receipt_text(sheet), error="m", micro=False).save(
        picture, kind="svg", xmldecl=False, svgns=True, border=0, dark=INK
    )
    return picture.getvalue().decode("utf-8")
