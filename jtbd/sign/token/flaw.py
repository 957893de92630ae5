"""What is wrong with something that was to be read strictly, said for people."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from jtbd.i18n import Message


class Flaw(ValueError):
    """What is wrong, as a sentence; any other `ValueError` is a library's own, in English."""


def because(opening: Message, whole: Message, error: ValueError) -> str:
    """Return why something is refused.

    Args:
        opening: the sentence that ends with a colon.
        whole: the same, with room for a `{reason}` that a library gives.
        error: why.

    """
    if isinstance(error, Flaw | PydanticCustomError):
        return f"{opening.said()} {error}"
    return whole.said(reason=error)
