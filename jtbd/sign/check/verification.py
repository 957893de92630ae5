"""What verification found: one frozen answer, in a word, by a rule's name and as a sentence; and a sheet that holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from jtbd.i18n import Message, mark
from jtbd.model import PartyId
from jtbd.model.sheet import Sheet
from jtbd.model.statement import DeclineClaims, Statement


class Outcome(StrEnum):
    """What holds; only `complete` is green."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    DECLINED = "declined"
    INVALID = "invalid"


MEANINGS: Final[Mapping[str, Message]] = {
    "canonical": mark("it is not written in the one form that a sheet has"),
    "schema": mark("it is not a commitment sheet of a known form"),
    "hash": mark("its content is not what its hash was made of"),
    "header": mark("a signature is not of the one kind that counts here"),
    "key": mark("a signature was not made with the key that the sheet names"),
    "signature": mark("a signature does not fit what was signed"),
    "payload": mark("what was signed does not speak of this sheet"),
    "late": mark("somebody signed after the last day on which the sheet could be signed"),
    "signers": mark("somebody signed who was not asked to, or signed twice"),
    "seal": mark("the seal of the PDF does not hold"),
    "attachment": mark("the files attached to the PDF do not belong together"),
    "after-seal": mark("the PDF was changed after it was sealed"),
}
"""What it means that a rule is broken, in the order in which the rules are checked; the same in every verifier."""

ANSWERS: Final[Mapping[str, Message]] = {
    "canonical": mark("Not valid (rule {rule}): it is not written in the one form that a sheet has."),
    "schema": mark("Not valid (rule {rule}): it is not a commitment sheet of a known form."),
    "hash": mark("Not valid (rule {rule}): its content is not what its hash was made of."),
    "header": mark("Not valid (rule {rule}): a signature is not of the one kind that counts here."),
    "key": mark("Not valid (rule {rule}): a signature was not made with the key that the sheet names."),
    "signature": mark("Not valid (rule {rule}): a signature does not fit what was signed."),
    "payload": mark("Not valid (rule {rule}): what was signed does not speak of this sheet."),
    "late": mark("Not valid (rule {rule}): somebody signed after the last day on which the sheet could be signed."),
    "signers": mark("Not valid (rule {rule}): somebody signed who was not asked to, or signed twice."),
    "seal": mark("Not valid (rule {rule}): the seal of the PDF does not hold."),
    "attachment": mark("Not valid (rule {rule}): the files attached to the PDF do not belong together."),
    "after-seal": mark("Not valid (rule {rule}): the PDF was changed after it was sealed."),
}
"""The same as the answer that a file gets."""

RULES: Final = {name: message.text for name, message in MEANINGS.items()}
"""The meanings as they are published, in English (`docs/format.md`)."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What holds of a file and what does not.

    Attributes:
        outcome: the answer in a word.
        rule: the first rule that failed, None where none did; `signers` where a signature is still missing.
        message: the answer in words for people, the same in every verifier (`docs/format.md`).
        detail: where exactly a rule is broken, in this program's own words; empty where none is.
        remark: what else to know of the file and what to do about it, in a sentence or two; mostly empty.
        replaced_by: the number of a complete sheet beside the file that says that it takes its place.
        signed: the parties that signed, consenting or declining; empty where the outcome is invalid.
        missing: the parties that have yet to sign; empty where the outcome is invalid.
        sheet: what was verified, None where the outcome is invalid: nothing of it can be relied on.
        file: the bytes of that sheet's file, which a PDF has attached; empty where the outcome is invalid.
        statements: what each of `signed` said, in the same order.

    """

    outcome: Outcome
    rule: str | None
    message: str
    detail: str = ""
    remark: str = ""
    replaced_by: int | None = None
    signed: tuple[PartyId, ...] = ()
    missing: tuple[PartyId, ...] = ()
    sheet: Sheet | None = None
    file: bytes = b""
    statements: tuple[Statement, ...] = ()

    @property
    def declined(self) -> tuple[PartyId, ...]:
        """The parties that declined."""
        return tuple(statement.party for statement in self.statements if isinstance(statement, DeclineClaims))


@dataclass(frozen=True, slots=True)
class VerifiedSheet:
    """A sheet that holds: it is in its one form, and its hash and every signature on it were checked.

    Only `jtbd.sign` makes one. Whoever is handed one has no need to read the file or to check anything of it again.

    Attributes:
        file: the bytes of its file.
        sheet: what is in it.
        statements: what each party on it said, in the order of the signatures.
        found: the answer of verification; never `invalid`.

    """

    file: bytes
    sheet: Sheet
    statements: tuple[Statement, ...]
    found: Verification

    @property
    def outcome(self) -> Outcome:
        """What it is worth, in a word."""
        return self.found.outcome

    @property
    def id(self) -> str:
        """The sheet's id."""
        return self.sheet.commitment.id

    @property
    def over(self) -> bool:
        """Whether nobody is waited for any more: both have signed, or somebody has declined."""
        return self.outcome in {Outcome.COMPLETE, Outcome.DECLINED}
