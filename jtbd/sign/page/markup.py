"""What stands on `verify.html` before any file was dropped on it, in the language spoken, as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Final

from jtbd.i18n import Message, mark
from jtbd.model.sheet import FIRST_FORMAT
from jtbd.sign.page.words import OUTCOMES

_EDGE: Final = "\0"
_CODES: Final[Mapping[str, str]] = {
    "format": FIRST_FORMAT,
    "sheet": "<code>sheet.yaml</code>",
    "verify": "<code>jtbd verify sheet.yaml</code>",
    "verify_pdf": "<code>jtbd verify sheet.pdf</code>",
    "detach": "<code>pdfdetach -saveall sheet.pdf</code>",
}
"""Commands, what they take, and the name of the format."""

_PLACES: Final[Mapping[str, Message]] = {
    "title": mark("Check a commitment sheet"),
    "lede": mark(
        "Two parties have put promises to each other on a sheet and signed it. This page tells you whether the file "
        "in your hands is that sheet, unchanged, and who signed it. It works without network: the file stays on this "
        "computer."
    ),
    "no_script": mark("This page does the checking by itself, in JavaScript, which is switched off in this browser."),
    "drop": mark("Drop {sheet} here"),
    "choose": mark("or choose the file; it may have a number, as sheet-1.yaml or draft-1.yaml"),
    "about": mark("What you will learn"),
    **OUTCOMES,
    "complete_means": mark("Both parties have signed this content, and nothing of it was changed since."),
    "incomplete_means": mark("What is there holds, but somebody has yet to sign."),
    "declined_means": mark("A party has signed that it steps back. It ended there, without commitments."),
    "invalid_means": mark(
        "Something does not fit; the page names the rule that is broken. Do not rely on such a file."
    ),
    "false_copy": mark(
        "Whoever gave you the file could have given you a false copy of this page as well. If in doubt, take the page "
        "from the program itself, or check with other tools: the signatures are compact JWS (RFC 7515, ES256), the "
        "hash is SHA-256 over RFC 8785 JSON."
    ),
    "format": mark("Format {format}. With the program: {verify}"),
    "pdf": mark("This is a PDF"),
    "pdf_message": mark("This page checks the file sheet.yaml, which is attached to the PDF of a sheet."),
    "pdf_how": mark("Take sheet.yaml out of it, then drop that here"),
    "pdf_reader": mark("In a PDF reader: open the list of attachments (the paper clip) and save sheet.yaml."),
    "pdf_command": mark("On a command line: {detach}"),
    "pdf_program": mark("With the program: {verify_pdf} checks the PDF itself, what is attached to it and its seal."),
    "unreadable": mark("Not a file that can be read"),
    "unreadable_message": mark(
        "The browser could not read it: is it a folder, was it moved, or is it on a stick that is gone? Nothing was "
        "checked."
    ),
    "unable": mark("This browser cannot check signatures here"),
    "unable_message": mark(
        "It keeps its cryptography (WebCrypto) from this page, so nothing was checked and there is no verdict. Save "
        "the page and open it from disk, or use a current Firefox, Chrome, Edge or Safari; or {verify} on a command "
        "line."
    ),
}


def markup() -> dict[str, str]:
    """Return what goes into each place of the page."""
    marks = {name: f"{_EDGE}{name}{_EDGE}" for name in _CODES}
    return {place: _filled(message.said(**marks)) for place, message in _PLACES.items()}


def _filled(said: str) -> str:
    parts = said.split(_EDGE)
    return "".join(_CODES[part] if place % 2 else escape(part, quote=False) for place, part in enumerate(parts))
