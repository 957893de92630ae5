"""What is asked about words of days and cadences that are not sure, each a whole sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import reduce
from typing import Final

from jtbd import formats
from jtbd.i18n import WITHIN, Message, mark, mark_count, say_in
from jtbd.model import moments
from jtbd.model.commitment import Every
from jtbd.parsing.ask import Ask, AskKind, AskValue, Month
from jtbd.wording.plain import quote
from jtbd.wording.sheet import cadence

# For translators: {words} are somebody's, in quotation marks; what stands in the other “…” is an example of what to
# type, and comes in English, since promises are read in English.
_ASKED: Final[Mapping[AskKind, Message]] = {
    AskKind.EITHER: mark("{words} can mean {first} or {second}: write the one that you mean."),
    AskKind.MAYBE: mark("{words} may not be the same day to both of you: is it {day}? Then write that."),
    AskKind.MANY: mark("{words} can be many a day: name one, as in “{example}”."),
    AskKind.BEYOND: mark("{words} is no day: a promise is due from {first} to {last}."),
    AskKind.SHORT_MONTH: mark_count(
        "{words} is no day: {month} has {number} day.", "{words} is no day: {month} has {number} days."
    ),
    # For translators: {leap} is a year in which February has a 29th.
    AskKind.NO_LEAP_DAY: mark_count(
        "{words} is no day: {month} has {number} day; {leap} has a 29th.",
        "{words} is no day: {month} has {number} days; {leap} has a 29th.",
    ),
    AskKind.OVER: mark("{words} is over this year: write {first} or {second}, as you mean it."),
    # For translators: {weekday} and {asked} are weekdays, as “Tuesday”.
    AskKind.OTHER_WEEKDAY: mark(
        "{words} does not fit: {day} is a {weekday} and no {asked}; write the day that you mean."
    ),
    AskKind.TODAY_OR: mark("{words} can mean today, {today}, or {day}: write the one that you mean."),
    AskKind.WEEK_END: mark("{words} can mean Friday, {friday}, or Sunday, {sunday}: write the one that you mean."),
    AskKind.WEEK_NUMBER: mark(
        "{words} is a week by its number, and what it counts from is not said: write the day itself."
    ),
    AskKind.SEASON: mark("{words} is no day of the calendar: name one, as in “{example}”."),
    AskKind.HOUR: mark("{words} has an hour, and a promise is due on a whole day: write the day alone."),
    AskKind.HOUR_OF_DAY: mark(
        "{words} has an hour, and a promise is due on a whole day: write the day alone, as in “{example}”."
    ),
    AskKind.FROM_UNSAID: mark(
        "{words} counts from a day that is not said; from today on it is {day}: write the day that you mean."
    ),
    # For translators: T is the day from which a plan counts, as it stands in {words}: “T+14”.
    AskKind.FROM_PLAN: mark(
        "{words} counts from a day that is not said; where T is today it is {day}: write the day itself."
    ),
    AskKind.TOLD_OR_WHEN: mark(
        "{words} may be what is told or when it is done: write a comma before it if it says when."
    ),
    AskKind.UNPLACED: mark("{words} may say when: then write “{example}”."),
    AskKind.UNTIL: mark("{words} may say how long or by when: if it is to be done by then, write “{example}”."),
    AskKind.BEFORE: mark("{words} leaves the last day to be counted: write “{example}”."),
    AskKind.VISIT: mark("{words} may say when or until when: write a comma before it, as in “{example}”."),
    AskKind.LOST: mark("{words} is not taken for the day where it stands: write it at the end, as “{example}”."),
    # For translators: {every} is as “every 6 weeks”.
    AskKind.HOW_OFTEN: mark("{words} may say how often: if it is due {every}, write “{example}” at the end."),
    AskKind.TOO_LONG: mark("{words} is no cadence that a canvas can keep: write from every day to every 520 weeks."),
    AskKind.EITHER_BEGIN: mark("{words} can begin on {first} or {second}: write “{example}” or the other."),
    AskKind.MONTH_END: mark("{words} is kept by a cadence that begins on a 31st: write “{example}”."),
    AskKind.NTH_WEEKDAY: mark(
        "{words} is not the same day of each month, and a cadence counts days, weeks or months: "
        "write “{example}” or another day."
    ),
    AskKind.SEVERAL_DAYS: mark(
        "{words} are several days, and a cadence has one: make a promise of each of {weekdays}."
    ),
    AskKind.SEVERAL_TIMES: mark(
        "{words} leaves the days open, and a cadence has one: write how many in “{example}”, "
        "or a shorter one, as in “{other}”."
    ),
    AskKind.WORKING_DAYS: mark(
        "{words} leaves days out, and a cadence counts days, weeks or months: write “{example}” or “{other}”."
    ),
    AskKind.TOO_OFTEN: mark(
        "{words} is more often than a canvas counts: write “{example}”, or what sets it off, as in “{other}”."
    ),
    AskKind.ONCE_A_YEAR: mark("{words} says no day: write “{example}” and the day."),
    AskKind.ANY_NUMBER: mark("{words} can be any number: write it, as in “{example}”."),
}
_ASKED_OF_UNIT: Final[Mapping[AskKind, Mapping[str, Message]]] = {
    AskKind.TWO_MEANINGS: {
        "week": mark("{words} can mean every 2 weeks or twice a week: write “{example}” or “{other}”."),
        "month": mark("{words} can mean every 2 months or twice a month: write “{example}” or “{other}”."),
        "year": mark("{words} can mean every 2 years or twice a year: write “{example}” or “{other}”."),
    },
    AskKind.PER_UNIT: {
        "day": mark("{words} may say how many or how often: if it is due every day, write “{example}” at the end."),
        "week": mark("{words} may say how many or how often: if it is due every week, write “{example}” at the end."),
        "month": mark("{words} may say how many or how often: if it is due every month, write “{example}” at the end."),
        "quarter": mark(
            "{words} may say how many or how often: if it is due every quarter, write “{example}” at the end."
        ),
        "year": mark("{words} may say how many or how often: if it is due every year, write “{example}” at the end."),
    },
}
_TYPED: Final[Mapping[AskKind, Mapping[str, str]]] = {
    AskKind.MANY: {"example": "by {day}"},
    AskKind.SEASON: {"example": "by {day}"},
    AskKind.HOUR_OF_DAY: {"example": "by {day}"},
    AskKind.UNPLACED: {"example": "by {day}"},
    AskKind.UNTIL: {"example": "by {day}"},
    AskKind.BEFORE: {"example": "by {day}"},
    AskKind.VISIT: {"example": "…, by {day}"},
    AskKind.LOST: {"example": "by {day}"},
    AskKind.HOW_OFTEN: {"example": "{every}"},
    AskKind.EITHER_BEGIN: {"example": "{every}, first on {first}"},
    AskKind.MONTH_END: {"example": "every month, first on {first}"},
    AskKind.NTH_WEEKDAY: {"example": "every 4 weeks, first on {first}"},
    AskKind.SEVERAL_TIMES: {"example": "every {unit}", "other": "{shorter}"},
    AskKind.WORKING_DAYS: {"example": "every day", "other": "every week"},
    AskKind.TOO_OFTEN: {"example": "every day", "other": "when a client asks"},
    AskKind.ONCE_A_YEAR: {"example": "every 12 months, first by"},
    AskKind.ANY_NUMBER: {"example": "every 3 {unit}s"},
    AskKind.TWO_MEANINGS: {"example": "every 2 {unit}s", "other": "{shorter}"},
    AskKind.PER_UNIT: {"example": "every {unit}"},
}
"""What to type, as `parsing` reads it: in English."""


def asked(ask: Ask, words: str) -> str:
    """Return what is asked of somebody's words.

    Args:
        ask: what is to be asked.
        words: the words, as they stand in a sentence.

    """
    said = {name: _said(value) for name, value in ask.values.items()}
    read = {name: _read(value) for name, value in ask.values.items()}
    typed = {slot: example.format_map(read) for slot, example in _TYPED.get(ask.kind, {}).items()}
    slots = {"words": quote(words), **said, **typed}
    message = _ASKED[ask.kind] if ask.kind in _ASKED else _ASKED_OF_UNIT[ask.kind][str(ask.values["unit"])]
    days = ask.values.get("days")
    return message.counted(days, **slots) if isinstance(days, int) else message.said(**slots)


def _said(value: AskValue) -> str:
    """Return a value as the language spoken now writes it."""
    match value:
        case dt.date():
            return formats.day(value)
        case Every():
            return cadence(value)
        case Month():
            return formats.month(value.number, value.year)
        case tuple():
            return reduce(_both, map(formats.weekday, value))
        case _:
            return str(value)


def _both(first: str, second: str) -> str:
    """Return two days, or some and one more: they stay apart, since each gets a promise of its own."""
    return say_in(WITHIN, "{first} and {second}", first=first, second=second)


def _read(value: AskValue) -> str:
    """Return a value as it is typed, in English."""
    match value:
        case dt.date():
            return moments.date(value)
        case Every():
            return moments.cadence(value)
        case _:
            return str(value)
