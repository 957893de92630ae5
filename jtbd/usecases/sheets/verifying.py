"""A sheet or its PDF from anywhere: does it hold, and what was promised in it?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from jtbd.disk.files import LARGEST_PDF, read_bytes
from jtbd.errors import NotASheet
from jtbd.model.consent import in_short
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS, CommitmentContent, SheetCommitment
from jtbd.model.statement import DeclineClaims
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.sheet import held
from jtbd.sign.check.verification import Outcome, Verification, VerifiedSheet
from jtbd.store.folder.sheets import SheetFolder
from jtbd.usecases.sheets.kinds import refuse_other_files
from jtbd.usecases.sheets.replacing import successor
from jtbd.wording import sheet as words

__all__ = [
    "Outcome",
    "Verification",
    "VerifiedSheet",
    "as_json",
    "details",
    "held",
    "meaning",
    "promises",
    "statements",
    "verify",
    "verify_file",
]


def verify_file(path: Path) -> Verification:
    """Return what holds of a file; of one that says itself that it is something else, its detail says so.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.

    """
    data = read_bytes(path, LARGEST_PDF)
    found = verify(data)
    if found.outcome is Outcome.INVALID:
        try:
            refuse_other_files(data, str(path), pdf=True)
        except NotASheet as other:
            return replace(found, detail=f"{other.message}. {other.remedy}")
    if found.sheet and (newer := successor(found.sheet.commitment.id, SheetFolder(path.parent))):
        return replace(found, replaced_by=newer[0], remark=f"{_in_its_place(newer)} {found.remark}".strip())
    return found


def _in_its_place(newer: tuple[int, VerifiedSheet]) -> str:
    number, found = newer
    names = " and ".join(party.full_name for party in found.sheet.commitment.parties)
    return f"It is in force no longer: sheet-{number}.yaml beside it, signed by {names}, takes its place."


def details(found: Verification) -> Iterator[str]:
    """Yield what a reader wants to know of a sheet that holds: who said what, when, with which key."""
    if found.sheet is None:
        return
    content = found.sheet.commitment
    yield f"content {found.sheet.content_hash}"
    for statement in found.statements:
        party = content.party(statement.party)
        said = "declined" if isinstance(statement, DeclineClaims) else "signed"
        when = f"{words.signed_on(statement)} (the {statement.clock}'s clock)"
        yield f"{party.full_name} {said} on {when} with key {party.key}"
        yield f"and said: “{' '.join(statement.consent.split())}”"
    if content.open_until and found.missing and found.outcome is not Outcome.DECLINED:
        yield f"it can be signed until {words.date(content.open_until)}"
    for sheet_id in content.replaces or ():
        yield f"it takes the place of the sheet {sheet_id}"
    for letter in found.missing if found.outcome is not Outcome.DECLINED else ():  # then nobody waits for them
        party = content.party(letter)
        yield f"{party.full_name} has yet to sign, with key {party.key}"


class Told(NamedTuple):
    """One line of who said what, and whether it is what somebody said, in their words."""

    text: str
    in_their_words: bool = False


def statements(found: Verification) -> Iterator[Told]:
    """Yield who said what and when, who has yet to sign and until when, without what machines go by."""
    if found.sheet is None:
        return
    content = found.sheet.commitment
    for statement in found.statements:
        said = "declined" if isinstance(statement, DeclineClaims) else "signed"
        when = f"{words.signed_on(statement)} (the {statement.clock}'s clock)"
        yield Told(f"{content.party(statement.party).full_name} {said} on {when}")
        consent = in_short(" ".join(statement.consent.split()), found.sheet)
        yield Told(f"and said: “{consent}”", in_their_words=True)
    waits = found.missing if found.outcome is not Outcome.DECLINED else ()
    if content.open_until and waits:
        yield Told(f"it can be signed until {words.date(content.open_until)}")
    for letter in waits:
        yield Told(f"{content.party(letter).full_name} has yet to sign")
    if content.replaces:
        yield Told("it takes the place of an earlier sheet of the two")


def meaning(found: Verification) -> str:
    """Return what a sheet that holds is and whether it is confidential; of one that was declined, nothing."""
    if found.sheet is None or found.outcome is Outcome.DECLINED:
        return ""
    content = found.sheet.commitment
    return f"{BINDING_MEANS[content.binding]} {CONFIDENTIAL_MEANS[content.confidential]}"


def promises(found: Verification) -> Iterator[str]:
    """Yield the promises of a sheet that holds, out of what was signed and not off a page.

    One that was declined has none: nobody promised anything.
    """
    if found.sheet is None or found.outcome is Outcome.DECLINED:
        return
    content = found.sheet.commitment
    for item in content.commitments:
        yield f"{content.party(item.by).full_name} promises: {words.sentence(item, content)}"


def sentence(item: SheetCommitment, content: CommitmentContent) -> str:
    """Return a promise on a sheet as one sentence."""
    return words.sentence(item, content)


def day(date: dt.date) -> str:
    """Return a day in words that no two countries read differently."""
    return words.date(date)


def as_json(found: Verification) -> dict[str, object]:
    """Return the object that `jtbd verify --json` prints."""
    return {
        "outcome": str(found.outcome),
        "rule": found.rule,
        "signed": list(found.signed),
        "missing": list(found.missing),
        **({"replaced_by": found.replaced_by} if found.replaced_by else {}),
        **({"remark": found.remark} if found.remark else {}),
    }
