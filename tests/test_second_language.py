"""Ready for a second language: Polish with its plurals, German with another order of words, made here and spoken."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

import catalogue
import pytest
from babel.core import Locale
from hypothesis import given, strategies as st

from jtbd import i18n
from jtbd.editing.clock import Gap
from jtbd.errors import Fault, FaultyFile
from jtbd.formats import choice, day, day_of_year, hour, listing
from jtbd.i18n import Message, chosen, number, slots_of, speaking
from jtbd.model.commitment import Every
from jtbd.sign.page.words import words
from jtbd.wording import clock, sheet
from jtbd.wording.four import four_sentence
from jtbd.wording.plain import amount, percent
from tests.support.builders import canvas, parties
from tests.support.catalogues import messages, shelved, texts_in, write
from tests.support.commands import Laptop

COUNTS: Final = (0, 1, 2, 5, 12, 22, 100)
FORMS: Final = ("one", "few", "many")
"""Those of Polish, in the order of its catalogue."""

POLISH: Final = {
    "{file}: {number} fault": ("{file}: {number} błąd", "{file}: {number} błędy", "{file}: {number} błędów"),
    "every week": ("co tydzień", "co {number} tygodnie", "co {number} tygodni"),
}
GERMAN: Final = {
    "{currency} {amount}": ["{amount} {currency}"],
    "{number} %": ["{number} %"],
    "just under {number} %": ["knapp {number} %"],
    "every week": ["jede Woche", "alle {number} Wochen"],
    "{day}, {time} UTC": ["um {time} UTC am {day}"],
    "{hour} on {day}": ["am {day} um {hour}"],
    "{number} min left": ["noch eine Minute", "noch {number} Minuten"],
    "{used} of {number} min for this step": ["{number} Min. sind für diesen Schritt gedacht, {used} vergangen"] * 2,
    "Both of you see much in it {values}.": ["Viel darin seht ihr beide {values}."],
    "for yourselves": ["für euch selbst"],
    "for customers and partners": ["für Kunden und Partner"],
    "for society": ["für alle"],
    "list the saved canvases": ["die gespeicherten Begegnungen, zu 100 %"],
    "No more than the sum of its parts.": ["Nicht mehr als die Summe der Teile"],
}


def _marked(_: str, texts: Sequence[str], forms: int) -> Sequence[str]:
    """Translate what counts something: into Polish, or else with the form's name before the English for many."""
    if len(texts) == 1:
        return ()
    return POLISH.get(texts[0]) or [f"‹{FORMS[form]}› {texts[1]}" for form in range(forms)]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both languages, compiled."""
    folder = tmp_path_factory.mktemp("locale")
    write(folder, "pl", _marked)
    write(folder, "de", lambda _, texts, __: GERMAN.get(texts[0], ()))
    return folder


@pytest.fixture(autouse=True)
def spoken_here(shelf: Path) -> Iterator[None]:
    """Both are there to be spoken."""
    with shelved(shelf):
        yield


def _filled(texts: Sequence[str]) -> dict[str, object]:
    return {name: f"‹{name}›" for name in slots_of(*texts) if name != "number" and "%" not in name}


# ── Polish ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("count", COUNTS)
def test_every_sentence_that_counts_takes_the_right_form(count: int) -> None:
    """Of all that counts something in the catalogue the form is said that the CLDR has for the number, slots filled."""
    form = Locale("pl").plural_form(count)
    counted = messages(counted=True)
    assert len(counted) > 60
    for message in counted:
        texts = texts_in(message)
        with speaking("pl"):
            said = Message(texts[0], texts[1], str(message.context or "")).counted(count, **_filled(texts))
        slots = _filled(texts)
        if texts[0] in POLISH:
            wanted = POLISH[texts[0]][FORMS.index(form)].format(number=count, **slots)
        else:
            wanted = f"‹{form}› {texts[1].format(number=count, **slots)}"
        assert said == wanted


@pytest.mark.parametrize(
    ("count", "faults", "weeks"),
    [
        (1, "1 błąd", "co tydzień"),
        (2, "2 błędy", "co 2 tygodnie"),
        (5, "5 błędów", "co 5 tygodni"),
        (12, "12 błędów", "co 12 tygodni"),
        (22, "22 błędy", "co 22 tygodnie"),
        (100, "100 błędów", "co 100 tygodni"),
    ],
)
def test_polish_counts(count: int, faults: str, weeks: str) -> None:
    """A refused file says how many faults it has as Poles do, and a promise how often it is due."""
    with speaking("pl"):
        error = FaultyFile("canvas.yaml", [Fault(line, 1, "job", "x") for line in range(count)])
        assert error.message.splitlines()[0] == f"canvas.yaml: {faults}"
        assert sheet.cadence(Every(weeks=count)) == weeks


def test_the_page_that_checks_a_sheet_has_every_form() -> None:
    """It is handed each form of Polish by the name that a browser has for it, and says the one for its number."""
    with speaking("pl"):
        told = json.dumps(words(), ensure_ascii=False)
    counted = re.findall(r'\{"(?:one|few|many)": "(?:[^"]*)"(?:, "(?:one|few|many)": "(?:[^"]*)")*\}', told)
    assert len(counted) > 5
    for forms in map(json.loads, counted):
        assert {*forms} == {*FORMS}
        assert all(text.startswith((f"‹{form}›", "co ")) for form, text in forms.items())


def test_what_is_not_translated_is_english() -> None:
    """A sentence that Polish lacks is said in English, its number and its day as Poles write them."""
    with speaking("pl"):
        assert amount(Fraction(22500), "PLN") == "PLN 22\N{NO-BREAK SPACE}500"
        assert clock.since(Gap(_at(9, 24), _at(10))) == "09:05 on 24 listopada"


# ── German ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _at(hours: int, days: int = 27) -> dt.datetime:
    return dt.datetime(2026, 11, days, hours, 5, tzinfo=dt.UTC)


def test_german_numbers_days_and_lists() -> None:
    """Amounts stand before their currency, days, numbers and lists are written as Germans write them."""
    with speaking("de"):
        assert amount(Fraction(22500), "EUR") == "22.500 EUR"
        assert amount(Decimal("1749.625"), "KWD") == "1.749,625 KWD"
        assert sheet.money(7_000_000, 2, "EUR") == "70.000,00 EUR"
        assert clock.costs({"EUR": Fraction(5, 2), "GBP": Fraction(1200)}) == ["2,50 EUR", "1.200 GBP"]
        assert percent(Fraction(42, 100)) == "42 %"
        assert percent(Fraction(6499, 10000), Fraction(65, 100)) == "knapp 65 %"
        assert number(-1234) == "-1.234"
        assert day(dt.date(2026, 12, 15)) == "15. Dezember 2026"
        assert day_of_year(dt.date(2026, 12, 15)) == "15. Dezember"
        assert hour(_at(9)) == "09:05"
        assert [listing("abc"), listing("ab"), listing("a")] == ["a, b und c", "a und b", "a"]
        assert [choice("abc"), choice("ab"), choice("a")] == ["a, b oder c", "a oder b", "a"]


def test_german_word_order() -> None:
    """What fills a sentence goes where German wants it, one beside many, lists in the middle."""
    four = {party: {name: {"score": 3} for name in ("internal", "external", "civic")} for party in "ab"}
    met = canvas(parties=parties(), value={"four": four})
    with speaking("de"):
        assert sheet.moment(_at(9)) == "um 09:05:00 UTC am 27. November 2026"
        assert clock.since(Gap(_at(9, 24), _at(10))) == "am 24. November um 09:05"
        assert [sheet.cadence(Every(weeks=weeks)) for weeks in (1, 6)] == ["jede Woche", "alle 6 Wochen"]
        assert [clock.time_left(30, spent) for spent in (0, 1740)] == ["noch 30 Minuten", "noch eine Minute"]
        assert clock.share_used(120, 300) == "5 Min. sind für diesen Schritt gedacht, 2 vergangen"
        assert four_sentence(met) == "Viel darin seht ihr beide für euch selbst, für Kunden und Partner und für alle."


@pytest.mark.parametrize(("wish", "tag"), [("de", "de"), ("de-AT", "de"), ("pl_PL.UTF-8", "pl"), ("fr,pl", "pl")])
def test_who_asks_for_it_is_spoken_to_in_it(wish: str, tag: str) -> None:
    """A language is there as soon as its catalogue is; one that is begun and not compiled is not."""
    assert chosen(wish) == tag


def test_help_speaks_it(tmp_path: Path) -> None:
    """The terminal speaks it too; a per cent sign in a translation is one, and nothing for argparse to fill."""
    assert "die gespeicherten Begegnungen, zu 100 %" in Laptop(tmp_path).run("--language", "de", "--help").out


# ── whatever a translator does ────────────────────────────────────────────────────────────────────────────────────────

ENTRIES: Final = [
    (str(message.context or ""), texts_in(message)) for message in messages() if slots_of(*texts_in(message))
]


def _say(translated: Sequence[str], entry: tuple[str, tuple[str, ...]], count: int) -> tuple[str, str]:
    """Return what a sentence is in German, of which it alone is translated, and in English."""
    context, texts = entry
    made = catalogue._empty("de")
    made.add(texts if len(texts) > 1 else texts[0], [*translated] if len(texts) > 1 else translated[0], context=context)
    spoken = {"de": GNUTranslations(BytesIO(catalogue.compiled(made))), "en": NullTranslations()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "_catalogue", spoken.__getitem__)
        with speaking("de"):
            said = _one(context, texts, count)
        return said, _one(context, texts, count)


def _one(context: str, texts: Sequence[str], count: int) -> str:
    slots = _filled(texts)
    if len(texts) > 1:
        return Message(texts[0], texts[1], context).counted(count, **slots)
    return Message(texts[0], context=context).said(**slots, number=count)


@given(st.sampled_from(ENTRIES), st.sampled_from(COUNTS), st.data())
def test_slots_go_anywhere(entry: tuple[str, tuple[str, ...]], count: int, data: st.DataObject) -> None:
    """In whatever order a translation has the slots of a sentence, each one's value is in it once."""
    names = sorted(name for name in slots_of(*entry[1]) if "%" not in name)
    lent = " ".join(name for name in slots_of(*entry[1]) if "%" in name)
    order = data.draw(st.permutations(names))
    text = f"äh {lent} " + " · ".join(f"{{{name}}}" for name in order) + " ß"
    said, _ = _say([text] * len(entry[1]), entry, count)
    assert re.findall(r"‹(\w+)›|(?<= )(\d+)(?= )", said) == [
        ("", str(count)) if name == "number" else (name, "") for name in order
    ]


BROKEN: Final[dict[str, Callable[[str], str]]] = {
    "a slot is missing": lambda text: re.sub(r"\{\w+\}", "", text),
    "a slot is unknown": lambda text: text + " {nazwa}",
    "a slot has no name": lambda text: text + " {}",
    "a slot has a number": lambda text: text + " {0}",
    "a slot goes on": lambda text: re.sub(r"\{(\w+)\}", r"{\1.x[0]}", text),
    "a slot is written oddly": lambda text: re.sub(r"\{(\w+)\}", r"{\1:q}", text),
    "a brace does not close": lambda text: text + " {",
    "a brace does not open": lambda text: text + " }",
}


@pytest.mark.parametrize("wrong", BROKEN)
@given(entry=st.sampled_from(ENTRIES), count=st.sampled_from((0, 1, 5)))
def test_a_broken_translation_is_said_in_english(wrong: str, entry: tuple[str, tuple[str, ...]], count: int) -> None:
    """A sentence whose translation cannot be filled, or would leave something out, is said in English."""
    broken = [f"ß{BROKEN[wrong](text)}" for text in entry[1]]
    said, english = _say(broken, entry, count)
    form = broken[0 if count == 1 else -1]
    assert (said == english) is not i18n.fits(form, *entry[1])
