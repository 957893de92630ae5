"""A job template: a job statement with its needs, to start a canvas from."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from jtbd.model import Dimension, Job, Step
from jtbd.model.base import Part
from jtbd.model.canvas import MOST_ASPECTS
from jtbd.model.references import reference_problems
from jtbd.model.text import OneLine, Sentence, Slug

TEMPLATE_FORMAT: Final = "jtbd.job-template/1"


class TemplateAspect(Part):
    """One need inside the job, before anybody has rated it."""

    id: Slug
    dimension: Dimension
    step: Step | None = None
    text: Sentence


class JobTemplate(Part):
    """A job that many customers have, in their words, free of any solution; `trade` is what it is listed under."""

    format: Literal["jtbd.job-template/1"]
    id: Slug
    trade: Annotated[OneLine, Field(min_length=1)]
    title: Annotated[OneLine, Field(min_length=1)]
    job: Job
    aspects: tuple[TemplateAspect, ...] = Field(min_length=1, max_length=MOST_ASPECTS)

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        problems = [
            InitErrorDetails(
                type=PydanticCustomError("reference", "{message}", {"message": problem.message}),
                loc=problem.path,
                input=problem.value,
            )
            for problem in reference_problems(self)
        ]
        if problems:
            raise ValidationError.from_exception_data(type(self).__name__, problems)
        return self
