"""What to say of an e-mail field while it is typed in."""

from __future__ import annotations

from collections.abc import Iterator

from jtbd.i18n import say, say_count
from jtbd.model.address import addresses


def undressed(said: str) -> str:
    """Return what to keep of a field: addresses without names and brackets; what holds none stays as it is."""
    found = addresses(said)
    return ", ".join(found.usable) if found.usable and not found.refused and "<" in said else said


def remarks(said: str | None) -> Iterator[str]:
    """Yield what is odd about a field, each as a sentence: what is no address, and that several are all used."""
    found = addresses(said)
    for refused in found.refused:
        local, at, _ = refused.rpartition("@")
        if at and not local.isascii():
            yield say(
                "“{address}” has letters before the @ that many mail programs cannot send to: it is left out.",
                address=refused,
            )
        else:
            yield say("“{address}” is no e-mail address: it is left out of the mail.", address=refused)
    if len(found.usable) > 1:
        yield say_count(
            "The mail goes to {number} of them.", "The mail goes to all {number} of them.", len(found.usable)
        )
