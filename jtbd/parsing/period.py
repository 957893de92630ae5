"""Weeks, months, quarters and years, and the day that people name by them: end of Q1, EOM, year-end, mid-January."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from jtbd.formats import MONTHS
from jtbd.parsing.ask import Ask, AskKind
from jtbd.parsing.counts import ORDINAL, ordinal
from jtbd.parsing.names_of_days import MONTH, YEAR, month, month_end, months_on, year
from jtbd.parsing.reading import Reading, maybe, sure, which

_WEEK: Final = dt.timedelta(weeks=1)
_JUST_OVER: Final = dt.timedelta(days=31)
_CHRISTMAS: Final = (12, 24)


class _Span(NamedTuple):
    """A time with a beginning and an end.

    Attributes:
        first: its first day.
        last: its last day.
        every_year: whether it was named without its year, so that it comes again.
        week: whether it is a week, which ends on Friday or on Sunday.

    """

    first: dt.date
    last: dt.date
    every_year: bool = False
    week: bool = False


def read_period(said: str, today: dt.date) -> Reading | None:
    """Return what lower-case words say of a day by the time in which it is: its end is one, anything else is asked.

    Raises:
        OverflowError, ValueError: it is beyond any calendar.

    """
    if (end := _END.fullmatch(_spelt(said))) and (span := _span(end["of"] or end["of_"], today)):
        return _end(span, today)
    if (part := _PART.fullmatch(said)) and (span := _span(part["of"], today)):
        return which(_example(part["part"], span, today))
    if span := _span(said, today):
        return which(span.last if not span.week else span.first + dt.timedelta(days=4))
    return _vague(said, today)


def _vague(said: str, today: dt.date) -> Reading | None:
    if _NUMBERED.fullmatch(said):
        return Reading(ask=Ask(AskKind.WEEK_NUMBER))
    if _CHRISTMAS_TIME.fullmatch(said):
        over = (today.month, today.day) > _CHRISTMAS
        return maybe(dt.date(today.year + over, *_CHRISTMAS))
    if _SEASON.fullmatch(said):
        return Reading(ask=Ask(AskKind.SEASON, {"day": today + 2 * _WEEK}))
    return None


def _spelt(said: str) -> str:
    """Return words with EOM and its like spelt out."""
    short = _SHORT_END.fullmatch(said)
    if not short:
        return said
    return f"end of {short['of'] or short['part'] or _PERIODS[said[2]]}"


def _end(span: _Span, today: dt.date) -> Reading:
    if span.week:
        friday = span.first + dt.timedelta(days=4)
        return Reading(ask=Ask(AskKind.WEEK_END, {"friday": friday, "sunday": span.last}))
    over = month_end(months_on(span.last.replace(day=1), -12))
    if span.every_year and span.last.year > today.year and today - over <= _JUST_OVER:
        return Reading(ask=Ask(AskKind.OVER, {"first": over, "second": span.last}))
    return sure(span.last)


def _example(part: str, span: _Span, today: dt.date) -> dt.date:
    month_ = span.last == month_end(span.first)
    middle = span.first.replace(day=15) if month_ else span.first + (span.last - span.first) // 2
    day = middle if part.startswith("mid") else span.last if part.startswith("l") else span.first + dt.timedelta(days=4)
    return day if day >= today else span.last


# ── the times themselves ──────────────────────────────────────────────────────────────────────────────────────────────


def _span(said: str, today: dt.date) -> _Span | None:
    """Return the time that words name: January, this month, Q1 2027, next year."""
    if found := _RELATIVE.fullmatch(said):
        return _relative(found["unit"], today, ahead=1 if found["next"] else 0)
    if found := _MONTH.fullmatch(said):
        return _months(month(found["month"]), 1, found["year"], today)
    if found := _QUARTER.fullmatch(said) or _QUARTER_BY_WORD.fullmatch(said):
        long = 6 if found["part"].startswith("h") else 3
        place = int(found["number"]) if found["number"].isdecimal() else ordinal(found["number"])
        return _months(long * (place - 1) + 1, long, found["year"], today) if long * place <= len(MONTHS) else None
    if found := _YEAR.fullmatch(said):
        of_year = year(found["year"])
        return _Span(dt.date(of_year, 1, 1), dt.date(of_year, 12, 31))
    return None


def _relative(unit: str, today: dt.date, *, ahead: int) -> _Span:
    if unit == "week":
        monday = today - dt.timedelta(days=today.weekday()) + ahead * _WEEK
        return _Span(monday, monday + dt.timedelta(days=6), week=True)
    long = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit.split("-", maxsplit=1)[0].split(maxsplit=1)[0]]
    first = today.replace(month=(today.month - 1) // long * long + 1, day=1)
    first = months_on(first, long * ahead)
    return _Span(first, month_end(months_on(first, long - 1)))


def _months(first_month: int, long: int, of_year: str | None, today: dt.date) -> _Span:
    first = dt.date(year(of_year) if of_year else today.year, first_month, 1)
    last = month_end(months_on(first, long - 1))
    if not of_year and last < today:
        first, last = months_on(first, 12), month_end(months_on(last.replace(day=1), 12))
    return _Span(first, last, every_year=not of_year)


_RELATIVE: Final = re.compile(
    r"(?:the |this |current |the current |(?P<next>(?:the )?(?:next|following|coming) ))?"
    r"(?:calendar )?(?P<unit>week|month|quarter|half(?:[ -]year)?|year)"
)
_MONTH: Final = re.compile(rf"(?P<month>{MONTH})(?:,?[ -](?:of )?(?P<year>{YEAR}))?")
_OF_YEAR: Final = rf"(?:,?[ /-]?(?:of )?(?:the year|this year|(?P<year>{YEAR})))?"
_QUARTER: Final = re.compile(rf"(?:the )?(?P<part>[qh])(?P<number>[1-4]){_OF_YEAR}")
_QUARTER_BY_WORD: Final = re.compile(rf"(?:the )?(?P<number>{ORDINAL}) (?P<part>quarter|half){_OF_YEAR}")
_YEAR: Final = re.compile(rf"(?P<year>{YEAR})")
_OF: Final = r"(?P<of>[^,;]{1,30})"
_END: Final = re.compile(
    rf"(?:the )?(?:very )?(?:end|last day|close)(?: of|,)? {_OF}|(?:the )?(?P<of_>[^,;]{{1,30}}?)(?:['’]s)?[ -]?end"
)
_SHORT_END: Final = re.compile(rf"eo(?:[mqyw](?: {_OF})?|(?P<part>[qh][1-4](?: {YEAR})?))")
_PERIODS: Final = {"m": "month", "q": "quarter", "y": "year", "w": "week"}
_PART: Final = re.compile(
    r"(?:the )?(?P<part>mid(?:dle)?|early|late|beginning|start|first half|second half|first days|last days|first week|"
    rf"last week)(?:[ -]+(?:of|in))?[ -]*{_OF}"
)
_NUMBERED: Final = re.compile(r"(?:wk|week|cw|kw|calendar week|sprint)\.?\s?\d{1,2}(?: \d{4})?|w\d{1,2}")
_CHRISTMAS_TIME: Final = re.compile(r"christmas|xmas|the holidays|the christmas (?:break|holidays)")
_SEASON: Final = re.compile(
    r"(?:the |this |next |early |late |end of |mid-?)*(?:easter|spring|summer|autumn|fall|winter|new year|weekend|"
    r"season|school holidays|summer break)(?: \d{4})?"
)
