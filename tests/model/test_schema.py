"""The JSON Schemas that editors and other tools read."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
import yaml

from jtbd.model.schema import canvas_schema, schema_text
from tests.support.places import GOLDEN, ROOT

CANVAS = GOLDEN / "canvas.yaml"


def test_the_checked_in_canvas_schema_is_not_stale() -> None:
    """`schema/canvas-1.schema.json` is what the model gives; `jtbd schema canvas` writes it anew."""
    checked_in = (ROOT / "schema" / "canvas-1.schema.json").read_text(encoding="utf-8")
    assert checked_in == schema_text(canvas_schema()), "run: jtbd schema canvas > schema/canvas-1.schema.json"


def test_the_schema_accepts_canvases() -> None:
    """A full canvas fits its schema, and so does the smallest one."""
    jsonschema.Draft202012Validator.check_schema(canvas_schema())
    full, choice = yaml.safe_load(CANVAS.read_text(encoding="utf-8")), {"a": "instead", "b": "apart"}
    smallest = {"format": "jtbd.canvas/1", "id": "x"}
    entry = {"at": "2026-12-14T17:02:00+01:00", "by": "a", "promise": "p", "for": "2026-12-15", "is": "done"}
    newer = {**smallest, "format": "jtbd.canvas/1.1", "choice": choice, "job": {"template": "move"}, "ledger": [entry]}
    for canvas in (full, smallest, newer):
        jsonschema.validate(canvas, canvas_schema(), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "x"},
        {"id": "Not A Slug"},
        {"format": "jtbd.canvas/2"},
        {"archived": 1},
        {"choice": {"a": "apart"}},
        {"ledger": []},
        {"job": {"template": "x"}},
    ],
)
def test_the_schema_refuses_what_the_model_refuses(change: dict[str, Any]) -> None:
    """Unknown fields and wrong values are refused by the schema too."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"format": "jtbd.canvas/1", "id": "x", **change}, canvas_schema())
