"""What pydantic has to say of a file, with line and column, in words that say what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin

from pydantic import StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from jtbd.errors import Fault
from jtbd.model import text
from jtbd.model.base import Part
from jtbd.yamltext import Document, Finding, Path, path_text


class Complaint(NamedTuple):
    """One fault of a field, by its path in the document."""

    path: Path
    fault: Fault


def complaints(error: ValidationError, model: type[Part], document: Document) -> list[Complaint]:
    """Return every error of a validation as a fault in the file that was validated."""
    return [_complaint(item, model, document) for item in error.errors(include_url=False)]


def together(findings: Sequence[Finding], complaints: Sequence[Complaint]) -> list[Fault]:
    """Return the faults of the YAML and those of its fields, one for each place.

    Where a value is refused as YAML, what its field says of it is moot. The exception is a doubtful word: what its
    field wants tells more than that it lacks quotes.
    """
    refused = {finding.path for finding in findings if not finding.doubtful}
    heard = [complaint for complaint in complaints if complaint.path not in refused]
    answered = {complaint.path for complaint in heard}
    left = [finding for finding in findings if not (finding.doubtful and finding.path in answered)]
    return [*(finding.fault() for finding in left), *(complaint.fault for complaint in heard)]


def _complaint(item: ErrorDetails, model: type[Part], document: Document) -> Complaint:
    path: Path = item["loc"]
    place = document.key_place(path) if item["type"] == "extra_forbidden" else document.place(path)
    message = _message(item, path, model)
    return Complaint(path, Fault(place.line, place.column, path_text(path), message))


def _message(item: ErrorDetails, path: Path, model: type[Part]) -> str:
    kind = item["type"]
    if kind == "extra_forbidden":
        return _unknown(str(path[-1]), _part_at(model, path[:-1]))
    if kind == "missing":
        return _missing(str(path[-1]), _part_at(model, path[:-1]))
    if kind.startswith(("date_", "datetime_")):
        return f"must be a day and time that exist: {item['msg'].rpartition(', ')[2]}"
    reworded = _REWORDED.get(kind)
    return reworded(item) if reworded else item["msg"]


# ── fields ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _unknown(name: str, part: type[Part] | None) -> str:
    import difflib  # noqa: PLC0415 - costs a tenth of a start and is for faulty files only

    known = list(_fields(part))
    near = difflib.get_close_matches(name, known, n=1)
    return f"unknown field: did you mean {near[0]}?" if near else f"unknown field: known here are {', '.join(known)}"


def _missing(name: str, part: type[Part] | None) -> str:
    choices = _choices(_fields(part).get(name))
    if len(choices) == 1:
        return f"is missing: add {name}: {choices[0]}"
    return f"is missing: add {name}: with one of {', '.join(choices)}" if choices else f"is missing: add {name}:"


def _fields(part: type[Part] | None) -> dict[str, Any]:
    """Return the fields of a part as a file names them, with their types."""
    if part is None:
        return {}
    return {field.alias or name: field.annotation for name, field in part.model_fields.items()}


def _part_at(model: type[Part], path: Path) -> type[Part] | None:
    part: type[Part] | None = model
    for step in path:
        if isinstance(step, str):
            part = _part_in(_fields(part).get(step))
    return part


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _part_in(inner))), None)


def _choices(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(member.value) for member in annotation]
    if get_origin(annotation) is Literal:
        return [str(choice) for choice in get_args(annotation)]
    return next((found for inner in get_args(annotation) if (found := _choices(inner))), [])


# ── values ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _one_of(item: ErrorDetails) -> str:
    choices = re.findall(r"'([^']*)'", item["msg"])
    return f"must be one of {', '.join(choices)}" if len(choices) > 1 else f"must be {choices[0]}"


def _bound(word: str) -> Callable[[ErrorDetails], str]:
    return lambda item: f"must be {item['msg'].rsplit(maxsplit=1)[-1]} or {word}"


def _text(item: ErrorDetails) -> str:
    value = item["input"]
    if value is None:
        return "must be text: write some, or delete the line"
    if isinstance(value, bool | int):
        return f'must be text: put it in quotes, as "{str(value).lower()}"'
    return "must be text on one line"


def _at_most(item: ErrorDetails) -> str:
    value = item["input"]
    most = re.search(r"at most (\d+)", item["msg"])
    return f"must have at most {most[1] if most else 'so many'} {_pieces(value)}, not {len(value)}"


def _pieces(value: object) -> str:
    return "characters" if isinstance(value, str) else "items"


def _pattern(kind: Any) -> str:
    return next(str(part.pattern) for part in get_args(kind) if isinstance(part, StringConstraints))


_FORMS: Final = {
    _pattern(text.Slug): "must be lower-case letters a to z, digits and hyphens, as find-premises",
    _pattern(text.DecimalText): 'must be an amount in quotes with a point and no thousands, as "40000" or "120.00"',
    _pattern(text.PositiveDecimalText): 'must be an amount of nought or more in quotes, as "40000" or "120.00"',
    _pattern(text.Currency): "must be the three capital letters of a currency, as EUR",
}


def _form(item: ErrorDetails) -> str:
    _, _, pattern = item["msg"].partition("'")
    return _FORMS.get(pattern.removesuffix("'"), f"does not have the form that belongs here: {item['msg']}")


def _always(message: str) -> Callable[[ErrorDetails], str]:
    return lambda item: message if item["input"] is not None else f"{message}; or delete the line"


_REWORDED: Final[dict[str, Callable[[ErrorDetails], str]]] = {
    "enum": _one_of,
    "literal_error": _one_of,
    "string_type": _text,
    "string_too_long": _at_most,
    "string_pattern_mismatch": _form,
    "too_long": _at_most,
    "int_type": _always("must be a whole number without quotes"),
    "bool_type": _always("must be true or false, without quotes"),
    "tuple_type": _always("must be a list: a line each, beginning with a dash"),
    "model_type": _always("must hold fields of its own, as name: value"),
    "greater_than_equal": _bound("more"),
    "less_than_equal": _bound("less"),
}
"""Pydantic's error types, https://docs.pydantic.dev/latest/errors/validation_errors/; others speak for themselves."""
