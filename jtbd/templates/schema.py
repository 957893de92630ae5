"""The JSON Schema of a job template, for editors that check YAML while it is written."""

from __future__ import annotations

from typing import Any

from jtbd.model.template import JobTemplate


def template_schema() -> dict[str, Any]:
    """Return the schema as `schema/job-template-1.schema.json` holds it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **JobTemplate.model_json_schema(),
        "title": "Job template of Common Job",
    }
