"""What those are told who may not come in: plain HTML, nothing of the canvas."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Final

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from jtbd.i18n import Message, mark, say, spoken

SCRIPT: Final = Path(__file__).with_name("refusal.js").read_text(encoding="utf-8")
"""The page's one script, in line: it leads a browser on that has been let in."""

_PAGE: Final = """<!doctype html>
<html lang="{language}" translate="no">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
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
  <h1>{heading}</h1>
  <p>{reason}</p>
  <p>{link}</p>
  <p id="no-cookies" hidden>{cookies}</p>
  <p id="way"{hidden}>{open} <a href="{way}">{on}</a></p>
</main>
<script>{script}</script>
</html>
"""

_ON: Final = """<!doctype html>
<html lang="{language}" translate="no">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={place}">
<title>Common Job</title>
<p><a href="{place}">{on}</a></p>
"""

NO_KEY: Final = mark(
    "Common Job runs on this laptop, for the people in front of it. This browser has not been let in yet."
)
USED_LINK: Final = mark("This link has been used already, or belongs to an earlier start of the program.")
TAKEN_LINK: Final = mark(
    "This link has been used already, by another browser. If that one is not yours, somebody else has come in: end the "
    "program in its terminal with Ctrl+C and start it again."
)


def come_by_the_link(reason: Message, elsewhere: str = "") -> Response:
    """Return the page for someone at this laptop who lacks the link.

    Args:
        reason: why they are not let in.
        elsewhere: the same place under the name that the link has, for who came by another; browsers keep what they
            are given for each name apart. Without it the page looks by itself whether there is a way on.

    """
    link = say(
        "The terminal where you started jtbd shows a link that begins with {http} and ends in a long token. "
        "Open that: it lets this browser in until the program ends. Each link works once; the terminal then shows the "
        "next one.",
        http="{http}",
    )
    cookies = say("This browser keeps no cookies for this address, and one is what lets it in: allow them first.")
    parts = {
        "{language}": spoken(),
        "{title}": html.escape(say("Common Job: open the link from the terminal")),
        "{heading}": html.escape(say("Please come in by the link")),
        "{reason}": html.escape(reason.said()),
        "{link}": html.escape(link),
        "{http}": "<b>http://</b>",
        "{cookies}": html.escape(cookies),
        "{open}": html.escape(say("Is Common Job already open in this browser?")),
        "{on}": html.escape(say("Go on here.")),
        "{hidden}": "" if elsewhere else " hidden",
        "{way}": html.escape(elsewhere),
        "{script}": SCRIPT,
    }
    page = _PAGE
    for name, text in parts.items():
        page = page.replace(name, text)
    return HTMLResponse(page, 403, {"cache-control": "no-store", "connection": "close"})


def go_on(place: str) -> Response:
    """Return a page that leads on to a place of our own at once: so it is our page that leads there."""
    on = html.escape(say("Go on"))
    page = _ON.replace("{place}", html.escape(place)).replace("{on}", on).replace("{language}", spoken())
    return HTMLResponse(page, headers={"cache-control": "no-store"})


def not_for_you() -> Response:
    """Return the answer to a request from another site or under another name."""
    return _plain(say("Refused: this address is not served here."))


def anothers() -> Response:
    """Return the answer to another user of the machine."""
    return _plain(say("Refused: this program was started by another user of this machine, and lets in nobody else."))


def _plain(text: str) -> Response:
    return PlainTextResponse(f"{text}\n", 403, {"cache-control": "no-store", "connection": "close"})
