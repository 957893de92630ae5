"""Words of ours that stand before people's own, "When" or "I want to", and are not said twice."""

from __future__ import annotations

import re
from typing import Final

LABELS: Final = {
    "When": "when",
    "I want to": "(?:i )?want to|to",
    "So that": "so that",
    "Counts if": "(?:it )?counts (?:if|when)|if|when",
    "In return": "in return(?: for (?:it|this|that))?,?",
}
"""What people begin a field with, though its label says it already."""


def own_words(label: str, text: str) -> str:
    """Return a text without the words at its beginning that its label says before it."""
    begun = re.match(rf"(?:{LABELS[label]})\s+(?=\S)", text, re.IGNORECASE) if label in LABELS else None
    return text[begun.end() :] if begun else text
