"""What the owner of a library knows of its parties: private notes, one file beside the canvases."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from jtbd.model.base import Part
from jtbd.model.commitment import Every
from jtbd.model.text import Count, Day, OneLine, Prose, Sentence, Slug, Timestamp

NETWORK_FORMAT: Final = "jtbd.network/1"


class Contact(Part):
    """One word that was exchanged outside of a meeting."""

    on: Day
    how: OneLine | None = None
    note: Sentence | None = None


class KnownParty(Part):
    """A party by its names.

    Attributes:
        id: how commands and addresses call it.
        name: what it is called.
        also: other names that were said to be its own; never merged without being asked.
        apart: names that were said to be another's.
        kind: what business it is in.
        cadence: how often to be in touch.
        contacts: words exchanged outside of meetings.
        note: for the owner alone.

    """

    id: Slug
    name: OneLine
    also: tuple[OneLine, ...] = ()
    apart: tuple[OneLine, ...] = ()
    kind: OneLine | None = None
    cadence: Every | None = None
    contacts: tuple[Contact, ...] = ()
    note: Prose | None = None


class KnownJob(Part):
    """Canvases that were said to be of one job, and needs that were said to be one."""

    id: Slug
    canvases: tuple[Slug, ...] = ()
    needs: tuple[tuple[Slug, ...], ...] = ()


class Network(Part):
    """The whole file."""

    format: Literal["jtbd.network/1"] = NETWORK_FORMAT
    revision: Count = 0
    updated: Timestamp | None = None
    parties: tuple[KnownParty, ...] = Field(default=())
    jobs: tuple[KnownJob, ...] = Field(default=())
