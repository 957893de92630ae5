"""Attacks on a sheet's YAML, each by name with the rule that must stop it: one list for every verifier."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from jtbd.sign.check.sheet import verify_sheet
from tests.support import attacks_content, attacks_signatures, attacks_text, attacks_tokens
from tests.support.forged import Attack

_MODULES: Final = (attacks_content, attacks_signatures, attacks_tokens, attacks_text)


@cache
def attacks() -> tuple[Attack, ...]:
    """Return all attacks but the flipped bits."""
    found = tuple(attack for module in _MODULES for family in module.FAMILIES for attack in family())
    assert len({attack.name for attack in found}) == len(found)
    return found


def flipped(data: bytes) -> Iterator[bytes]:
    """Yield a file once for each of its bytes, with one bit of that byte flipped: each of the eight in turn."""
    for place, byte in enumerate(data):
        yield data[:place] + bytes([byte ^ 1 << place % 8]) + data[place + 1 :]


@cache
def verdict(data: bytes) -> tuple[str, str | None, str]:
    """Return outcome, rule and message of verification in Python, reckoned once for all who compare with it."""
    found = verify_sheet(data)
    return str(found.outcome), found.rule, found.message
