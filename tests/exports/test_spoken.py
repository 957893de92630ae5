"""Mail and calendar speak the language of whoever takes them along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, Final

import icalendar
import pytest

from jtbd.exports.calendar import calendar
from jtbd.exports.mail import Attached, MailDraft, mail_draft
from jtbd.i18n import PSEUDO, speaking
from jtbd.model.sheet import Sheet
from jtbd.wording.promise import stopped
from jtbd.wording.sheet import sentence
from tests.support import builders, sheets
from tests.support.spoken import faults

DAY: Final = dt.date(2026, 11, 22)
STAMP: Final = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
ATTACHED: Final = Attached(b"yaml: 1\n", b"%PDF-", b"<title></title>", "northline")
OWN: Final = (
    *("Ana", "Bea", "Harbour Estates", "Northline Cabling", "Ruiz", "Lund", sheets.SHEET_ID, "ana@harbour"),
    *("every 6 weeks", "every month"),
)
REVIEWS: Final[tuple[dict[str, Any], ...]] = (
    {},
    {"next": "2027-01-05"},
    {"every": {"months": 1}},
    {"next": "2027-01-05", "every": {"weeks": 6}},
)


def _draft(sheet: Sheet, day: dt.date | None = DAY, *, declined: bool = False) -> MailDraft:
    with speaking(PSEUDO):
        return mail_draft(
            sheet, addresses={"a": "ana@harbour", "b": None}, attached=ATTACHED, day=day, declined=declined
        )


def _promises(sheet: Sheet) -> Iterator[str]:
    """Yield the sentences of the promises, which `wording` makes."""
    content = sheet.commitment
    with speaking(PSEUDO):
        for item in content.commitments:
            yield sentence(item, content)
            yield from (stopped(item, name) for name in ("Ana", "Bea"))


def _wrong(text: str, sheet: Sheet) -> list[str]:
    return faults(text, own=(*OWN, *_promises(sheet)))


@pytest.mark.parametrize("review", REVIEWS, ids=repr)
@pytest.mark.parametrize("state", ["signed", "waiting", "declined"])
def test_a_letter_is_said(review: dict[str, Any], state: str) -> None:
    """Subject, letter and what to tell about addresses are whole sentences of the catalogue."""
    sheet = sheets.draft(builders.ready_canvas(review=review))
    draft = _draft(sheet, DAY if state == "signed" else None, declined=state == "declined")
    message = message_from_bytes(draft.data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body()
    assert body is not None

    assert "⟦" in str(message["Subject"])
    assert _wrong(str(message["Subject"]), sheet) == []
    assert _wrong(body.get_content(), sheet) == []
    assert draft.left_out
    assert [wrong for told in draft.left_out for wrong in _wrong(told, sheet)] == []


@pytest.mark.parametrize("review", REVIEWS, ids=repr)
def test_dates_are_said(review: dict[str, Any]) -> None:
    """Each entry of the calendar, and what stands in it, is said whole."""
    sheet = sheets.draft(builders.ready_canvas(review=review))
    with speaking(PSEUDO):
        data = calendar(sheet.commitment, stamp=STAMP)
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    said = [str(event[part]) for event in events for part in ("summary", "description")]
    assert said
    assert [wrong for text in said for wrong in _wrong(text, sheet)] == []
