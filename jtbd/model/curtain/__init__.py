"""The curtain between what each of the two says and what both may see.

Each kind of thing that is said behind it is a round; in its turn one party says its part. Which fields these are, who
has begun and who is ready, what is open to both, and what of a canvas may be shown to whom or changed by whom: it is
said here once, and nowhere else.
"""

from jtbd.model.curtain.place import EACH, Path, Place
from jtbd.model.curtain.round import AMOUNTS, ANSWERS, PRIVATE, ROUNDS, Private, Round, Turn, rated
from jtbd.model.curtain.veil import COMMON, is_seen, may_change, taken_back, veiled, whose

__all__ = [
    "AMOUNTS",
    "ANSWERS",
    "COMMON",
    "EACH",
    "PRIVATE",
    "ROUNDS",
    "Path",
    "Place",
    "Private",
    "Round",
    "Turn",
    "is_seen",
    "may_change",
    "rated",
    "taken_back",
    "veiled",
    "whose",
]
