"""Typst, with text as data: nothing that a person wrote is ever read as markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import resources
from typing import Any, Final

import typst

from jtbd.pdf.breaks import BREAK, breakable
from jtbd.pdf.marks import JOINER, parted
from jtbd.pdf.tongues import Han, main_han, tongues

TEXT: Final = "Libertinus Serif"
"""Comes with typst, so that a sheet looks the same everywhere."""

_LETTERS: Final = (
    "Noto Serif",
    "DejaVu Serif",
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "Noto Serif Devanagari",
    "Noto Serif Thai",
    "Thonburi",
)
"""Book faces for other scripts; where a machine has none of these, typst takes any that has the character."""

_HAN: Final[Mapping[Han, tuple[str, ...]]] = {
    "zh-CN": ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", "Noto Sans CJK SC"),
    "zh-TW": ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU", "Noto Sans CJK TC"),
    "ja": ("Noto Serif CJK JP", "Source Han Serif", "Hiragino Mincho ProN", "Yu Mincho", "Noto Sans CJK JP"),
    "ko": ("Noto Serif CJK KR", "Source Han Serif K", "AppleMyungjo", "Batang", "Noto Sans CJK KR"),
}

_EMOJI: Final = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")

_REFUSED: Final = re.compile(r'^error: PDF/A.*?`"(.+?)"`', re.MULTILINE)
_OURS: Final = dict.fromkeys(map(ord, (JOINER, BREAK)))
"""What is put into texts here, and is never what somebody misses."""

_FILES: Final = frozenset({"attachments"})
_PRELUDE: Final = "said.typ"
_PREVIEW_PPI: Final = 180
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")


class TypesettingFailed(Exception):
    """Typst could not set something, or fell over it; which characters it was, where it says so."""

    def __init__(self, reason: str, characters: Sequence[str] = ()) -> None:
        super().__init__(reason)
        self.characters = tuple(characters)


@contextmanager
def _failing_by_name() -> Iterator[None]:
    """Let whatever goes wrong in typst be one kind of failure; its panics are no `Exception`, and so pass all nets."""
    try:
        yield
    except typst.TypstError as error:
        raise TypesettingFailed(str(error), refused(error)) from error
    except BaseException as panic:
        if type(panic).__name__ != "PanicException":
            raise
        raise TypesettingFailed(str(panic)) from None


def typeset(template: bytes, data: Mapping[str, Any], *, archival: bool) -> bytes:
    """Return a template with its data as a tagged PDF, PDF/A-3a if `archival`.

    The template finds its data as `data`, and sets a text of a person's with `said`: as its letters want it.

    Raises:
        TypesettingFailed: something cannot be set, or cannot go into a PDF/A.

    """
    standards: list[typst.PDFStandard] = ["a-3a"] if archival else []
    with _failing_by_name():
        return typst.compile(
            _prelude() + template, font_paths=fonts(), sys_inputs=_inputs(data), pdf_standards=standards, format="pdf"
        )


def pictures(template: bytes, data: Mapping[str, Any]) -> tuple[bytes, ...]:
    """Return each page of a template with its data as a PNG of about 1,500 pixels across; see `typeset`.

    Raises:
        TypesettingFailed: something cannot be set.

    """
    # typst gives one page as bytes, several as a list; its type hints know the first only.
    with _failing_by_name():
        pages: Any = typst.compile(
            _prelude() + template, font_paths=fonts(), sys_inputs=_inputs(data), format="png", ppi=_PREVIEW_PPI
        )
    return tuple(pages) if isinstance(pages, list) else (pages,)


def noted(template: bytes, data: Mapping[str, Any], label: str) -> Any:
    """Return the one value that a template with its data notes under a label; see `typeset`.

    Raises:
        TypesettingFailed: something cannot be set.

    """
    with _failing_by_name():
        found = typst.query(
            _prelude() + template, f"<{label}>", field="value", one=True, font_paths=fonts(), sys_inputs=_inputs(data)
        )
    return json.loads(found)


def refused(error: typst.TypstError) -> tuple[str, ...]:
    """Return the characters that typst refuses to put into a PDF/A, each once; empty for other errors."""
    found = [
        _ESCAPED.sub(lambda escape: chr(int(escape.group(1), 16)), text) for text in _REFUSED.findall(error.diagnostic)
    ]
    return tuple(dict.fromkeys("".join(found).translate(_OURS)))


def texts(data: Any) -> Iterator[str]:
    """Yield every text in plain data, attached files aside."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for name, value in data.items():
            if name not in _FILES:
                yield from texts(value)
    elif isinstance(data, Sequence):
        for value in data:
            yield from texts(value)


@cache
def fonts() -> typst.Fonts:
    """Return the fonts of this machine; looking for them takes a tenth of a second, once."""
    return typst.Fonts()


def _inputs(data: Mapping[str, Any]) -> dict[str, str]:
    shown = {**_settable(data), **{name: data[name] for name in data if name in _FILES}}
    found = tongues(texts(shown))
    order = main_han(found)
    set_apart = {
        text: {
            "leftward": tongue.leftward,
            "lang": tongue.han.partition("-")[0] if tongue.han else "en",
            "region": tongue.han.partition("-")[2] or None if tongue.han else None,
            "families": _families((tongue.han, *order)) if tongue.han else _families(order),
        }
        for text, tongue in found.items()
    }
    return {
        "data": json.dumps(shown, ensure_ascii=False),
        "fonts": json.dumps(_families(order)),
        "tongues": json.dumps(set_apart, ensure_ascii=False),
    }


def _settable(data: Any) -> Any:
    """Return plain data with each text as typst sets it: a tab would be nothing; for long words and marks see there."""
    if isinstance(data, str):
        return parted(breakable(data.replace("\t", " ")))
    if isinstance(data, Mapping):
        return {name: _settable(value) for name, value in data.items()}
    if isinstance(data, Sequence):
        return [_settable(value) for value in data]
    return data


@cache
def _families(order: Sequence[Han]) -> tuple[str, ...]:
    """Return the families to look in, one after the other, of those that this machine has."""
    there = set(fonts().families())
    han = (family for each in dict.fromkeys(order) for family in _HAN[each])
    return (TEXT, *(family for family in (*_LETTERS, *han, *_EMOJI) if family in there))


@cache
def _prelude() -> bytes:
    return resources.files(__package__).joinpath(_PRELUDE).read_bytes()
