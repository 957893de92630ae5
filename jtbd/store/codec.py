"""Canvas ⇄ YAML text."""

from __future__ import annotations

import re
from typing import Any, Final

from pydantic import ValidationError

from jtbd.errors import Fault, FaultyFile, NewerFormat
from jtbd.model import CANVAS_FORMAT, Canvas
from jtbd.model.base import Part
from jtbd.store.complaints import complaints, together
from jtbd.yamltext import Plain, scan, write

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
    ("value", "a"),
    ("value", "b"),
    ("value", "four", "*", "*"),
    ("roles", "*"),
    ("missing", "*"),
    ("commitments", "*", "every"),
    ("commitments", "*", "events", "*"),
    ("review",),
    ("sheets", "*"),
)
_SAID_EVEN_IF_BLANK: Final = "running_since"  # a clock that stands still says so
_FORMAT: Final = re.compile(r"jtbd\.canvas/([0-9]{1,9})(?:\.([0-9]{1,9}))?")
_KNOWN: Final = (1, 0)


def canvas_from_bytes(data: bytes, file: str) -> Canvas:
    """Read a canvas; `file` is its name in messages.

    Raises:
        UnreadableFile: larger than 1 MiB, or not UTF-8.
        NewerFormat: written by a newer version of this program.
        FaultyFile: every fault of its YAML and of its fields, each with line and column.

    """
    document, findings = scan(data, file)
    if document is None:
        raise FaultyFile(file, [finding.fault() for finding in findings])
    if not isinstance(document.value, dict):
        wanted = Fault(
            1, 1, "", f"a canvas is made of lines such as name: value, the first being format: {CANVAS_FORMAT}"
        )
        raise FaultyFile(file, [*(finding.fault() for finding in findings), wanted])
    _refuse_newer(document.value.get("format"), file, document.place(("format",)).line)
    try:
        canvas = Canvas.model_validate(document.value)
    except ValidationError as error:
        raise FaultyFile(file, together(findings, complaints(error, Canvas, document))) from None
    if findings:
        raise FaultyFile(file, [finding.fault() for finding in findings])
    return canvas


def canvas_to_text(canvas: Canvas) -> str:
    """Return the file's text: fields in the model's order, on one line where that reads best.

    A field at its default is left out, unless it was given and is more than a blank: what a person wrote stays.
    """
    return SCHEMA_LINE + write(_plain(canvas, canvas.model_dump(mode="json")), inline=_ON_ONE_LINE)


def _refuse_newer(found: Plain, file: str, line: int) -> None:
    match = _FORMAT.fullmatch(found) if isinstance(found, str) else None
    if match and (int(match[1]), int(match[2] or 0)) > _KNOWN:
        raise NewerFormat(file, match[0], CANVAS_FORMAT, line)


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
        blank = plain is None or (plain == {} and field.default_factory is not None)
        if not blank or key == _SAID_EVEN_IF_BLANK:
            written[key] = plain
    return written
