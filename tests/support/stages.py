"""Folders of a laptop on which a sheet is at each stage of its round."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from jtbd.model import Canvas, PartyId
from jtbd.model.answer import Answer, Consent, Refusal
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.usecases.home import Home
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets import freezing, signing
from jtbd.usecases.sheets.reading import Draft, open_draft
from jtbd.usecases.sheets.terms import Terms
from tests.support import sheets
from tests.support.builders import ready_canvas
from tests.support.sheets import nobody

ALL: Final = Terms(money=True, verdict=True)
"""All that can be printed on a sheet."""


def home(folder: Path) -> Home:
    """Return what a laptop's folders hold, at the time of all sheets of tests."""
    store = FolderStore(folder / "canvases", None, lambda: sheets.AT)
    return Home(
        store, KeyFolder(folder / "config"), lambda: sheets.AT, folder / "config", ProfileFile(folder / "config")
    )


def frozen(folder: Path) -> tuple[Home, Canvas]:
    """Lay out the ready canvas with a sheet that waits for both, by the key of the host that asks for nothing."""
    opened = home(folder)
    keys.save_private(KeyFolder(opened.config).owner(), sheets.key("a"))
    return opened, freezing.freeze_here(opened, opened.store.create(ready_canvas()), ALL)


def answered(opened: Home, canvas: Canvas, party: PartyId, answer: Answer) -> Canvas:
    """Have a party answer the draft of a canvas."""
    draft = open_draft(opened, canvas)
    assert isinstance(draft, Draft)
    return signing.sign_here(opened, canvas, draft, party, answer, ask=nobody).canvas


def stages(make: Callable[[str], Path]) -> dict[str, Path]:
    """Return a folder for each stage: nobody, one and both have signed, and the second has declined.

    Args:
        make: makes an empty folder.

    """
    found: dict[str, Path] = {}

    def keep(name: str) -> None:
        found[name] = Path(shutil.copytree(folder, make("stage") / "at"))

    folder = make("signed")
    opened, canvas = frozen(folder)
    keep("frozen")
    canvas = answered(opened, canvas, "b", Consent())
    keep("half signed")
    answered(opened, canvas, "a", Consent())
    keep("signed by both")
    declined = Path(shutil.copytree(found["half signed"], make("declined") / "at"))
    refusal = Refusal("too soon for us", "Tallboy Networks")
    answered(home(declined), home(declined).store.load(canvas.id), "a", refusal)
    return {**found, "declined": declined}
