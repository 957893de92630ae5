"""Makers of printed sheets for tests, and tools that look at them as a stranger would."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

import sheets

from jtbd.model.sheet import Sheet
from jtbd.sheet.pdf import PrintedSheet, render
from jtbd.sign.content import commitment_json, sheet_yaml
from jtbd.sign.verify import verify_sheet

PICTURE: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 460 40" width="460" height="40">'
    '<rect width="230" height="24" fill="#1B6A86"/><rect x="230" width="230" height="24" fill="#AE441C"/></svg>'
)


def printed(sheet: Sheet, picture: str | None = PICTURE) -> PrintedSheet:
    """Return the PDF of a sheet, as the program makes it."""
    file = sheet_yaml(sheet)
    return render(
        sheet,
        verify_sheet(file).statements,
        sheet_yaml=file,
        commitment_json=commitment_json(sheet.commitment),
        overlap_svg=picture,
        made_at=sheets.AT,
    )


def text_of(pdf: bytes, folder: Path) -> str:
    """Return the text of a PDF as pdftotext reads it, white space aside."""
    file = folder / "printed.pdf"
    file.write_bytes(pdf)
    found = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True)
    return " ".join(found.stdout.decode().split())
