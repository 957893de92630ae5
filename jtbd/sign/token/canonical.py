"""Canonical JSON (RFC 8785): one writing for one value."""

from __future__ import annotations

from typing import Any

import rfc8785


def canonical_json(value: Any) -> bytes:
    """Return the RFC 8785 form of plain data.

    Raises:
        rfc8785.CanonicalizationError: something that JSON does not have, or a number beyond 2⁵³ − 1.

    """
    return rfc8785.dumps(value)
