"""Step 1: who is here, and the clock of the coffee."""

from __future__ import annotations

import datetime as dt
import json
from html import unescape
from typing import Final

import pytest

from jtbd.model import Clock, Money
from jtbd.ui.frame import clock
from tests.support.builders import canvas, parties, rated, ready_canvas
from tests.support.screens import Desk, Tab

HOUR: Final = dt.timedelta(hours=1)


def test_an_hourly_rate_is_kept_with_its_currency(desk: Desk) -> None:
    """The amount goes with the currency beside it, which can be changed and typed, and both go when it is cleared."""
    tab = Tab(canvas=desk.put(canvas()), step="parties", more="mail.cost")
    tab.fill("CHF", "rate-currency", "a", kind="selectbox")
    assert desk.read("test-canvas").parties.a.hourly_rate is None
    tab.fill("1,250", "rate", "a")
    assert _rate(desk) == ("1250", "CHF")
    tab.fill("USD", "rate-currency", "a", kind="selectbox")
    assert _rate(desk) == ("1250", "USD")
    tab.fill("", "rate", "a")
    assert desk.read("test-canvas").parties.a.hourly_rate is None


def test_a_currency_may_be_typed_in_small_letters(desk: Desk) -> None:
    """What is typed into the list is written as ISO 4217 has it."""
    rate = {"amount": "120.00", "currency": "SEK"}
    tab = Tab(canvas=desk.put(canvas(parties={"a": {"hourly_rate": rate}})), step="parties", more="mail.cost")
    tab.fill("nzd", "rate-currency", "a", kind="selectbox")
    assert _rate(desk) == ("120.00", "NZD")


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("rate", "12,5x", "Not saved: write the amount in digits, as 12.50"),
        ("rate", "-5", "Not saved: write an amount of nought or more, as 5"),
        ("rate", "40–60", "Not saved: write one amount, as 50"),
        ("rate", "0.125", "Not saved: 0.125 is finer than SEK can be paid"),
        ("rate", "900 a day", "Not saved: write the amount for an hour"),
        ("rate", "£90", "Not saved: that is GBP, and here it is SEK: choose GBP, or write 90 by itself"),
        ("rate-currency", "USDT", "Not saved: write the three letters of a currency, as EUR"),
        ("rate-currency", "BTC", "Not saved: BTC is not a currency of ISO 4217 that a sheet can name"),
        ("rate-currency", "dollars", "Not saved: write the three letters of a currency, as EUR"),
    ],
)
def test_a_rate_that_cannot_be_kept_says_why(field: str, typed: str, message: str, desk: Desk) -> None:
    """A malformed rate or currency leaves the file as it was."""
    rate = {"amount": "120.00", "currency": "SEK"}
    tab = Tab(canvas=desk.put(canvas(parties={"a": {"hourly_rate": rate}})), step="parties", more="mail.cost")
    before = desk.everything()
    tab.fill(typed, field, "a", kind="text_input" if field == "rate" else "selectbox")
    assert tab.says(message)
    assert desk.everything() == before


def test_a_rare_currency_stands_among_the_choices(desk: Desk) -> None:
    """A stored currency that is not among the usual ones is offered first and stays as it is."""
    rate = {"amount": "120.00", "currency": "XTS"}
    tab = Tab(canvas=desk.put(canvas(parties={"a": {"hourly_rate": rate}})), step="parties", more="mail.cost")
    assert tab.widget("selectbox", "rate-currency", "a").value == "XTS"
    tab.fill("130", "rate", "a")
    assert _rate(desk) == ("130", "XTS")


def test_the_first_rate_may_bring_its_currency(desk: Desk) -> None:
    """CHF 120 is a rate in francs; what was understood is shown, and another currency keeps the amount."""
    tab = Tab(canvas=desk.put(canvas()), step="parties", more="mail.cost")
    tab.fill("CHF 1'250.–/h", "rate", "a")
    assert _rate(desk) == ("1250", "CHF")
    assert tab.widget("text_input", "rate", "a").value == "1\u202f250"
    assert tab.widget("selectbox", "rate-currency", "a").value == "CHF"
    tab.fill("2.500", "rate", "b").fill("KWD", "rate-currency", "b", kind="selectbox")
    assert desk.read("test-canvas").parties.b.hourly_rate == Money(amount="2500", currency="KWD")


