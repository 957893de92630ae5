"""What in a customer's words may be a party's own, its name or what it sells: to be asked about, not to be claimed.

Of a firm's name a single word counts where it can hardly be anything else: the firm goes by it in its own address, or
it is written as no other word is. Of an offer the head noun counts, and nothing of whom or what the offer is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jtbd.advice.name_words import is_usual
from jtbd.advice.vocabulary import COMMONPLACE, found
from jtbd.model import Party
from jtbd.model.names import UNSPACED, folded, nobody, written_in
from jtbd.model.subject import without_legal_form

WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_SHORTEST_NAME: Final = 4
_SHORTEST_OFFER: Final = 5
_INVENTED: Final = re.compile(r"[^\W\d_]*[a-zß-ÿ][A-Z][^\W_]*|[^\W\d_]+\d[^\W_]*|\d+[^\W\d_]{3,}")
"""DeskBuddy, Kabel24, 3motion."""

_FOR: Final = re.compile(
    r"(?<!\w)(?:for|of|to|in|at|on|with|from|by|via|per|during|before|after|without|around|against|under|through|that|which|who|"
    r"whose|where|when|while|so|because|as|für|von|vom|zu|zum|zur|im|am|an|auf|bei|mit|aus|nach|ohne|rund|um|damit|pour|de|du|"
    r"des|à|au|aux|dans|en|chez|avec|sans|para|por|con|sin|del|di|da|dei|delle|della|nel|voor|van|met|bij|till|för|åt|til|av|dla|"
    r"do|dos|das)(?!\w)|(?<!\w)d['’]|[(:\[–—]|\s-\s",
    re.IGNORECASE,
)
"""Where an offer goes on with whom or what it is for."""

_PHRASES: Final = re.compile(
    r"[,;/&+|•·\n]|(?<!\w)(?:and|or|und|oder|sowie|et|ou|y|o|e|och|og|i|as well)(?!\w)", re.IGNORECASE
)
_TELLS_A_STORY: Final = re.compile(
    r"(?:(?:we|i|you|our|my|wir|ich|nous|je|noi|wij|vi|the|everything|all|anything)(?!\w)|"
    r"(?!wedding|building|evening|morning|spring|lighting|clothing|ceiling|heating|housing|catering|printing|flooring|"
    r"roofing|cabling)[a-z]+ing\s|"
    r"(?:build|clean|design|plan|make|move|sell|rent|repair|install|fit|write|print|train|coach|advise|help|host|run|"
    r"offer|provide|teach|translate|bake|cook|grow|deliver|ship|organi[sz]e|manage|paint|film|insure|lend|bring|find|"
    r"give|take|keep|get|let|turn|show|serve|supply|support|look|care|create|develop|produce|fix|restore|wash)s?\s)",
    re.IGNORECASE,
)
"""A phrase that says what somebody does, as “cleaning offices”: what it ends with is not what is sold."""

_OWN: Final = re.compile(
    r"our|my|their|her|his|its|your|whose|unser\w*|mein\w*|ihr\w*|sein\w*|notre|nos|mon|ma|mes|leur|leurs|nuestr\w+|nostr\w+|onze?|mijn"
)
_VERB_AFTER: Final = frozenset(
    ("to", "we", "i", "you", "they", "he", "she", "it", "who", "can", "will", "must", "may", "not", "never", "cannot")
)


def named(text: str, party: Party) -> str | None:
    """Return where a text may name a party, as it stands there: a whole name, or a word that can hardly be another."""
    firm, person = party.firm or "", party.somebody or ""
    for name in (firm, without_legal_form(firm)):
        if name and not nobody(name) and (said := written_in(text, name)) and _is_as_marked(text, said, name):
            return said
    for name in (party.person or "", person):
        whole = len(WORD.findall(name)) > 1 or UNSPACED.search(name)
        said = None if nobody(name) else written_in(text, name)
        if said and (whole or _is_as_marked(text, said, name)):
            return said
    rare = {folded(word) for word in re.findall(r"[^\W_]+", without_legal_form(firm)) if _is_rare(word, party)}
    words = list(re.finditer(r"[^\W_]+", text))[1:]
    return next((word[0] for word in words if folded(word[0]) in rare and word[0][0].isupper()), None)


def _is_as_marked(text: str, said: str, name: str) -> bool:
    """Say whether words of a text stand out as a name does: with its capitals, and a single one as no usual word."""
    words, said_words = re.findall(r"[^\W_]+", name), re.findall(r"[^\W_]+", said)
    if UNSPACED.search(name):
        return True
    marked = all(ours[0].isupper() or not word[0].isupper() for word, ours in zip(words, said_words, strict=False))
    if len(words) > 1:
        return marked
    first = text.lstrip().startswith(said)
    return marked and not first and len(name) >= _SHORTEST_NAME and not is_usual(name)


def _is_rare(word: str, party: Party) -> bool:
    if len(word) < _SHORTEST_NAME or is_usual(word):
        return False
    return _INVENTED.fullmatch(word) is not None or folded(word) in _address(party)


def _address(party: Party) -> set[str]:
    """Return what a party calls itself in the domain of its e-mail, as folded words."""
    hosts = re.findall(r"@([^\s@,;>]+)", party.email or "")
    return {folded(label) for host in hosts for label in host.split(".")[-2:-1]}


def offered(text: str, party: Party) -> Iterator[str]:
    """Yield the words of a text that may be what a party sells.

    Not a verb, as “to move”, nor what the customer has already, as “our furniture”; nor the first word, which in a want
    or a need is what is to be done.
    """
    sold = {_stem(head) for head in heads(party.offers or "")}
    words = WORD.findall(text)
    for place, word in enumerate(words):
        before = [folded(each) for each in words[max(0, place - 2) : place]]
        is_verb = not before or before[-1] in _VERB_AFTER
        if _stem(word) in sold and not is_verb and not any(_OWN.fullmatch(each) for each in before):
            yield word


def heads(offer: str) -> Iterator[str]:
    """Yield the head nouns of an offer, but of words that any firm could offer: “cabling” of “office cabling for …”."""
    for phrase in _PHRASES.split(_FOR.split(offer, maxsplit=1)[0]):
        words = WORD.findall(phrase)
        if words and not _TELLS_A_STORY.match(phrase.strip()) and _tells(words[-1]):
            yield words[-1]


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST_OFFER and not any(found(COMMONPLACE, word))


def _stem(word: str) -> str:
    """Return a word without case and plural; crude, and the same on both sides of a comparison."""
    stem = word.casefold()
    return stem if stem.endswith("ss") else stem.removesuffix("s")
