"""What every broken sheet has in common: it is invalid, and nobody counts as having signed it."""

from __future__ import annotations

from material import Vector

from jtbd.sign.check.verification import RULES


def broken(rule: str, name: str, about: str, data: bytes, file: str = "") -> Vector:
    """Return a vector that breaks a rule; `file` is another name than the rule's and its own."""
    return Vector(
        file=file or f"sheets/{rule}-{name}.yaml",
        data=data,
        outcome="invalid",
        rule=rule,
        message=f"Not valid (rule {rule}): {RULES[rule]}.",
        signed=(),
        missing=(),
        about=about,
    )
