"""What pydantic has to say of a file, with line and column, in words that say what to write instead."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jtbd.errors import Fault
from jtbd.i18n import Message, mark, say, say_count
from jtbd.model.base import Part, part_in
from jtbd.model.objection import objection
from jtbd.store.forms import form
from jtbd.yamltext import Document, Finding, NodePath, path_text


class Complaint(NamedTuple):
    """One fault of a field, by its path in the document."""

    path: NodePath
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
    path: NodePath = item["loc"]
    place = document.key_place(path) if item["type"] == "extra_forbidden" else document.place(path)
    message = form(item, document) if item["type"] == "string_pattern_mismatch" else _message(item, path, model)
    return Complaint(path, Fault(place.line, place.column, path_text(path), message))


def _message(item: ErrorDetails, path: NodePath, model: type[Part]) -> str:
    kind = item["type"]
    if path[-1:] == ("importance",) and kind in _NO_IMPORTANCE:
        return _importance(item["input"])
    if kind == "extra_forbidden":
        return _unknown(str(path[-1]), _part_at(model, path[:-1]))
    if kind == "missing":
        return _missing(str(path[-1]), _part_at(model, path[:-1]))
    if kind.startswith(("date_", "datetime_")):
        return _day(_known(item).get("error", item["msg"]))
    if kind in _OF_CHOICES:
        return _one_of(path, model)
    reworded = _REWORDED.get(kind)
    return reworded(item) if reworded else objection(item)


# ── fields ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _unknown(name: str, part: type[Part] | None) -> str:
    import difflib  # noqa: PLC0415 - costs a tenth of a start and is for faulty files only

    known = list(_fields(part))
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return say("unknown field: did you mean {field}?", field=near[0])
    return say("unknown field: known here are {fields}", fields=", ".join(known))


def _missing(name: str, part: type[Part] | None) -> str:
    choices = _choices(_fields(part).get(name))
    if choices and (len(choices) == 1 or name == "format"):
        return say("is missing: add {field}: {word}", field=name, word=choices[0])
    if choices:
        return say("is missing: add {field}: with one of {words}", field=name, words=", ".join(choices))
    return say("is missing: add {field}:", field=name)


def _fields(part: type[Part] | None) -> dict[str, Any]:
    """Return the fields of a part as a file names them, with their types."""
    if part is None:
        return {}
    return {field.alias or name: field.annotation for name, field in part.model_fields.items()}


def _part_at(model: type[Part], path: NodePath) -> type[Part] | None:
    part: type[Part] | None = model
    for step in path:
        if isinstance(step, str):
            part = part_in(_fields(part).get(step))
    return part


def _item(annotation: Any, place: int) -> Any:
    """Return the type of an item of a list, whose items need not all be of one."""
    kinds = get_args(annotation)
    return kinds[place] if get_origin(annotation) is tuple and place < len(kinds) and ... not in kinds else annotation


def _choices(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(member.value) for member in annotation]
    if get_origin(annotation) is Literal:
        return [str(choice) for choice in get_args(annotation)]
    return next((found for inner in get_args(annotation) if (found := _choices(inner))), [])


# ── values ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _known(item: ErrorDetails) -> dict[str, Any]:
    """Return the values that pydantic names in what it says, by their names there."""
    return item.get("ctx", {})


_OF_CHOICES: Final = frozenset({"enum", "literal_error"})


def _one_of(path: NodePath, model: type[Part]) -> str:
    field = max(nth for nth, step in enumerate(path) if isinstance(step, str))
    kind = _fields(_part_at(model, path[:field])).get(str(path[field]))
    for place in path[field + 1 :]:
        kind = _item(kind, int(place))
    choices = _choices(kind)
    if len(choices) > 1:
        return say("must be one of {words}", words=", ".join(choices))
    return say("must be {word}", word=choices[0])


_DAYS: Final[Mapping[str, Message]] = {
    "month value is outside expected range of 1-12": mark(
        "must be a day and time that exist: month value is outside expected range of 1-12"
    ),
    "day value is outside expected range": mark(
        "must be a day and time that exist: day value is outside expected range"
    ),
    "hour value is outside expected range of 0-23": mark(
        "must be a day and time that exist: hour value is outside expected range of 0-23"
    ),
    "minute value is outside expected range of 0-59": mark(
        "must be a day and time that exist: minute value is outside expected range of 0-59"
    ),
    "second value is outside expected range of 0-59": mark(
        "must be a day and time that exist: second value is outside expected range of 0-59"
    ),
    "timezone minute value is outside expected range of 0-59": mark(
        "must be a day and time that exist: timezone minute value is outside expected range of 0-59"
    ),
    "timezone offset must be less than 24 hours": mark(
        "must be a day and time that exist: timezone offset must be less than 24 hours"
    ),
}
"""By what the library says that pydantic reads days with."""


def _day(error: str) -> str:
    known = _DAYS.get(error)
    return known.said() if known else say("must be a day and time that exist: {reason}", reason=error)


def _at_least(item: ErrorDetails) -> str:
    return say("must be {least} or more", least=_known(item)["ge"])


def _no_more_than(item: ErrorDetails) -> str:
    return say("must be {most} or less", most=_known(item)["le"])


def _text(item: ErrorDetails) -> str:
    value = item["input"]
    if value is None:
        return say("must be text: write some, or delete the line")
    if isinstance(value, bool | int):
        return say('must be text: put it in quotes, as "{word}"', word=str(value).lower())
    return say("must be text on one line")


def _at_most(item: ErrorDetails) -> str:
    value, most = item["input"], _known(item)["max_length"]
    if isinstance(value, str):
        return say_count(
            "must have at most {most} character, not {found}",
            "must have at most {most} characters, not {found}",
            most,
            most=most,
            found=len(value),
        )
    return say_count(
        "must have at most {most} item, not {found}",
        "must have at most {most} items, not {found}",
        most,
        most=most,
        found=len(value),
    )


_NO_IMPORTANCE: Final = frozenset({"int_type", "greater_than_equal", "less_than_equal"})
_SCALE: Final = mark("goes from 0 to 3: 0 no concern, 1 nice to have, 2 important, 3 vital")
_WRITE: Final = mark("goes from 0 to 3: 0 no concern, 1 nice to have, 2 important, 3 vital; write {number}")
_BARE: Final = mark(
    "goes from 0 to 3: 0 no concern, 1 nice to have, 2 important, 3 vital; write {number} without quotes"
)
# For translators: {said} of {most} is a number on another scale, as 8 of 10; {number} is what it would be here.
_SCALED: Final = mark(
    "goes from 0 to 3: 0 no concern, 1 nice to have, 2 important, 3 vital; {said} of {most} is {number}"
)
_IMPORTANCES: Final = ("no concern", "nice to have", "important", "vital")
_MOST_IMPORTANT: Final = 3
_RATED: Final = re.compile(
    r"\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:(?:/|(?:out )?of)\s*(\d{1,3}))?\s*(%?)\s*", re.IGNORECASE
)


def _importance(said: object) -> str:
    """Return the scale, and what a number of a usual other scale, or a word, would be on it."""
    if isinstance(said, str) and said.strip().casefold() in _IMPORTANCES:
        return _WRITE.said(number=_IMPORTANCES.index(said.strip().casefold()))
    rated = _RATED.fullmatch(str(said))
    if rated is None or isinstance(said, bool):
        return _SCALE.said()
    number, of, percent = float(rated[1].replace(",", ".")), rated[2], rated[3]
    most = 100 if percent else int(of) if of else next((most for most in (3, 5, 10, 100) if number <= most), 0)
    if not most or number > most:
        return _SCALE.said()
    ours = math.floor(number * _MOST_IMPORTANT / most + 0.5)
    if most == _MOST_IMPORTANT and number == ours:
        return _BARE.said(number=ours)
    return _SCALED.said(said=rated[1], most=most, number=ours)


def _of_kind(wanted: Message, instead: Message) -> Callable[[ErrorDetails], str]:
    return lambda item: (wanted if item["input"] is not None else instead).said()


_REWORDED: Final[dict[str, Callable[[ErrorDetails], str]]] = {
    "string_type": _text,
    "string_too_long": _at_most,
    "too_long": _at_most,
    "int_type": _of_kind(
        mark("must be a whole number without quotes"), mark("must be a whole number without quotes; or delete the line")
    ),
    "bool_type": _of_kind(
        mark("must be true or false, without quotes"), mark("must be true or false, without quotes; or delete the line")
    ),
    "tuple_type": _of_kind(
        mark("must be a list: a line each, beginning with a dash"),
        mark("must be a list: a line each, beginning with a dash; or delete the line"),
    ),
    "model_type": _of_kind(
        mark("must hold fields of its own, as name: value"),
        mark("must hold fields of its own, as name: value; or delete the line"),
    ),
    "greater_than_equal": _at_least,
    "less_than_equal": _no_more_than,
}
"""Pydantic's error types, https://docs.pydantic.dev/latest/errors/validation_errors/; others speak for themselves."""
