"""The job that the customer wants done."""

from __future__ import annotations

from jtbd.model.base import Part
from jtbd.model.text import OneLine, Sentence


class Job(Part):
    """A job statement: when (situation), want (verb + object + clarifier), so that (outcome); no solution in it."""

    performer: OneLine | None = None
    when: Sentence | None = None
    want: Sentence | None = None
    so_that: Sentence | None = None
