"""The JSON Schema of sheets."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from jtbd.model.schema import schema_text, sheet_schema
from jtbd.model.sheet import FIRST_FORMAT, SHEET_FORMAT, Sheet, SheetFormat
from tests.support import sheets
from tests.support.places import ROOT

SCHEMAS = ROOT / "schema"


@pytest.mark.parametrize(("version", "file"), [(FIRST_FORMAT, "1"), (SHEET_FORMAT, "1.1")])
def test_the_checked_in_schema_is_not_stale(version: SheetFormat, file: str) -> None:
    """Each `schema/commitment-sheet-….schema.json` is what the model gives; `jtbd schema sheet` writes the newest."""
    schema = (SCHEMAS / f"commitment-sheet-{file}.schema.json").read_text(encoding="utf-8")
    assert schema == schema_text(sheet_schema(version))


@pytest.mark.parametrize("sheet", [sheets.draft(), sheets.complete(), sheets.complete(sheets.draft(money=True))])
def test_sheets_fit(sheet: Sheet) -> None:
    """A sheet in any state fits its schema."""
    jsonschema.Draft202012Validator.check_schema(sheet_schema())
    jsonschema.validate(sheet.dump(), sheet_schema(), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "change", [{"extra": 1}, {"content_hash": None}, {"commitment": {}}, {"signatures": [{"party": "c"}]}]
)
def test_what_is_no_sheet_does_not_fit(change: dict[str, Any]) -> None:
    """Unknown fields, nulls and missing parts do not fit."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**sheets.draft().dump(), **change}, sheet_schema())


def test_nothing_may_be_null() -> None:
    """The schema knows no null: what is absent is left out."""
    assert '"null"' not in schema_text(sheet_schema())
