"""Typst, with text as data: nothing that a person wrote is ever read as markup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import typst

TEXT: Final = "Libertinus Serif"
"""Comes with typst, so that a sheet looks the same everywhere."""

_PREFERRED: Final = (
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "Noto Serif Devanagari",
    "Noto Serif Thai",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "Noto Serif CJK KR",
    "Songti SC",
    "Hiragino Mincho ProN",
    "SimSun",
    "Noto Color Emoji",
    "Apple Color Emoji",
    "Segoe UI Emoji",
)
"""Book faces for other scripts; where a machine has none of these, typst takes any that has the character."""

_REFUSED: Final = re.compile(r'^error: PDF/A.*?`"(.+?)"`', re.MULTILINE)
_PREVIEW_PPI: Final = 120
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")


def typeset(template: bytes, data: Mapping[str, Any], *, archival: bool) -> bytes:
    """Return a template with its data as a tagged PDF, PDF/A-3a if `archival`.

    Raises:
        typst.TypstError: something cannot be set, or cannot go into a PDF/A.

    """
    standards: list[typst.PDFStandard] = ["a-3a"] if archival else []
    return typst.compile(template, font_paths=_fonts(), sys_inputs=_inputs(data), pdf_standards=standards, format="pdf")


def pictures(template: bytes, data: Mapping[str, Any]) -> tuple[bytes, ...]:
    """Return each page of a template with its data as a PNG of about 1,000 pixels across.

    Raises:
        typst.TypstError: something cannot be set.

    """
    # typst gives one page as bytes, several as a list; its type hints know the first only.
    pages: Any = typst.compile(template, font_paths=_fonts(), sys_inputs=_inputs(data), format="png", ppi=_PREVIEW_PPI)
    return tuple(pages) if isinstance(pages, list) else (pages,)


def refused(error: typst.TypstError) -> tuple[str, ...]:
    """Return the characters that typst refuses to put into a PDF/A, each once; empty for other errors."""
    found = [
        _ESCAPED.sub(lambda escape: chr(int(escape.group(1), 16)), text) for text in _REFUSED.findall(error.diagnostic)
    ]
    return tuple(dict.fromkeys("".join(found)))


def _inputs(data: Mapping[str, Any]) -> dict[str, str]:
    return {"data": json.dumps(data, ensure_ascii=False), "fonts": json.dumps(_families())}


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts of this machine; looking for them takes a tenth of a second, once."""
    return typst.Fonts()


@cache
def _families() -> tuple[str, ...]:
    there = set(_fonts().families())
    return (TEXT, *(family for family in _PREFERRED if family in there))
