"""The whole job as a chain, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jtbd.i18n import Message, mark, say, say_count
from jtbd.model import Canvas
from jtbd.scoring.chain import Worth, weakest, worth
from jtbd.scoring.result import WholeJob
from jtbd.wording.plain import quote

WORTH: Final[Mapping[Worth, Message]] = {
    Worth.MORE: mark(
        "Judged by its weakest link, the whole job done by both is worth more than the sum of your parts."
    ),
    Worth.JUST: mark("Judged by its weakest link, the whole job done by both is worth just the sum of your parts."),
    Worth.LESS: mark(
        "Judged by its weakest link, the whole job done by both is worth less than the sum of your parts."
    ),
}


def synergy_sentence(whole: WholeJob) -> str:
    """Return whether both together are worth more than the sum of the parts; its sign, never its size."""
    return WORTH[worth(whole)].said()


def weakest_sentence(canvas: Canvas) -> str:
    """Return which link holds least even together: the weightiest that is core to neither."""
    link = weakest(canvas)
    if link is None:
        return say("Together the chain holds: every functional need is core to one of you.")
    text = quote(next(aspect.text for aspect in canvas.aspects if aspect.id == link.aspect))
    if link.others:
        return say_count(
            "Its weakest link, even together, is {text}: core to neither of you, and {number} more hold no better.",
            "Its weakest link, even together, is {text}: core to neither of you, and {number} more hold no better.",
            link.others,
            text=text,
        )
    return say("Its weakest link, even together, is {text}: core to neither of you.", text=text)