def test_a_rate_that_its_currency_cannot_pay_is_told(desk: Desk) -> None:
    """Half a yen is nobody's: neither by choosing yen later, nor in what an earlier version saved."""
    tab = Tab(
        canvas=desk.put(canvas(parties={"a": {"hourly_rate": {"amount": "90.50", "currency": "EUR"}}})),
        step="parties",
        more="cost",
    )
    before = desk.everything()
    tab.fill("JPY", "rate-currency", "a", kind="selectbox")
    assert tab.says("Not saved: 90.50 is finer than JPY can be paid: Japanese yen are whole, write 90 or 91")
    assert desk.everything() == before
    old = canvas(id="old", parties={"a": {"hourly_rate": {"amount": "12.5555", "currency": "KWD"}}})
    assert Tab(canvas=desk.put(old), step="parties", more="mail.cost").says("Kuwaiti dinars are paid in thousandths")


@pytest.mark.parametrize("named", ["TBD", "n.n.", "?"])
def test_a_placeholder_leaves_the_name_missing(named: str, desk: Desk) -> None:
    """The card says that nobody has been named, nobody is greeted by it, and the step has no tick."""
    people = {"a": {"organisation": "Harbour", "person": named}, "b": {"person": "Bea Lund"}}
    tab = Tab(canvas=desk.put(canvas(parties=people)), step="parties", more="mail.cost")
    assert tab.says(f"“{named}” is nobody yet: a name is still missing here.")
    assert not tab.says("**✓** Parties")
    tab.fill("Ruiz, Ana", "text", "parties", "a", "person")
    assert tab.says("On the sheet: Ana Ruiz.")
    assert tab.says("**✓** Parties")


def test_two_names_are_enough_to_begin(desk: Desk) -> None:
    """E-mail and hourly rate come when somebody wants them, and are put away again with what stands in them."""
    tab = Tab(canvas=desk.put(canvas(parties={"b": {"email": "bea@northline.example"}})), step="parties")
    assert not {"E-mail", "Currency"} & {str(one.label) for one in (*tab.app.text_input, *tab.app.selectbox)}
    assert b"bea@northline.example" not in b"".join(tab.everything())
    tab.press("more-mail").fill("ana@harbour.example", "text", "parties", "a", "email").press("more-mail")
    assert "more" not in tab.url
    assert desk.read("test-canvas").parties.a.email == "ana@harbour.example"
    assert desk.read("test-canvas").parties.b.email == "bea@northline.example"
    tab.press("more-cost").press("more-mail")
    assert tab.url["more"] == "cost.mail"


def test_the_next_guest_does_not_see_what_the_host_charges(desk: Desk) -> None:
    """It is in no meeting of somebody else's before they want to know what the coffee costs; then it is filled in."""
    charged = {"amount": "187.50", "currency": "CHF"}
    desk.put(ready_canvas(id="last", parties={"a": {"organisation": "Harbour Estates", "hourly_rate": charged}}))
    tab = Tab()
    tab.labelled("text_input", "Theirs").set_value("Blumen Müller")
    tab.click("Start a meeting")
    made = desk.read(tab.url["canvas"])
    assert (made.parties.a.organisation, made.parties.a.hourly_rate) == ("Harbour Estates", None)
    assert b"187.5" not in b"".join(tab.everything())
    tab.press("more-cost")
    assert desk.read(made.id).parties.a.hourly_rate == Money.model_validate(charged)
    assert tab.widget("text_input", "rate", "a").value == "187.50"


