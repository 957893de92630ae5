"""A sheet or its PDF from anywhere: does it hold?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jtbd.errors import UnreadableFile
from jtbd.model.statement import Decline
from jtbd.sign.verification import Outcome, Verification, signed_at
from jtbd.sign.verify_pdf import verify

__all__ = ["Outcome", "Verification", "as_json", "details", "verify", "verify_file"]


def verify_file(path: Path) -> Verification:
    """Return what holds of a file.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.

    """
    try:
        return verify(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(str(path), error.strerror or "cannot be read", "Check the name and the folder.") from error


def details(found: Verification) -> Iterator[str]:
    """Yield what a reader wants to know of a sheet that holds: who said what, when, with which key."""
    if found.sheet is None:
        return
    content = found.sheet.commitment
    yield f"content {found.sheet.content_hash}"
    for statement in found.statements:
        party = content.party(statement.party)
        said = "declined" if isinstance(statement, Decline) else "signed"
        when = signed_at(statement).astimezone().strftime("%Y-%m-%d %H:%M %Z")
        yield f"{party.full_name} {said} on {when} (the laptop's clock) with key {party.key}"
    for letter in found.missing:
        party = content.party(letter)
        yield f"{party.full_name} has yet to sign, with key {party.key}"


def as_json(found: Verification) -> dict[str, object]:
    """Return the object that `jtbd verify --json` prints."""
    return {
        "outcome": str(found.outcome),
        "rule": found.rule,
        "message": found.message,
        "signed": list(found.signed),
        "missing": list(found.missing),
    }
