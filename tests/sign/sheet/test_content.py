"""The bytes of a sheet: what is hashed, what is written, what is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from jtbd.errors import InvalidSheet
from jtbd.sign.sheet.canonical import canonical_yaml
from jtbd.sign.sheet.content import commitment_json, content_hash, read_sheet, sheet_yaml
from tests.support import sheets


def test_hash_is_of_the_rfc_8785_json() -> None:
    """Anyone with a YAML reader, a JSON writer and SHA-256 gets the printed hash."""
    sheet = sheets.draft()
    value = yaml.safe_load(sheet_yaml(sheet))["commitment"]
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    assert text == commitment_json(sheet.commitment)
    assert content_hash(sheet.commitment) == sheet.content_hash == f"sha256:{hashlib.sha256(text).hexdigest()}"


@pytest.mark.parametrize("state", [sheets.draft, sheets.half_signed, sheets.complete])
def test_a_written_sheet_is_read_back(state: Callable[[], Any]) -> None:
    """A sheet in any state is read back as it was written, byte by byte."""
    sheet = state()

    assert read_sheet(sheet_yaml(sheet)) == sheet
    assert sheet_yaml(read_sheet(sheet_yaml(sheet))) == sheet_yaml(sheet)


def test_canonical_form_is_as_it_was(golden: Callable[[str, bytes], None]) -> None:
    """The file of a complete sheet is the one that earlier versions wrote."""
    golden("sheet-complete.yaml", sheet_yaml(sheets.complete()))


def test_signatures_in_another_order_are_refused() -> None:
    """A file whose signatures are not sorted by party is not canonical."""
    document = sheets.complete().dump()

    with pytest.raises(InvalidSheet) as caught:
        read_sheet(canonical_yaml({**document, "signatures": document["signatures"][::-1]}))

    assert caught.value.rule == "canonical"


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"content_hash": "sha256:00"},
        {"signatures": {}},
        {"signatures": [{"party": "a"}]},
        {"commitment": {}},
    ],
)
def test_another_form_is_refused(change: dict[str, Any]) -> None:
    """A field too many, too few or of another kind breaks the rule `schema`."""
    with pytest.raises(InvalidSheet) as caught:
        read_sheet(canonical_yaml({**sheets.complete().dump(), **change}))

    assert caught.value.rule == "schema"


@pytest.mark.parametrize(
    ("field", "value"),
    [("want", " move "), ("want", "a\nb"), ("want", "")],
)
def test_text_in_another_form_is_refused(field: str, value: str) -> None:
    """A text with space around it, two lines or nothing at all breaks the rule `schema`."""
    document = sheets.draft().dump()
    document["commitment"]["job"][field] = value

    with pytest.raises(InvalidSheet) as caught:
        read_sheet(canonical_yaml(document))

    assert caught.value.rule == "schema"
