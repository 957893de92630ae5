"""The job templates to start from: the shipped ones and the user's own."""

from __future__ import annotations

from typing import Final

from jtbd.model.template import JobTemplate
from jtbd.templates.library import Library, read_library
from jtbd.templates.schema import template_schema
from jtbd.usecases.home import Home

__all__ = ["JobTemplate", "Library", "open_shelf", "template_schema"]

_OWN: Final = "templates"


def open_shelf(home: Home) -> Library:
    """Return the shipped templates and those in the `templates` folder of the user's config."""
    return read_library(home.config / _OWN)
