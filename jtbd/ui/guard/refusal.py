"""What those are told who may not come in: plain HTML, no script, nothing of the canvas."""

from __future__ import annotations

import html
from typing import Final

from starlette.responses import HTMLResponse, PlainTextResponse, Response

_PAGE: Final = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Common Job: open the link from the terminal</title>
<style>
  :root { color-scheme: light dark }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center;
         background: #fbf7f0; color: #2b211b; font: 1.125rem/1.6 system-ui, sans-serif }
  main { max-width: 34rem; padding: 2rem }
  h1 { font: 600 1.75rem/1.25 Georgia, serif; margin: 0 0 1rem }
  p { margin: 0 0 1rem }
  a { color: #7a3f20 }
  @media (prefers-color-scheme: dark) { body { background: #1d1814; color: #f1e9dc } a { color: #edb68a } }
</style>
<main>
  <h1>Please come in by the link</h1>
  <p>{reason}</p>
  <p>The terminal where you started jtbd shows a link that begins with <b>http://</b> and ends in a long token.
     Open that: it lets this browser in until the program ends. Each link works once; the terminal then shows the
     next one.</p>
  <p>Is Common Job already open in this browser? <a href="/">Go on here.</a></p>
</main>
</html>
"""

_ON: Final = """<!doctype html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={place}">
<title>Common Job</title>
<p><a href="{place}">Go on</a></p>
"""

NO_KEY: Final = "Common Job runs on this laptop, for the people in front of it. This browser has not been let in yet."
USED_LINK: Final = "This link has been used already, or belongs to an earlier start of the program."


def come_by_the_link(reason: str) -> Response:
    """Return the page for someone at this laptop who lacks the link."""
    return HTMLResponse(_PAGE.replace("{reason}", reason), 403, {"cache-control": "no-store"})


def go_on(place: str) -> Response:
    """Return a page that leads on to a place of our own at once: so it is our page that leads there."""
    page = _ON.replace("{place}", html.escape(place))
    return HTMLResponse(page, headers={"cache-control": "no-store"})


def not_for_you() -> Response:
    """Return the answer to a request from another site or under another name."""
    return PlainTextResponse("Refused: this address is not served here.\n", 403, {"cache-control": "no-store"})
