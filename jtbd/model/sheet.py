"""The commitment sheet: the frozen, signed extract of a canvas (formats `jtbd.commitment-sheet/1` and `/1.1`).

The classes repeat parts of the canvas on purpose: what is signed must not change its shape when the canvas gains a
field. What is absent is left out; nothing is ever null.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, StrictBool, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from jtbd.i18n import mark, say
from jtbd.model.base import Part
from jtbd.model.commitment import Every, Kind, Role
from jtbd.model.mark import Mark
from jtbd.model.text import GREATEST, Currency, Date, PartyId, SignedLine, SignedSentence, Slug

SheetFormat = Literal["jtbd.commitment-sheet/1", "jtbd.commitment-sheet/1.1"]
FIRST_FORMAT: Final[SheetFormat] = "jtbd.commitment-sheet/1"
SHEET_FORMAT: Final[SheetFormat] = "jtbd.commitment-sheet/1.1"
"""What new sheets are; those of the first format stay what they are."""

_VERSION: Final = re.compile(r"jtbd\.commitment-sheet/(?P<major>[1-9][0-9]{0,8})(?:\.(?P<minor>[1-9][0-9]{0,8}))?")

SINCE_1_1: Final = ("language", "open_until", "replaces")
"""The fields that `/1.1` added; it requires all of them, and `/1` has none."""

SheetId = Annotated[str, StringConstraints(pattern=r"^[a-z2-7]{25}[aeimquy4]$")]
"""128 random bits as 26 lower-case base32 characters; the last carries 3 bits, so only 8 can stand there."""

Thumbprint = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$")]
"""RFC 7638 SHA-256 thumbprint of a key, base64url without padding."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$")]
"""A language tag in the form of BCP 47, as `en`; which languages there are is not checked."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
ContentHash = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
Binding = Literal["intent", "contract"]
VerdictWord = Literal["unknown", "little-in-common", "competitive", "contested", "complementary"]
FlagWord = Literal["one-sided", "swallowed-a", "swallowed-b", "mixed-signals", "heading", "line-drawn"]

_Text = Annotated[SignedSentence, Field(min_length=1)]
_Name = Annotated[SignedLine, Field(min_length=1)]
_Whole = Annotated[int, Field(strict=True, ge=0, le=GREATEST)]
_Amount = Annotated[int, Field(strict=True, ge=-GREATEST, le=GREATEST)]

BINDING_MEANS: Final[Mapping[Binding, str]] = {
    "intent": "This is a statement of intent. It says what each party means to do. It is not meant to be enforced in "
    "court; what stands behind it is each party’s word and good name.",
    "contract": "This is meant to bind. Each party intends to be legally bound to the other by the commitments in this "
    "sheet. Whether and how far it binds is for the applicable law to say.",
}
"""What each kind of sheet means, in the words that go with it on screen, on paper and in the consent."""

CONFIDENTIAL_MEANS: Final[Mapping[bool, str]] = {
    True: "It is confidential: neither party shows it to others unless the other agrees or the law requires it.",
    False: "It is not confidential: either party may show it to others.",
}


class SheetAspect(Part):
    """A need that a commitment serves."""

    id: Slug
    text: _Text


class SheetCanvas(Part):
    """The canvas file that the sheet was frozen from."""

    id: Slug
    revision: _Whole
    sha256: Sha256


class SheetCommitment(Part):
    """One promise by one party to the other, as in the canvas without what became of it."""

    id: Slug
    by: PartyId
    what: _Text
    kind: Kind | None = None
    trigger: _Text | None = None
    due: Date | None = None
    every: Every | None = None
    done_when: _Text | None = None
    serves: tuple[Slug, ...]
    gives: _Text | None = None
    qualifies: _Text | None = None
    standard: _Text | None = None
    reward: _Text | None = None


class SheetJob(Part):
    """The job statement."""

    performer: _Name | None = None
    when: _Text | None = None
    want: _Text
    so_that: _Text | None = None


class SheetOverlap(Part):
    """The verdict, and the functional part of the job in whole quarter units of weight; no float is signed."""

    verdict: VerdictWord
    flags: tuple[FlagWord, ...]
    contested: _Whole
    only_a: _Whole
    only_b: _Whole
    open: _Whole
    total: _Whole

    @property
    def told(self) -> bool:
        """Whether the sheet says what the two are to each other: where it does not, all of this is blank."""
        return self.verdict != "unknown" or bool(self.flags) or self.total > 0

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.contested + self.only_a + self.only_b + self.open != self.total:
            message = say("contested, only_a, only_b and open must add up to total")
            raise PydanticCustomError("total", "{message}", {"message": message})
        return self


class SheetParty(Part):
    """Who signs: `name` is the person's or, where none was given, the organisation's; `key` the key that will sign."""

    id: PartyId
    key: Thumbprint
    name: _Name
    organisation: _Name | None = None
    role: Role | None = None
    title: _Name | None = None

    @property
    def full_name(self) -> str:
        """The name with, where it is another, the organisation: `Ana Ruiz (Harbour Estates)`."""
        return self.name if self.organisation in {None, self.name} else f"{self.name} ({self.organisation})"

    @property
    def short_name(self) -> str:
        """The organisation or, where none was given, the person."""
        return self.organisation or self.name


class SheetReview(Part):
    """When the two look at it again."""

    every: Every | None = None
    next: Date | None = None


class SheetRole(Part):
    """A party's role, and what it does first."""

    role: Role | None = None
    does: _Text | None = None


