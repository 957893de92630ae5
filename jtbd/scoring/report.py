"""A score as plain data: the object that `jtbd score --json` prints, as docs/overlap.md explains it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from jtbd.model import Dimension
from jtbd.scoring.reason import Reason, Value
from jtbd.scoring.result import Flip, Reading, Score, Split, ValueTest, WholeJob


def as_json(score: Score, why: Sequence[Reason], reasons: Sequence[str]) -> dict[str, Any]:
    """Return a score as JSON data: numbers unrounded, whole ones as integers, undefined ones null.

    Args:
        score: the score.
        why: the reasons of its overlap.
        reasons: the same in sentences, one for each.

    """
    found = score.overlap
    return {
        "verdict": found.verdict.value,
        "flags": [flag.value for flag in found.flags],
        "purpose": _number(found.purpose),
        "rivalry": _number(found.rivalry),
        "threshold": _number(found.threshold),
        "bond": _number(found.bond),
        "containment": {"a": _number(found.containment.a), "b": _number(found.containment.b)},
        "split": _split(found.split),
        "whole_job": _whole_job(found.whole_job),
        "stability": _number(found.stability),
        "flips": [_flip(flip) for flip in found.flips],
        "heading": _reading(found.heading),
        "after_line": _reading(found.after_line) if found.after_line else None,
        "value": _value(score.value),
        "reasons": list(reasons),
        "why": [_reason(reason) for reason in why],
    }


def _number(value: Fraction | Decimal | float | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _split(split: Mapping[Dimension, Split]) -> dict[str, dict[str, int | float | None] | None]:
    return {dimension.value: _shares(split[dimension]) for dimension in Dimension}


def _shares(split: Split) -> dict[str, int | float | None] | None:
    shares = split.shares()
    return {name: _number(share) for name, share in shares.items()} if shares else None


def _whole_job(whole: WholeJob | None) -> dict[str, int | float | None] | None:
    if whole is None:
        return None
    return {name: _number(getattr(whole, name)) for name in ("a", "b", "both", "none", "synergy")}


def _flip(flip: Flip) -> dict[str, Any]:
    return {
        "aspect": flip.aspect,
        "party": flip.party,
        "field": flip.field,
        "from": _plain(flip.start),
        "to": _plain(flip.end),
        "verdict": flip.verdict.value,
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {"kind": reason.kind.value, "values": {name: _exact(value) for name, value in reason.values.items()}}


def _exact(value: Value) -> int | float | str | None:
    return str(value) if isinstance(value, str) else _number(value)


def _plain(value: int | str) -> int | str:
    return value if isinstance(value, int) else str(value)


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "verdict": reading.verdict.value,
        "rivalry": _number(reading.rivalry),
        "split": _split(reading.split),
    }


def _value(value: ValueTest) -> dict[str, Any]:
    return {
        "verdict": value.verdict.value,
        "gain": {"a": _number(value.gain_a), "b": _number(value.gain_b)},
        "ratio": _number(value.ratio),
        "fair": {"a": _number(value.fair_a), "b": _number(value.fair_b)},
        "transfer": _number(value.transfer),
    }
