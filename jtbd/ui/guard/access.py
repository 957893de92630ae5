"""The one-time link and the cookie it is exchanged for."""

from __future__ import annotations

import hmac
import secrets


class Access:
    """Who may come in, for as long as the program runs.

    A link's token works once and is then replaced by a fresh one, so a link that was read over a shoulder, from a
    browser's history or from the list of processes is of no use once its owner has come in. The cookie lives as long
    as the browser's session and dies with the program.
    """

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(32)
        self.cookie = secrets.token_urlsafe(32)

    def redeem(self, token: str) -> bool:
        """Say whether a link's token is the current one; if it is, a fresh one takes its place."""
        if not _equal(token, self.token):
            return False
        self.token = secrets.token_urlsafe(32)
        return True

    def admits(self, cookie: str) -> bool:
        """Say whether a request carries the cookie."""
        return _equal(cookie, self.cookie)


def _equal(offered: str, kept: str) -> bool:
    """Compare in constant time: how long a refusal takes tells nothing."""
    return hmac.compare_digest(offered.encode(), kept.encode())
