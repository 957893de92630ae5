"""What is asked of words that are not sure is said in whole sentences: of days, cadences, amounts and names."""

from __future__ import annotations

import datetime as dt
from gettext import NullTranslations
from typing import Final

import pytest

from jtbd import i18n
from jtbd.i18n import PSEUDO, speaking
from jtbd.parsing.amount import UnclearAmount, read_amount
from jtbd.parsing.ask import AskKind
from jtbd.parsing.doubts import Doubt, doubts
from jtbd.parsing.money import currency_code
from jtbd.parsing.spelling import misspelling
from jtbd.wording.asking import asked
from jtbd.wording.misspelling import misspelt
from tests.support.spoken import faults

TODAY: Final = dt.date(2026, 11, 27)
"""A Friday."""

SAID: Final = (
    ("Report by 5/12", AskKind.EITHER, "“5/12” can mean 5 December 2026 or 12 May 2027: write the one that you mean."),
    (
        "Send it by next Friday",
        AskKind.MAYBE,
        "“next Friday” may not be the same day to both of you: is it 4 December 2026? Then write that.",
    ),
    (
        "Visit by mid-January",
        AskKind.MANY,
        "“mid-January” can be many a day: name one, as in “by 15 January 2027”.",
    ),
    (
        "Report by 9999-12-31",
        AskKind.BEYOND,
        "“9999-12-31” is no day: a promise is due from 1 January 2000 to 31 December 2199.",
    ),
    ("Report by 31 April", AskKind.SHORT_MONTH, "“31 April” is no day: April has 30 days."),
    ("Report by 31 April 2027", AskKind.SHORT_MONTH, "“31 April 2027” is no day: April 2027 has 30 days."),
    (
        "Report by 29 Feb",
        AskKind.NO_LEAP_DAY,
        "“29 Feb” is no day: February 2027 has 28 days; 2028 has a 29th.",
    ),
    (
        "Report by 20 Nov",
        AskKind.OVER,
        "“20 Nov” is over this year: write 20 November 2026 or 20 November 2027, as you mean it.",
    ),
    (
        "Report by Monday 15 Dec",
        AskKind.OTHER_WEEKDAY,
        "“Monday 15 Dec” does not fit: 15 December 2026 is a Tuesday and no Monday; write the day that you mean.",
    ),
    (
        "Call Omar by COB Friday",
        AskKind.TODAY_OR,
        "“COB Friday” can mean today, 27 November 2026, or 4 December 2026: write the one that you mean.",
    ),
    (
        "Report by the end of the week",
        AskKind.WEEK_END,
        (
            "“the end of the week” can mean Friday, 27 November 2026, or Sunday, 29 November 2026: "
            "write the one that you mean."
        ),
    ),
    (
        "First joint visit, Wk 3",
        AskKind.WEEK_NUMBER,
        "“Wk 3” is a week by its number, and what it counts from is not said: write the day itself.",
    ),
    (
        "Report by Easter",
        AskKind.SEASON,
        "“Easter” is no day of the calendar: name one, as in “by 11 December 2026”.",
    ),
    (
        "Call at 5pm",
        AskKind.HOUR,
        "“5pm” has an hour, and a promise is due on a whole day: write the day alone.",
    ),
    (
        "Call by Friday afternoon",
        AskKind.HOUR_OF_DAY,
        (
            "“Friday afternoon” has an hour, and a promise is due on a whole day: write the day alone, "
            "as in “by 4 December 2026”."
        ),
    ),
    (
        "Pay within 14 days",
        AskKind.FROM_UNSAID,
        (
            "“within 14 days” counts from a day that is not said; from today on it is 11 December 2026: "
            "write the day that you mean."
        ),
    ),
    (
        "Price list to Bea, T+14",
        AskKind.FROM_PLAN,
        "“T+14” counts from a day that is not said; where T is today it is 11 December 2026: write the day itself.",
    ),
    (
        "Tell Bea when she can start",
        AskKind.TOLD_OR_WHEN,
        "“when she can start” may be what is told or when it is done: write a comma before it if it says when.",
    ),
    ("Send the list 15 Dec", AskKind.UNPLACED, "“15 Dec” may say when: then write “by 15 December 2026”."),
    (
        "Wait until 15 Dec",
        AskKind.UNTIL,
        "“until 15 Dec” may say how long or by when: if it is to be done by then, write “by 15 December 2026”.",
    ),
    (
        "Send the list before 15 Dec",
        AskKind.BEFORE,
        "“before 15 Dec” leaves the last day to be counted: write “by 14 December 2026”.",
    ),
    (
        "Drop by Monday",
        AskKind.VISIT,
        "“by Monday” may say when or until when: write a comma before it, as in “…, by 30 November 2026”.",
    ),
    (
        "Send by 15 Dec the list",
        AskKind.LOST,
        "“by 15 Dec” is not taken for the day where it stands: write it at the end, as “by 15 December 2026”.",
    ),
    (
        "Send a monthly report",
        AskKind.HOW_OFTEN,
        "“monthly” may say how often: if it is due every month, write “every month” at the end.",
    ),
    (
        "Call every 900 weeks",
        AskKind.TOO_LONG,
        "“every 900 weeks” is no cadence that a canvas can keep: write from every day to every 520 weeks.",
    ),
    (
        "Call every other Monday",
        AskKind.EITHER_BEGIN,
        (
            "“every other Monday” can begin on 30 November 2026 or 7 December 2026: "
            "write “every 2 weeks, first on 30 November 2026” or the other."
        ),
    ),
    (
        "Report at the end of every month",
        AskKind.MONTH_END,
        (
            "“at the end of every month” is kept by a cadence that begins on a 31st: "
            "write “every month, first on 31 December 2026”."
        ),
    ),
    (
        "Meet on the first Monday of each month",
        AskKind.NTH_WEEKDAY,
        (
            "“on the first Monday of each month” is not the same day of each month, and a cadence counts days, weeks "
            "or months: write “every 4 weeks, first on 30 November 2026” or another day."
        ),
    ),
    (
        "Call every Tuesday and Thursday",
        AskKind.SEVERAL_DAYS,
        (
            "“every Tuesday and Thursday” are several days, and a cadence has one: "
            "make a promise of each of Tuesday and Thursday."
        ),
    ),
    (
        "Call twice a month",
        AskKind.SEVERAL_TIMES,
        (
            "“twice a month” leaves the days open, and a cadence has one: write how many in “every month”, "
            "or a shorter one, as in “every 2 weeks”."
        ),
    ),
    *(
        (
            f"Report {words}",
            AskKind.TWO_MEANINGS,
            f"“{words}” can mean every 2 {unit}s or twice a {unit}: write “every 2 {unit}s” or “{shorter}”.",
        )
        for words, unit, shorter in (
            ("biweekly", "week", "every 3 days"),
            ("bi-monthly", "month", "every 2 weeks"),
            ("biennially", "year", "every 6 months"),
        )
    ),
    (
        "Call every working day",
        AskKind.WORKING_DAYS,
        (
            "“every working day” leaves days out, and a cadence counts days, weeks or months: "
            "write “every day” or “every week”."
        ),
    ),
    (
        "Report hourly",
        AskKind.TOO_OFTEN,
        (
            "“hourly” is more often than a canvas counts: write “every day”, or what sets it off, "
            "as in “when a client asks”."
        ),
    ),
    (
        "Meet every spring",
        AskKind.ONCE_A_YEAR,
        "“every spring” says no day: write “every 12 months, first by” and the day.",
    ),
    (
        "Call every few weeks",
        AskKind.ANY_NUMBER,
        "“every few weeks” can be any number: write it, as in “every 3 weeks”.",
    ),
    *(
        (
            f"Send two leads a {unit}",
            AskKind.PER_UNIT,
            f"“a {unit}” may say how many or how often: if it is due every {unit}, write “every {unit}” at the end.",
        )
        for unit in ("day", "week", "month", "quarter", "year")
    ),
)