def test_three_minutes_are_three(desk: Desk) -> None:
    """The short meeting's clock has three; the whole one has what was planned before; other days stay as they were."""
    tab = Tab()
    tab.labelled("text_input", "Theirs").set_value("Blumen Müller")
    tab.click("Three minutes only")
    name = tab.url["canvas"]
    assert desk.read(name).meetings[0].planned_minutes == 3
    assert tab.says("3 min left")
    tab.press("lengthen")
    assert desk.read(name).meetings[0].planned_minutes == 30
    tab.go(canvas=name, step="parties").fill(45, "minutes", 0, kind="number_input").press("shorten")
    assert (desk.read(name).meetings[0].planned_minutes, tab.url["planned"]) == (3, "45")
    assert tab.press("lengthen").says("45 min left")
    assert "planned" not in tab.url
    past = {"started": "2026-01-05T09:30:00+01:00", "planned_minutes": 60}
    tab = Tab(canvas=desk.put(canvas(id="old", meetings=[past])), step="parties").press("shorten").press("lengthen")
    assert desk.read("old").meetings[0].planned_minutes == 60


def test_sitting_down_adds_a_meeting_with_a_clock(desk: Desk) -> None:
    """A canvas without a meeting offers one; it begins now, with half an hour and a clock that stands still."""
    tab = Tab(canvas=desk.put(canvas()), step="parties", more="mail.cost").press("sit-down")
    (meeting,) = desk.read("test-canvas").meetings
    assert (meeting.planned_minutes, _clock(desk).running_since) == (30, None)
    tab.fill(45, "minutes", 0, kind="number_input")
    assert desk.read("test-canvas").meetings[0].planned_minutes == 45


def test_the_clock_says_what_is_left_and_what_it_has_cost(desk: Desk) -> None:
    """Half an hour at two rates of the same currency, and the minutes that are over."""
    now = dt.datetime.now().astimezone().replace(microsecond=0)
    rate = {"amount": "100", "currency": "EUR"}
    meeting = {"started": now, "planned_minutes": 45, "clock": {"elapsed_seconds": 1800}}
    parties = {party: {"organisation": party, "hourly_rate": rate} for party in "ab"}
    tab = Tab(canvas=desk.put(canvas(parties=parties, meetings=[meeting])), step="parties", more="mail.cost")
    assert tab.says("15 min left · EUR 100")
    tab.press("clock")
    assert _clock(desk).running_since is not None
    desk.put(canvas(id="late", meetings=[{**meeting, "clock": {"elapsed_seconds": 3000}}]))
    assert tab.go(canvas="late", step="parties", more="mail.cost").says("5 min over")


@pytest.mark.parametrize(
    ("currency", "amount", "cost"),
    [
        ("KWD", "6.250", "KWD 6.250"),
        ("JPY", "6001", "JPY 6,001"),
        ("EUR", "3.33", "EUR 3.33"),
        ("EUR", "53.33", "EUR 53"),
    ],
)
def test_a_coffee_costs_what_its_currency_can_say(currency: str, amount: str, cost: str, desk: Desk) -> None:
    """Whole amounts do, but where there are few of them the currency's decimals tell more."""
    rate = {"amount": amount, "currency": currency}
    meeting = {"started": _now(), "planned_minutes": 90, "clock": {"elapsed_seconds": 3600}}
    tab = Tab(
        canvas=desk.put(canvas(parties={"a": {"hourly_rate": rate}}, meetings=[meeting])),
        step="parties",
        more="mail.cost",
    )
    assert tab.says(f"30 min left · {cost}")


def test_a_coffee_without_an_agreed_length_counts_up(desk: Desk) -> None:
    """Where no minutes were planned, nothing is said to be left or over."""
    meeting = {"started": _now(), "clock": {"elapsed_seconds": 720}}
    tab = Tab(canvas=desk.put(canvas(meetings=[meeting])), step="parties", more="mail.cost")
    assert tab.says("12 min so far")


