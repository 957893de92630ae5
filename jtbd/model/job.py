"""The job that the customer wants done."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from jtbd.model.base import Part
from jtbd.model.text import OneLine, Sentence, Slug


class Job(Part):
    """A job statement: when (situation), want (verb + object + clarifier), so that (outcome); no solution in it."""

    performer: OneLine | None = None
    when: Sentence | None = None
    want: Sentence | None = None
    so_that: Sentence | None = None


class CanvasJob(Job):
    """The job of a canvas; `template` is the one that its needs came from."""

    template: Slug | None = None

    @property
    def statement(self) -> Job:
        """The job as such, wherever its needs came from."""
        return Job(**{name: getattr(self, name) for name in self.model_fields_set & set(Job.model_fields)})


def _of_canvas(value: Any) -> Any:
    return CanvasJob(**{name: getattr(value, name) for name in value.model_fields_set}) if type(value) is Job else value


JobOfCanvas = Annotated[CanvasJob, BeforeValidator(_of_canvas)]
"""A job as a canvas keeps it; any job will do."""
