"""A sheet or its PDF from anywhere: does it hold, and what was promised in it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from jtbd.disk.files import LARGEST_PDF, read_bytes
from jtbd.errors import NotASheet
from jtbd.formats import day, listing
from jtbd.i18n import WITHIN, Message, mark, mark_in, say
from jtbd.model.consent import in_short
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS, CommitmentContent, SheetCommitment
from jtbd.model.statement import Clock, DeclineClaims, Statement
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
    "day",
    "details",
    "held",
    "meaning",
    "promises",
    "statements",
    "verify",
    "verify_file",
]

# For translators: {time} is a day with its hour, {clock} one of the three below.
_SIGNED: Final = mark("{name} signed on {time} ({clock})")
_DECLINED: Final = mark("{name} declined on {time} ({clock})")
_SIGNED_WITH: Final = mark("{name} signed on {time} ({clock}) with key {key}")
_DECLINED_WITH: Final = mark("{name} declined on {time} ({clock}) with key {key}")
_CLOCKS: Final[Mapping[Clock, Message]] = {
    "laptop": mark_in(WITHIN, "the laptop's clock"),
    "phone": mark_in(WITHIN, "the phone's clock"),
    "server": mark_in(WITHIN, "the server's clock"),
}


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
            return replace(found, detail=f"{other.sentence} {other.remedy}")
    if found.sheet and (newer := successor(found.sheet.commitment.id, SheetFolder(path.parent))):
        return replace(found, replaced_by=newer[0], remark=f"{_in_its_place(newer)} {found.remark}".strip())
    return found


def _in_its_place(newer: tuple[int, VerifiedSheet]) -> str:
    number, found = newer
    names = listing([party.full_name for party in found.sheet.commitment.parties])
    return say(
        "It is in force no longer: sheet-{sheet}.yaml beside it, signed by {names}, takes its place.",
        sheet=number,
        names=names,
    )


def details(found: Verification) -> Iterator[str]:
    """Yield what a reader wants to know of a sheet that holds: who said what, when, with which key."""
    if found.sheet is None:
        return
    content = found.sheet.commitment
    yield say("content {hash}", hash=found.sheet.content_hash)
    for statement in found.statements:
        party = content.party(statement.party)
        said = _DECLINED_WITH if isinstance(statement, DeclineClaims) else _SIGNED_WITH
        yield said.said(name=party.full_name, time=words.signed_on(statement), clock=_clock(statement), key=party.key)
        yield say("and said: “{words}”", words=" ".join(statement.consent.split()))
    if content.open_until and found.missing and found.outcome is not Outcome.DECLINED:
        yield say("it can be signed until {day}", day=day(content.open_until))
    for sheet_id in content.replaces or ():
        yield say("it takes the place of the sheet {sheet}", sheet=sheet_id)
    for letter in found.missing if found.outcome is not Outcome.DECLINED else ():  # then nobody waits for them
        party = content.party(letter)
        yield say("{name} has yet to sign, with key {key}", name=party.full_name, key=party.key)


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
        said = _DECLINED if isinstance(statement, DeclineClaims) else _SIGNED
        name = content.party(statement.party).full_name
        yield Told(said.said(name=name, time=words.signed_on(statement), clock=_clock(statement)))
        consent = in_short(" ".join(statement.consent.split()), found.sheet)
        yield Told(say("and said: “{words}”", words=consent), in_their_words=True)
    waits = found.missing if found.outcome is not Outcome.DECLINED else ()
    if content.open_until and waits:
        yield Told(say("it can be signed until {day}", day=day(content.open_until)))
    for letter in waits:
        yield Told(say("{name} has yet to sign", name=content.party(letter).full_name))
    if content.replaces:
        yield Told(say("it takes the place of an earlier sheet of the two"))


def _clock(statement: Statement) -> str:
    return _CLOCKS[statement.clock].said()


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
        promises = say("{name} promises:", name=content.party(item.by).full_name)
        yield f"{promises} {words.sentence(item, content)}"


def sentence(item: SheetCommitment, content: CommitmentContent) -> str:
    """Return a promise on a sheet as one sentence."""
    return words.sentence(item, content)


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
