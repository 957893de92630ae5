"""A cadence in words: "monthly", "every six weeks", "each Monday"; and what to ask of one that a canvas cannot keep."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

from jtbd.model.commitment import Every
from jtbd.parsing.ask import Ask, AskKind
from jtbd.parsing.counts import COUNT, ORDINAL, count, ordinal
from jtbd.parsing.names_of_days import MONTH, WEEKDAY, length, month_end, months_on, weekday
from jtbd.parsing.weekday import coming

_LONGEST: Final = 60
_LAST: Final = 31


class Rhythm(NamedTuple):
    """A cadence in words.

    Attributes:
        every: the cadence; None where it is none that a canvas can keep, or not sure.
        first: the first day, where the words say it: every Monday.
        ask: what to ask; None where it is sure. With a cadence beside it, only the first day is not sure: every other
            Monday.

    """

    every: Every | None = None
    first: dt.date | None = None
    ask: Ask | None = None


def read_rhythm(text: str, today: dt.date) -> Rhythm | None:
    """Return what words say of how often something is done; None where they say nothing of it.

    Args:
        text: the words.
        today: the day on which they are said; a cadence on a weekday begins on the next one of that name.

    """
    said = " ".join(text.split()).lower().strip(",; ")
    if not said or len(said) > _LONGEST:
        return None
    for pattern, meaning in _WAYS:
        if found := pattern.fullmatch(said):
            try:
                return meaning(found, today)
            except (OverflowError, ValueError):
                return Rhythm(ask=Ask(AskKind.TOO_LONG))
    return None


def every(number: int, unit: str) -> Every:
    """Return a cadence by its unit; a quarter is three months, a fortnight two weeks.

    Raises:
        ValueError: it is too long for a canvas.

    """
    for name, field, factor in _UNITS:
        if unit.startswith(name):
            return Every.model_validate({field: factor * number})
    raise ValueError(unit)


def _plain(found: re.Match[str], _: dt.date) -> Rhythm:
    said = found["count"]
    return Rhythm(every((count(said) if re.fullmatch(COUNT, said) else ordinal(said)) if said else 1, found["unit"]))


def _adverb(found: re.Match[str], _: dt.date) -> Rhythm:
    return Rhythm(every(*_ADVERBS[found["word"]]))


def _on_weekday(found: re.Match[str], today: dt.date) -> Rhythm:
    day = coming(weekday(found["weekday"]), today)
    weeks = ordinal(found["count"]) if found["count"] else 1
    if weeks == 1:
        return Rhythm(Every(weeks=1), day)
    later = day + dt.timedelta(weeks=1)
    two = Every(weeks=weeks)
    return Rhythm(two, day, Ask(AskKind.EITHER_BEGIN, {"every": two, "first": day, "second": later}))


def _on_day_of_month(found: re.Match[str], today: dt.date) -> Rhythm:
    of_day, first = ordinal(found["day"]), today.replace(day=1)
    months = (months_on(first, ahead) for ahead in range(3))
    days = [each.replace(day=of_day) for each in months if of_day <= length(each.year, each.month)]
    return Rhythm(Every(months=1), next(day for day in days if day > today))


def _on_month_end(_: re.Match[str], today: dt.date) -> Rhythm:
    """Read the end of every month, which is kept where it begins on a 31st: 31 January, 28 February, 31 March."""
    ends = [month_end(months_on(today.replace(day=1), ahead)) for ahead in range(3)]
    first = next(day for day in ends if day.day == _LAST)
    if first == ends[0]:
        return Rhythm(Every(months=1), first)
    return Rhythm(ask=Ask(AskKind.MONTH_END, {"first": first}))


def _on_nth_weekday(found: re.Match[str], today: dt.date) -> Rhythm:
    day = coming(weekday(found["weekday"]), today)
    return Rhythm(ask=Ask(AskKind.NTH_WEEKDAY, {"first": day}))


def _on_several(found: re.Match[str], _: dt.date) -> Rhythm:
    named = tuple(weekday(name) for name in re.findall(WEEKDAY, found["days"]))
    return Rhythm(ask=Ask(AskKind.SEVERAL_DAYS, {"weekdays": named}))


def _several_times(found: re.Match[str], _: dt.date) -> Rhythm:
    unit = found["unit"]
    return Rhythm(ask=Ask(AskKind.SEVERAL_TIMES, {"unit": unit, "shorter": _SHORTER.get(unit, Every(days=3))}))


def _two_meanings(found: re.Match[str], _: dt.date) -> Rhythm:
    word = found["word"]
    unit = "week" if "week" in word else "month" if "month" in word else "year"
    return Rhythm(ask=Ask(AskKind.TWO_MEANINGS, {"unit": unit, "shorter": _SHORTER.get(unit, Every(days=3))}))


def _working_days(_: re.Match[str], __: dt.date) -> Rhythm:
    return Rhythm(ask=Ask(AskKind.WORKING_DAYS))


def _too_often(_: re.Match[str], __: dt.date) -> Rhythm:
    return Rhythm(ask=Ask(AskKind.TOO_OFTEN))


def _once_a_year(_: re.Match[str], __: dt.date) -> Rhythm:
    return Rhythm(ask=Ask(AskKind.ONCE_A_YEAR))


def _some(found: re.Match[str], _: dt.date) -> Rhythm:
    return Rhythm(ask=Ask(AskKind.ANY_NUMBER, {"unit": found["unit"].rstrip("s")}))


def _per(found: re.Match[str], _: dt.date) -> Rhythm:
    return Rhythm(ask=Ask(AskKind.PER_UNIT, {"unit": found["unit"]}))


_SHORTER: Final = {"month": Every(weeks=2), "year": Every(months=6)}
"""What comes about twice in a unit; in any other, three days."""

_UNITS: Final = (
    ("day", "days", 1),
    ("week", "weeks", 1),
    ("fortnight", "weeks", 2),
    ("month", "months", 1),
    ("quarter", "months", 3),
    ("half", "months", 6),
    ("year", "months", 12),
)
_ADVERBS: Final = {
    "daily": (1, "day"),
    "weekly": (1, "week"),
    "fortnightly": (1, "fortnight"),
    "monthly": (1, "month"),
    "quarterly": (1, "quarter"),
    "half-yearly": (1, "half"),
    "semi-annually": (1, "half"),
    "semiannually": (1, "half"),
    "yearly": (1, "year"),
    "annually": (1, "year"),
    "six-monthly": (6, "month"),
    "three-monthly": (3, "month"),
    "two-monthly": (2, "month"),
    "four-weekly": (4, "week"),
    "three-weekly": (3, "week"),
    "two-weekly": (2, "week"),
}
_UNIT: Final = r"(?P<unit>days?|weeks?|fortnights?|months?|quarters?|half[ -]years?|years?)"
_EACH: Final = r"(?:(?:once|one time|at least once|at least) )?(?:in )?(?:every|each)"
_DAYS: Final = rf"(?P<weekday>{WEEKDAY})s?"
_OF_MONTH: Final = r"(?:of|in) (?:every|each|the|a) (?:calendar )?month"
_MONTHLY: Final = r"(?:every|each) month(?:,? on)?"
_ADVERB: Final = rf"(?P<word>{'|'.join(_ADVERBS)})"
_WORKING: Final = r"(?:week|work(?:ing)?[ -]?|business )days?"
_TWICE: Final = rf"(?:(?:at least )?(?:twice|thrice|several times|a few times|{COUNT} times|{COUNT}))"

_Way: TypeAlias = tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], Rhythm]]

_WAYS: Final[tuple[_Way, ...]] = (
    (
        re.compile(rf"(?:on )?{_EACH} (?:{_WORKING})|(?:on )?(?:week|working |business )days|(?:on )?{_WORKING[:-1]}s"),
        _working_days,
    ),
    (re.compile(rf"{_EACH} (?:(?P<count>{ORDINAL}|{COUNT}|other) )?{_UNIT}"), _plain),
    (re.compile(rf"(?:once|one time)(?: in)? (?:per |(?P<count>{COUNT}) ){_UNIT}"), _plain),
    (re.compile(rf"(?:on an? )?{_ADVERB}(?: basis)?"), _adverb),
    (re.compile(rf"(?:on )?{_EACH} (?:(?P<count>other|{ORDINAL}) )?{_DAYS}"), _on_weekday),
    (re.compile(rf"(?:on )?(?P<count>(?!))?(?P<weekday>{WEEKDAY.removesuffix('?')})s"), _on_weekday),
    (
        re.compile(
            rf"(?:on )?(?:{_EACH} )?(?P<days>{WEEKDAY}s?(?:(?:, ?| and |,? & )(?:every |each |on )?{WEEKDAY}s?)+)"
        ),
        _on_several,
    ),
    (
        re.compile(
            rf"(?:on |by |at )?(?:the )?(?:end|last day) {_OF_MONTH}|(?:every|each) month[ -]?end|"
            rf"{_MONTHLY} the last day"
        ),
        _on_month_end,
    ),
    (
        re.compile(rf"(?:on |by )?(?:the )?(?P<day>{ORDINAL})(?: day)? (?:of|in) (?:every|each) (?:calendar )?month"),
        _on_day_of_month,
    ),
    (
        re.compile(r"(?:every|each) (?:month,? on (?:the )?)?(?P<day>\d\d?(?:st|nd|rd|th))(?: of the month)?"),
        _on_day_of_month,
    ),
    (re.compile(rf"monthly,? on the (?P<day>{ORDINAL})"), _on_day_of_month),
    (
        re.compile(rf"(?:on )?(?:the |every |each )?(?:{ORDINAL}|last) (?P<weekday>{WEEKDAY}) {_OF_MONTH}"),
        _on_nth_weekday,
    ),
    (
        re.compile(rf"{_TWICE} (?:a|per|each|every|in a) (?P<unit>day|week|fortnight|month|quarter|year)"),
        _several_times,
    ),
    (
        re.compile(r"(?P<word>bi-?weekly|bi-?monthly|bi-?annually|biennially|bi-?yearly|semi-?monthly|semi-?weekly)"),
        _two_meanings,
    ),
    (re.compile(rf"{_EACH} (?:{COUNT} )?(?:hours?|minutes?)|hourly|around the clock|24/7"), _too_often),
    (
        re.compile(rf"(?:in )?{_EACH} (?:{MONTH}|christmas|easter|spring|summer|autumn|fall|winter|season)"),
        _once_a_year,
    ),
    (re.compile(rf"{_EACH} (?:few|couple of|several|some) {_UNIT}"), _some),
    (re.compile(r"(?:a|per) (?P<unit>day|week|month|quarter|year)"), _per),
)
