"""Whether words are a clause of their own, "she can plan", or a thing that somebody gets, "warm leads"."""

from __future__ import annotations

import re
from typing import Final

_PRONOUNS: Final = r"(?:he|she|they|we|you|it|i|there|nobody|no one|everybody|everyone|somebody|someone|who)"
_FINITE: Final = (
    r"(?:can|could|will|would|shall|should|may|might|must|is|are|was|were|has|have|had|does|do|did|gets?|knows?|needs?|"
    r"sees?|hears?|finds?|learns?|gains?|saves?|loses?|keeps?|stays?|becomes?|works?|comes?|goes|wins?|earns?|feels?|"
    r"(?:can|wo|do|does|is|are|has|have|need)n?['’]t|cannot)"
)
BEGINS: Final = re.compile(rf"{_PRONOUNS}\s+\S", re.IGNORECASE)
_LAST: Final = r"(?:knows?|sees|hears|learns|comes|becomes|goes)"
"""Verbs that can end a clause, and are nothing else that somebody could get."""
CLAUSE: Final = re.compile(rf"(?P<subject>\S.*?)\s+(?:{_FINITE}\s+\S|{_LAST}[.!]?$)", re.IGNORECASE)
NO_SUBJECT: Final = re.compile(
    rf"\b(?:{_PRONOUNS}|to|that|which|what|whatever|whose|where|when|if|once|before|after|until|while|because|as|how|why)\b"
    r"|[,;:]",
    re.IGNORECASE,
)


def is_clause(text: str) -> bool:
    """Say whether words have a subject and a verb by themselves, so that "so that" goes before them as they are."""
    if BEGINS.match(text):
        return True
    found = CLAUSE.match(text)
    return found is not None and NO_SUBJECT.search(found["subject"]) is None
