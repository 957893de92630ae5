"""What can be said on the command line."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from jtbd import __version__
from jtbd.cli import lessons, verbs
from jtbd.cli.lessons import Lesson

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name

_CANVAS: Final = "a canvas: its file, its folder or its id"
_SHEET: Final = "a commitment sheet: draft-N.yaml or sheet-N.yaml"
_LAST_PORT: Final = 65_535


def parser() -> argparse.ArgumentParser:
    """Return the whole command line."""
    top = argparse.ArgumentParser(
        prog="jtbd",
        usage="%(prog)s [--canvases DIR] [--port PORT] [--no-browser]\n       %(prog)s COMMAND …",
        description=lessons.INTRO,
        epilog=lessons.OUTRO,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"jtbd {__version__}")
    _canvases(top, default=None)
    top.add_argument("--port", type=_port, help="the port to open the app on (else 8501 or the next free one)")
    top.add_argument("--no-browser", action="store_true", help="print the link to the app, open no browser")
    top.set_defaults(run=verbs.open_app)
    commands = top.add_subparsers(title="commands", metavar="COMMAND", prog="jtbd")
    _reading(commands)
    _freezing(commands)
    _signing(commands)
    _proving(commands)
    _keys(commands)
    _schemas(commands)
    return top


def _reading(commands: _Commands) -> None:
    score = _command(commands, "score", verbs.score, lessons.SCORE)
    score.add_argument("canvas", metavar="CANVAS", help=_CANVAS)
    _canvases(score)
    _json(score)
    check = _command(commands, "check", verbs.check, lessons.CHECK)
    check.add_argument("files", nargs="+", metavar="FILE", help="a canvas, a sheet or a job template")
    _json(check)
    listing = _command(commands, "list", verbs.list_canvases, lessons.LIST)
    _canvases(listing)
    _json(listing)


def _freezing(commands: _Commands) -> None:
    sheet = _command(commands, "sheet", verbs.sheet, lessons.SHEET)
    sheet.add_argument("canvas", metavar="CANVAS", help=_CANVAS)
    sheet.add_argument("--out", metavar="DIR", required=True, help="the folder to write to; made if it is missing")
    sheet.add_argument("--key-a", metavar="PEM", help="a's key, public or private (else your long-term key)")
    sheet.add_argument("--key-b", metavar="PEM", help="b's key, public or private (else a guest key is made)")
    sheet.add_argument(
        "--binding",
        choices=("intent", "contract"),
        default="intent",
        help="a statement of intent, or meant to bind (else intent)",
    )
    sheet.add_argument("--confidential", action="store_true", help="neither shows it to others; this is signed too")
    sheet.add_argument("--money", action="store_true", help="put the money figures in, to be signed too")
    sheet.add_argument("--no-verdict", action="store_true", help="leave out what the two are to each other")
    sheet.add_argument(
        "--open-until", metavar="DATE", type=_day, help="the last day to sign it, as 2026-12-31 (else in thirty days)"
    )
    _canvases(sheet)


def _signing(commands: _Commands) -> None:
    sign = _command(commands, "sign", verbs.sign, lessons.SIGN)
    sign.add_argument("sheet", metavar="SHEET", help="a sheet that waits for signatures: draft-N.yaml")
    sign.add_argument("--party", choices=("a", "b"), required=True, help="who signs")
    sign.add_argument(
        "--key", metavar="PEM", help="the private key (else the guest key made for this sheet, or your long-term key)"
    )
    sign.add_argument(
        "--consent", metavar="SENTENCE", help="the statement of consent in your own words (else the usual one, printed)"
    )
    sign.add_argument("--mark", metavar="SVG", help="your signature as a drawing: paths alone, no transforms")
    sign.add_argument("--decline", metavar="REASON", help="decline it instead, and say why; ends the round")
    sign.add_argument("--suggests", metavar="WHO", help="with --decline: who fits better")
    _canvases(sign)
    brought = _command(commands, "import", verbs.import_sheet, lessons.IMPORT)
    brought.add_argument("sheet", metavar="SHEET", help="the .yaml file that came back")
    brought.add_argument("--into", metavar="DIR", help="the folder of its draft (else it is looked for)")
    _canvases(brought)


def _proving(commands: _Commands) -> None:
    verify = _command(commands, "verify", verbs.verify, lessons.VERIFY)
    verify.add_argument("sheet", metavar="SHEET|PDF", help="a commitment sheet or its PDF")
    verify.add_argument("--tsa-ca", metavar="PEM", help="certificates that you trust with the time stamp beside it")
    _json(verify)
    stamp = _command(commands, "timestamp", verbs.timestamp, lessons.TIMESTAMP)
    stamp.add_argument("sheet", metavar="SHEET", help="a sheet that both have signed: sheet-N.yaml")
    stamp.add_argument("--url", help="the authority's address (else JTBD_TSA_URL; without either nothing is sent)")
    export = _command(commands, "export", verbs.export, lessons.EXPORT)
    export.add_argument("sheet", metavar="SHEET", help=_SHEET)
    form = export.add_mutually_exclusive_group(required=True)
    form.add_argument("--pdf", action="store_true", help="the sheet as it prints")
    form.add_argument("--ics", action="store_true", help="its due dates and its review, for a calendar")
    form.add_argument("--eml", action="store_true", help="the draft of a mail to both, with both files")
    form.add_argument("--verifier", action="store_true", help="verify.html, which checks a sheet in any browser")
    _canvases(export)


def _keys(commands: _Commands) -> None:
    key = _command(commands, "key", verbs.show_key, lessons.KEY)
    kinds = key.add_subparsers(title="what to do", metavar="new|show", required=True)
    new = _command(kinds, "new", verbs.new_key, lessons.KEY_NEW)
    new.add_argument("--out", metavar="PEM", help="the file to write (else your long-term key, in your config folder)")
    show = _command(kinds, "show", verbs.show_key, lessons.KEY_SHOW)
    show.add_argument("--key", metavar="PEM", help="another key than your long-term one")


def _schemas(commands: _Commands) -> None:
    schema = _command(commands, "schema", verbs.schema, lessons.SCHEMA)
    schema.add_argument("format", choices=("canvas", "sheet", "template"), help="which format")


# ── common to several ─────────────────────────────────────────────────────────────────────────────────────────────────


def _command(
    commands: _Commands, name: str, run: Callable[[argparse.Namespace], int], lesson: Lesson
) -> argparse.ArgumentParser:
    made = commands.add_parser(
        name,
        help=lesson.summary,
        description=lesson.text,
        epilog=f"example:\n  {lesson.example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.set_defaults(run=run)
    return made


def _canvases(command: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    """Add `--canvases`; a command that is not given it leaves what was said before the command."""
    command.add_argument(
        "--canvases",
        metavar="DIR",
        default=default,
        help="the folder of canvases (else JTBD_CANVASES, ./canvases in a checkout, or the platform's data folder)",
    )


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print one JSON object instead of words")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is written as 2026-12-31") from None


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to {_LAST_PORT}")
    return int(text)
