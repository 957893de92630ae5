"""A day in words: "15 Dec", "15/12", "Friday", "end of Q1"; and what to ask where the words can mean several."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from jtbd.model.text import FIRST_DAY, LAST_DAY
from jtbd.parsing import calendar_day, counted, weekday
from jtbd.parsing.ask import Ask, AskKind
from jtbd.parsing.counts import count
from jtbd.parsing.names_of_days import MONTH, WEEKDAY
from jtbd.parsing.period import read_period
from jtbd.parsing.reading import Reading, Way, sure, which

__all__ = ["Reading", "read"]

_LONGEST: Final = 60
_LATE: Final = (
    r"(?:cob|eob|eod|cop|(?:the )?(?:close|end) of (?:the )?(?:business|play|day|work|(?:working|business) day))"
)
_HOUR: Final = (
    r"(?:(?:the |first thing in the |late |early )?(?:morning|afternoon|evening|night|lunch(?:time)?)|"
    r"noon|midday|midnight|\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|h|o['’]clock)|\d{1,2}:\d\d)"
)


def read(text: str, today: dt.date) -> Reading | None:
    """Return what words say of a day; None where they are not about a day at all.

    A day without a year is the next one of that name. Where that is almost a year away, since the day was just over,
    and wherever else the words can mean several days, the reading has a question instead.

    Args:
        text: the words, without "by" before them.
        today: the day on which they are said.

    """
    said = " ".join(text.split()).lower().strip(",; ")
    if not said or len(said) > _LONGEST:
        return None
    try:
        reading = _read(said, today) or (_read(said[:-1], today) if said.endswith(".") else None)
    except OverflowError:
        return _beyond()
    if reading and reading.day and not FIRST_DAY <= reading.day <= LAST_DAY:
        return _beyond()
    return reading


def _beyond() -> Reading:
    return Reading(ask=Ask(AskKind.BEYOND, {"first": FIRST_DAY, "last": LAST_DAY}))


def _read(said: str, today: dt.date) -> Reading | None:
    for pattern, meaning in _WAYS:
        if found := pattern.fullmatch(said):
            try:
                return meaning(found, today)
            except ValueError:
                continue
    try:
        return read_period(said, today)
    except ValueError:
        return None


def _late(found: re.Match[str], today: dt.date) -> Reading:
    """Read the end of a business day: that day; where it is a weekday that is today, it may be today's."""
    rest = found["day"]
    if not rest:
        return sure(today)
    reading = _whole(rest, today)
    named = re.fullmatch(WEEKDAY, rest)
    if reading.day and named and reading.day.weekday() == today.weekday():
        return weekday.today_or(reading.day, today)
    return reading


def _hour(found: re.Match[str], today: dt.date) -> Reading:
    """Read a day with an hour: a promise has none, and half of what is said is not taken."""
    rest = (found["day"] or "").strip(" ,")
    reading = _whole(rest, today) if rest else None
    named = reading and reading.day
    return Reading(ask=Ask(AskKind.HOUR_OF_DAY, {"day": named}) if named else Ask(AskKind.HOUR))


def _range(found: re.Match[str], today: dt.date) -> Reading:
    """Read "10 to 15 December": several days, of which the last may be the one that counts."""
    last = _whole(found["day"].strip(), today)
    return which(last.day) if last.day else last


def _from_then(found: re.Match[str], today: dt.date) -> Reading:
    """Read "two weeks from 1 December", where that day is sure."""
    start = _whole(found["start"], today)
    if not start.day:
        return start
    return sure(counted.later(start.day, count(found["count"]), found["unit"]))


def _whole(said: str, today: dt.date) -> Reading:
    reading = _read(said, today)
    if reading is None:
        raise ValueError(said)
    return reading


_WAYS: Final[tuple[Way, ...]] = (
    *calendar_day.WAYS,
    *weekday.WAYS,
    *counted.WAYS,
    (re.compile(rf"{_LATE}(?:,? (?:on |of )?(?P<day>.+))?"), _late),
    (re.compile(rf"(?P<day>.+?),? (?:by |at )?{_LATE}"), _late),
    (
        re.compile(
            rf"\d{{1,2}}(?:st|nd|rd|th)?(?: {MONTH})?(?: ?[-–/] ?| to | and | or )(?P<day>\d{{1,2}}.* ?{MONTH}.*)"
        ),
        _range,
    ),
    (re.compile(rf"{_HOUR}(?:,? (?:on |of )?(?P<day>.+))?"), _hour),
    (re.compile(rf"(?P<day>.+?),? (?:by |at )?{_HOUR}"), _hour),
    (re.compile(rf"(?:within |in )?{counted.TERM} (?:from|of|after|following) (?P<start>.+)"), _from_then),
)
