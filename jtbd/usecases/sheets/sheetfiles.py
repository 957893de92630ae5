"""Sheets by their files: frozen to a folder that was named, signed or declined wherever they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from jtbd.disk.files import read_bytes
from jtbd.errors import AlreadyThere, UsageError
from jtbd.model import PartyId
from jtbd.model.consent import default_consent, default_decline
from jtbd.sign.check.sheet import check
from jtbd.sign.sheet.content import read_sheet, sheet_yaml
from jtbd.sign.sheet.mark import mark_from_svg
from jtbd.store.folder.keys import KeyFile
from jtbd.store.folder.sheets import SheetFolder
from jtbd.store.protocol import KeptKey, SheetStore, is_example
from jtbd.usecases.canvases.asking import asked_before_freezing
from jtbd.usecases.canvases.reading import Named, read_canvas
from jtbd.usecases.canvases.records import record_beside
from jtbd.usecases.home import Home
from jtbd.usecases.keys.keyring import Ask, exposed, public_key
from jtbd.usecases.keys.opening import is_locked, seal_key
from jtbd.usecases.sheets.countersigning import signing_key
from jtbd.usecases.sheets.kinds import refuse_other_files
from jtbd.usecases.sheets.printing import lacking
from jtbd.usecases.sheets.sheets import Draft, Signed, Terms, decline_draft, freeze_in, naming, sign_draft
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

    """

    party: PartyId
    key: Path | None
    ask: Ask
    say: Say


def freeze_to(
    home: Home,
    folder: Path,
    name: str,
    terms: Terms,
    *,
    key_a: Path | None,
    key_b: Path | None,
    ask: Ask,
    say: Say,
) -> Draft:
    """Freeze a sheet of a canvas in a folder.

    Args:
        home: where ids are looked up, and keys.
        folder: where to; made if it is missing.
        name: the canvas's file, folder or id.
        terms: what the sheet is.
        key_a: a's key, public or private; the owner's long-term key if None.
        key_b: b's key; a guest key is made for this sheet if None.
        ask: asked for the passphrase of a locked key without a public half beside it.
        say: told what to think over before it is signed.

    Raises:
        JtbdError: the canvas or a key cannot be read, something is missing, or the disk refused.

    """
    named, sheets, now = read_canvas(name, lambda: home), SheetFolder(folder), home.now()
    for question in asked_before_freezing(named.canvas, now.date()):
        say(question)
    own = _own_sheets(home, named)
    return freeze_in(
        sheets,
        named.canvas,
        named.data,
        terms,
        key_a=public_key(KeyFile(key_a) if key_a else home.keys.owner(), ask),
        key_b=public_key(KeyFile(key_b), ask) if key_b else None,
        keys=home.keys,
        at=now,
        own=None if own == sheets else own,
    )


def sign_file(home: Home, path: Path, signer: Signer, *, consent: str | None, mark: Path | None) -> Signed:
    """Sign the draft in a file for one party.

    Args:
        home: where keys are, and the canvas that the sheet may belong to.
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
    key = signing_key(draft.sheet, signer.party, KeyFile(signer.key) if signer.key else None, home.keys)
    if not draft.signed:  # rehearsed before the first signature, so that nobody learns after the last what is lacking
        for warning in lacking(sheet_yaml(draft.sheet), home.now()):
            signer.say(warning)
    _point_out_the_clock(home, sheets, draft, signer)
    if consent is None:
        signer.say(default_consent(draft.sheet, signer.party))
    elif not consent.strip():
        raise UsageError("the statement of consent is blank", "Say what you consent to, or leave --consent out.")
    away, warnings = _is_away(home, sheets, draft), tuple(exposed(home, key))
    signed = sign_draft(
        sheets,
        draft,
        signer.party,
        key,
        keys=home.keys,
        at=home.now(),
        passphrase=_passphrase(key, signer),
        consent=consent,
        mark_svg=drawn,
    )
    return _finished(home, sheets, signed, signer, (*warnings, *signed.warnings), away=away)


def decline_file(home: Home, path: Path, signer: Signer, *, reason: str, suggests: str | None) -> Signed:
    """Decline the draft in a file for one party.

    Args:
        home: where keys are, and the canvas that the sheet may belong to.
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
    key = signing_key(draft.sheet, signer.party, KeyFile(signer.key) if signer.key else None, home.keys)
    _point_out_the_clock(home, sheets, draft, signer)
    signer.say(default_decline(draft.sheet, signer.party))
    away, warnings = _is_away(home, sheets, draft), tuple(exposed(home, key))
    signed = decline_draft(
        sheets,
        draft,
        signer.party,
        key,
        keys=home.keys,
        at=home.now(),
        reason=reason,
        suggests=suggests,
        passphrase=_passphrase(key, signer),
    )
    return _finished(home, sheets, signed, signer, (*warnings, *signed.warnings), away=away)


def find_draft(sheets: SheetFolder, path: Path) -> Draft:
    """Return the draft that a person named by its file.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        InvalidSheet: it is not a sheet, or does not hold.
        AlreadyThere: another sheet of that number is complete in the folder.
        UsageError: it is one, but not by the name of a draft.

    """
    data, place = read_bytes(path), str(path)
    with naming(place, data):
        sheet = read_sheet(data, place)
        check(sheet)
    for number in sheets.numbers("draft"):
        if sheets.path("draft", number).resolve() == path.resolve():
            return Draft(number, place, sheet)
    for number in sheets.numbers("sheet"):
        if path.name == f"draft-{number}.yaml":
            remedy = f"Take {path.name} to another folder and sign it there."
            raise AlreadyThere(sheets.place("sheet", number), remedy)
    raise UsageError(
        f"{path} is not the draft of a sheet by its name",
        "A sheet that waits for signatures is called draft-N.yaml: rename it.",
    )


def _own_sheets(home: Home, named: Named) -> SheetStore | None:
    """Return the sheets of a canvas that was named; None of an example, which has none."""
    if named.folder:
        return SheetFolder(named.folder)
    return None if is_example(named.canvas.id) else home.store.sheets(named.canvas.id)


def _point_out_the_clock(home: Home, sheets: SheetFolder, draft: Draft, signer: Signer) -> None:
    changed = changed_beside(sheets.folder, draft.sheet.commitment.canvas.id)
    for doubt in wrong_clock(sheets, draft, changed, home.now()):
        signer.say(doubt)


def _opened(path: Path) -> tuple[SheetFolder, Draft]:
    refuse_other_files(read_bytes(path), str(path))
    sheets = SheetFolder(path.parent)
    return sheets, find_draft(sheets, path)


def _is_away(home: Home, sheets: SheetFolder, draft: Draft) -> bool:
    """Whether a draft was frozen on another machine: its sealing key, which never leaves that one, is not here."""
    return not seal_key(home.keys, draft.sheet.commitment.id, sheets, draft.number).is_there()


def _passphrase(key: KeptKey, signer: Signer) -> str | None:
    return signer.ask(key.place) if is_locked(key) else None


def _finished(
    home: Home, sheets: SheetFolder, signed: Signed, signer: Signer, warnings: tuple[str, ...], *, away: bool
) -> Signed:
    """Return what was written, after its canvas has it on record and its owner knows where it has to go."""
    if away and not signed.complete:
        signer.say(f"Send {signed.place} back to whoever froze it; `jtbd import` takes it in there.")
    return replace(signed, warnings=(*warnings, *record_beside(home, sheets.folder)))
