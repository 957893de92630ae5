"""The e-mail draft to both."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses

import builders
import pytest
import sheets
from hypothesis import given, strategies as st

from jtbd.model import PartyId
from jtbd.model.address import addresses
from jtbd.model.sheet import Sheet
from jtbd.sheet.mail import MailDraft, mail_draft


def _made(addresses: dict[PartyId, str | None], sheet: Sheet | None = None) -> MailDraft:
    return mail_draft(
        sheet or sheets.complete(), addresses=addresses, sheet_yaml=b"yaml: 1\n", pdf=b"%PDF-", name="sheet-1"
    )


def _draft(addresses: dict[PartyId, str | None], sheet: Sheet | None = None) -> EmailMessage:
    message = message_from_bytes(_made(addresses, sheet).data, policy=policy.default)
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
        "signs a lease, when a client signs a lease, by 15 December 2026, so that Northline Cabling gets warm leads",
        "5 January 2027",
        "jtbd verify sheet-1.yaml",
    ):
        assert part in text
    assert sheet.content_hash in text


@pytest.mark.parametrize("address", [None, "", "nobody", "a b@c", "@x", "x@", "TBD", "jürgen@northline.example"])
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


NAMES = (
    "=?utf-8?q?N=0D=0ABcc:_evil=40x.example?=",
    "=?utf-8?b?QmNjOiBldmlsQHguZXhhbXBsZQ==?= =?utf-8?q?=0ABcc:_x?=",
    "Bcc: evil@x.example",
    'a" <evil@x.example>, "b',
    "evil@x.example,",
    "(comment) <x@y.example>;",
    "กสิกรไทย “Ọ̀ṣun” שָׁלוֹם",
    "ü" * 200,
    "x" * 200,
    "Ana\u00a0Ruiz\u200f",
    "Ana \\",
)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_writes_no_header(name: str) -> None:
    """Whatever a person or a firm is called, the draft has our headers and no other, and goes to these two alone."""
    parties = {party: {"person": name, "organisation": name} for party in ("a", "b")}
    sheet = sheets.complete(sheets.draft(builders.ready_canvas(parties=parties)))
    data = _made({"a": "ana@harbour.example", "b": "bea@northline.example"}, sheet).data
    for rules in (policy.default, policy.compat32, policy.SMTP):
        message = message_from_bytes(data, policy=rules)
        assert sorted(message.keys()) == ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]
    message = _draft({"a": "ana@harbour.example", "b": "bea@northline.example"}, sheet)
    assert [found.addr_spec for found in message["To"].addresses] == ["ana@harbour.example", "bea@northline.example"]
    head = data.partition(b"\r\n\r\n")[0]
    assert max(map(len, head.split(b"\r\n"))) <= 78
    assert head.isascii()
    assert [addressee for _, addressee in getaddresses([str(message["To"])])] == [
        "ana@harbour.example",
        "bea@northline.example",
    ]


@pytest.mark.parametrize(
    ("said", "usable", "refused"),
    [
        ("ana@hafen-café.example", ["ana@xn--hafen-caf-j4a.example"], []),
        ("jürgen@northline.example", [], ["jürgen@northline.example"]),
        ("ana@harbour.example, info@harbour.example", ["ana@harbour.example", "info@harbour.example"], []),
        ("ana@harbour.example;info@harbour.example", ["ana@harbour.example", "info@harbour.example"], []),
        ("ana@harbour.example / ana@harbour.example", ["ana@harbour.example"], []),
        ("Ana <ana@harbour.example>", ["ana@harbour.example"], []),
        ('"Ruiz, Ana" <ana@harbour.example>; Bea <bea@x.example>', ["ana@harbour.example", "bea@x.example"], []),
        ("mailto:ana@harbour.example", ["ana@harbour.example"], []),
        ("ana\u200b@harbour.example\u200e", ["ana@harbour.example"], []),
        ("ana＠harbour。example", ["ana@harbour.example"], []),
        ("ana@harbour", [], ["ana@harbour"]),
        ("ana@-x.example", [], ["ana@-x.example"]),
        ("ana@harbour..example", [], ["ana@harbour..example"]),
        ("TBD", [], ["TBD"]),
        ("ana at harbour.example", [], ["ana at harbour.example"]),
        ("a@b@c.example", [], ["a@b@c.example"]),
        ("", [], []),
        (None, [], []),
    ],
)
def test_addresses_are_taken_out_of_what_people_write(said: str | None, usable: list[str], refused: list[str]) -> None:
    """Names, brackets and what nobody sees are left away, domains go as xn--…, what cannot be sent to is named."""
    assert addresses(said) == (tuple(usable), tuple(refused))


def test_what_is_left_out_is_told() -> None:
    """Whoever sends the draft learns whose address is missing, and which words are none."""
    made = _made({"a": "jürgen@harbour.example", "b": "bea@northline.example, TBD"})
    assert made.left_out == (
        "“jürgen@harbour.example” is no address that a mail can go to; it is left out of the draft.",
        "The draft goes to no address of Ana Ruiz (Harbour Estates): add it before you send.",
        "“TBD” is no address that a mail can go to; it is left out of the draft.",
    )


@given(st.text(max_size=60))
def test_addresses_fall_over_nothing(said: str) -> None:
    """Any text gives addresses that travel as they are: ASCII, one @, and read again the same."""
    for address in addresses(said).usable:
        assert address.isascii()
        assert address.count("@") == 1
        assert addresses(address) == ((address,), ())
