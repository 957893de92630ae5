"""Job templates to start a canvas from: package data, and a user's own."""

from jtbd.templates.library import Library, read_library, templates
from jtbd.templates.template import TEMPLATE_FORMAT, JobTemplate, TemplateAspect

__all__ = ["TEMPLATE_FORMAT", "JobTemplate", "Library", "TemplateAspect", "read_library", "templates"]
