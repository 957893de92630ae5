"""Canvas ⇄ YAML text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from jtbd.errors import Fault, FaultyFile, NewerFormat
from jtbd.i18n import mark, say
from jtbd.model import CANVAS_FORMAT, Canvas
from jtbd.model.base import Part
from jtbd.model.canvas import NEWEST_FORMAT, SINCE_1_1
from jtbd.store.complaints import Complaint, complaints, together
from jtbd.store.money import money_complaints
from jtbd.yamltext import Document, Plain, scan, write

SCHEMA_LINE: Final = "# yaml-language-server: $schema=../../schema/canvas-1.schema.json\n"

_ON_ONE_LINE: Final = (
    ("meetings", "*", "clock"),
    ("parties", "*"),
    ("parties", "*", "hourly_rate"),
    ("rating",),
    ("aspects", "*", "a"),
    ("aspects", "*", "b"),
    ("aspects", "*", "line"),
    ("complement_test",),
    ("choice",),
    ("value", "a"),
    ("value", "b"),
    ("value", "four", "*", "*"),
    ("roles", "*"),
    ("missing", "*"),
    ("commitments", "*", "every"),
    ("review",),
    ("sheets", "*"),
    ("met", "through"),
    ("ledger", "*"),
    ("referrals", "*", "through"),
    ("referrals", "*", "log", "*"),
    ("outcomes", "*"),
)
_SAID_EVEN_IF_BLANK: Final = "running_since"  # a clock that stands still says so
_FORMAT: Final = re.compile(r"jtbd\.canvas/([0-9]{1,9})(?:\.([0-9]{1,9}))?")
_KNOWN: Final = (1, 1)
_ZEROS: Final = b"\x00"
_EMPTY: Final = mark(
    "there is nothing in the file but zeros, as a power cut or a program that syncs folders leaves it: earlier "
    "versions are in the folder `history` beside it, and the app offers them"
)
_FIELDS: Final = tuple(Canvas.model_fields)
_OF_PARTS: Final = {
    name
    for name in _FIELDS
    if isinstance(Canvas.model_fields[name].get_default(call_default_factory=True), Part | tuple)
}
_REMEMBERED: Final = 2048
"""So many parts' texts are kept for the next save, which changes one of them as a rule."""


def canvas_from_bytes(data: bytes, file: str, *, payable: bool = False) -> Canvas:
    """Read a canvas.

    Args:
        data: the file.
        file: its name in messages.
        payable: whether money that no sheet could hold is a fault of the file. On the screen it is not: there it can be
            seen and mended, which a file that does not open cannot.

    Raises:
        UnreadableFile: larger than 1 MiB, or not UTF-8.
        NewerFormat: written by a newer version of this program.
        FaultyFile: every fault of its YAML and of its fields, each with line and column.

    """
    document, findings = scan(data, file)
    if data and not data.strip(_ZEROS):
        raise FaultyFile(
            file, [Fault(1, 1, "", _EMPTY.said())], say("Take an earlier version of it; nothing was written.")
        )
    if document is None:
        raise FaultyFile(file, [finding.fault() for finding in findings])
    if not isinstance(document.value, dict):
        wanted = Fault(
            1,
            1,
            "",
            say(
                "a canvas is made of lines such as name: value, the first being format: {format}",
                format=CANVAS_FORMAT,
            ),
        )
        raise FaultyFile(file, [*(finding.fault() for finding in findings), wanted])
    _refuse_newer(document.value.get("format"), file, document.place(("format",)).line)
    beyond = [*_newer_fields(document), *(money_complaints(document) if payable else ())]
    try:
        canvas = Canvas.model_validate(document.value)
    except ValidationError as error:
        raise FaultyFile(file, together(findings, [*complaints(error, Canvas, document), *beyond])) from None
    if findings or beyond:
        raise FaultyFile(file, together(findings, beyond))
    return canvas


def canvas_to_text(canvas: Canvas) -> str:
    """Return the file's text: fields in the model's order, on one line where that reads best.

    A field at its default is left out, unless it was given and is more than a blank: what a person wrote stays.
    """
    dumped = canvas.model_dump(mode="json", exclude=_OF_PARTS)
    return SCHEMA_LINE + "".join(_field(canvas, name, dumped) for name in _FIELDS if name in canvas.model_fields_set)


def _refuse_newer(found: Plain, file: str, line: int) -> None:
    match = _FORMAT.fullmatch(found) if isinstance(found, str) else None
    if match and (int(match[1]), int(match[2] or 0)) > _KNOWN:
        raise NewerFormat(file, match[0], NEWEST_FORMAT, line)


def _newer_fields(document: Document) -> Iterator[Complaint]:
    """Yield the fields that the file's own format does not have yet: an older version would not read it."""
    said = document.value
    if isinstance(said, dict) and said.get("format") == CANVAS_FORMAT:
        for path in SINCE_1_1:
            if _has(said, path):
                name = ".".join(path)
                place = document.key_place(path)
                message = say(
                    "came with {format}: write that as the format in line {line}",
                    format=NEWEST_FORMAT,
                    line=document.place(("format",)).line,
                )
                yield Complaint(path, Fault(place.line, place.column, name, message))


def _has(said: Plain, path: tuple[str, ...]) -> bool:
    for name in path:
        if not isinstance(said, dict) or name not in said:
            return False
        said = said[name]
    return True


def _field(canvas: Canvas, name: str, dumped: Mapping[str, Any]) -> str:
    """Return one field of a canvas as text, empty where it is blank; parts that have not changed are remembered."""
    value = getattr(canvas, name)
    if isinstance(value, Part):
        return _part(name, _Same(value))
    if isinstance(value, tuple) and value:
        return f"{name}:\n" + "".join(_item(name, _Same(item)) for item in value)
    if value is None or (value == () and (name,) in SINCE_1_1):  # an older version does not know the field
        return ""
    return write({name: dumped.get(name, [])})


class _Same:
    """A part as a key: equal to itself alone, since of equal parts one may have been given more fields."""

    __slots__ = ("part",)

    def __init__(self, part: Part) -> None:
        self.part = part

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.part is other.part

    def __hash__(self) -> int:
        return id(self.part)


@lru_cache(maxsize=_REMEMBERED)
def _item(name: str, same: _Same) -> str:
    lines = write({name: [_plain(same.part, same.part.model_dump(mode="json"))]}, inline=_ON_ONE_LINE)
    return lines.partition("\n")[2]


@lru_cache(maxsize=_REMEMBERED)
def _part(name: str, same: _Same) -> str:
    plain = _plain(same.part, same.part.model_dump(mode="json"))
    return write({name: plain}, inline=_ON_ONE_LINE) if plain else ""


def _plain(value: object, dumped: Any) -> Any:
    """Return what of a dumped value is to be written; `value` is what it was dumped from."""
    if isinstance(value, tuple):
        return [_plain(item, plain) for item, plain in zip(value, dumped, strict=True)]
    if not isinstance(value, Part):
        return dumped
    written: dict[str, Any] = {}
    for name, field in type(value).model_fields.items():
        key = field.alias or name
        if name not in value.model_fields_set:
            continue
        plain = _plain(getattr(value, name), dumped[key])
        if not _is_blank(plain, field) or key == _SAID_EVEN_IF_BLANK:
            written[key] = plain
    return written


def _is_blank(plain: object, field: FieldInfo) -> bool:
    return plain is None or (plain == {} and field.default_factory is not None)
