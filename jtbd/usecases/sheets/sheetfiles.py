"""Sheets by their files: frozen to a folder that was named, signed or declined wherever they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from jtbd.disk.files import read_bytes
from jtbd.errors import AlreadyThere, UsageError
from jtbd.i18n import say
from jtbd.model import PartyId
from jtbd.model.answer import Answer, Consent, Refusal
from jtbd.sign.sheet.mark import mark_from_svg
from jtbd.store.folder.keys import KeyFile
from jtbd.store.folder.sheets import SheetFolder
from jtbd.store.protocol import KeptKey, SheetStore, is_example
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

Tell: TypeAlias = Callable[[str], None]
"""Told what a person should think over before a sheet is frozen."""


def freeze_to(
    home: Home,
    folder: Path,
    name: str,
    terms: Terms,
    *,
    key_a: Path | None,
    key_b: Path | None,
    ask: Ask,
    tell: Tell,
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
        tell: told what to think over before it is signed.

    Raises:
        JtbdError: the canvas or a key cannot be read, something is missing, or the disk refused.

    """
    named, sheets, now = read_canvas(name, lambda: home), SheetFolder(folder), home.now()
    for question in asked_before_freezing(named.canvas, now.date()):
        tell(question)
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


@dataclass(frozen=True, slots=True)
class Answering:
    """An answer to the draft in a file, on its way: what to read first, the signature, and what to do afterwards.

    Attributes:
        home: where keys are, and the canvas that the sheet may belong to.
        sheets: where the draft is.
        draft: the draft.
        party: who answers.
        key: the key that will sign.
        answer: consent, or refusal.
        away: whether the draft was frozen on another machine: its sealing key, which never leaves that one, is not
            here.

    """

    home: Home
    sheets: SheetFolder
    draft: Draft
    party: PartyId
    key: KeptKey
    answer: Answer
    away: bool

    def to_read_first(self) -> Iterator[str]:
        """Yield what its PDF will lack, if nobody has signed; doubts of a clock; the usual sentence, if it is that."""
        if isinstance(self.answer, Consent) and not self.draft.signed:
            yield from lacking(self.draft.verified, self.home.now())
        changed = changed_beside(self.sheets.folder, self.draft.sheet.commitment.canvas.id)
        yield from wrong_clock(self.sheets, self.draft, changed, self.home.now())
        if self.answer.sentence is None:
            yield self.answer.said(self.draft.sheet, self.party)

    def sign(self, ask: Ask) -> Signed:
        """Sign it, and put the sheet on the record of its canvas.

        Raises:
            JtbdError: as `sign_draft`.

        """
        home, at = self.home, self.home.now()
        warnings = tuple(exposed(home, self.key))
        signed = sign_draft(self.sheets, self.draft, self.party, self.key, self.answer, ask=ask, keys=home.keys, at=at)
        unrecorded = record_beside(home, self.sheets.folder, signed.known)
        return replace(signed, warnings=(*warnings, *signed.warnings, *unrecorded))

    def errand(self, signed: Signed) -> str:
        """Return what is left to do with what was signed; empty where that is nothing."""
        if not self.away or signed.complete:
            return ""
        return say("Send {file} back to whoever froze it; `jtbd import` takes it in there.", file=signed.place)


def answering(home: Home, path: Path, party: PartyId, key: Path | None, answer: Answer) -> Answering:
    """Return a party's answer to the draft in a file, after all has been checked that can be before it is signed.

    Args:
        home: where keys are, and the canvas that the sheet may belong to.
        path: the draft.
        party: who answers.
        key: the private key; None for a guest key made for this sheet, or else the owner's.
        answer: consent, or refusal.

    Raises:
        UsageError: the statement of consent, or the reason, is blank.
        JtbdError: as `find_draft` and `signing_key`.

    """
    _refuse_blank(answer)
    sheets = SheetFolder(path.parent)
    draft = find_draft(sheets, path)
    kept = signing_key(draft.verified, party, KeyFile(key) if key else None, home.keys)
    away = not seal_key(home.keys, draft.verified.id, sheets, draft.number).is_there()
    return Answering(home, sheets, draft, party, kept, answer, away)


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
            remedy = say("Take {file} to another folder and sign it there.", file=path.name)
            raise AlreadyThere(sheets.place("sheet", number), remedy)
    raise UsageError(
        say("{file} is not the draft of a sheet by its name", file=path),
        say("A sheet that waits for signatures is called {file}: rename it.", file="draft-N.yaml"),
    )


def _own_sheets(home: Home, named: Named) -> SheetStore | None:
    """Return the sheets of a canvas that was named; None of an example, which has none."""
    if named.folder:
        return SheetFolder(named.folder)
    return None if is_example(named.canvas.id) else home.store.sheets(named.canvas.id)


def _refuse_blank(answer: Answer) -> None:
    if isinstance(answer, Refusal):
        if not answer.reason.strip():
            raise UsageError(say("the reason is blank"), say("Say why in a few words; the other one will read it."))
    elif answer.sentence is not None and not answer.sentence.strip():
        raise UsageError(
            say("the statement of consent is blank"), say("Say what you consent to, or leave --consent out.")
        )
