"""The letter to both."""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses
from typing import Final

import pytest
from hypothesis import given, strategies as st

from jtbd.exports.mail import Attached, MailDraft, mail_draft
from jtbd.model import PartyId
from jtbd.model.address import addresses, shown
from jtbd.model.sheet import Sheet
from tests.support import builders, sheets

DAY: Final = dt.date(2026, 11, 22)
ATTACHED: Final = Attached(b"yaml: 1\n", b"%PDF-", "<title>größer</title>".encode(), "northline-2026-11-22")


def _made(
    addresses: dict[PartyId, str | None],
    sheet: Sheet | None = None,
    day: dt.date | None = DAY,
    *,
    declined: bool = False,
) -> MailDraft:
    made = sheet or sheets.complete()
    return mail_draft(made, addresses=addresses, attached=ATTACHED, day=day, declined=declined)


def _draft(addresses: dict[PartyId, str | None], sheet: Sheet | None = None) -> EmailMessage:
    message = message_from_bytes(_made(addresses, sheet).data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_both_get_all_files() -> None:
    """The draft is unsent, goes to both, and has the sheet in both forms, and the page that checks it."""
    message = _draft({"a": "ana@harbour.example", "b": "bea@northline.example"})

    assert message["X-Unsent"] == "1"
    assert [address.addr_spec for address in message["To"].addresses] == [
        "ana@harbour.example",
        "bea@northline.example",
    ]
    assert message["Subject"] == "Our commitment sheet: Harbour Estates × Northline Cabling"
    files = {part.get_filename(): (part.get_content_type(), part.get_content()) for part in message.iter_attachments()}
    assert files == {
        "northline-2026-11-22.pdf": ("application/pdf", b"%PDF-"),
        "northline-2026-11-22.yaml": ("application/yaml", b"yaml: 1\n"),
        "verify.html": ("text/html", "<title>größer</title>"),
    }


def _letter(sheet: Sheet | None = None, day: dt.date | None = DAY, *, declined: bool = False) -> str:
    message = message_from_bytes(_made({}, sheet, day, declined=declined).data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body()
    assert body is not None
    text = body.get_content()
    assert isinstance(text, str)
    return text.replace("\r\n", "\n")


def test_it_is_a_letter_to_a_florist() -> None:
    """Whole sentences: what each promised, when they meet again, what each file is for; no command and no hash."""
    text = _letter()
    assert text == (
        "Hello Ana, hello Bea,\n\n"
        "this is what we promised each other. We signed it on 22 November 2026.\n\n"
        "Ana promises Bea:\n\n"
        "- Introduce Northline by e-mail to every client who signs a lease, when a client signs a lease, "
        "by 15 December 2026, so that Bea gets warm leads before the fit-out budget is fixed; "
        "done when three introductions sent by 15 December.\n\n"
        "Bea promises Ana:\n\n"
        "- Survey each introduced site and send Harbour a one-page plan, when a client accepts the introduction, "
        "so that Ana gets a fact sheet that helps the lease to close; "
        "done when the plan reached Harbour within five working days of the visit.\n\n"
        "We meet again on 5 January 2027, and then every 6 weeks, and look at what became of each promise.\n\n"
        "Three files come with this letter. Please keep all of them:\n\n"
        "- northline-2026-11-22.pdf is the sheet to read and to print.\n"
        "- northline-2026-11-22.yaml is the same sheet with our signatures. It is the one that counts: keep it as it "
        "is.\n"
        "- verify.html is a page that checks it. Open it in any browser, with or without the internet, and drop the "
        ".yaml file on it. It says at once whether a single letter was changed since we signed.\n\n"
        "With kind regards"
    )
    assert sheets.complete().content_hash not in text
    assert "jtbd" not in text


def test_a_letter_says_no_more_than_is_true() -> None:
    """Of a sheet that waits it says not that it is signed, of one that was declined not that anything is promised."""
    waiting = _letter(sheets.half_signed(), None)
    assert "what we mean to promise each other. Not both of us have signed it yet." in waiting
    assert "We signed" not in waiting
    declined = _letter(sheets.draft(), None, declined=True)
    assert "we did not sign in the end. Nobody owes anybody anything from it." in declined
    assert "promises" not in declined
    assert "meet again" not in declined


@pytest.mark.parametrize(
    ("people", "greeting"),
    [
        (
            {"a": {"person": "Ruiz, Dr. Ana"}, "b": {"organisation": "Blumen Schöller"}},
            "Hello Ana, hello Blumen Schöller,",
        ),
        ({"a": {"person": "Jürgen Groß"}, "b": {"person": "山田 太郎"}}, "Hello Jürgen, hello 山田 太郎,"),
        (
            {"a": {"person": "Ana Ruiz", "organisation": "Quay"}, "b": {"person": "Ana Lund", "organisation": "Loft"}},
            "Hello Ana Ruiz (Quay), hello Ana Lund (Loft),",
        ),
    ],
    ids=ascii,
)
def test_each_is_called_by_a_name_that_is_theirs(people: dict[str, dict[str, str]], greeting: str) -> None:
    """By the first name; a firm by its whole name; both by more where the two have the same first name."""
    sheet = sheets.complete(sheets.draft(builders.ready_canvas(parties=people)))
    assert _letter(sheet).startswith(f"{greeting}\n")


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


def test_whom_it_goes_to_is_told() -> None:
    """Whoever sends it learns whom it goes to, which words are no address, and whose is missing."""
    made = _made({"a": "jürgen@harbour.example", "b": "bea@northline.example, TBD"})
    assert made.to == {"a": (), "b": ("bea@northline.example",)}
    assert made.refused == (
        "“jürgen@harbour.example” is no address that a mail can go to; it is left out of the draft.",
        "“TBD” is no address that a mail can go to; it is left out of the draft.",
    )
    missing = "The draft goes to no address of Ana Ruiz (Harbour Estates): add it before you send."
    assert made.left_out == (*made.refused, missing)


@given(st.text(max_size=60))
def test_addresses_fall_over_nothing(said: str) -> None:
    """Any text gives addresses that travel as they are: ASCII, one @, and read again the same, also as they show."""
    for address in addresses(said).usable:
        assert addresses(shown(address)).usable == (address,)
        assert address.isascii()
        assert address.count("@") == 1
        assert addresses(address) == ((address,), ())
