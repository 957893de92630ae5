"""What sets a promise off: "when a client signs", "after every wedding", "within 30 days of the invoice"."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from jtbd.parsing.counted import TERM
from jtbd.parsing.day import read

_TIMES: Final = r"(?:each|every|any) time"
_SOON: Final = (
    r"as soon as(?! (?:reasonably |practically )?(?:possible|practicable|feasible|he can|she can|they can)\b)"
)
_ONCE: Final = r"once(?! (?:a|an|per|in|every|each|more|again|and)\b)"
_AFTER: Final = (
    r"(?:right |directly |immediately |shortly )?(?:after|before|upon)|on (?:receipt|completion|signature|delivery) of"
)

_JOINT: Final = re.compile(rf"(?:when(?:ever)?|{_SOON}|{_ONCE}|{_TIMES}|if|{_AFTER})\s+(?P<event>\S.*)", re.IGNORECASE)
"""Words that say what sets something off, at their beginning."""

_SET_OFF_APART: Final = re.compile(rf"[,;]\s*(?:when(?:ever)?|{_SOON}|{_ONCE}|{_TIMES}|if|{_AFTER})\s", re.IGNORECASE)
_WITHIN: Final = re.compile(
    rf"[\s,;]+(?:,\s*)?(?P<joint>when(?:ever)?|{_SOON}|{_ONCE}|{_TIMES}|if|{_AFTER})\s+(?=\S)", re.IGNORECASE
)

_TERM: Final = re.compile(
    rf"(?P<term>(?:(?:with)?in|no later than|not later than|at most|at the latest|up to|by)\s+(?:the (?:next|"
    rf"following) )?{TERM}"
    rf"['’]?\s+(?P<joint>of|after|from|following|upon)\s+(?P<event>\S.*))",
    re.IGNORECASE,
)
_AFTER_TERM: Final = re.compile(
    rf"(?P<term>{TERM}['’]?\s+(?P<joint>after|following|before)\s+(?P<event>\S.*))", re.IGNORECASE
)
_COMES: Final = re.compile(
    r".*\b(?:invoice|request|order|list|call|message|e-?mail|letter|notice|bill|statement|enquiry|inquiry|quote|quotation|"
    r"payment|deposit|parcel|referral|introduction|answer|reply|report|application|booking|lead|offer|claim|complaint)s?",
    re.IGNORECASE,
)
_RECEIPT: Final = re.compile(
    r"(?:the |its |his |her |their )?(?:receipt|receiving|getting) (?:of )?(?P<thing>\S.*)", re.IGNORECASE
)
_CLAUSE: Final = re.compile(
    r"(?:he|she|they|it|we|you|i|a|an|the|every|each|this|that|his|her|its|their|our|[A-Z]\S*)\b(?:\s+\S+){0,4}?\s+"
    r"(?:is|are|was|were|has|have|signs?|accepts?|asks?|ends?|begins?|starts?|arrives?|calls?|agrees?|confirms?|pays?)\b.*",
)

_KNOWS: Final = re.compile(
    r"\b(?:(?:tell|ask|show|remind|inform|advise|teach|help)s?\s+(?:\S+\s+){0,2}"
    r"|(?:say|explain|know|decide|agree(?: on)?|confirm|find out|remember|describe|learn|check|see|understand|note|"
    r"clarify|discuss|specify|state|settle|choose|judge|wonder|determine|write down|work out|predict)s?\s+)\Z",
    re.IGNORECASE,
)
_HANGS: Final = re.compile(
    r"\b(?:day|date|time|moment|case|week|month|year|point|until|till|since|by|of|about|on|and|or|than|except|only|even|"
    r"exactly|at|know|from|depends|just)\s+\Z",
    re.IGNORECASE,
)
_PHRASES: Final = re.compile(
    r"\b(?:look|go|run|take|name|named|ask|see|chase|come|clean|call)(?:s|ing)?\s+\Z", re.IGNORECASE
)
_VERBS: Final = (
    r"pay|send|give|call|return|delete|hand|close|tell|write|report|keep|share|refund|settle|finish|bring|move|introduce|"
    r"invite|deliver|forward|pass|show|meet|make|take|put|ask|offer|check|confirm|sign|destroy|remove|notify|inform|"
    r"transfer|stop|start|continue|complete|invoice|charge|release|help|leave|clear|collect|fetch|archive|e-?mail"
)
_GOES_ON: Final = re.compile(
    rf"\s+(?:(?:this|that|it|he|she|everything|everyone|each|every|an?|the|his|her|its|their|our|[A-Z]\S*)\s+)(?:\S+\s+)*?"
    rf"\S+s(?P<rest>,?\s+(?:and|then|and then)\s+(?:{_VERBS})\b.*)",
)


TEST: Final = (
    r"(?:within|no later than|not later than|up to|at most|at the latest|"
    rf"(?:in |by )?(?:the (?:next|following) )?{TERM})\b"
)
"""How a test begins that is a term, so that "done" goes before it and not "done when"."""


class Term(NamedTuple):
    """A term that counts from an event: 30 days from the invoice on.

    Attributes:
        trigger: what sets it off: when the invoice comes.
        test: the whole of it, by which one can tell that it is done: within 30 days of the invoice.

    """

    trigger: str
    test: str


class Set(NamedTuple):
    """A promise and what sets it off: `what`, and the words from "when" on."""

    what: str
    trigger: str


def read_term(text: str, today: dt.date) -> Term | None:
    """Return what a term counts from; None where words are none, or count from a day that is known."""
    found = _TERM.fullmatch(text) or _AFTER_TERM.fullmatch(text)
    if found is None or read(found["event"], today) or _SET_OFF_APART.search(found["event"]):
        return None
    event = found["event"]
    if receipt := _RECEIPT.fullmatch(event):
        event = receipt["thing"]
        return Term(f"when {event} comes", found["term"])
    if found["joint"].lower() == "before":
        return Term(f"before {event}", found["term"])
    if _CLAUSE.fullmatch(event) or not _COMES.fullmatch(event):
        return Term(f"after {event}", found["term"])
    return Term(f"when {event} comes", found["term"])


def sets_off(text: str, today: dt.date) -> bool:
    """Say whether words that stand by themselves say what sets something off: "when she is back"; no day does."""
    found = _JOINT.fullmatch(text)
    if found is None or _is_infinitive(text) or _SET_OFF_APART.search(found["event"]):
        return False
    return read(found["event"], today) is None and read(text, today) is None


def _is_infinitive(text: str) -> bool:
    return re.match(r"\w+\s+(?:to|and|or|not to)\s", text, re.IGNORECASE) is not None


def parted(text: str, today: dt.date) -> Set | None:
    """Return a promise and what sets it off, where no comma parts them: "Call when she is back".

    "Tell Bea when she can start" says what is told, and "Explain when to pay" does, too: they stay as they are.
    """
    for found in _WITHIN.finditer(text):
        before, after = text[: found.start()], text[found.start("joint") :]
        if before and _may_begin(f"{before} ", found["joint"].lower()) and sets_off(after, today):
            goes_on = _GOES_ON.search(after)
            if goes_on and goes_on.start() <= len(found["joint"]) and goes_on.end() == len(after):
                rest = goes_on["rest"]
                return Set(before + rest, after[: len(after) - len(rest)])
            return Set(before, after)
    return None


def _may_begin(before: str, joint: str) -> bool:
    if _HANGS.search(before):
        return False
    if joint.startswith(("when", "if")) and asks_when(before):
        return False
    return not (joint in {"after", "upon", "before"} and _PHRASES.search(before))


def asks_when(before: str) -> bool:
    """Say whether what goes on with "when" is what is told or found out, and not when something is done."""
    return bool(_KNOWS.search(before))
