"""Job templates to start a canvas from: package data, and a user's own."""

from jtbd.model.template import TEMPLATE_FORMAT, JobTemplate, TemplateAspect
from jtbd.templates.library import Library, read_library, templates

__all__ = ["TEMPLATE_FORMAT", "JobTemplate", "Library", "TemplateAspect", "read_library", "templates"]