class SheetRoles(Part):
    """Both parties' roles."""

    a: SheetRole
    b: SheetRole


class SheetProspect(Part):
    """One party's year in whole minor units of the currency.

    `notice` stands in sheets that were frozen when it still went with the money; it is read, and shown nowhere.
    """

    alone: _Amount | None = None
    together: _Amount | None = None
    notice: _Whole | None = None


class SheetValue(Part):
    """Money, only if the parties chose to show it.

    `digits` says how many decimals the minor unit has (2 for EUR, 0 for JPY), so that the amounts can be read without
    a table of currencies, which changes over the years.
    """

    currency: Currency
    digits: Annotated[int, Field(strict=True, ge=0, le=4)]
    a: SheetProspect
    b: SheetProspect


class CommitmentContent(Part):
    """What is hashed and signed: the `commitment` mapping."""

    aspects: tuple[SheetAspect, ...]
    binding: Binding
    canvas: SheetCanvas
    commitments: Annotated[tuple[SheetCommitment, ...], Field(min_length=1)]
    confidential: StrictBool
    format: SheetFormat
    id: SheetId
    job: SheetJob
    language: Language | None = None
    open_until: Date | None = None
    overlap: SheetOverlap
    parties: tuple[SheetParty, SheetParty]
    replaces: tuple[SheetId, ...] | None = None
    required: tuple[Literal["a"], Literal["b"]]
    review: SheetReview
    roles: SheetRoles
    seal: Thumbprint
    value: SheetValue | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        for broken, message in (
            (tuple(party.id for party in self.parties) != self.required, mark("parties must be a, then b")),
            (_doubled([item.id for item in self.commitments]), mark("two commitments have the same id")),
            (_doubled([item.id for item in self.aspects]), mark("two aspects have the same id")),
            (
                {item.id for item in self.aspects} != {need for item in self.commitments for need in item.serves},
                mark("aspects must be those that the commitments serve, no more and no fewer"),
            ),
            (
                tuple(party.role for party in self.parties) != (self.roles.a.role, self.roles.b.role),
                mark("a party's role must be the same under parties and under roles"),
            ),
            (
                len({getattr(self, name) is None for name in SINCE_1_1} | {self.format == FIRST_FORMAT}) > 1,
                mark("{fields} must all be there in {format}, and none of them in {first}"),
            ),
            (_doubled([*(self.replaces or ()), self.id]), mark("replaces must name other sheets, each once")),
        ):
            if broken:
                said = message.said(fields=", ".join(SINCE_1_1), format=SHEET_FORMAT, first=FIRST_FORMAT)
                raise PydanticCustomError("content", "{message}", {"message": said})
        return self

    def party(self, party: PartyId) -> SheetParty:
        """Return the party by its letter."""
        return self.parties[0 if party == "a" else 1]

    def dump(self) -> dict[str, Any]:
        """Return the content as plain data: what is absent is left out."""
        return self.model_dump(mode="json", exclude_none=True)


class Signature(Part):
    """One party's signed statement: consent, or the decision to decline."""

    jws: Annotated[str, Field(max_length=32_768)]
    mark_svg: Mark
    party: PartyId


class Sheet(Part):
    """The whole file: the content, its hash, and the signatures so far, sorted by party."""

    commitment: CommitmentContent
    content_hash: ContentHash
    signatures: tuple[Signature, ...]

    @property
    def signers(self) -> tuple[PartyId, ...]:
        """The parties whose signatures are on it, consenting or declining."""
        return tuple(signature.party for signature in self.signatures)

    def dump(self) -> dict[str, Any]:
        """Return the sheet as plain data: what is absent is left out."""
        return self.model_dump(mode="json", exclude_none=True)


def is_newer(said: object) -> bool:
    """Say whether something names a format of sheets that is newer than this program."""
    found, own = (_VERSION.fullmatch(name) if isinstance(name, str) else None for name in (said, SHEET_FORMAT))
    return bool(found and own and _order(found) > _order(own))


def _order(version: re.Match[str]) -> tuple[int, int]:
    return int(version["major"]), int(version["minor"] or 0)


def _doubled(ids: list[str]) -> bool:
    return len(set(ids)) != len(ids)
