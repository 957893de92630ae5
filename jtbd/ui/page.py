"""Streamlit's page with our style sheet in it, and with scripts that run beside Streamlit's, whatever that does.

They watch whether the program is there, leave word of where this browser has been let in, see that one press is one
click, open each step at its title, add a need by Enter, fetch what draws charts ahead, keep what is typed, say what is
understood of a promise, and bear with a browser that translates or fills in.

What a run of the script says of the look comes after the first elements are drawn: until then they stood there in
Streamlit's own look. The link is at the end of the page's body, where it comes after Streamlit's own rules, as a
`<style>` of the script's did.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from typing import Final

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from jtbd.figures.palette import DARK, LIGHT, Palette
from jtbd.ui import language, vocabulary
from jtbd.ui.chunks import charts

_HERE: Final = Path(__file__).parent
SHEETS: Final = (
    "style.css",
    "fields/style.css",
    "frame/style.css",
    "paper/style.css",
    "screens/library/style.css",
    "screens/parties/style.css",
    "screens/job/style.css",
    "screens/aspects/style.css",
    "screens/rating/style.css",
    "screens/overlap/style.css",
    "screens/overlap/figures.css",
    "screens/overlap/needs.css",
    "screens/overlap/chains.css",
    "screens/value/style.css",
    "screens/commitments/style.css",
    "screens/sign/style.css",
)
"""What the style sheet is joined of, in this order: what is for every page, then what is for some, then each screen."""

FIRST: Final = ("locale.js",)
"""What runs before Streamlit's own script, which is a module, and so before the scripts that are some, too."""

SCRIPTS: Final = (
    "words.js",
    "pulse.js",
    "door.js",
    "press.js",
    "typed.js",
    "heard.js",
    "translated.js",
    "filled.js",
    "opening.js",
    "adding.js",
    "early.js",
    "borrowed.js",
)
"""What is on every page."""

_NEXT: Final = "\n  "
_FOR_GOOD: Final = {"cache-control": "private, max-age=31536000, immutable"}
_INSTANCE: Final = token_urlsafe(12)
"""Another with each start of the program, so that a page that was there before knows."""

_PAGE: Final = Path(st.__file__).with_name("static") / "index.html"


def colours(palette: Palette) -> str:
    """Return a palette as custom properties, and how two inks mix on its ground."""
    overlay = "multiply" if palette is LIGHT else "screen"
    return "".join(f"--{name}:{colour};" for name, colour in asdict(palette).items()) + f"--overlay:{overlay};"


@cache
def rules() -> str:
    """Return the rules of all style sheets of ours; their colours are custom properties."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in SHEETS)


@cache
def sheet() -> str:
    """Return the style sheet, with the colours that the system asks for; a run of the script tells those in use."""
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ {colours(DARK)} }} }}"
    return f":root {{ {colours(LIGHT)} }}\n{dark}\n{rules()}"


@cache
def page(tag: str) -> str:
    """Return the page in a language; the sheet's address changes with the sheet, so that no browser keeps an old one.

    A browser's own translation would take the words of one person for those of another: what there is to be said in
    another language is said by a catalogue.
    """
    text = _PAGE.read_text(encoding="utf-8").replace("<title>Streamlit</title>", "<title>Common Job</title>")
    text = text.replace('<html lang="en">', f'<html lang="{tag}" translate="no">', 1)
    before, body, after = text.rpartition("</body>")
    ours = [f'<link rel="stylesheet" href="./style.css?{_mark(sheet())}">']
    ours += [vocabulary.element(tag), *(f'<script src="./{name}?{_mark(script(name))}"></script>' for name in FIRST)]
    ours += [f'<script type="module" src="./{name}?{_mark(script(name))}"></script>' for name in SCRIPTS]
    return f"{before}{''.join(f'{part}{_NEXT}' for part in ours)}{body}{after}"


@cache
def script(name: str) -> str:
    """Return one of the scripts that are on every page; in one stand the files that are fetched ahead."""
    text = (_HERE / "scripts" / name).read_text(encoding="utf-8")
    return text.replace("const CHUNKS = [];", f"const CHUNKS = {json.dumps(charts())};")


def _mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


async def _page(request: Request) -> Response:
    tag = language.of_browser(request.headers.get("accept-language"))
    return HTMLResponse(page(tag), headers={"cache-control": "no-cache", "vary": "accept-language"})


async def _sheet(_: Request) -> Response:
    return Response(sheet(), media_type="text/css", headers=_FOR_GOOD)


def _script(name: str) -> Route:
    async def answer(_: Request) -> Response:
        return Response(script(name), media_type="text/javascript", headers=_FOR_GOOD)

    return Route(f"/{name}", answer)


def _is_of_note(record: logging.LogRecord) -> bool:
    """`streamlit run` writes a line for each request, and a page asks once a second."""
    return "/alive " not in record.getMessage()


logging.getLogger("uvicorn.access").addFilter(_is_of_note)


async def _alive(_: Request) -> Response:
    return PlainTextResponse(_INSTANCE, headers={"cache-control": "no-store"})


ROUTES: Final = (
    Route("/", _page),
    Route("/style.css", _sheet),
    *map(_script, (*FIRST, *SCRIPTS)),
    Route("/alive", _alive),
)
