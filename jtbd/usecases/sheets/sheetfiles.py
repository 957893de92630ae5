"""Sheets by their files: frozen to a folder that was named, signed or declined wherever they are."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from jtbd.disk.files import read_bytes
from jtbd.errors import UsageError
from jtbd.model import PartyId
from jtbd.model.consent import default_consent, default_decline
from jtbd.sign.keys import pem as keys
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.sign.sheet.mark import mark_from_svg
from jtbd.store.folder.places import config_folder
from jtbd.store.folder.sheets import SheetFolder
from jtbd.usecases.canvases.asking import asked_before_freezing
from jtbd.usecases.canvases.reading import read_canvas
from jtbd.usecases.canvases.records import record_beside
from jtbd.usecases.clock import local_now
from jtbd.usecases.keys.keyring import Ask, exposed, public_key
from jtbd.usecases.sheets.countersigning import signing_key
from jtbd.usecases.sheets.kinds import refuse_other_files
from jtbd.usecases.sheets.printing import lacking
from jtbd.usecases.sheets.sheets import Draft, Signed, Terms, decline_draft, find_draft, freeze_in, sign_draft
from jtbd.usecases.sheets.wrongclock import changed_beside, wrong_clock

Say: TypeAlias = Callable[[str], None]
"""Told what a person should read before it is signed."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, and with what.

    Attributes:
        party: which of the two.
        key: the private key; None for a guest key made for this sheet, or else the owner's.
        ask: asked for the passphrase if the key is locked.
        say: told the sentence that will be signed, before the passphrase is asked for.
        canvases: the folder of canvases, one of which the sheet may belong to.

    """

    party: PartyId
    key: Path | None
    ask: Ask
    say: Say
    canvases: str | None = None


def freeze_to(
    folder: Path,
    name: str,
    canvases: str | None,
    terms: Terms,
    *,
    key_a: Path | None,
    key_b: Path | None,
    ask: Ask,
    say: Say,
) -> Draft:
    """Freeze a sheet of a canvas in a folder.

    Args:
        folder: where to; made if it is missing.
        name: the canvas's file, folder or id.
        canvases: the folder that ids are looked up in.
        terms: what the sheet is.
        key_a: a's key, public or private; the owner's long-term key if None.
        key_b: b's key; a guest key is made for this sheet if None.
        ask: asked for the passphrase of a locked key without a public half beside it.
        say: told what to think over before it is signed.

    Raises:
        JtbdError: the canvas or a key cannot be read, something is missing, or the disk refused.

    """
    canvas, file, path = read_canvas(name, canvases)
    config, now = config_folder(os.environ), local_now()
    for question in asked_before_freezing(canvas, now.date()):
        say(question)
    return freeze_in(
        SheetFolder(folder),
        canvas,
        file,
        terms,
        key_a=public_key(key_a or keys.owner_key_path(config), ask),
        key_b=public_key(key_b, ask) if key_b else None,
        config=config,
        at=now,
        own=None if folder.resolve() == path.parent.resolve() else SheetFolder(path.parent),
    )


def sign_file(path: Path, signer: Signer, *, consent: str | None, mark: Path | None) -> Signed:
    """Sign the draft in a file for one party.

    Args:
        path: the draft.
        signer: who signs.
        consent: the statement of consent; the usual one, which is said first, if None.
        mark: an SVG file with a drawn signature.

    Raises:
        JtbdError: as `find_draft`, `signing_key` and `sign_draft`, or the consent is blank, or the drawing is not
            plain strokes.

    """
    sheets, draft = _opened(path)
    drawn = mark_from_svg(read_bytes(mark)) if mark else ""
    config = config_folder(os.environ)
    key = signing_key(draft.sheet, signer.party, signer.key, config)
    if not draft.signed:  # rehearsed before the first signature, so that nobody learns after the last what is lacking
        for warning in lacking(sheet_yaml(draft.sheet), local_now()):
            signer.say(warning)
    _point_out_the_clock(draft, signer)
    if consent is None:
        signer.say(default_consent(draft.sheet, signer.party))
    elif not consent.strip():
        raise UsageError("the statement of consent is blank", "Say what you consent to, or leave --consent out.")
    away, warnings = _is_away(draft, config), tuple(exposed(key))
    signed = sign_draft(
        sheets,
        draft,
        signer.party,
        key,
        config=config,
        at=local_now(),
        passphrase=_passphrase(key, signer),
        consent=consent,
        mark_svg=drawn,
    )
    return _finished(signed, signer, warnings, away=away)


def decline_file(path: Path, signer: Signer, *, reason: str, suggests: str | None) -> Signed:
    """Decline the draft in a file for one party.

    Args:
        path: the draft.
        signer: who declines.
        reason: why.
        suggests: who fits better.

    Raises:
        JtbdError: as `find_draft`, `signing_key` and `decline_draft`.

    """
    if not reason.strip():
        raise UsageError("the reason is blank", "Say why in a few words; the other one will read it.")
    sheets, draft = _opened(path)
    config = config_folder(os.environ)
    key = signing_key(draft.sheet, signer.party, signer.key, config)
    _point_out_the_clock(draft, signer)
    signer.say(default_decline(draft.sheet, signer.party))
    away, warnings = _is_away(draft, config), tuple(exposed(key))
    signed = decline_draft(
        sheets,
        draft,
        signer.party,
        key,
        config=config,
        at=local_now(),
        reason=reason,
        suggests=suggests,
        passphrase=_passphrase(key, signer),
    )
    return _finished(signed, signer, warnings, away=away)


def _point_out_the_clock(draft: Draft, signer: Signer) -> None:
    changed = changed_beside(draft.path, draft.sheet.commitment.canvas.id)
    for doubt in wrong_clock(draft, changed, local_now()):
        signer.say(doubt)


def _opened(path: Path) -> tuple[SheetFolder, Draft]:
    refuse_other_files(read_bytes(path), str(path))
    sheets = SheetFolder(path.parent)
    return sheets, find_draft(sheets, path)


def _is_away(draft: Draft, config: Path) -> bool:
    """Whether a draft was frozen on another machine: its sealing key, which never leaves that one, is not here."""
    return not keys.seal_key_path(config, draft.sheet.commitment.id, draft.path).is_file()


def _passphrase(key: Path, signer: Signer) -> str | None:
    return signer.ask(key) if keys.needs_passphrase(key) else None


def _finished(signed: Signed, signer: Signer, warnings: tuple[str, ...], *, away: bool) -> Signed:
    """Return what was written, after its canvas has it on record and its owner knows where it has to go."""
    if away and not signed.complete:
        signer.say(f"Send {signed.path} back to whoever froze it; `jtbd import` takes it in there.")
    unrecorded = record_beside(signed.path.parent, signer.canvases)
    return replace(signed, warnings=(*warnings, *signed.warnings, *unrecorded))
