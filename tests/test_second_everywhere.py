"""A second language in every place that counts, lists or dates something: nothing of it is English, nothing crashes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Final

import icalendar
import pytest

from jtbd.advice.reciprocity import reciprocity
from jtbd.editing.clock import Gap
from jtbd.errors import FaultyFile
from jtbd.exports.calendar import calendar
from jtbd.exports.mail import Attached, mail_draft
from jtbd.i18n import speaking
from jtbd.ledger.occurrences import Occurrence, State
from jtbd.model.commitment import Every
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS, SheetCommitment
from jtbd.scoring import value_test
from jtbd.sign.check.sheet import read_verified
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from jtbd.store.protocol import Summary, Thrown
from jtbd.usecases.canvases import days, library, oddities
from jtbd.usecases.sheets import ending, unsigned
from jtbd.wording import clock, sheet as words
from jtbd.wording.balance import balance_sentence
from jtbd.wording.promise import stopped
from jtbd.wording.value import value_headline, value_sentence
from tests.support import sheets, worded
from tests.support.builders import aspects, canvas, parties, ready_canvas
from tests.support.catalogues import english, shelved, turned, write
from tests.support.commands import EXAMPLE, Laptop, owner
from tests.support.scoring_samples import sample
from tests.support.spoken import texts_of

AT: Final = dt.datetime(2026, 11, 27, 9, 5, tzinfo=dt.UTC)
COUNTS: Final = (0, 1, 2, 5, 12, 22, 100)
NAMES: Final = ("Harbour Estates", "Northline Cabling", "Ana Ruiz", "Bea Lund", "Ana", "Bea")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a German in which everything is said, and one in which everything is broken."""
    folder = tmp_path_factory.mktemp("locale")
    write(folder, "de", turned)
    return folder


