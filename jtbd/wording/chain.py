"""The whole job as a chain, in words."""

from __future__ import annotations

from jtbd.model import Canvas
from jtbd.scoring.chain import links
from jtbd.scoring.result import WholeJob
from jtbd.wording.plain import quote


def synergy_sentence(whole: WholeJob) -> str:
    """Return whether both together are worth more than the sum of the parts; its sign, never its size."""
    worth = "more than" if whole.synergy > 0 else "less than" if whole.synergy < 0 else "just"
    return f"Judged by its weakest link, the whole job done by both is worth {worth} the sum of your parts."


def weakest_sentence(canvas: Canvas) -> str:
    """Return which link holds least even together: the weightiest that is core to neither."""
    loose = [link for link in links(canvas) if not (link.a or link.b)]
    if not loose:
        return "Together the chain holds: every functional need is core to one of you."
    texts = {aspect.id: aspect.text for aspect in canvas.aspects}
    weakest = max(loose, key=lambda link: link.weight)  # of equals the first
    others = f", and {len(loose) - 1} more hold no better" if len(loose) > 1 else ""
    return f"Its weakest link, even together, is {quote(texts[weakest.aspect])}: core to neither of you{others}."
