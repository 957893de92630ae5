"""The days on which a promise is due."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import Final

from jtbd.ledger.terms import Terms
from jtbd.model import Every

_MONTHS: Final = 12


def days(terms: Terms, today: dt.date) -> Iterator[dt.date]:
    """Yield the days of some terms up to today and the next one; none where only a trigger brings them about.

    A day alone is one. A cadence begins on its day or, without one, one interval after the terms began; the k-th is the
    first and k intervals, never counted from the one before, so that the 31st comes back after February.
    """
    if terms.every is None:
        if terms.due is not None and terms.covers(terms.due):
            yield terms.due
        return
    first = terms.due or after(terms.since, terms.every, 1)
    number = 0
    while first is not None and (day := after(first, terms.every, number)) is not None:
        if terms.until is not None and day >= terms.until:
            return
        if terms.covers(day):
            yield day
        if day > today:
            return
        number += 1


def is_one(terms: Terms, day: dt.date) -> bool:
    """Say whether a day is one of those on which some terms are due, however far ahead."""
    if not terms.covers(day):
        return False
    if terms.every is None:
        return terms.by_trigger or day == terms.due
    first = terms.due or after(terms.since, terms.every, 1)
    if first is None or day < first:
        return False
    return after(first, terms.every, _intervals(first, day, terms.every)) == day


def after(day: dt.date, every: Every, number: int) -> dt.date | None:
    """Return a day so many intervals later, by months on the month's last day where it is shorter; None after 9999."""
    try:
        if every.months is None:
            return day + dt.timedelta(days=number * (every.days or 0) + 7 * number * (every.weeks or 0))
        year, month = divmod(day.year * _MONTHS + day.month - 1 + number * every.months, _MONTHS)
        return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def _intervals(first: dt.date, day: dt.date, every: Every) -> int:
    """Return how many whole intervals lie between two days, or one more than that: a month has no length of its own."""
    if every.months is None:
        return (day - first).days // ((every.days or 0) + 7 * (every.weeks or 0))
    months = (day.year - first.year) * _MONTHS + day.month - first.month
    return months // every.months
