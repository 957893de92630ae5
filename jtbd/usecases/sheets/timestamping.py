"""The time stamp beside a sheet: getting one, and saying what it says."""
# ruff: noqa: PLC0415 - what reads a time stamp is slow to load, and few sheets have one

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from jtbd.disk.files import read_bytes, write_new
from jtbd.errors import AlreadyThere, BadTimeStamp, UnreadableFile, UsageError
from jtbd.i18n import Message, mark, say
from jtbd.sign.check.sheet import read_verified
from jtbd.sign.check.verification import Outcome
from jtbd.sign.stamp.authority import LARGEST_REPLY, ask
from jtbd.usecases.sheets.kinds import refuse_other_files
from jtbd.usecases.sheets.reading import naming
from jtbd.wording import sheet as words

ENDING: Final = ".tsr"
SETTING: Final = "JTBD_TSA_URL"

_PDF: Final = b"%PDF-"
_NONCE_BITS: Final = 64

_WORTHLESS: Final = mark("Time stamp: {file} counts for nothing:")
_STAMPED: Final[Mapping[bool | None, Message]] = {
    None: mark(
        "Time stamp: {time} by {authority}, over this very file; "
        "whether that authority is to be trusted is yours to decide."
    ),
    True: mark("Time stamp: {time} by {authority}, over this very file; whose certificate leads to one in {file}."),
    False: mark("Time stamp: {time} by {authority}, over this very file; whose certificate leads to none in {file}."),
}
"""By whether the authority's certificate leads to one that is trusted; None where none was named."""


def stamp_sheet(path: Path, url: str | None, env: Mapping[str, str]) -> Path:
    """Have an authority say that a sheet's file is there by now; return the path of its answer, written beside it.

    Args:
        path: a sheet that nobody will sign any more: complete or declined.
        url: where to ask; else the environment's `JTBD_TSA_URL`. Without either nothing is sent.
        env: the environment.

    Raises:
        UnreadableFile, NotASheet, InvalidSheet: it is not a sheet, or does not hold.
        UsageError: no address was given, or none of http; the sheet will still change.
        AlreadyThere: there is a time stamp; nothing was sent.
        AuthorityOutOfReach, BadTimeStamp: no answer, or none that holds; nothing was written.
        CannotWrite: the disk refused.

    """
    from jtbd.sign.stamp.timestamp import read_reply, request

    where = url or env.get(SETTING)
    if not where:
        raise UsageError(
            say("no time-stamping authority is named"),
            say("Name one with --url or {variable}; nothing was sent.", variable=SETTING),
        )
    file = _settled(path)
    target = path.with_suffix(ENDING)
    if target.exists():
        raise AlreadyThere(str(target), say("It is kept: an older time stamp says more. Nothing was sent."))
    nonce = secrets.randbits(_NONCE_BITS)
    reply = ask(where, request(file, nonce))
    read_reply(reply, file, nonce=nonce)
    write_new(target, reply)
    return target


def time_stamp(path: Path, authorities: Path | None = None) -> str | None:
    """Return what the time stamp beside a sheet says, as a sentence; None where there is none. It decides nothing.

    Args:
        path: the sheet's file; a time stamp is of that, so that none is looked for beside a PDF.
        authorities: a PEM file with certificates of authorities that the reader trusts.

    Raises:
        UnreadableFile: a file may not be read.
        UnusableAuthority: no certificate is in that file.

    """
    beside = path.with_suffix(ENDING)
    if beside == path or not beside.is_file():
        return None
    file = read_bytes(path)
    if file.startswith(_PDF):
        return None

    from jtbd.sign.stamp.timestamp import read_reply, read_roots

    roots = read_roots(read_bytes(authorities), str(authorities)) if authorities else ()
    try:
        found = read_reply(read_bytes(beside, LARGEST_REPLY), file, roots=roots)
    except (BadTimeStamp, UnreadableFile) as error:
        reason = error.reason if isinstance(error, BadTimeStamp) else error.message
        return f"{_WORTHLESS.said(file=beside.name)} {reason}."
    told = _STAMPED[found.trusted]
    return told.said(time=words.moment(found.time), authority=found.authority, file=authorities)


def _settled(path: Path) -> bytes:
    """Return the file of a sheet that will not change any more."""
    file = read_bytes(path)
    refuse_other_files(file, str(path))
    with naming(str(path)):
        sheet = read_verified(file, str(path))
    if sheet.outcome is Outcome.INCOMPLETE:
        raise UsageError(
            say("{file} has yet to be signed", file=path),
            say("Have both sign it first: a time stamp is of the file as it is."),
        )
    return file
