"""The canvas: one document for one pair of parties and one job."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, Literal, Self, get_args

from pydantic import Field, StrictBool, ValidationError, model_validator
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError
from pydantic_core.core_schema import ErrorType

from jtbd.model.aspect import Aspect
from jtbd.model.base import Part
from jtbd.model.commitment import Commitment, Review, Roles
from jtbd.model.job import CanvasJob, JobOfCanvas
from jtbd.model.ledger import Entry
from jtbd.model.outcome import Outcome
from jtbd.model.party import Meeting, Parties
from jtbd.model.references import Problem, reference_problems
from jtbd.model.referral import Met, Referral
from jtbd.model.text import Count, OneLine, PartyId, Sentence, Slug, Timestamp
from jtbd.model.value import Value

CANVAS_FORMAT: Final = "jtbd.canvas/1"
NEWEST_FORMAT: Final = "jtbd.canvas/1.1"
SINCE_1_1: Final = (
    ("choice",),
    ("job", "template"),
    ("met",),
    ("ledger",),
    ("referrals",),
    ("outcomes",),
)
"""The fields that `/1.1` added; a canvas without any of them is written as `/1`, which older versions read."""
MOST_ASPECTS: Final = 500


class Complement(StrEnum):
    """When a customer has theirs, do they want ours more, as much, or less? (Brandenburger & Nalebuff)."""

    LESS = "less"
    SAME = "same"
    MORE = "more"


class ComplementTest(Part):
    """Both parties' answers to the complement test."""

    a: Complement | None = None
    b: Complement | None = None

    def of(self, party: PartyId) -> Complement | None:
        """Return one party's answer."""
        return self.a if party == "a" else self.b


class Choice(StrEnum):
    """What customers usually take for this job: one of the two, each for itself, or both, on the way along."""

    INSTEAD = "instead"
    APART = "apart"
    TOGETHER = "together"


class Choices(Part):
    """Both parties' answers to what customers usually take; they count where both have answered."""

    a: Choice | None = None
    b: Choice | None = None

    def of(self, party: PartyId) -> Choice | None:
        """Return one party's answer."""
        return self.a if party == "a" else self.b


class Ready(Part):
    """Which party has finished its private turn."""

    a: StrictBool = False
    b: StrictBool = False


class Rating(Part):
    """How the two rate: each behind the curtain, or openly together."""

    mode: Literal["private", "open"] = "private"
    ready: Ready = Field(default_factory=Ready)


class Missing(Part):
    """Who is missing for open aspects, and who looks for them."""

    aspects: tuple[Slug, ...] = ()
    who: Sentence | None = None
    owner: PartyId | None = None


class SheetRecord(Part):
    """A commitment sheet frozen from this canvas."""

    number: Count
    id: OneLine
    content_hash: OneLine
    state: Literal["draft", "complete", "declined"]


class Canvas(Part):
    """One document for one pair of parties and one job; it lives on after the meeting."""

    format: Literal["jtbd.canvas/1", "jtbd.canvas/1.1"]
    id: Slug
    title: OneLine | None = None
    revision: Count = 0
    created: Timestamp | None = None
    updated: Timestamp | None = None
    archived: StrictBool = False
    meetings: tuple[Meeting, ...] = ()
    parties: Parties = Field(default_factory=Parties)
    job: JobOfCanvas = Field(default_factory=CanvasJob)
    met: Met = Field(default_factory=Met)
    rating: Rating = Field(default_factory=Rating)
    aspects: tuple[Aspect, ...] = Field(default=(), max_length=MOST_ASPECTS)
    complement_test: ComplementTest = Field(default_factory=ComplementTest)
    choice: Choices = Field(default_factory=Choices)
    value: Value = Field(default_factory=Value)
    roles: Roles = Field(default_factory=Roles)
    missing: tuple[Missing, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    review: Review = Field(default_factory=Review)
    sheets: tuple[SheetRecord, ...] = ()
    ledger: tuple[Entry, ...] = ()
    referrals: tuple[Referral, ...] = ()
    outcomes: tuple[Outcome, ...] = ()

    @model_validator(mode="wrap")
    @classmethod
    def _refer_within(cls, data: Any, handler: Callable[[Any], Self]) -> Self:
        """Report faults between fields beside faults of fields, so that one reading shows them all."""
        problems = [_details(problem) for problem in reference_problems(data)]
        try:
            canvas = handler(_in_lowest_format(data))
        except ValidationError as error:
            found = [_again(item) for item in error.errors(include_url=False)]
            raise ValidationError.from_exception_data(cls.__name__, [*found, *problems]) from None
        if problems:
            raise ValidationError.from_exception_data(cls.__name__, problems)
        return canvas

    def aspect(self, aspect_id: str) -> Aspect | None:
        """Return the aspect with that id, or None."""
        return next((aspect for aspect in self.aspects if aspect.id == aspect_id), None)

    def commitment(self, commitment_id: str) -> Commitment | None:
        """Return the commitment with that id, or None."""
        return next((promise for promise in self.commitments if promise.id == commitment_id), None)


def _in_lowest_format(data: Any) -> Any:
    """Return a canvas's data with the lowest format that has all its fields; what is no canvas of ours, as it is."""
    if not isinstance(data, Mapping) or data.get("format") not in {CANVAS_FORMAT, NEWEST_FORMAT}:
        return data
    newer = any(_is_said(_at(data, path)) for path in SINCE_1_1)
    return {**data, "format": NEWEST_FORMAT if newer else CANVAS_FORMAT}


def _is_said(value: object) -> bool:
    """Return whether anything stands in a field, at any depth: what is blank is not written."""
    if isinstance(value, Part):
        return any(_is_said(getattr(value, name)) for name in value.model_fields_set)
    if isinstance(value, Mapping):
        return any(map(_is_said, value.values()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return bool(value)
    return value is not None


def _at(data: object, path: tuple[str, ...]) -> object:
    for name in path:
        data = data.get(name) if isinstance(data, Mapping) else getattr(data, name, None)
    return data


_PYDANTICS: Final = frozenset(get_args(ErrorType))


def _again(item: ErrorDetails) -> InitErrorDetails:
    """Return an error to be raised once more, with all that is known of it: its type, and the values of that type."""
    kind, known = item["type"], item.get("ctx", {})
    again = kind if kind in _PYDANTICS else PydanticCustomError(kind, "{message}", {**known, "message": item["msg"]})
    return InitErrorDetails(type=again, loc=item["loc"], input=item["input"], ctx=known)


def _details(problem: Problem) -> InitErrorDetails:
    return InitErrorDetails(
        type=PydanticCustomError("reference", "{message}", {"message": problem.message}),
        loc=problem.path,
        input=problem.value,
    )