def test_each_step_has_its_share_of_what_is_left(desk: Desk) -> None:
    """The share is reckoned from when the step was opened, which the URL keeps through a reload."""
    meeting = {"started": _now(), "planned_minutes": 30, "clock": {"elapsed_seconds": 600}}
    opened = {"canvas": desk.put(canvas(parties={"a": {"person": "A"}, "b": {"person": "B"}}, meetings=[meeting]))}
    tab = Tab(**opened, step="job", since="480")
    assert tab.says("2 of 2 min for this step"), "22 minutes were left, of which 3 of 29 parts are the job's"
    assert Tab(**tab.url).says("2 of 2 min for this step")
    for nonsense in ("", "x", "-5", "²", "99999"):
        assert not tab.go(**opened, step="job", since=nonsense).says("for this step")
        assert not tab.broken()


def test_opening_a_step_starts_its_share_while_the_clock_runs(desk: Desk) -> None:
    """The URL says at which second; with the clock standing still it says nothing."""
    meeting = {"started": _now(), "planned_minutes": 30, "clock": {"elapsed_seconds": 600}}
    tab = Tab(canvas=desk.put(canvas(meetings=[meeting])), step="parties", more="mail.cost").press("next")
    assert "since" not in tab.url
    tab.press("clock").press("next")
    assert 600 <= int(tab.url["since"]) < 660


def test_the_clock_can_be_hidden_and_found_again(desk: Desk) -> None:
    """Hidden it goes on; the canvas remembers that it is."""
    meeting = {"started": _now(), "planned_minutes": 30, "clock": {"elapsed_seconds": 60}}
    tab = Tab(canvas=desk.put(canvas(meetings=[meeting])), step="parties", more="mail.cost").press("clock-hide")
    assert "clock" not in tab.blocks()
    assert not _clock(desk).shown
    assert "clock" in tab.press("clock-show").blocks()


def test_pausing_the_clock_keeps_what_has_run(desk: Desk) -> None:
    """What ran since the start is added up, and the clock stands still."""
    since = dt.datetime.now().astimezone().replace(microsecond=0) - HOUR
    meeting = {"started": since, "planned_minutes": 30, "clock": {"elapsed_seconds": 60, "running_since": since}}
    tab = Tab(canvas=desk.put(canvas(meetings=[meeting])), step="parties", more="mail.cost")
    tab.click("Pause the clock")
    assert _clock(desk).running_since is None
    assert 3660 <= _clock(desk).elapsed_seconds < 3700


def test_a_clock_that_nobody_looked_at_asks_once(desk: Desk) -> None:
    """Opened after a night, it says since when it stands, and no money; nothing is written before somebody answers."""
    since = dt.datetime.now(dt.UTC).astimezone().replace(microsecond=0) - dt.timedelta(hours=15)
    meeting = {"started": since.isoformat(), "planned_minutes": 30, "clock": {"running_since": since.isoformat()}}
    saved = (since + dt.timedelta(minutes=20)).isoformat()
    paid = {party: {"hourly_rate": {"amount": "120", "currency": "EUR"}} for party in "ab"}
    before = desk.file(desk.put(canvas(parties=paid, meetings=[meeting], updated=saved))).read_bytes()
    tab = Tab(canvas="test-canvas", step="parties", more="mail.cost")
    assert tab.says("Still here? The clock stands since")
    assert not tab.says("min over")
    assert desk.file("test-canvas").read_bytes() == before
    tab.run()
    assert tab.says("Still here?"), "until it is answered"
    tab.press("clock-leave")
    assert not tab.says("Still here?")
    assert (_clock(desk).elapsed_seconds, _clock(desk).running_since) == (20 * 60, None)


