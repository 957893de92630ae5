"""An e-mail to both, with both files, ready to send: a draft that any mail program opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from jtbd.model import PARTIES, PartyId
from jtbd.model.sheet import CommitmentContent, Sheet
from jtbd.sheet import words


def mail_draft(
    sheet: Sheet, *, addresses: Mapping[PartyId, str | None], sheet_yaml: bytes, pdf: bytes, name: str
) -> bytes:
    """Return an unsent message (RFC 5322, `X-Unsent: 1`) with the sheet attached; the same arguments, the same bytes.

    Args:
        sheet: what the message is about.
        addresses: each party's e-mail address; one that is missing or no address is left for the sender to fill in.
        sheet_yaml: the sheet's file.
        pdf: the sheet's PDF.
        name: what the files are called, without their endings: `sheet-1`.

    """
    content = sheet.commitment
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = f"Our commitment sheet: {' × '.join(party.short_name for party in content.parties)}"
    message["To"] = [address for party in PARTIES if (address := _address(content, party, addresses.get(party)))]
    message.set_content("\n".join(_lines(sheet, name)))
    message.add_attachment(sheet_yaml, maintype="application", subtype="yaml", filename=f"{name}.yaml")
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=f"{name}.pdf")
    message.set_boundary(f"=_{content.id}")
    return message.as_bytes()


def _address(content: CommitmentContent, party: PartyId, address: str | None) -> Address | None:
    if not address or "@" not in address:
        return None
    try:
        return Address(display_name=content.party(party).name, addr_spec=address)
    except (MessageError, ValueError, IndexError):
        return None


def _lines(sheet: Sheet, name: str) -> Iterator[str]:
    content = sheet.commitment
    yield "Hello,"
    yield ""
    yield "attached is what we promised each other:"
    yield ""
    for number, item in enumerate(content.commitments, start=1):
        due = f" (by {words.date(item.due)})" if item.due else ""
        yield f"{number}. {content.party(item.by).short_name}: {item.what}{due}"
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
