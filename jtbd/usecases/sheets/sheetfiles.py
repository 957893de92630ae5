"""Sheets by their files: frozen to a folder that was named, signed or declined wherever they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from jtbd.disk.files import read_bytes
from jtbd.errors import AlreadyThere, UsageError
from jtbd.model import PartyId
from jtbd.model.answer import Answer, Consent, Refusal
from jtbd.sign.sheet.mark import mark_from_svg
from jtbd.store.folder.keys import KeyFile
from jtbd.store.folder.sheets import SheetFolder
from jtbd.store.protocol import SheetStore, is_example
from jtbd.usecases.canvases.asking import asked_before_freezing
from jtbd.usecases.canvases.reading import Named, read_canvas
from jtbd.usecases.canvases.records import record_beside
from jtbd.usecases.home import Home
from jtbd.usecases.keys.keyring import exposed, public_key
from jtbd.usecases.keys.opening import Ask, seal_key
from jtbd.usecases.sheets.freezing import freeze_in
from jtbd.usecases.sheets.printing import lacking
from jtbd.usecases.sheets.reading import Draft, read_given
from jtbd.usecases.sheets.signers import signing_key
from jtbd.usecases.sheets.signing import sign_draft
from jtbd.usecases.sheets.terms import Terms
from jtbd.usecases.sheets.writing import Signed
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


def sign_file(home: Home, path: Path, signer: Signer, answer: Answer) -> Signed:
    """Put a party's answer on the draft in a file.

    Args:
        home: where keys are, and the canvas that the sheet may belong to.
        path: the draft.
        signer: who signs.
        answer: consent, or refusal; where it has no sentence of its own, the usual one is said first.

    Raises:
        UsageError: the statement of consent, or the reason, is blank.
        JtbdError: as `find_draft`, `signing_key` and `sign_draft`.

    """
    _refuse_blank(answer)
    sheets, draft = _opened(path)
    key = signing_key(draft.verified, signer.party, KeyFile(signer.key) if signer.key else None, home.keys)
    for remark in _to_read_first(home, sheets, draft, answer):
        signer.say(remark)
    if answer.sentence is None:
        signer.say(answer.said(draft.sheet, signer.party))
    away, warnings = _is_away(home, sheets, draft), tuple(exposed(home, key))
    signed = sign_draft(sheets, draft, signer.party, key, answer, ask=signer.ask, keys=home.keys, at=home.now())
    if away and not signed.complete:
        signer.say(f"Send {signed.place} back to whoever froze it; `jtbd import` takes it in there.")
    unrecorded = record_beside(home, sheets.folder, signed.known)
    return replace(signed, warnings=(*warnings, *signed.warnings, *unrecorded))


def drawing(path: Path) -> str:
    """Return the drawn signature in an SVG file.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        UnusableMark: it is not plain strokes.

    """
    return mark_from_svg(read_bytes(path))


def find_draft(sheets: SheetFolder, path: Path) -> Draft:
    """Return the draft that a person named by its file.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        NotASheet, InvalidSheet: it is not a sheet, or does not hold.
        AlreadyThere: another sheet of that number is complete in the folder.
        UsageError: it is one, but not by the name of a draft.

    """
    data, place = read_bytes(path), str(path)
    sheet = read_given(data, place)
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


def _refuse_blank(answer: Answer) -> None:
    if isinstance(answer, Refusal):
        if not answer.reason.strip():
            raise UsageError("the reason is blank", "Say why in a few words; the other one will read it.")
    elif answer.sentence is not None and not answer.sentence.strip():
        raise UsageError("the statement of consent is blank", "Say what you consent to, or leave --consent out.")


def _to_read_first(home: Home, sheets: SheetFolder, draft: Draft, answer: Answer) -> Iterator[str]:
    """Yield what the PDF will lack, before anybody has signed and not after the last one has, and doubts of a clock."""
    if isinstance(answer, Consent) and not draft.signed:
        yield from lacking(draft.verified, home.now())
    changed = changed_beside(sheets.folder, draft.sheet.commitment.canvas.id)
    yield from wrong_clock(sheets, draft, changed, home.now())


def _opened(path: Path) -> tuple[SheetFolder, Draft]:
    sheets = SheetFolder(path.parent)
    return sheets, find_draft(sheets, path)


def _is_away(home: Home, sheets: SheetFolder, draft: Draft) -> bool:
    """Whether a draft was frozen on another machine: its sealing key, which never leaves that one, is not here."""
    return not seal_key(home.keys, draft.verified.id, sheets, draft.number).is_there()