@pytest.mark.parametrize(
    ("answer", "runs", "counts"), [("go-on", True, False), ("count", True, True), ("leave", False, False)]
)
def test_a_lid_that_was_closed(
    answer: str, runs: bool, counts: bool, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the page was open, the clock stops by itself; the two say whether the gap counts and whether it goes on."""
    since = dt.datetime.now(dt.UTC).astimezone().replace(microsecond=0) - dt.timedelta(hours=2)
    meeting = {"started": since.isoformat(), "planned_minutes": 30, "clock": {"running_since": since.isoformat()}}
    desk.put(canvas(meetings=[meeting], updated=since.isoformat()))
    asleep = since + dt.timedelta(minutes=10)
    monkeypatch.setattr(clock, "_looked", {(str(desk.canvases), "test-canvas"): asleep})
    tab = Tab(canvas="test-canvas", step="parties", more="mail.cost")
    assert tab.says("Still here?")
    assert (_clock(desk).elapsed_seconds, _clock(desk).running_since) == (600, None), "it stands on disk, too"
    tab.press(f"clock-{answer}")
    assert (_clock(desk).running_since is not None) is runs
    assert (_clock(desk).elapsed_seconds >= 7200) is counts
    assert not tab.says("Still here?")


def test_a_clock_that_was_set_back_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Minutes do not run backwards: what had run stays, and the page says that the laptop's clock was changed."""
    now = dt.datetime.now(dt.UTC).astimezone().replace(microsecond=0)
    since = now + dt.timedelta(hours=1)
    desk.put(canvas(meetings=[{"started": now.isoformat(), "clock": {"running_since": since.isoformat()}}]))
    last = {(str(desk.canvases), "test-canvas"): since + dt.timedelta(minutes=30)}
    monkeypatch.setattr(clock, "_looked", last)
    tab = Tab(canvas="test-canvas", step="parties", more="mail.cost")
    assert tab.says("clock was set back from")
    tab.press("clock-set-back")
    assert _clock(desk).elapsed_seconds == 1800
    assert _clock(desk).running_since is not None


def test_the_clock_of_another_day_says_nothing(desk: Desk) -> None:
    """A canvas that is opened again days later shows no clock in the bar until the two sit down anew."""
    days_ago = dt.datetime.now().astimezone() - dt.timedelta(days=3)
    tab = Tab(canvas=desk.put(ready_canvas(meetings=[{"started": days_ago, "clock": {}}])), step="job")
    assert "clock" not in tab.blocks()


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone().replace(microsecond=0)


def _rate(desk: Desk) -> tuple[str, str]:
    rate = desk.read("test-canvas").parties.a.hourly_rate
    assert rate is not None
    return rate.amount, rate.currency


def _clock(desk: Desk) -> Clock:
    clock = desk.read("test-canvas").meetings[-1].clock
    assert clock is not None
    return clock


def test_only_the_hosts_fields_are_a_browsers_to_fill(desk: Desk) -> None:
    """Each of the guest's text fields has a token of its own that no browser knows; the host's have none."""
    desk.put(canvas(parties=parties()))
    fields = Tab(canvas="test-canvas", step="parties", more="mail.cost").app.text_input
    tokens = {str(widget.key): widget.proto.autocomplete for widget in fields}
    guests = {key: token for key, token in tokens.items() if "-b-" in key}
    assert len(guests) >= 5
    assert all(token == f"jtbd-{key}" for key, token in guests.items())
    assert not any(token.startswith("jtbd-") for key, token in tokens.items() if "-a-" in key)


def test_what_people_wrote_is_told_to_the_page_and_answers_are_not(desk: Desk) -> None:
    """Names, needs and promises are there letter for letter, as data that nobody sees; no answer is."""
    needs = rated(((3, "core"), (0, "leave")))
    promise = {"id": "x", "by": "a", "what": 'Bring "Straße" & <b>keys</b>'}
    desk.put(canvas(parties=parties(), aspects=needs, commitments=[promise]))
    tab = Tab(canvas="test-canvas", step="aspects")
    told = next(html for html in tab.drawn() if "data-own" in html)
    own = json.loads(unescape(told.split('data-own="')[1].split('"')[0]))
    assert {parties().a.person, parties().b.organisation} <= {*own["names"]}
    assert {needs[0].text, promise["what"]} <= {*own["texts"]}
    assert "core" not in told
    assert "importance" not in told
