"""The object of `jtbd score --json`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from jtbd.model import Canvas
from jtbd.scoring import as_json, overlap, score
from jtbd.scoring.reason import ReasonKind
from jtbd.scoring.why import why
from jtbd.wording import reason_sentence, reasons
from tests.support.builders import ready_canvas
from tests.support.scoring_samples import canvases, sample

KEYS = (
    "verdict flags purpose rivalry threshold bond containment split whole_job stability flips heading after_line value"
    " reasons why"
)
READING = ["verdict", "rivalry", "split"]
DIMENSIONS = ["functional", "emotional", "social"]
PARTS = ["contested", "only_a", "only_b", "open"]


def report(canvas: Canvas) -> dict[str, Any]:
    """Return the report as another program reads it."""
    result = score(canvas)
    said = as_json(result, why(result.overlap, canvas), reasons(result.overlap, canvas))
    found: dict[str, Any] = json.loads(json.dumps(said, allow_nan=False))
    return found


def test_a_whole_report_by_hand() -> None:
    """Every number of a small canvas is the one worked out by hand, unrounded."""
    found = report(sample("3c 2l", "3c 2c >a", "2l 3c", "3l 3l", "e 1d 2c", test="same more"))
    assert found["verdict"] == "contested"
    assert found["flags"] == ["line-drawn"]
    assert found["purpose"] == (2 + 2 + 2 + 3 + 1) / (3 + 3 + 3 + 3 + 2)
    assert found["rivalry"] == 1 / 3
    assert found["threshold"] == 0.65
    assert found["bond"] == 0.5
    assert found["containment"] == {"a": 0.5, "b": 0.5}
    assert found["split"]["functional"] == {"contested": 10 / 42, "only_a": 10 / 42, "only_b": 10 / 42, "open": 12 / 42}
    assert found["split"]["emotional"] == {"contested": 0.5, "only_a": 0, "only_b": 0.5, "open": 0}
    assert found["split"]["social"] is None
    half = 0.5 ** (4 * 11 / 21)
    both, none = 0.5 ** (4 * 6 / 21), 0.5**4
    assert found["whole_job"] == {
        "a": half,
        "b": half,
        "both": both,
        "none": none,
        "synergy": both + none - 2 * half,
    }
    assert found["heading"]["rivalry"] == 1 / 3
    assert found["after_line"]["rivalry"] == 0
    assert found["after_line"]["split"]["functional"]["only_a"] == 20 / 42
    assert found["value"] == {
        "verdict": "not-stated",
        "gain": {"a": None, "b": None},
        "ratio": None,
        "fair": {"a": None, "b": None},
        "transfer": None,
    }


def test_value_is_in_numbers() -> None:
    """Amounts are JSON numbers, whole ones without a point."""
    found = report(ready_canvas())["value"]
    assert json.dumps(found) == (
        '{"verdict": "worth-it", "gain": {"a": 30000, "b": 20000}, "ratio": 1.7692307692307692, '
        '"fair": {"a": 65000, "b": 50000}, "transfer": 5000}'
    )


@settings(max_examples=60, deadline=None)
@given(canvases())
def test_keys_stand_in_order(canvas: Canvas) -> None:
    """Whatever the canvas, the keys are those of the design in its order, and undefined is null."""
    found = report(canvas)
    assert list(found) == KEYS.split()
    for reading in (found["heading"], found["after_line"]):
        assert reading is None or list(reading) == READING
    for split in (found["split"], found["heading"]["split"], (found["after_line"] or found)["split"]):
        assert list(split) == DIMENSIONS
        assert all(shares is None or list(shares) == PARTS for shares in split.values())
    assert found["whole_job"] is None or list(found["whole_job"]) == ["a", "b", "both", "none", "synergy"]
    assert list(found["value"]) == ["verdict", "gain", "ratio", "fair", "transfer"]
    for flip in found["flips"]:
        assert list(flip) == ["aspect", "party", "field", "from", "to", "verdict"]


@settings(max_examples=60, deadline=None)
@given(canvases())
def test_each_sentence_has_its_kind_and_values(canvas: Canvas) -> None:
    """`why` is as long as `reasons` and in its order; its kinds are those of a closed set, its values plain."""
    found = report(canvas)
    facts = why(overlap(canvas), canvas)
    assert found["reasons"] == [reason_sentence(fact, canvas) for fact in facts]
    assert [each["kind"] for each in found["why"]] == [fact.kind.value for fact in facts]
    for each in found["why"]:
        assert list(each) == ["kind", "values"]
        assert each["kind"] in {kind.value for kind in ReasonKind}
        assert {type(value) for value in each["values"].values()} <= {str, int, float, type(None)}


def test_why_is_in_exact_numbers() -> None:
    """Numbers in `why` are unrounded, parties "a" and "b", and what was not said null."""
    found = report(sample("3c 3c", "3c 3c", "3c 3l", test="- less"))["why"]
    assert found[0] == {"kind": "rivals", "values": {"solved": 1, "both": 2 / 3}}
    assert {"kind": "swallowed", "values": {"party": "b", "contained": 1}} in found
    assert {"kind": "tested", "values": {"a": None, "b": "less"}} in found


def test_every_kind_is_documented() -> None:
    """docs/overlap.md has each kind of reason in its table, and no other."""
    text = (Path(__file__).parents[2] / "docs" / "overlap.md").read_text(encoding="utf-8")
    _, _, table = text.partition("## The kinds of `why`")
    rows = [line.split("|")[1] for line in table.partition("## Laws")[0].splitlines() if line.startswith("| `")]
    assert sorted(kind for row in rows for kind in re.findall(r"`([^`]+)`", row)) == sorted(ReasonKind)


def test_an_empty_canvas_is_all_null() -> None:
    """A canvas of format and id alone has a report too."""
    found = report(sample())
    undefined = ("purpose", "rivalry", "bond", "whole_job", "stability", "after_line")
    assert [found[key] for key in undefined] == [None] * 6
    assert found["containment"] == {"a": None, "b": None}
    assert found["split"] == dict.fromkeys(DIMENSIONS)
    assert (found["verdict"], found["flags"], found["flips"], found["threshold"]) == ("unknown", [], [], 0.5)


def test_values_are_plain() -> None:
    """The report is made of plain JSON types before it is dumped: no enums, no fractions."""

    def types(value: Any) -> set[type]:
        if isinstance(value, dict):
            return set().union(*map(types, value.values()))
        if isinstance(value, list):
            return set().union(*map(types, value))
        return {type(value)}

    found = report(sample("3c 3c >a", "2c 2c", "2l 2c", "2c 2l", test="more same"))
    assert found["flips"]
    assert types(found) <= {str, int, float, type(None)}
