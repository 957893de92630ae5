"""Time stamps (RFC 3161): what to ask an authority, and what its answer says of a file.

An authority signs the hash of the file together with the time by its own clock. Whether to believe it is the reader's
to decide: its certificate is checked against those of authorities that the reader names, and against none otherwise.

Importing this takes as long as printing a sheet, so import it only where there is a time stamp.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from asn1crypto import cms, core, pem, tsp, x509
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext

from jtbd.errors import BadTimeStamp, UnusableAuthority
from jtbd.i18n import mark, say
from jtbd.sign.apart import run_apart

_HASH: Final = "sha256"
_GRANTED: Final = frozenset({"granted", "granted_with_mods"})
_LONGEST_NAME: Final = 100
_NONE: Final = mark("it is not a time stamp of RFC 3161")


@dataclass(frozen=True, slots=True)
class TimeStamp:
    """What an authority said of a file.

    Attributes:
        time: when it had the file's hash before it, by its own clock, in UTC.
        authority: the name in its certificate, fit to be printed.
        trusted: whether that certificate leads to one that the reader trusts; None where none was named.

    """

    time: dt.datetime
    authority: str
    trusted: bool | None


def request(file: bytes, nonce: int) -> bytes:
    """Return what to send to an authority, as DER: the file's SHA-256, a number to know the answer by, and no more."""
    imprint = {"hash_algorithm": {"algorithm": _HASH}, "hashed_message": hashlib.sha256(file).digest()}
    asked = {"version": "v1", "message_imprint": imprint, "nonce": nonce, "cert_req": True}
    found: bytes = tsp.TimeStampReq(asked).dump()
    return found


def read_reply(
    reply: bytes, file: bytes, *, nonce: int | None = None, roots: Sequence[x509.Certificate] = ()
) -> TimeStamp:
    """Return what an authority's answer says of a file.

    Args:
        reply: the whole answer, as DER.
        file: what it should speak of.
        nonce: the number that was sent with the request, where that is known.
        roots: certificates of authorities that the reader trusts.

    Raises:
        BadTimeStamp: it is no time stamp, or not of this file.

    """
    try:
        return _stamp(reply, file, nonce, roots)
    except BadTimeStamp:
        raise
    except Exception as surprise:  # whatever a stranger's bytes break here, they are no time stamp
        raise BadTimeStamp(_NONE.said()) from surprise


def read_roots(data: bytes, file: str) -> tuple[x509.Certificate, ...]:
    """Return the certificates of a PEM file.

    Raises:
        UnusableAuthority: there is none in it.

    """
    try:
        found = tuple(x509.Certificate.load(der) for _, _, der in pem.unarmor(data, multiple=True))
        for certificate in found:
            certificate.native  # noqa: B018 - asn1crypto reads a certificate only when it is looked at
    except ValueError as error:
        raise UnusableAuthority(file) from error
    return found


def _stamp(reply: bytes, file: bytes, nonce: int | None, roots: Sequence[x509.Certificate]) -> TimeStamp:
    signed = _signed_data(reply)
    info: tsp.TSTInfo = signed["encap_content_info"]["content"].parsed
    _check_subject(info, file, nonce)
    status = _status(signed, file, roots)
    if not (status.intact and status.valid):
        raise BadTimeStamp(say("its signature does not hold"))
    time: dt.datetime = info["gen_time"].native
    return TimeStamp(time.astimezone(dt.UTC), _name(status.signing_cert), status.trusted if roots else None)


class _Reply(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    """TimeStampResp, whose token is missing where the authority refuses; asn1crypto's own insists on it."""

    _fields = [  # noqa: RUF012 - asn1crypto's way
        ("status", tsp.PKIStatusInfo),
        ("time_stamp_token", cms.ContentInfo, {"optional": True}),
    ]


def _signed_data(reply: bytes) -> cms.SignedData:
    answer = _Reply.load(reply, strict=True)
    status = answer["status"]
    if status["status"].native not in _GRANTED:
        if said := "; ".join(status["status_string"].native or ()):
            raise BadTimeStamp(say("the authority refused: {reason}", reason=_printable(said)))
        raise BadTimeStamp(say("the authority refused: without a reason"))
    signed = answer["time_stamp_token"]["content"]
    if not isinstance(signed["encap_content_info"]["content"].parsed, tsp.TSTInfo):
        raise BadTimeStamp(_NONE.said())
    return signed


def _check_subject(info: tsp.TSTInfo, file: bytes, nonce: int | None) -> None:
    imprint = info["message_imprint"]
    if imprint["hash_algorithm"]["algorithm"].native != _HASH:
        raise BadTimeStamp(say("it is not over a SHA-256 hash"))
    if imprint["hashed_message"].native != hashlib.sha256(file).digest():
        raise BadTimeStamp(say("it is over another file"))
    if nonce is not None and info["nonce"].native != nonce:
        raise BadTimeStamp(say("it answers another request"))


def _status(signed: cms.SignedData, file: bytes, roots: Sequence[x509.Certificate]) -> TimestampSignatureStatus:
    """Return what pyHanko says of the token; the authority's certificate need only have been valid at that time."""
    time = signed["encap_content_info"]["content"].parsed["gen_time"].native
    context = ValidationContext(trust_roots=list(roots), allow_fetching=False, moment=time)
    checked = run_apart(validate_tst_signed_data(signed, context, lambda _: hashlib.sha256(file).digest()))
    return TimestampSignatureStatus(**checked)


def _name(certificate: x509.Certificate) -> str:
    subject = certificate.subject
    return _printable(str(subject.native.get("common_name") or subject.human_friendly))


def _printable(text: str) -> str:
    """Return a stranger's text on one line, without anything that a terminal could take for an instruction."""
    shown = "".join(character for character in " ".join(text.split()) if character.isprintable())
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[:_LONGEST_NAME]}…"
