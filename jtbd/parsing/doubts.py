"""Words about time that stay in a sentence, each with what to ask about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from jtbd.parsing.ask import Ask, AskKind
from jtbd.parsing.day import read
from jtbd.parsing.event import asks_when
from jtbd.parsing.names_of_days import MONTH, WEEKDAY, YEAR
from jtbd.parsing.rhythm import read_rhythm
from jtbd.parsing.sentence import visits

_LONGEST: Final = 9
_WORD: Final = re.compile(r"\S+")
_EDGE: Final = " ,;:.()[]“”\"'!?–—"
_BEGINS: Final = re.compile(
    rf"\d.*|{MONTH}|{WEEKDAY}s?|by|on|in|at|until|till|before|after|within|during|for|from|no|not|due|the|this|next|coming|following|end|"
    r"mid.*|early|late|beginning|start|eo\w\d?|cob|close|q[1-4].*|h[12].*|wk.*|w\d+|week.*|cw.*|kw.*|t\s?\+.*|every|each|once|"
    r"twice|thrice|several|one|two|three|four|five|six|seven|eight|nine|ten|a|per|bi-?\w+|semi-?\w+|\w+ly|mondays?|weekend|weekdays|"
    r"christmas|xmas|easter|noon|tonight|year.*|month.*|hourly|day|spring|summer|autumn|winter",
    re.IGNORECASE,
)
_LED: Final = re.compile(
    r"(?P<by>by(?: no later than)?|on|in|at|until|till|before|during|from|for|due(?: on| by)?|n(?:o|"
    r"ot) later than)\s+(?P<day>.+)",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(
    rf"(?:{MONTH}|{YEAR}|{WEEKDAY}|q[1-4]|h[12]|\d{{1,2}}[./-]\d{{1,2}}\.?|christmas|easter|spring|summer|autumn|fall|winter|weekend|"
    r"(?:the )?(?:week|month|quarter|year|morning|afternoon|evening|night|season|new year|weekend)|this \w+|"
    r"noon|midnight)",
    re.IGNORECASE,
)
"""What is a word of time only behind another: in May, by 2027, until Friday."""

_FIGURES: Final = re.compile(
    r"(?P<led>\b(?:by|on|until|till|before|from|since|due|dated|for|after)\s+)?"
    r"(?<![\w/.])(?P<date>(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])(?:/(?:\d{4}|\d\d))?)(?![\w/])(?(led)|(?=\s*(?:[,;.)]|\Z)))",
    re.IGNORECASE,
)
"""A date behind a word that leads to one, or at an end; 1/2 of it is none."""

_WHEN: Final = re.compile(r"\bwhen(?:ever)?\s+(?!to\s)[^,;]+", re.IGNORECASE)


class Doubt(NamedTuple):
    """Words that are not sure.

    Attributes:
        words: the words, as they stand in the sentence.
        ask: what to ask of them.
        of_day: whether they may say a day, and not a cadence or what sets it off.

    """

    words: str
    ask: Ask
    of_day: bool = True


def doubts(text: str, today: dt.date) -> Iterator[Doubt]:
    """Yield words about time that stand in a text and are not taken, from left to right."""
    words = [*_WORD.finditer(text)]
    place = 0
    while place < len(words):
        found = _longest(text, words, place, today)
        if found:
            doubt, place = found
            yield doubt
        else:
            place += 1
    for when in _WHEN.finditer(text):
        if asks_when(text[: when.start()]):
            yield Doubt(when[0].rstrip(_EDGE), Ask(AskKind.TOLD_OR_WHEN), of_day=False)


def figures(text: str, today: dt.date) -> Iterator[Doubt]:
    """Yield dates in figures that two countries read differently, in a text that may speak of anything."""
    for found in _FIGURES.finditer(text):
        reading = read(found["date"], today)
        if reading and reading.ask:
            yield Doubt(found["date"], reading.ask)


def _longest(text: str, words: list[re.Match[str]], place: int, today: dt.date) -> tuple[Doubt, int] | None:
    if not _BEGINS.fullmatch(words[place][0].strip(_EDGE)):
        return None
    for end in range(min(len(words), place + _LONGEST), place, -1):
        said = text[words[place].start() : words[end - 1].end()].strip(_EDGE)
        if ";" not in said and (
            doubt := _doubt(said, text[: words[place].start()], text[words[end - 1].end() :], today)
        ):
            return doubt, end
    return None


def _doubt(said: str, before: str, behind: str, today: dt.date) -> Doubt | None:
    led = _LED.fullmatch(said)
    if led and (found := _led(said, led, before, today)):
        return found
    rhythm = read_rhythm(said, today)
    if rhythm and rhythm.ask:
        return Doubt(said, rhythm.ask, of_day=False)
    if rhythm and rhythm.every:
        return Doubt(said, Ask(AskKind.HOW_OFTEN, {"every": rhythm.every}), of_day=False)
    reading = read(said, today)
    if reading is None:
        return None
    if reading.day:
        last = before.strip() and not behind.strip(_EDGE)
        return Doubt(said, Ask(AskKind.UNPLACED, {"day": reading.day})) if last else None
    apart = not before.strip() or before.rstrip().endswith((",", "(", ":"))
    alone = _ALONE.fullmatch(said) and (behind.strip(_EDGE) or not apart)
    return Doubt(said, reading.ask) if reading.ask and not alone else None


def _led(said: str, led: re.Match[str], before: str, today: dt.date) -> Doubt | None:
    """Return what to ask of a day behind "by", "until" and the like; of one that is sure why it was not taken."""
    by, reading = led["by"].lower(), read(led["day"], today)
    if reading is None or (by == "for" and _ALONE.fullmatch(led["day"])):
        return None
    if reading.ask:
        return Doubt(led["day"], reading.ask)
    day = reading.day
    if day is None or by in {"from", "for", "in", "at", "during"}:
        return None
    if by in {"until", "till"}:
        return Doubt(said, Ask(AskKind.UNTIL, {"day": day}))
    if by == "before":
        return Doubt(said, Ask(AskKind.BEFORE, {"day": day - dt.timedelta(days=1)}))
    kind = AskKind.VISIT if by == "by" and visits(before.rstrip()) else AskKind.LOST
    return Doubt(said, Ask(kind, {"day": day}))
