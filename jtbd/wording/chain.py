"""The whole job as a chain, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jtbd.model import Canvas
from jtbd.scoring.chain import Worth, weakest, worth
from jtbd.scoring.result import WholeJob
from jtbd.wording.plain import quote

WORTH: Final[Mapping[Worth, str]] = {
    Worth.MORE: "Judged by its weakest link, the whole job done by both is worth more than the sum of your parts.",
    Worth.JUST: "Judged by its weakest link, the whole job done by both is worth just the sum of your parts.",
    Worth.LESS: "Judged by its weakest link, the whole job done by both is worth less than the sum of your parts.",
}


def synergy_sentence(whole: WholeJob) -> str:
    """Return whether both together are worth more than the sum of the parts; its sign, never its size."""
    return WORTH[worth(whole)]


def weakest_sentence(canvas: Canvas) -> str:
    """Return which link holds least even together: the weightiest that is core to neither."""
    link = weakest(canvas)
    if link is None:
        return "Together the chain holds: every functional need is core to one of you."
    text = quote(next(aspect.text for aspect in canvas.aspects if aspect.id == link.aspect))
    if link.others:
        return (
            f"Its weakest link, even together, is {text}: "
            f"core to neither of you, and {link.others} more hold no better."
        )
    return f"Its weakest link, even together, is {text}: core to neither of you."
