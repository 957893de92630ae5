"""An e-mail to both, with both files, ready to send: a draft that any mail program opens.

Names and subject are encoded here, letter by letter, since what stands in them is a stranger's: a library that reads a
header before it writes it would decode what a name was made to hide. The draft is read back before it is handed out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email import message_from_bytes, policy
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import Final, NamedTuple

from jtbd.model import PARTIES, PartyId
from jtbd.model.address import Addresses, addresses as read_addresses
from jtbd.model.sheet import Sheet
from jtbd.sheet import words

_HEADERS: Final = ("Content-Type", "MIME-Version", "X-Unsent", "Subject", "To")
_WIRE: Final = policy.compat32.clone(linesep="\r\n")
_LINE: Final = 75
_SHORT: Final = 60
_PLAIN: Final = re.compile(r"[A-Za-z0-9'-]+(?: [A-Za-z0-9'-]+){0,9}")
"""A name that needs no encoding: there is nothing in it that a header could be made of."""


class MailDraft(NamedTuple):
    """An unsent message.

    Attributes:
        data: RFC 5322, with `X-Unsent: 1`.
        left_out: what a person has to be told: whose address is missing, or cannot be sent to.

    """

    data: bytes
    left_out: tuple[str, ...]


def mail_draft(
    sheet: Sheet, *, addresses: Mapping[PartyId, str | None], sheet_yaml: bytes, pdf: bytes, name: str
) -> MailDraft:
    """Return an unsent message with the sheet attached; the same arguments, the same bytes.

    Args:
        sheet: what the message is about.
        addresses: what each party's field says; several addresses are all used, what is none is left out.
        sheet_yaml: the sheet's file.
        pdf: the sheet's PDF.
        name: what the files are called, without their endings: `sheet-1`.

    """
    content = sheet.commitment
    message = MIMEMultipart("mixed", boundary=f"=_{content.id}", policy=_WIRE)
    message["X-Unsent"] = "1"
    message["Subject"] = _encoded(f"Our commitment sheet: {' × '.join(party.short_name for party in content.parties)}")
    found = {party: read_addresses(addresses.get(party)) for party in PARTIES}
    receivers = [_receiver(content.party(party).name, address) for party in PARTIES for address in found[party].usable]
    if receivers:
        message["To"] = ",\r\n ".join(receivers)
    message.attach(MIMEText("\n".join(_lines(sheet, name)), "plain", "utf-8", policy=_WIRE))
    for data, kind, ending in ((sheet_yaml, "yaml", "yaml"), (pdf, "pdf", "pdf")):
        part = MIMEApplication(data, kind, policy=_WIRE)
        part.add_header("Content-Disposition", "attachment", filename=f"{name}.{ending}")
        message.attach(part)
    data = message.as_bytes(policy=_WIRE)
    _read_back(data, [address for party in PARTIES for address in found[party].usable])
    left_out = (line for party in PARTIES for line in _left_out(content.party(party).full_name, found[party]))
    return MailDraft(data, tuple(left_out))


def _left_out(whom: str, found: Addresses) -> Iterator[str]:
    for said in found.refused:
        yield f"“{said}” is no address that a mail can go to; it is left out of the draft."
    if not found.usable:
        yield f"The draft goes to no address of {whom}: add it before you send."


def _receiver(name: str, address: str) -> str:
    shown = name if len(name) < _SHORT and _PLAIN.fullmatch(name) else _encoded(name)
    space = " " if len(shown) + len(address) < _LINE - len("To: <>") else "\r\n "
    return f"{shown}{space}<{address}>"


def _encoded(text: str) -> str:
    """Return a text as encoded words (RFC 2047), on lines that are short enough; always, whatever it looks like."""
    return Header(text, "utf-8", maxlinelen=_LINE, header_name="Subject").encode(linesep="\r\n")


def _read_back(data: bytes, receivers: list[str]) -> None:
    """Make sure that a mail program finds our headers in a draft, and no other.

    Raises:
        ValueError: it does not; whoever made that possible is not to have a mail made.

    """
    message = message_from_bytes(data, policy=policy.default)
    names = [name for name in message if name not in _HEADERS]
    sent_to = [found.addr_spec for header in message.get_all("To", []) for found in header.addresses]
    if names or len(set(message.keys())) != len(message.keys()) or sent_to != receivers or message.defects:
        raise ValueError("the draft of a mail does not read back as it was written")


def _lines(sheet: Sheet, name: str) -> Iterator[str]:
    content = sheet.commitment
    yield "Hello,"
    yield ""
    yield "attached is what we promised each other:"
    yield ""
    for number, item in enumerate(content.commitments, start=1):
        yield f"{number}. {content.party(item.by).short_name}: {words.sentence(item, content)}"
    yield ""
    if content.review.next:
        yield f"We look at it again on {words.date(content.review.next)}."
        yield ""
    yield f"{name}.pdf is to read and to print, {name}.yaml is what counts. Keep both. To check them:"
    yield ""
    yield f"    jtbd verify {name}.yaml"
    yield ""
    yield "The hash of what we agreed:"
    yield sheet.content_hash
