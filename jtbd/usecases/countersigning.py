"""Sheets by their files: frozen to a folder that was named, signed wherever they are."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from jtbd.errors import AlreadySigned, UsageError
from jtbd.model import PartyId
from jtbd.sign import keys
from jtbd.sign.consent import default_consent
from jtbd.sign.mark import mark_from_svg
from jtbd.store.files import read_bytes
from jtbd.store.places import config_folder
from jtbd.store.sheets import SheetFolder
from jtbd.usecases.clock import local_now
from jtbd.usecases.keyring import Ask, public_key
from jtbd.usecases.reading import read_canvas
from jtbd.usecases.sheets import Draft, Signed, Terms, find_draft, freeze_in, key_path, sign_draft


def freeze_to(
    folder: Path,
    name: str,
    canvases: str | None,
    terms: Terms,
    *,
    key_a: Path | None,
    key_b: Path | None,
    ask: Ask,
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

    Raises:
        JtbdError: the canvas or a key cannot be read, something is missing, or the disk refused.

    """
    canvas, file = read_canvas(name, canvases)
    config = config_folder(os.environ)
    return freeze_in(
        SheetFolder(folder),
        canvas,
        file,
        terms,
        key_a=public_key(key_a or keys.owner_key_path(config), ask),
        key_b=public_key(key_b, ask) if key_b else None,
        config=config,
    )


def sign_file(
    path: Path,
    party: PartyId,
    key: Path | None,
    ask: Ask,
    *,
    consent: str | None,
    mark: Path | None,
    say: Callable[[str], None],
) -> Signed:
    """Sign the draft in a file for one party.

    Args:
        path: the draft.
        party: who signs.
        key: the private key; None for a guest key made for this sheet, or else the owner's.
        ask: asked for the passphrase if the key is locked.
        consent: the statement of consent; the usual one if None.
        mark: an SVG file with a drawn signature.
        say: told the usual statement of consent before it is signed.

    Raises:
        JtbdError: as `find_draft` and `sign_draft`, or the consent is blank, or the drawing is not plain strokes.

    """
    config = config_folder(os.environ)
    sheets = SheetFolder(path.parent)
    draft = find_draft(sheets, path)
    if party in draft.signed:
        raise AlreadySigned(party)
    drawn = mark_from_svg(read_bytes(mark)) if mark else ""
    signing = key or key_path(config, draft.sheet, party)
    locked = keys.needs_passphrase(signing)
    if consent is None:
        say(default_consent(draft.sheet, party))
    elif not consent.strip():
        raise UsageError("the statement of consent is blank", "Say what you consent to, or leave --consent out.")
    return sign_draft(
        sheets,
        draft,
        party,
        signing,
        config=config,
        at=local_now(),
        passphrase=ask(signing) if locked else None,
        consent=consent,
        mark_svg=drawn,
    )
