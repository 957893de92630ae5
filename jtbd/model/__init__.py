"""The documents as frozen pydantic models: the canvas and the commitment sheet."""

from jtbd.model.aspect import Answers, Aspect, Dimension, Line, Stance, Step
from jtbd.model.canvas import (
    CANVAS_FORMAT,
    Canvas,
    Choice,
    Choices,
    Complement,
    ComplementTest,
    Missing,
    Rating,
    Ready,
    SheetRecord,
)
from jtbd.model.commitment import Commitment, Every, Kind, Review, Role, Roles, RoleTaken
from jtbd.model.job import CanvasJob, Job
from jtbd.model.ledger import Entry, Status
from jtbd.model.party import Clock, Meeting, Money, Parties, Party
from jtbd.model.text import PARTIES, PartyId, other
from jtbd.model.value import FourValues, FourValuesOfBoth, Prospect, Value, ValueScore

__all__ = [
    "CANVAS_FORMAT",
    "PARTIES",
    "Answers",
    "Aspect",
    "Canvas",
    "CanvasJob",
    "Choice",
    "Choices",
    "Clock",
    "Commitment",
    "Complement",
    "ComplementTest",
    "Dimension",
    "Entry",
    "Every",
    "FourValues",
    "FourValuesOfBoth",
    "Job",
    "Kind",
    "Line",
    "Meeting",
    "Missing",
    "Money",
    "Parties",
    "Party",
    "PartyId",
    "Prospect",
    "Rating",
    "Ready",
    "Review",
    "Role",
    "RoleTaken",
    "Roles",
    "SheetRecord",
    "Stance",
    "Status",
    "Step",
    "Value",
    "ValueScore",
    "other",
]
