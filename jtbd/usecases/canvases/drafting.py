"""A promise as it was typed, for a canvas: without who promises or a list's mark, and each part in its field."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final, NamedTuple

from jtbd.i18n import say
from jtbd.model import PARTIES, Canvas, Commitment, PartyId, other
from jtbd.model.commitment import Every
from jtbd.model.subject import is_about, without_receiver, without_subject
from jtbd.model.unseen import without_unseen
from jtbd.parsing.clause import is_clause
from jtbd.parsing.mark import without_mark
from jtbd.parsing.row import read_row
from jtbd.parsing.sentence import take_apart
from jtbd.wording.promise import spoken

_GETS: Final = r"\s+gets?\s+(?=\S)"
_OPTIONAL: Final = re.compile(
    r"\A\s*[(\[]?(?P<before>optional(?:ly)?)\s*(?:[)\]:,–—]|\s-)\s*|\s*(?:[(\[]\s*|,\s+|\s[-–—]\s)(?P<behind>optional(?:ly)?)[)\]]?\s*[.;]?\s*\Z",
    re.IGNORECASE,
)


class TypedPromise(NamedTuple):
    """A promise as it was typed.

    Attributes:
        by: who promises it.
        fields: what it says, by the canvas's fields; without a blank `what` there is nothing to add.
        ask: what there is to say where it is no promise at all, else empty.

    """

    by: PartyId
    fields: dict[str, Any]
    ask: str = ""


def promised(canvas: Canvas, party: PartyId, text: str, today: dt.date, receiver: str) -> TypedPromise:
    """Return what stands on a party's line for the next promise; a row of a plan may be the other one's.

    Args:
        canvas: the canvas.
        party: whose line it is.
        text: what was typed or pasted.
        today: the day on which it is said.
        receiver: what the other one is called.

    """

    def is_party(words: str) -> bool:
        return any(is_about(f"{words} will do", canvas, each) for each in PARTIES)

    text = without_unseen(text)
    row = read_row(text, today, is_party)
    if row and not row.text:
        return TypedPromise(party, {"what": ""}, say("This is the head of a table: paste one of its rows."))
    by = party
    if row and row.owner:
        by = next(each for each in PARTIES if is_about(f"{row.owner} will do", canvas, each))
    said = drafted(without_subject(row.text if row else text, canvas, by), "", today, receiver if by == party else None)
    if gives := said.get("gives"):
        said["gives"] = without_receiver(gives, canvas, other(by))
    return TypedPromise(by, said)


def drafted(text: str, name: str, today: dt.date, receiver: str | None = None) -> dict[str, Any]:
    """Return the fields of a promise as it was said; `what` is blank where nothing was.

    The sentence that the fields make says the same again when it is read; where it would not, since two things that set
    it off run into each other, say, nothing is taken apart.

    Args:
        text: what was typed.
        name: what the one who promises is called; a sentence may begin with "Ana will".
        today: the day on which it is said.
        receiver: what the other one is called, who gets something; by default anybody may.

    """
    said = _bare(text, name)
    fields = _drafted(said, today, receiver)
    again = _drafted(_bare(_again(fields, receiver), name), today, receiver)
    if fields.keys() <= {"what", "qualifies"} or _spoken(again) == _spoken(fields):
        return fields
    return {"what": said[:1].upper() + said[1:]}


def _bare(text: str, name: str) -> str:
    """Return a sentence without a list's mark and without who promises."""
    item, bare = "", " ".join(text.split())
    while item != bare:
        item, bare = bare, without_mark(bare).strip(" ,;.")
    return re.sub(rf"\A(?:(?:{re.escape(name)}|I)\s+)?will\s+", "", item, flags=re.IGNORECASE)


def _drafted(whole: str, today: dt.date, receiver: str | None) -> dict[str, Any]:
    said = _OPTIONAL.sub("", whole)
    fields = take_apart(said, today)
    if gives := fields.get("gives"):
        fields["gives"] = _gift(gives, receiver)
    if said != whole and fields["what"]:
        fields["qualifies"] = "optional"
    return {**fields, "what": fields["what"][:1].upper() + fields["what"][1:]}


def _spoken(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what the sentence says of the fields."""
    return {field: said for field, said in fields.items() if field not in {"qualifies", "standard"}}


def _again(fields: dict[str, Any], receiver: str | None) -> str:
    """Return the sentence that the screen makes of fields."""
    every = {"every": Every.model_validate(fields["every"])} if "every" in fields else {}
    return spoken(Commitment.model_construct(**{**fields, **every}), receiver or "Bea")


def _gift(said: str, receiver: str | None) -> str:
    """Return what the other one gets, such that the sentence says it again as it was said."""
    who = r"\w+" if receiver is None else re.escape(receiver)
    got = re.match(who + _GETS, said, re.IGNORECASE) if receiver != "" else None
    thing = said[got.end() :] if got else said
    if got and not is_clause(thing):
        return thing
    return said if is_clause(said) or re.match(r"so\s(?!that\b)", said, re.IGNORECASE) else f"so that {said}"
