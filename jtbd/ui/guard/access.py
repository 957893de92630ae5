"""The one-time link and the cookie it is exchanged for."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable


class Access:
    """Who may come in, for as long as the program runs.

    A link's token works once and is then replaced by a fresh one, so a link that was read over a shoulder, from a
    browser's history or from the list of processes is of no use once its owner has come in. The cookie lives as long
    as the browser's session and dies with the program.

    Cookies do not tell ports apart: what is kept for 127.0.0.1 goes to every program of this laptop that the browser
    opens there. They do tell paths apart. So the app is served below a path of its own, drawn by lot like the token,
    and the cookie is for that path alone; no other program knows where to have the browser led to get it.
    """

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(32)
        self.cookie = secrets.token_urlsafe(32)
        self.path = f"/{secrets.token_urlsafe(16)}"
        self._used: set[str] = set()

    def knows(self, token: str) -> bool:
        """Say whether a link's token is the current one."""
        return _equal(token, self.token)

    def redeem(self, token: str) -> bool:
        """Say whether a link's token is the current one; if it is, a fresh one takes its place."""
        if not self.knows(token):
            return False
        self._used.add(self.token)
        self.token = secrets.token_urlsafe(32)
        return True

    def was_redeemed(self, token: str) -> bool:
        """Say whether somebody has come in by this token."""
        return token in self._used

    def admits(self, cookies: Iterable[str]) -> bool:
        """Say whether the cookie is among those that a request carries under its name.

        Another program of this laptop can have the browser keep another by that name; ours counts all the same.
        """
        return any(_equal(cookie, self.cookie) for cookie in cookies)

    def below(self, path: str) -> str | None:
        """Return the rest of a path that is below the app's own, None for any other."""
        first, slash, rest = path.removeprefix("/").partition("/")
        return slash + rest if path.startswith("/") and _equal(f"/{first}", self.path) else None


def _equal(offered: str, kept: str) -> bool:
    """Compare in constant time: how long a refusal takes tells nothing."""
    return hmac.compare_digest(offered.encode(errors="surrogatepass"), kept.encode())
