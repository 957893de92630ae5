"""What can be said on the command line, and the help that teaches it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from jtbd import __version__
from jtbd.cli import verbs

_INTRO = """\
Common Job: find out over one coffee whether two businesses complete each other, and sign what follows.
Without a command it opens the app in the browser, on this laptop only."""

_OUTRO = """\
exit status: 0 it holds; 1 it does not hold (verify of anything but complete, check with faults in a readable file);
2 bad usage, an unreadable file or, for every command but check and verify, a faulty one.

A first round:
  jtbd score example-harbour-estates-northline-cabling
  jtbd sheet example-harbour-estates-northline-cabling --out .
  jtbd sign draft-1.yaml --party a && jtbd sign draft-1.yaml --party b
  jtbd verify sheet-1.yaml"""

_CANVAS = "a canvas: its file, its folder or its id"
_SHEET = "a commitment sheet: draft-N.yaml or sheet-N.yaml"


def parser() -> argparse.ArgumentParser:
    """Return the whole command line."""
    top = argparse.ArgumentParser(
        prog="jtbd", description=_INTRO, epilog=_OUTRO, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--version", action="version", version=f"jtbd {__version__}")
    top.add_argument(
        "--canvases",
        metavar="DIR",
        help="the folder of canvases (else JTBD_CANVASES, ./canvases in a checkout, or the platform's data folder)",
    )
    top.add_argument("--port", type=int, help="the port to open the app on (else 8501 or the next free one)")
    top.add_argument("--no-browser", action="store_true", help="print the link to the app, open no browser")
    top.set_defaults(run=verbs.open_app)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    _reading(commands)
    _signing(commands)
    _looking_up(commands)
    return top


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
    example: str,
) -> argparse.ArgumentParser:
    made = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.set_defaults(run=run)
    return made


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print one JSON object instead of words")


def _reading(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = _command(
        commands, "check", verbs.check, "all faults of files, each with its line", "jtbd check canvases/*/canvas.yaml"
    )
    check.add_argument("files", nargs="+", metavar="FILE", help="canvases, sheets or job templates")
    _json(check)
    score = _command(
        commands, "score", verbs.score, "the overlap of the two parties", "jtbd score my-canvas --json | jq .verdict"
    )
    score.add_argument("canvas", metavar="CANVAS", help=_CANVAS)
    _json(score)


def _signing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    sheet = _command(
        commands, "sheet", verbs.sheet, "freeze an unsigned sheet of a canvas", "jtbd sheet my-canvas --out ~/signed"
    )
    sheet.add_argument("canvas", metavar="CANVAS", help=_CANVAS)
    sheet.add_argument("--out", metavar="DIR", required=True, help="the folder to write draft-N.yaml to")
    sheet.add_argument("--key-a", metavar="PEM", help="a's key, public or private (else your long-term key)")
    sheet.add_argument("--key-b", metavar="PEM", help="b's key (else a guest key made for this sheet)")
    sheet.add_argument("--binding", choices=("intent", "contract"), default="intent", help="what it is meant to be")
    sheet.add_argument("--confidential", action="store_true", help="both keep its content to themselves")
    sheet.add_argument("--money", action="store_true", help="the money figures stand in the sheet and are signed")
    sign = _command(
        commands, "sign", verbs.sign, "sign a sheet for one party", "jtbd sign draft-1.yaml --party a --key key.pem"
    )
    sign.add_argument("sheet", metavar="SHEET", help=_SHEET)
    sign.add_argument("--party", choices=("a", "b"), required=True, help="who signs")
    sign.add_argument(
        "--key", metavar="PEM", help="the private key (else your long-term key for a, the guest key for b)"
    )
    sign.add_argument("--consent", metavar="SENTENCE", help="the statement of consent (else the usual one, printed)")
    sign.add_argument("--mark", metavar="SVG", help="a drawn signature")
    verify = _command(
        commands, "verify", verbs.verify, "what holds of a signed sheet and what does not", "jtbd verify sheet-1.yaml"
    )
    verify.add_argument("sheet", metavar="SHEET|PDF", help="a sheet or its PDF")
    _json(verify)
    export = _command(commands, "export", verbs.export, "the other forms of a sheet", "jtbd export sheet-1.yaml --pdf")
    export.add_argument("sheet", metavar="SHEET", help=_SHEET)
    form = export.add_mutually_exclusive_group(required=True)
    form.add_argument("--pdf", action="store_true", help="write the PDF beside it")
    form.add_argument("--ics", action="store_true", help="write its due dates as a calendar file beside it")
    _keys(commands)


def _keys(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    key = _command(commands, "key", verbs.show_key, "your long-term key", "jtbd key new")
    kinds = key.add_subparsers(title="what", metavar="new|show", required=True)
    new = _command(kinds, "new", verbs.new_key, "make a key, encrypted with a passphrase", "jtbd key new --out my.pem")
    new.add_argument("--out", metavar="PEM", help="where to (else your config folder)")
    show = _command(kinds, "show", verbs.show_key, "your key's thumbprint and public half", "jtbd key show")
    show.add_argument("--key", metavar="PEM", help="another key than your long-term one")


def _looking_up(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    listing = _command(commands, "list", verbs.list_canvases, "the saved canvases", "jtbd list --json")
    _json(listing)
    schema = _command(
        commands, "schema", verbs.schema, "the JSON Schema of a format", "jtbd schema canvas > canvas.schema.json"
    )
    schema.add_argument("format", choices=("canvas", "sheet"), help="which format")
