"""From a template's YAML to the model, with every fault and its line."""

from __future__ import annotations

import re
from typing import Final

from pydantic import ValidationError

from jtbd.errors import Fault, FaultyFile, NewerFormat
from jtbd.model.objection import objection
from jtbd.model.template import TEMPLATE_FORMAT, JobTemplate
from jtbd.yamltext import Document, path_text, read

_ANY_VERSION: Final = re.compile(r"jtbd\.job-template/[1-9][0-9]*(?:\.[0-9]+)?")


def parse(data: bytes, file: str) -> JobTemplate:
    """Return the template in `data`; `file` is its name in messages.

    Raises:
        UnreadableFile: larger than 1 MiB, or not UTF-8.
        NewerFormat: written for a newer version of the program.
        FaultyFile: every fault with its line.

    """
    document = read(data, file)
    found = document.value.get("format") if isinstance(document.value, dict) else None
    if isinstance(found, str) and found != TEMPLATE_FORMAT and _ANY_VERSION.fullmatch(found):
        raise NewerFormat(file, found, TEMPLATE_FORMAT, document.place(("format",)).line)
    try:
        return JobTemplate.model_validate(document.value)
    except ValidationError as error:
        raise FaultyFile(file, _faults(error, document)) from None


def _faults(error: ValidationError, document: Document) -> list[Fault]:
    faults = []
    for item in error.errors(include_url=False):
        path = item["loc"]
        line, column = document.key_place(path) if item["type"] == "extra_forbidden" else document.place(path)
        faults.append(Fault(line, column, path_text(path), objection(item)))
    return faults
