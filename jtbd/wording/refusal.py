"""Why a value was refused, in words that say what to write instead."""

from __future__ import annotations

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jtbd.i18n import say
from jtbd.model.objection import objection


def refusal(error: ValidationError) -> str:
    """Return why a value was refused, in words that say what to write instead."""
    return "; ".join(dict.fromkeys(_sentence(item) for item in error.errors(include_url=False)))


def _sentence(item: ErrorDetails) -> str:
    typed, limit = item["input"], item.get("ctx", {}).get("max_length")
    match item["type"]:
        case "string_type":
            return say("write something here, or remove the whole")
        case "string_pattern_mismatch":
            return say("write an amount of nought or more, with at most 15 digits, as 40000")
        case "too_long" if isinstance(typed, str):
            return say("shorten it to {limit} characters; it has {number}", limit=limit, number=len(typed))
        case "too_long":
            return say("more than {limit} do not fit into one meeting: leave some out", limit=limit)
    return objection(item)
