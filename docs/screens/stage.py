"""The canvases that the pictures are taken of: the example, at each point of a meeting that a picture shows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jtbd.model import PARTIES, PartyId
from jtbd.model.answer import Consent
from jtbd.usecases.canvases.library import copy
from jtbd.usecases.home import Home, open_home
from jtbd.usecases.keys import keyring
from jtbd.usecases.sheets import freezing, signing
from jtbd.usecases.sheets.reading import Draft, open_draft
from jtbd.usecases.sheets.terms import Terms

EXAMPLE: Final = "example-harbour-estates-northline-cabling"
PASSPHRASE: Final = "a passphrase for pictures"  # noqa: S105 - of a key that lives as long as the pictures take
MARK: Final = (
    "M8 58C20 20 34 8 40 14C48 24 22 66 26 62C36 50 44 34 52 36C58 40 46 58 52 58C62 54 66 38 74 40"
    "C80 46 66 60 74 58C84 52 88 40 94 42M112 22C106 40 100 60 104 62C116 58 130 40 122 36C114 36 106 50 112 58"
    "C124 64 138 46 146 40C150 46 142 58 150 58C160 54 166 44 176 40"
)


@dataclass(frozen=True, slots=True)
class Stage:
    """The ids of copies of the example, and the sheet that was signed in one of them."""

    rating: str
    frozen: str
    signed: str
    sheet: Path


def environment(work: Path) -> dict[str, str]:
    """Return the environment of a program that works in a folder of its own."""
    return {"HOME": str(work), "JTBD_CANVASES": str(work / "canvases"), "JTBD_CONFIG": str(work / "config")}


def build(work: Path) -> Stage:
    """Make the copies in a folder: one to rate in, one with a sheet to sign, one with a sheet that both signed."""
    os.environ.update(environment(work))
    library = open_home(None, os.environ)
    keyring.make_key(library, None, PASSPHRASE)
    rating, frozen, signed = (copy(library, library.store.load(EXAMPLE)) for _ in range(3))
    freezing.freeze_here(library, frozen, Terms(verdict=True))
    freezing.freeze_here(library, signed, Terms(verdict=True))
    for party in PARTIES:
        _sign(library, signed.id, party)
    return Stage(rating.id, frozen.id, signed.id, Path(library.store.sheets(signed.id).place("sheet", 1)))


def _sign(library: Home, canvas_id: str, party: PartyId) -> None:
    canvas = library.store.load(canvas_id)
    draft = open_draft(library, canvas)
    if not isinstance(draft, Draft):
        raise TypeError(f"no sheet waits for party {party}")
    passphrase, mark = (PASSPHRASE, MARK) if party == "a" else (None, "")
    signing.sign_here(library, canvas, draft, party, Consent(mark_svg=mark), ask=lambda _: passphrase)
