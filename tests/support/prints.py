"""Makers of printed sheets for tests, and tools that look at them as a stranger would."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from jtbd.model.sheet import Sheet
from jtbd.pdf.pdf import PrintedSheet, render
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.seal.seal import seal
from jtbd.sign.sheet.content import commitment_json, sheet_yaml
from jtbd.sign.token.jwk import PrivateKey
from tests.support import sheets

PICTURE: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 460 40" width="460" height="40">'
    '<rect width="230" height="24" fill="#1B6A86"/><rect x="230" width="230" height="24" fill="#AE441C"/></svg>'
)


SEALED_AT: Final = sheets.AT + dt.timedelta(minutes=2)


def found(tool: str) -> bool:
    """Whether a stranger's tool is to be used: it is installed, or this is CI, which has them all."""
    return bool(shutil.which(tool) or os.environ.get("CI"))


def needs(tool: str) -> pytest.MarkDecorator:
    """Skip a test where a stranger's tool is not installed; in CI it must run."""
    return pytest.mark.skipif(not found(tool), reason=f"{tool} is not installed")


def printed(sheet: Sheet, picture: str | None = PICTURE, *, sealed_at: dt.datetime | None = None) -> PrintedSheet:
    """Return the PDF of a sheet, as the program makes it: an unsealed copy, or with room for a seal of that time."""
    file = sheet_yaml(sheet)
    return render(
        sheet,
        verify_sheet(file).statements,
        sheet_yaml=file,
        commitment_json=commitment_json(sheet.commitment),
        overlap_svg=picture,
        made_at=sheets.AT,
        sealed_at=sealed_at,
    )


def sealed(sheet: Sheet | None = None, key: PrivateKey | None = None) -> bytes:
    """Return the sealed PDF of a complete sheet; with the key that it names, unless another is given."""
    ready = printed(sheet or sheets.complete(), sealed_at=SEALED_AT)
    assert ready.room
    room = ready.room
    return seal(ready.pdf, key or sheets.key("seal"), mark=room.mark, page=room.page, box=room.box, at=SEALED_AT)


@cache
def sealed_once() -> bytes:
    """Return the sealed PDF of the complete sheet, made once."""
    return sealed()


def text_of(pdf: bytes, folder: Path) -> str:
    """Return the text of a PDF as pdftotext reads it, white space aside."""
    file = folder / "printed.pdf"
    file.write_bytes(pdf)
    text = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True)
    return " ".join(text.stdout.decode().split())
