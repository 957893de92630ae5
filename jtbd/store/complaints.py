"""What pydantic has to say of a file, with line and column, in words that say what to write instead."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin

from pydantic import StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from jtbd.errors import Fault
from jtbd.model import text
from jtbd.model.base import Part, part_in
from jtbd.model.currency import unknown
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
    message = _form(item, document) if item["type"] == "string_pattern_mismatch" else _message(item, path, model)
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
        return f"must be a day and time that exist: {_known(item).get('error', item['msg'])}"
    if kind in _OF_CHOICES:
        return _one_of(path, model)
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
    if choices and (len(choices) == 1 or name == "format"):
        return f"is missing: add {name}: {choices[0]}"
    return f"is missing: add {name}: with one of {', '.join(choices)}" if choices else f"is missing: add {name}:"


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
    return f"must be one of {', '.join(choices)}" if len(choices) > 1 else f"must be {choices[0]}"


def _bound(name: str, word: str) -> Callable[[ErrorDetails], str]:
    return lambda item: f"must be {_known(item)[name]} or {word}"


def _text(item: ErrorDetails) -> str:
    value = item["input"]
    if value is None:
        return "must be text: write some, or delete the line"
    if isinstance(value, bool | int):
        return f'must be text: put it in quotes, as "{str(value).lower()}"'
    return "must be text on one line"


def _at_most(item: ErrorDetails) -> str:
    value = item["input"]
    return f"must have at most {_known(item)['max_length']} {_pieces(value)}, not {len(value)}"


_NO_IMPORTANCE: Final = frozenset({"int_type", "greater_than_equal", "less_than_equal"})
_SCALE: Final = "goes from 0 to 3: 0 no concern, 1 nice to have, 2 important, 3 vital"
_IMPORTANCES: Final = ("no concern", "nice to have", "important", "vital")
_MOST_IMPORTANT: Final = 3
_RATED: Final = re.compile(
    r"\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:(?:/|(?:out )?of)\s*(\d{1,3}))?\s*(%?)\s*", re.IGNORECASE
)


def _importance(said: object) -> str:
    """Return the scale, and what a number of a usual other scale, or a word, would be on it."""
    if isinstance(said, str) and said.strip().casefold() in _IMPORTANCES:
        return f"{_SCALE}; write {_IMPORTANCES.index(said.strip().casefold())}"
    rated = _RATED.fullmatch(str(said))
    if rated is None or isinstance(said, bool):
        return _SCALE
    number, of, percent = float(rated[1].replace(",", ".")), rated[2], rated[3]
    most = 100 if percent else int(of) if of else next((most for most in (3, 5, 10, 100) if number <= most), 0)
    if not most or number > most:
        return _SCALE
    ours = math.floor(number * _MOST_IMPORTANT / most + 0.5)
    if most == _MOST_IMPORTANT and number == ours:
        return f"{_SCALE}; write {ours} without quotes"
    return f"{_SCALE}; {rated[1]} of {most} is {ours}"


def _pieces(value: object) -> str:
    return "characters" if isinstance(value, str) else "items"


def _pattern(kind: Any) -> str:
    return next(str(part.pattern) for part in get_args(kind) if isinstance(part, StringConstraints))


_SLUG: Final = "must be lower-case letters a to z, digits and hyphens, as find-premises"
_AMOUNT: Final = "must be an amount in quotes with a point and no thousands, as {}"
_POSITIVE: Final = "must be an amount of nought or more in quotes, as {}"
_CURRENCY: Final = "must be the three capital letters of a currency, as {}"
_FORMS: Final[dict[str, Callable[[str, str | None], str]]] = {
    _pattern(text.Slug): lambda _said, _currency: _SLUG,
    _pattern(text.DecimalText): lambda said, currency: _AMOUNT.format(_rightly(said, currency)),
    _pattern(text.PositiveDecimalText): lambda said, currency: _POSITIVE.format(_rightly(said.lstrip("-"), currency)),
    _pattern(text.Currency): lambda said, _: _CURRENCY.format(_code(said)),
}


def _form(item: ErrorDetails, document: Document) -> str:
    """Return what belongs there; of an amount and a currency it is what was meant, rightly written."""
    if form := _FORMS.get(_known(item)["pattern"]):
        return form(str(item["input"]), _currency_beside(item["loc"], document))
    return f"does not have the form that belongs here: {item['msg']}"


def _currency_beside(path: NodePath, document: Document) -> str | None:
    """Return the currency in which an amount is meant: beside it, or for both parties."""
    said = document.at((*path[:-1], "currency")) or document.at((*path[:-2], "currency"))
    return said if isinstance(said, str) and not unknown(said) else None


def _rightly(said: str, currency: str | None) -> str:
    """Return that very amount as it should be written; where that is not clear, how one is and what is not clear."""
    from jtbd.parsing.amount import UnclearAmount, read_amount, rightly  # noqa: PLC0415 - for faulty files only

    try:
        return f'"{read_amount(said, currency).text}"'
    except UnclearAmount as question:
        amount = rightly(said)
        return f'"{amount}"' if amount else f'"40000" or "120.00": {question}'


def _code(said: str) -> str:
    from jtbd.parsing.money_words import currencies  # noqa: PLC0415 - for faulty files only

    meant = currencies(said, None)
    return next(iter(meant)) if len(meant) == 1 else "EUR"


def _always(message: str) -> Callable[[ErrorDetails], str]:
    return lambda item: message if item["input"] is not None else f"{message}; or delete the line"


_REWORDED: Final[dict[str, Callable[[ErrorDetails], str]]] = {
    "string_type": _text,
    "string_too_long": _at_most,
    "too_long": _at_most,
    "int_type": _always("must be a whole number without quotes"),
    "bool_type": _always("must be true or false, without quotes"),
    "tuple_type": _always("must be a list: a line each, beginning with a dash"),
    "model_type": _always("must hold fields of its own, as name: value"),
    "greater_than_equal": _bound("ge", "more"),
    "less_than_equal": _bound("le", "less"),
}
"""Pydantic's error types, https://docs.pydantic.dev/latest/errors/validation_errors/; others speak for themselves."""