def _doubt(text: str, kind: AskKind) -> Doubt:
    """Return the doubt of a kind that a text leaves."""
    return next(doubt for doubt in doubts(text, TODAY) if doubt.ask.kind is kind)


@pytest.mark.parametrize(("text", "kind", "sentence"), SAID)
def test_what_is_not_sure_is_asked(text: str, kind: AskKind, sentence: str) -> None:
    """The words are quoted, with each day that they can mean, and with what to write."""
    doubt = _doubt(text, kind)
    assert asked(doubt.ask, doubt.words) == sentence


def test_every_kind_is_asked() -> None:
    """None of the kinds is left out above."""
    assert {kind for _, kind, _ in SAID} == set(AskKind)


@pytest.mark.parametrize(("text", "kind", "sentence"), SAID)
def test_what_is_asked_is_one_sentence_of_the_catalogue(text: str, kind: AskKind, sentence: str) -> None:
    """In another language each is whole; what is to be typed stays English, since it is read in English."""
    doubt = _doubt(text, kind)
    with speaking(PSEUDO):
        said = asked(doubt.ask, doubt.words)
    assert faults(said) == []
    typed = {f"“{example}”" for example in _quoted(sentence)}
    assert [example for example in typed if example not in said] == []


def _quoted(sentence: str) -> list[str]:
    return [part.partition("”")[0] for part in sentence.split("“")[1:]]


