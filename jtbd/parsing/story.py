"""A job story that was written as one sentence: "When I …, I want to …, so I can …"."""

from __future__ import annotations

import re
from typing import Final

_STORY: Final = re.compile(
    r"""\s*[“"']?
    (?: as \s+ (?P<performer> .+?) \s*[,;:–—-]?\s+ (?=when\b|whenever\b|if\b|i\s|we\s) )?
    (?: (?:when(?:ever)?|if) \s+ (?P<when> .+?) \s*[,;:–—]?\s+
        (?=(?:i|we)(?:\s+(?:want|need|would|wish|have)|['’]d)\b) )?
    (?: (?:i|we)
        (?: \s+(?:want|need|wish|have|would\s+(?:like|want))\s+to | ['’]d\s+(?:like|want)\s+to | \s+(?:want|need) )
        \s+ (?P<want> .+?) )?
    (?: \s*[,;:–—]?\s* (?: so\s+that | in\s+order\s+(?:to|that) | so(?=\s+(?:i|we|they|he|she|it|our|my|nobody)\b) )
        \s+ (?P<so_that> .+?) )?
    \s*[.”"']?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAST: Final = 2


def taken_apart(text: str) -> dict[str, str]:
    """Return the parts of a story by the job's fields, each as it was said; empty where it is none.

    It is one where it says what somebody wants and at least one thing more.
    """
    found = _STORY.fullmatch(" ".join(text.split()))
    parts = {name: said for name, said in found.groupdict().items() if said} if found else {}
    return parts if "want" in parts and len(parts) >= _LEAST else {}
