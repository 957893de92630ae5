"""JSON Schemas (draft 2020-12) of the file formats, generated from the models."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from jtbd.model import canvas as canvas_format
from jtbd.model.base import Part
from jtbd.model.canvas import Canvas
from jtbd.model.sheet import FIRST_FORMAT, SHEET_FORMAT, SINCE_1_1, Sheet, SheetFormat
from jtbd.model.statement import CONSENT_TYPE, DECLINE_TYPE, ConsentClaims, DeclineClaims


class _Plain(GenerateJsonSchema):
    """Leaves out the title that pydantic makes of each field's name: the name says it."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False


def canvas_schema() -> dict[str, Any]:
    """Return the schema of a canvas file."""
    schema = _schema(Canvas, "Common Job canvas")
    first = {"properties": {"format": {"const": canvas_format.CANVAS_FORMAT}}}
    return {**schema, "if": first, "then": _without(canvas_format.SINCE_1_1)}


def _without(paths: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    """Return the schema of what has none of some fields."""
    own = {path[0]: False for path in paths if len(path) == 1}
    deeper = {
        name: _without([path[1:] for path in paths if path[0] == name and len(path) > 1])
        for name, *more in paths
        if more
    }
    return {"properties": {**own, **deeper}}


def sheet_schema(version: SheetFormat = SHEET_FORMAT) -> dict[str, Any]:
    """Return the schema of a commitment sheet's file of one format, in which nothing is ever null."""
    schema: dict[str, Any] = _without_null(_schema(Sheet, "Common Job commitment sheet"))
    _narrow(schema["$defs"]["CommitmentContent"], "format", version, SINCE_1_1)
    return schema


def statement_schemas(version: SheetFormat = SHEET_FORMAT) -> dict[str, Any]:
    """Return the schema of what a party signs, by the `typ` of its JWS; nothing in it is ever null either."""
    schemas: dict[str, Any] = {
        CONSENT_TYPE: _without_null(_schema(ConsentClaims, "Common Job consent")),
        DECLINE_TYPE: _without_null(_schema(DeclineClaims, "Common Job decline")),
    }
    for schema in schemas.values():
        _narrow(schema, "aud", version, ("zone",))
        if version == FIRST_FORMAT:
            schema["properties"]["clock"] = {"const": "laptop", "type": "string"}
    return schemas


def _narrow(schema: dict[str, Any], names_it: str, version: SheetFormat, added: tuple[str, ...]) -> None:
    """Make the schema of a part that two formats share that of one: fields that `/1.1` added are required or absent."""
    fields = schema["properties"]
    fields[names_it] = {"const": version, "type": "string"}
    if version == FIRST_FORMAT:
        for name in added:
            del fields[name]
    else:
        schema["required"] = [name for name in fields if name in {*schema["required"], *added}]


def schema_text(schema: dict[str, Any]) -> str:
    """Return a schema as the file that is checked in."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _schema(model: type[Part], title: str) -> dict[str, Any]:
    generated = model.model_json_schema(schema_generator=_Plain)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **generated, "title": title}


def _without_null(node: Any) -> Any:
    if isinstance(node, list):
        return [_without_null(item) for item in node]
    if not isinstance(node, dict):
        return node
    inner = {key: _without_null(value) for key, value in node.items() if (key, value) != ("default", None)}
    choices = [choice for choice in inner.pop("anyOf", ()) if choice != {"type": "null"}]
    match choices:
        case []:
            return inner
        case [choice]:
            return {**choice, **inner}
        case _:
            return {**inner, "anyOf": choices}