def test_days_are_those_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not to be typed is written as the language has it."""
    monkeypatch.setattr(i18n, "_catalogue", lambda _: NullTranslations())
    weekday = _doubt("Report by Monday 15 Dec", AskKind.OTHER_WEEKDAY)
    leap = _doubt("Report by 29 Feb", AskKind.NO_LEAP_DAY)
    with speaking("de"):
        assert "15. Dezember 2026 is a Dienstag and no Montag" in asked(weekday.ask, weekday.words)
        assert "Februar 2027 has 28 days" in asked(leap.ask, leap.words)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Report by 5/12", AskKind.EITHER), ("Report every few half-years", AskKind.ANY_NUMBER)],
)
def test_by_what_it_is_known_again_is_of_no_language(text: str, kind: AskKind) -> None:
    """Whatever is spoken, a question is the same."""
    with speaking(PSEUDO):
        other = str(_doubt(text, kind).ask)
    assert str(_doubt(text, kind).ask) == other
    assert "⟦" not in other


# ── amounts and names ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        *(("40–50k", "EUR"), ("2,500", "KWD"), ("1.500k", "EUR"), ("2 mil", "EUR"), ("40.000", None)),
        *(("3.1255", "KWD"), ("€40k", "CHF"), ("$40k", "EUR"), ("40", "BTC"), ("12,5x", "EUR"), ("1.2.3", "EUR")),
        *(("forty", "EUR"), ("k", "EUR"), ("9" * 200, "EUR"), ("4k/month", "EUR"), ("40 an hour", "EUR")),
    ],
)
def test_what_is_no_amount_is_said_so(typed: str, currency: str | None) -> None:
    """Each way of not being one amount is said whole."""
    with speaking(PSEUDO), pytest.raises(UnclearAmount) as caught:
        read_amount(typed, currency)
    assert "⟦" in str(caught.value)
    assert faults(str(caught.value)) == []


def test_what_is_no_rate_or_currency_is_said_so() -> None:
    """So is a rate for another time or below nought, and what is no currency."""
    said = []
    with speaking(PSEUDO):
        for typed in ("-5", "900 a day"):
            with pytest.raises(UnclearAmount) as caught:
                read_amount(typed, "EUR", per="hour", signed=False)
            said.append(str(caught.value))
        for typed in ("euros", "ABC"):
            with pytest.raises(ValueError, match="⟦") as refused:
                currency_code(typed)
            said.append(str(refused.value))
    assert [fault for each in said for fault in faults(each)] == []


@pytest.mark.parametrize(
    "typed",
    [
        *("Bea Lunt", "Pea Lund", "Bee Lund", "Bea Lun", "Bea Lundd", "BeaLund", "Beа Lund", "Beα Lund", "Bea Luxx"),
        *("ea Lund", "Bea L", "XBea Lund", "Beea Lund", "Xxa Lund", "BeaжLund", "Beあ Lund", "a Lund"),
    ],
)
def test_the_letters_that_differ_are_said_in_one_sentence(typed: str) -> None:
    """On either side, wherever they are, and of whatever alphabet."""
    found = misspelling(typed, "Bea Lund")
    assert found is not None
    with speaking(PSEUDO):
        said = misspelt(found)
    assert said.startswith("⟦")
    assert faults(said) == []
