"""What pydantic has to say against a value, as a sentence of the catalogue; its English is pydantic's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic_core import ErrorDetails

from jtbd.formats import choice
from jtbd.i18n import Message, mark, mark_count, say, say_count

_PLAIN: Final[Mapping[str, Message]] = {
    "missing": mark("Field required"),
    "extra_forbidden": mark("Extra inputs are not permitted"),
    "model_type": mark("Input should be a valid dictionary or instance of {class_name}"),
    "tuple_type": mark("Input should be a valid tuple"),
    "string_type": mark("Input should be a valid string"),
    "string_unicode": mark("Input should be a valid string, unable to parse raw data as a unicode string"),
    "string_pattern_mismatch": mark("String should match pattern '{pattern}'"),
    "int_type": mark("Input should be a valid integer"),
    "bool_type": mark("Input should be a valid boolean"),
    "greater_than_equal": mark("Input should be greater than or equal to {ge}"),
    "less_than_equal": mark("Input should be less than or equal to {le}"),
    "timezone_aware": mark("Input should have timezone info"),
}
"""Of the types of https://docs.pydantic.dev/latest/errors/validation_errors/ those that a document of ours can meet."""

_OF_ITEMS: Final[Mapping[tuple[str, str], Message]] = {
    ("too_short", "Tuple"): mark_count(
        "Tuple should have at least {limit} item after validation, not {found}",
        "Tuple should have at least {limit} items after validation, not {found}",
    ),
    ("too_short", "Value"): mark_count(
        "Value should have at least {limit} item after validation, not {found}",
        "Value should have at least {limit} items after validation, not {found}",
    ),
    ("too_long", "Tuple"): mark_count(
        "Tuple should have at most {limit} item after validation, not {found}",
        "Tuple should have at most {limit} items after validation, not {found}",
    ),
    ("too_long", "Value"): mark_count(
        "Value should have at most {limit} item after validation, not {found}",
        "Value should have at most {limit} items after validation, not {found}",
    ),
}
"""What pydantic calls a list depends on where its length is limited."""

_DATES: Final = frozenset(
    {"date_parsing", "date_from_datetime_parsing", "datetime_parsing", "datetime_from_date_parsing"}
)


def objection(item: ErrorDetails) -> str:
    """Return what is wrong with a value; what a validator of ours says of it is said already."""
    kind, known = item["type"], item.get("ctx", {})
    if plain := _PLAIN.get(kind):
        return plain.said(**known)
    if kind in {"enum", "literal_error"}:
        # For translators: {choices} are words of a file, as 'a' or 'b'.
        return say("Input should be {choices}", choices=choice(known["expected"].replace(" or ", ", ").split(", ")))
    if kind in {"string_too_short", "string_too_long", "too_short", "too_long"}:
        return _of_length(kind, known)
    if kind in _DATES:
        return _date(kind, known["error"])
    return item["msg"]


def _of_length(kind: str, known: Mapping[str, Any]) -> str:
    least, most, found = known.get("min_length", 0), known.get("max_length", 0), known.get("actual_length")
    if kind == "string_too_short":
        return say_count(
            "String should have at least {least} character",
            "String should have at least {least} characters",
            least,
            least=least,
        )
    if kind == "string_too_long":
        return say_count(
            "String should have at most {most} character",
            "String should have at most {most} characters",
            most,
            most=most,
        )
    limit = least if kind == "too_short" else most
    return _OF_ITEMS[kind, known["field_type"]].counted(limit, limit=limit, found=found)


def _date(kind: str, error: str) -> str:
    """Return what is wrong with a day; `error` is pydantic's, which reads days by a library of its own."""
    if kind == "date_parsing":
        return say("Input should be a valid date in the format YYYY-MM-DD, {reason}", reason=error)
    if kind == "date_from_datetime_parsing":
        return say("Input should be a valid date or datetime, {reason}", reason=error)
    if kind == "datetime_parsing":
        return say("Input should be a valid datetime, {reason}", reason=error)
    return say("Input should be a valid datetime or date, {reason}", reason=error)
