"""Whom a sentence is about: "Ana will call" and "Dr. Ruiz to call" are both about Dr. Ana Ruiz."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jtbd.model.canvas import Canvas
from jtbd.model.names import folded, no_firm, nobody
from jtbd.model.party import Party
from jtbd.model.person import person
from jtbd.model.text import PartyId, other

_FARTHEST: Final = 120
_MOST_WORDS: Final = 8
_VERB: Final = re.compile(
    r"""\s*,?\s+(?:will|shall|must|is\s+going\s+to|is\s+to|has\s+to
            |(?:agrees|promises|commits|undertakes|needs|wants)\s+to|to)(?P<not>\s+not)?[\s:]+(?=\S)
    | \s*['’‘`´]ll\s+(?P<nor>not\s+)?(?=\S)
    | \s+(?:won['’‘`´]?t|shan['’‘`´]?t)(?P<wont>\s+)(?=\S)
    | \s*[:→]\s*(?=\S) | \s+[-–—]+>?\s+(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
_MYSELF: Final = re.compile(
    r"\A(?:(?:I\s+)?will|I\s+(?:shall|am\s+going\s+to|must|have\s+to|promise\s+to|agree\s+to|commit\s+to|undertake\s+to)"
    r"|I['’‘`´](?:ll|m\s+going\s+to))\s+(?=\S)",
    re.IGNORECASE,
)
_GETS: Final = re.compile(r"(?P<who>.{1,80}?)\s+(?:gets?|receives?|will get)\s+(?=\S)", re.IGNORECASE)
_BESIDE: Final = re.compile(r"[,()@]|\s(?:from|of|at|for|on behalf of|with)\s")
_LEGAL_FORM: Final = re.compile(
    r"""[\s,]+(?:&\s*co\.?\s*)?
    (?: ltd | limited | llc | llp | lp | inc | incorporated | corp | plc | co | company | pty | gmbh | mbh | ag | kg
      | ohg | gbr | ug | e\.?k | e\.?v | s\.?a | s\.?a\.?s | sarl | s\.?r\.?l | s\.?p\.?a | s\.?l | b\.?v | n\.?v
      | oy | ab | as | a/s | aps | kft | zrt | s\.?r\.?o | d\.?o\.?o | sp\.?\sz\s?o\.?o )\.?\Z""",
    re.VERBOSE,
)
_LEGAL_FORM_AS_WRITTEN: Final = re.compile(_LEGAL_FORM.pattern, re.VERBOSE | re.IGNORECASE)
_ARTICLES: Final = frozenset(("the", "a", "an", "die", "der", "das", "le", "la", "les", "el", "los", "il", "de", "het"))
_SEATS: Final[dict[PartyId, frozenset[str]]] = {
    "a": frozenset(("the host", "host", "party a")),
    "b": frozenset(("the guest", "guest", "party b")),
}


def without_subject(text: str, canvas: Canvas, party: PartyId) -> str:
    """Return what a party says that it will do, without "I will" or its name: "Ana won't call" is "not call"."""
    said = " ".join(text.split())
    if myself := _MYSELF.match(said):
        return said[myself.end() :]
    for verb in _verbs(said):
        if _means(said[: verb.start()], canvas, party):
            negated = any(verb[name] for name in ("not", "nor", "wont"))
            return ("not " if negated else "") + said[verb.end() :]
    return said


def without_receiver(text: str, canvas: Canvas, party: PartyId) -> str:
    """Return what a party gets, without "Ms Ruiz gets" before it."""
    got = _GETS.match(text)
    return text[got.end() :] if got and _means(got["who"], canvas, party) else text


def is_about(text: str, canvas: Canvas, party: PartyId) -> bool:
    """Say whether a sentence begins with a party and what it will do; not where the other may be meant just as well."""
    said = " ".join(text.split())
    heads = [said[: verb.start()] for verb in _verbs(said)]
    return any(_means(head, canvas, party) and not _means(head, canvas, other(party)) for head in heads)


def without_legal_form(name: str) -> str:
    """Return a firm's name without its legal form: "Northline Cabling GmbH & Co. KG" is "Northline Cabling"."""
    before = ""
    while name != before:  # GmbH & Co. KG are two
        before, name = name, _LEGAL_FORM_AS_WRITTEN.sub("", name)
    return name.rstrip(" ,")


def _verbs(said: str) -> Iterator[re.Match[str]]:
    return _VERB.finditer(said, 0, _FARTHEST)


def _means(words: str, canvas: Canvas, party: PartyId) -> bool:
    """Say whether these words are a party: its person, its firm, its seat, or several of these beside each other."""
    known = canvas.parties.of(party)
    parts = [part for part in map(str.strip, _BESIDE.split(folded(words))) if part]
    named = [part for part in parts if part != folded(known.title or "")]
    return bool(named) and all(part in _SEATS[party] or _is(part, known) for part in named)


def _is(said: str, party: Party) -> bool:
    return _is_person(said, party.person or "") or _is_firm(said, party.organisation or "")


def _is_person(said: str, name: str) -> bool:
    """Say whether these words are a person: the whole name or words of it, with or without titles and initials."""
    if nobody(name) or len(said.split()) > _MOST_WORDS:
        return False
    known = person(name)
    if said in {folded(name), folded(known.spoken), folded(known.called)}:
        return True
    ours = {folded(word) for word in known.words}
    words = [folded(word) for word in person(said).words]
    return bool(words) and ours.issuperset(words)


def _is_firm(said: str, name: str) -> bool:
    """Say whether these words are a firm, or the first of its words; the legal form does not matter."""
    if no_firm(name):
        return False
    known = _LEGAL_FORM.sub("", folded(name)).split()
    words = _LEGAL_FORM.sub("", said).split()
    return bool(words) and words == known[: len(words)] and (words == known or words[-1] not in _ARTICLES)
