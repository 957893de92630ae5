"""The e-mail draft to both."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import builders
import pytest
import sheets

from jtbd.model import PartyId
from jtbd.model.sheet import Sheet
from jtbd.sheet.mail import mail_draft


def _draft(addresses: dict[PartyId, str | None], sheet: Sheet | None = None) -> EmailMessage:
    data = mail_draft(
        sheet or sheets.complete(), addresses=addresses, sheet_yaml=b"yaml: 1\n", pdf=b"%PDF-", name="sheet-1"
    )
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_both_get_both_files() -> None:
    """The draft is unsent, goes to both, and has the sheet in both forms."""
    message = _draft({"a": "ana@harbour.example", "b": "bea@northline.example"})

    assert message["X-Unsent"] == "1"
    assert [address.addr_spec for address in message["To"].addresses] == [
        "ana@harbour.example",
        "bea@northline.example",
    ]
    assert message["Subject"] == "Our commitment sheet: Harbour Estates × Northline Cabling"
    files = {part.get_filename(): (part.get_content_type(), part.get_content()) for part in message.iter_attachments()}
    assert files == {
        "sheet-1.yaml": ("application/yaml", b"yaml: 1\n"),
        "sheet-1.pdf": ("application/pdf", b"%PDF-"),
    }


def test_the_text_says_what_was_promised() -> None:
    """The message lists the promises, the review and the hash, and how to check."""
    sheet = sheets.complete()
    body = _draft({}).get_body()
    assert body is not None
    text = body.get_content()

    for part in (
        "Harbour Estates: Introduce Northline",
        "15 December 2026",
        "5 January 2027",
        "jtbd verify sheet-1.yaml",
    ):
        assert part in text
    assert sheet.content_hash in text


@pytest.mark.parametrize(
    "address", [None, "", "nobody", "a b@c", "@x", "x@", "ana@harbour.example\nBcc: all@x.example"]
)
def test_what_is_no_address_is_left_out(address: str | None) -> None:
    """An address that is missing or broken is left for the sender to fill in, and adds no header."""
    message = _draft({"a": address, "b": "bea@northline.example"})

    assert [found.addr_spec for found in message["To"].addresses] == ["bea@northline.example"]
    assert message["Bcc"] is None


def test_names_in_any_script_go_into_headers() -> None:
    """Names with commas, quotes and other scripts arrive as they are."""
    canvas = builders.ready_canvas(parties={"a": {"person": 'Ana "A." Ruiz, ש'}, "b": {"person": "日本"}})
    sheet = sheets.complete(sheets.draft(canvas))

    message = _draft({"a": "ana@harbour.example", "b": "bea@northline.example"}, sheet)

    assert [address.display_name for address in message["To"].addresses] == ['Ana "A." Ruiz, ש', "日本"]
    assert message["Subject"] == 'Our commitment sheet: Ana "A." Ruiz, ש × 日本'


def test_the_same_sheet_gives_the_same_draft() -> None:
    """Nothing in the draft is random."""
    assert bytes(_draft({"a": "ana@harbour.example"})) == bytes(_draft({"a": "ana@harbour.example"}))
