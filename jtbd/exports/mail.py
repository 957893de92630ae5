"""A letter to both with the sheet and what checks it, ready to send: a draft that any mail program opens.

Names and subject are encoded here, letter by letter, since what stands in them is a stranger's: a library that reads a
header before it writes it would decode what a name was made to hide. The draft is read back before it is handed out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from email import message_from_bytes, policy
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import Final, NamedTuple

from jtbd.formats import day as day_of
from jtbd.i18n import mark, say
from jtbd.model import PARTIES, PartyId, other
from jtbd.model.address import Addresses, addresses as read_addresses
from jtbd.model.names import same
from jtbd.model.person import person
from jtbd.model.sheet import CommitmentContent, Sheet
from jtbd.wording import sheet as words
from jtbd.wording.promise import stopped

_HEADERS: Final = ("Content-Type", "MIME-Version", "X-Unsent", "Subject", "To")
_WIRE: Final = policy.compat32.clone(linesep="\r\n")
_LINE: Final = 75
_SHORT: Final = 60
CHECKER: Final = "verify.html"
_PDF: Final = mark("{file} is the sheet to read and to print.")
_YAML: Final = mark("{file} is the same sheet with our signatures. It is the one that counts: keep it as it is.")
_CHECKER: Final = mark(
    "{file} is a page that checks it. Open it in any browser, with or without the internet, and drop the .yaml file on "
    "it. It says at once whether a single letter was changed since we signed."
)
_PLAIN: Final = re.compile(r"[A-Za-z0-9'-]+(?: [A-Za-z0-9'-]+){0,9}")
"""A name that needs no encoding: there is nothing in it that a header could be made of."""


class MailDraft(NamedTuple):
    """An unsent message.

    Attributes:
        data: RFC 5322, with `X-Unsent: 1`.
        to: the addresses of each party that it goes to.
        refused: what stands in a field and cannot be sent to, each as a sentence.
        left_out: all that a person has to be told: that, and whose address is missing.

    """

    data: bytes
    to: Mapping[PartyId, tuple[str, ...]]
    refused: tuple[str, ...]
    left_out: tuple[str, ...]


class Attached(NamedTuple):
    """What goes with the letter.

    Attributes:
        yaml: the sheet's file.
        pdf: the sheet's PDF.
        checker: the page that checks the sheet's file.
        name: what the sheet's files are called, without their endings.

    """

    yaml: bytes
    pdf: bytes
    checker: bytes
    name: str


def mail_draft(
    sheet: Sheet,
    *,
    addresses: Mapping[PartyId, str | None],
    attached: Attached,
    day: dt.date | None,
    declined: bool = False,
) -> MailDraft:
    """Return an unsent message with the sheet attached; the same arguments, the same bytes.

    Args:
        sheet: what the message is about.
        addresses: what each party's field says; several addresses are all used, what is none is left out.
        attached: what goes with it.
        day: the day on which the last of the two signed, None where not both have.
        declined: whether one of them said no.

    """
    content = sheet.commitment
    message = MIMEMultipart("mixed", boundary=f"=_{content.id}", policy=_WIRE)
    message["X-Unsent"] = "1"
    names = " × ".join(party.short_name for party in content.parties)
    message["Subject"] = _encoded(say("Our commitment sheet: {names}", names=names))
    found = {party: read_addresses(addresses.get(party)) for party in PARTIES}
    receivers = [_receiver(content.party(party).name, address) for party in PARTIES for address in found[party].usable]
    if receivers:
        message["To"] = ",\r\n ".join(receivers)
    letter = "\n".join(_letter(content, attached.name, day, declined=declined))
    message.attach(MIMEText(letter, "plain", "utf-8", policy=_WIRE))
    for part, name in (
        (MIMEApplication(attached.pdf, "pdf", policy=_WIRE), f"{attached.name}.pdf"),
        (MIMEApplication(attached.yaml, "yaml", policy=_WIRE), f"{attached.name}.yaml"),
        (MIMEText(attached.checker.decode(), "html", "utf-8", policy=_WIRE), CHECKER),
    ):
        part.add_header("Content-Disposition", "attachment", filename=name)
        message.attach(part)
    data = message.as_bytes(policy=_WIRE)
    _read_back(data, [address for party in PARTIES for address in found[party].usable])
    refused = tuple(line for party in PARTIES for line in _refused(found[party]))
    missing = tuple(
        say("The draft goes to no address of {name}: add it before you send.", name=content.party(party).full_name)
        for party in PARTIES
        if not found[party].usable
    )
    return MailDraft(data, {party: found[party].usable for party in PARTIES}, refused, (*refused, *missing))


def _refused(found: Addresses) -> Iterator[str]:
    for said in found.refused:
        yield say("“{address}” is no address that a mail can go to; it is left out of the draft.", address=said)


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


def _letter(content: CommitmentContent, name: str, day: dt.date | None, *, declined: bool) -> Iterator[str]:
    """Yield the letter line by line: from one of the two to both, in whole sentences."""
    called = _called(content)
    yield say("Hello {a}, hello {b},", **called)
    yield ""
    if declined:
        yield say("this is the sheet that we did not sign in the end. Nobody owes anybody anything from it.")
    elif day:
        yield say("this is what we promised each other. We signed it on {day}.", day=day_of(day))
    else:
        yield say("this is what we mean to promise each other. Not both of us have signed it yet.")
    yield ""
    if not declined:
        yield from _promises(content, called)
        yield from _review(content)
    yield say("Three files come with this letter. Please keep all of them:")
    yield ""
    yield f"- {_PDF.said(file=f'{name}.pdf')}"
    yield f"- {_YAML.said(file=f'{name}.yaml')}"
    yield f"- {_CHECKER.said(file=CHECKER)}"
    yield ""
    yield say("With kind regards")


def _called(content: CommitmentContent) -> dict[PartyId, str]:
    """Return what each is called: by the first name where there is one, by more where the two would have the same."""
    first = {
        party.id: party.name if party.name == party.organisation else person(party.name).called
        for party in content.parties
    }
    return {party.id: party.full_name for party in content.parties} if same(first["a"], first["b"]) else first


def _promises(content: CommitmentContent, called: Mapping[PartyId, str]) -> Iterator[str]:
    for party in PARTIES:
        made = [item for item in content.commitments if item.by == party]
        if made:
            receiver = called[other(party)]
            yield say("{giver} promises {receiver}:", giver=called[party], receiver=receiver)
            yield ""
            for item in made:
                yield f"- {stopped(item, receiver)}"
            yield ""


def _review(content: CommitmentContent) -> Iterator[str]:
    every = words.cadence(content.review.every) if content.review.every else ""
    if content.review.next and every:
        # For translators: {cadence} is as “every 6 weeks”.
        yield say(
            "We meet again on {day}, and then {cadence}, and look at what became of each promise.",
            day=day_of(content.review.next),
            cadence=every,
        )
    elif content.review.next:
        meeting = day_of(content.review.next)
        yield say("We meet again on {day}, and look at what became of each promise.", day=meeting)
    elif every:
        yield say("We meet again {cadence}, and look at what became of each promise.", cadence=every)
    else:
        return
    yield ""