@pytest.fixture(scope="module")
def dutch(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders with Dutch: in one every sentence is broken, in the other none is translated."""
    broken, none = tmp_path_factory.mktemp("broken"), tmp_path_factory.mktemp("none")
    write(broken, "nl", lambda _, texts, forms: [f"{texts[-1]} {{kapot}}"] * forms)
    write(none, "nl", lambda *_: ())
    return broken, none


@pytest.fixture(autouse=True)
def spoken_here(shelf: Path) -> Iterator[None]:
    """German is spoken."""
    with shelved(shelf), speaking("de"):
        yield


def _wrong(said: Iterable[str], *own: str) -> list[tuple[str, list[str]]]:
    found = [(text, english(text, (*NAMES, *own))) for text in said]
    assert found
    return [(text, wrong) for text, wrong in found if wrong]


# ── wording ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", KNOWN := {**worded.shipped(), "ready": ready_canvas()})
def test_what_is_found(name: str) -> None:
    """Reasons with their shares, turns, values in a list, money, promises, and what is advised."""
    assert _wrong(worded.of_canvas(KNOWN[name]), *worded.own(KNOWN[name])) == []


@pytest.mark.parametrize("currency", ["EUR", "JPY", None])
def test_what_it_is_worth(currency: str | None) -> None:
    """Gains and losses of every size: each amount stands before its currency."""
    years = [(None, None, None), ("40000", "70000", "10000"), ("25000", "45000", None), ("10", "5", None)]
    years += [("10", "1510", "50000")]
    for a, b in product(years, years):
        fields = [dict(zip(("alone", "together", "notice"), year, strict=True)) for year in (a, b)]
        met = canvas(parties=parties(), value={"currency": currency, "a": fields[0], "b": fields[1]})
        test = value_test(met)
        assert _wrong([value_sentence(test, met), value_headline(test, met)]) == []


@pytest.mark.parametrize("count", COUNTS)
def test_how_much_is_promised(count: int) -> None:
    """Any number of promises for any number of needs."""
    needs = aspects(max(count, 1))
    made = [{"id": f"p{n}", "by": "a", "what": "0", "serves": [needs[n].id]} for n in range(count)]
    for more in ([], [{"id": "x", "by": "b", "what": "0", "serves": [needs[0].id]}]):
        met = canvas(parties=parties(), aspects=needs, commitments=[*made, *more])
        assert _wrong([balance_sentence(reciprocity(met).balance, met)]) == []


@pytest.mark.parametrize("count", COUNTS)
def test_what_is_weakest(count: int) -> None:
    """Any number of links that hold no better."""
    met = sample(*["3l 3l"] * max(count, 3), parties=parties())
    assert _wrong(worded.of_canvas(met), *worded.own(met)) == []


def test_what_the_clock_says() -> None:
    """Minutes left, gone and over, a step's share, what the hours cost, since when nobody looked."""
    said = [clock.time_left(planned, 60 * spent) for planned in (None, *COUNTS) for spent in COUNTS]
    said += [clock.share_used(60 * used, 60 * share) for used, share in product(COUNTS, COUNTS)]
    said += clock.costs({"EUR": Fraction(7, 3), "GBP": Fraction(22_500)})
    said += [clock.since(Gap(AT - gone, AT)) for gone in (dt.timedelta(hours=1), dt.timedelta(days=30))]
    assert "22.500 GBP" in said
    assert _wrong(said) == []


@pytest.mark.parametrize("money", [True, False])
def test_what_a_sheet_says(*, money: bool) -> None:
    """Verdict, shares, what is in it and what is missed, cadences, moments and money."""
    sheet = sheets.complete(sheets.draft(money=money))
    said = [*worded.of_sheet(sheet), *words.shares(sheet.commitment.overlap).values()]
    said += [words.cadence(Every(**{unit: count or 3})) for unit in ("days", "weeks", "months") for count in COUNTS]
    said += [words.moment(AT), *(words.money(units, 2, "EUR") for units in (0, -50, 7_000_000))]
    assert "70.000,00 EUR" in said
    assert _wrong(said) == []


def test_what_became_of_promises() -> None:
    """How many were kept, what is to be expected, and by which day."""
    promise = SheetCommitment.model_validate({"id": "call", "by": "a", "what": "Call back", "serves": []})
    item = Occurrence(promise, 1, dt.date(2026, 12, 15), State.AHEAD, unconfirmed=False, entries=())
    said = [*worded.of_ledger(item)]
    assert any("15. Dezember 2026" in text for text in said)
    assert _wrong(said, "Call back", "Kestrel Foods") == []


# ── what is taken along ───────────────────────────────────────────────────────────────────────────────────────────────

REVIEWS: Final[tuple[dict[str, object], ...]] = (
    {},
    {"next": "2027-01-05"},
    {"every": {"months": 1}},
    {"next": "2027-01-05", "every": {"weeks": 6}},
)


@pytest.mark.parametrize("review", REVIEWS, ids=repr)
def test_mail_and_calendar(review: dict[str, object]) -> None:
    """The letter and each entry of the calendar, but for the promises, which are in the sheet's language."""
    sheet = sheets.draft(ready_canvas(review=review))
    content = sheet.commitment
    with speaking("en"):
        own = [words.sentence(item, content) for item in content.commitments]
        own += [stopped(item, name) for item in content.commitments for name in ("Ana", "Bea")]
    attached = Attached(b"yaml: 1\n", b"%PDF-", b"<title></title>", "northline")
    letter = mail_draft(sheet, addresses={"a": "ana@harbour", "b": None}, attached=attached, day=AT.date())
    message = message_from_bytes(letter.data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body()
    assert body is not None
    events = icalendar.Calendar.from_ical(calendar(content, stamp=AT)).walk("VEVENT")
    said = [str(event[part]) for event in events for part in ("summary", "description")]
    said += [str(message["Subject"]), body.get_content(), *letter.left_out]
    assert _wrong(said, *own, *texts_of(sheet.dump())) == []


# ── files and folders ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_refused() -> None:
    """A file with many faults: how many they are, how long a text may be, which words there are to choose from."""
    text = (
        f"format: jtbd.canvas/1\nid: one\ntitle: {'x' * 300}\nrevision: -1\ncreated: yesterday\nchoice: {{a: away}}\n"
        "commitments:\n- id: call\n  by: a\n  what: call\n  due: soon\n  every: {weeks: 6, days: 1}\n  kind: gift\n"
        "parties: {a: {hourly_rate: {amount: '1.200,50', currency: EUR}}}\naspects:\n- id: need\n  dimension: other\n"
    )
    with pytest.raises(FaultyFile) as refused:
        canvas_from_bytes(text.encode(), "canvas.yaml")
    faults = [fault.message for fault in refused.value.faults]
    assert len(faults) > 5
    named = texts_of(["functional", "emotional", "social", "instead", "apart", "together", "weeks", "days", "months"])
    kinds = ["referral", "introduction", "joint-offer", "delivery", "information", "other"]
    head = refused.value.message.splitlines()[0]
    assert _wrong([head, refused.value.remedy, *faults], *named, *kinds, "1.200,50", "text:", "weeks: 6") == []


def test_days_to_choose_and_what_was_thrown_away() -> None:
    """Weeks to come, how long something is kept, what two versions have, what has changed since a sheet."""
    met = ready_canvas(updated=AT)
    said = [each.label for each in (*days.due_days(AT.date(), AT.date()), *days.review_days(AT.date()))]
    row = Summary("one")
    thrown = [Thrown("one", AT, row, AT + dt.timedelta(days=count)) for count in COUNTS]
    said += [library.fate(each, AT, "27. November 2026") for each in thrown]
    said += oddities.compared(met, met.revise(title="x", commitments=(), updated=None), AT)
    sheet = sheets.draft(met).commitment
    fewer = met.revise(commitments=met.commitments[:1])
    for changed in (met, fewer, met.revise(commitments=()), met.revise(title="x")):
        found = unsigned.unsigned(changed, sheet)
        said += [found.sentence, *found.others]
    until = AT + dt.timedelta(hours=8)
    for minutes in (1, 2, 59, 60, 61, 90, 120, 400):
        timed = {"started": AT, "planned_minutes": 30, "clock": {"elapsed_seconds": 60 * minutes}}
        said.append(ending.took(ready_canvas(meetings=[timed]), until))
    for review in REVIEWS:
        reviewed = sheets.draft(ready_canvas(review=review)).commitment
        said.append(ending.again(reviewed.review, AT.date()))
        said += [each.due for each in ending.nexts(reviewed, AT.date(), worded.NAMES)]
    assert _wrong([text for text in said if text], *texts_of(met.model_dump(mode="json"))) == []


# ── the terminal ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Laptop:
    """A laptop with a canvas that two have signed."""
    made = owner(tmp_path_factory.mktemp("laptop"))
    folder = made.canvases / "met"
    folder.mkdir(parents=True)
    met = ready_canvas(id="met", meetings=(), review={"every": {"weeks": 2}})
    (folder / "canvas.yaml").write_text(canvas_to_text(met), encoding="utf-8")
    assert made.run("sheet", "met", "--out", folder).code == 0
    for party in ("a", "b"):
        assert made.run("sign", folder / "draft-1.yaml", "--party", party).code == 0
    return made


COMMANDS: Final = (
    ("list",),
    ("due", "--all", "--on", "2027-03-01"),
    ("due",),
    ("partners",),
    ("score", "met"),
    ("score", EXAMPLE),
    ("check", "canvases/met/canvas.yaml"),
    ("verify", "canvases/met/sheet-1.yaml"),
    ("score", "nobody"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_commands(command: tuple[str, ...], laptop: Laptop) -> None:
    """Each command says what it says in German, but for what was signed; its code is the same."""
    answer = laptop.run(*command, "--language", "de")
    assert answer.code == laptop.run(*command, "--language", "en").code
    own = {text for each in KNOWN.values() for text in (each.id, *texts_of(each.model_dump(mode="json")))}
    own |= {*BINDING_MEANS.values(), *CONFIDENTIAL_MEANS.values(), *command, "met", "northline-cabling", "complete:"}
    sheet = read_verified((laptop.canvases / "met" / "sheet-1.yaml").read_bytes())
    own |= {" ".join(statement.consent.split()) for statement in sheet.statements}
    with speaking("en"):
        own |= {words.sentence(item, sheet.sheet.commitment) for item in sheet.sheet.commitment.commitments}
    assert _wrong([answer.out + answer.err], *own, str(laptop.folder)) == []


@pytest.mark.parametrize("command", [*COMMANDS, ("--help",), ("sign", "--help"), ("list", "--no-such")], ids=" ".join)
def test_commands_stand_a_broken_language(command: tuple[str, ...], laptop: Laptop, dutch: tuple[Path, Path]) -> None:
    """Where every translation is broken, a command says what it says where nothing is translated: English."""
    answers = []
    for folder in dutch:
        with shelved(folder):
            answers.append(laptop.run(*command, "--language", "nl"))
    assert answers[0] == answers[1]
    assert answers[0].out + answers[0].err
