"""What a file is, by the line that says its format."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias, cast

from jtbd.disk.shell import quoted
from jtbd.errors import NotASheet
from jtbd.i18n import say
from jtbd.yamltext import MOST_BYTES

Kind: TypeAlias = Literal["canvas", "network", "template", "sheet", "pdf"]

_FORMAT: Final = re.compile(
    rb"""^format:[ ]*["']?jtbd\.(?:(?P<canvas>canvas)|(?P<network>network)|(?P<template>job-template))/"""
    rb"""|^[ ]+format:[ ]*["']?jtbd\.(?P<sheet>commitment-sheet)/"""
    rb"""|\A(?P<pdf>%PDF-)""",
    re.MULTILINE,
)
"""The line that says what a file is: at the margin, but in a sheet under `commitment`."""


def kind_of(data: bytes) -> Kind | None:
    """Return what a file says that it is, None where it says nothing in as much as is ever read of a text."""
    said = _FORMAT.search(data, 0, MOST_BYTES)
    return cast("Kind", said.lastgroup) if said else None


def refuse_other_files(data: bytes, file: str, *, pdf: bool = False) -> None:
    """Refuse a file that says itself that it is no sheet; its PDF passes with `pdf`.

    Raises:
        NotASheet: it is a canvas, a job template or the PDF; says what to do.

    """
    match kind_of(data):
        case "canvas":
            command = f"jtbd sheet {quoted(file)} --out DIR"
            raise NotASheet(file, "canvas", say("Freeze one with `{command}`.", command=command))
        case "template":
            raise NotASheet(file, "template", say("Name a file that `jtbd sheet` or `jtbd sign` wrote."))
        case "pdf" if not pdf:
            raise NotASheet(
                file,
                "pdf",
                say("Name the .yaml file; it is attached to the PDF: {command}.", command="pdfdetach -saveall FILE"),
            )
        case _:
            return
