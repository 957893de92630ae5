"""The commands: each asks one use case and prints what it found.

Use cases are imported inside: `jtbd score` must not load what only `jtbd sign` needs.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import argparse
import json
import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Any, Final

from jtbd.errors import PassphraseNeeded, UsageError

HOLDS: Final = 0
DOES_NOT_HOLD: Final = 1
UNREADABLE: Final = 2
PASSPHRASE: Final = "JTBD_PASSPHRASE"  # noqa: S105  the variable's name


def open_app(arguments: argparse.Namespace) -> int:
    """Open the app in the browser until Ctrl+C."""
    from jtbd.launch import launch
    from jtbd.store.places import canvases_folder

    folder = canvases_folder(arguments.canvases, os.environ, Path.cwd())
    return launch(folder, arguments.port, open_browser=not arguments.no_browser)


def score(arguments: argparse.Namespace) -> int:
    """Print the overlap of a canvas."""
    from jtbd.scoring import as_json, flag_sentence, headline, score as score_of
    from jtbd.usecases.reading import read_canvas

    canvas, _ = read_canvas(arguments.canvas, arguments.canvases)
    result = score_of(canvas)
    if arguments.json:
        return _print_json(as_json(result))
    print(headline(result.overlap, canvas))
    for sentence in (*result.overlap.reasons, *(flag_sentence(flag, canvas) for flag in result.overlap.flags)):
        print(f"- {sentence}")
    print(result.value.sentence)
    return HOLDS


def check(arguments: argparse.Namespace) -> int:
    """Print all faults of files, each with its line."""
    from jtbd.usecases.checking import check_file

    found = [check_file(Path(name)) for name in arguments.files]
    if arguments.json:
        _print_json({"files": [each.as_json() for each in found]})
    else:
        for each in found:
            print(each.report(), file=sys.stdout if each.readable else sys.stderr)
    if not all(each.readable for each in found):
        return UNREADABLE
    return HOLDS if not any(each.faults for each in found) else DOES_NOT_HOLD


def list_canvases(arguments: argparse.Namespace) -> int:
    """Print a row for each saved canvas."""
    from jtbd.usecases.library import open_library

    rows = open_library(arguments.canvases).store.summaries()
    if arguments.json:
        return _print_json({"canvases": [_row(row) for row in rows]})
    for row in rows:
        day = f"{row.updated:%Y-%m-%d}" if row.updated else "-" * 10
        what = f"cannot be opened: {row.fault}" if row.fault else row.want or "no job yet"
        print(f"{day}  {row.id}  {what}")
    if not rows:
        print("There are no saved canvases yet: `jtbd` opens the app.")
    return HOLDS


def _row(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "party_a": row.party_a,
        "party_b": row.party_b,
        "want": row.want,
        "updated": row.updated.isoformat() if row.updated else None,
        "archived": row.archived,
        "example": row.example,
        "fault": row.fault,
    }


def schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of a format."""
    from jtbd.model.schema import canvas_schema, sheet_schema

    return _print_json(canvas_schema() if arguments.format == "canvas" else sheet_schema())


# ── sheets and keys ───────────────────────────────────────────────────────────────────────────────────────────────────


def sheet(arguments: argparse.Namespace) -> int:
    """Freeze a sheet and print its path."""
    from jtbd.usecases.countersigning import freeze_to
    from jtbd.usecases.sheets import Terms

    terms = Terms(arguments.binding, confidential=arguments.confidential, money=arguments.money)
    draft = freeze_to(
        Path(arguments.out),
        arguments.canvas,
        arguments.canvases,
        terms,
        key_a=_path(arguments.key_a),
        key_b=_path(arguments.key_b),
        ask=_passphrase,
    )
    print(draft.path)
    return HOLDS


def sign(arguments: argparse.Namespace) -> int:
    """Sign a sheet for one party and print the path of what was written."""
    from jtbd.usecases.countersigning import sign_file

    signed = sign_file(
        Path(arguments.sheet),
        arguments.party,
        _path(arguments.key),
        _passphrase,
        consent=arguments.consent,
        mark=_path(arguments.mark),
        say=lambda sentence: print(sentence, file=sys.stderr),
    )
    for warning in signed.warnings:
        print(f"jtbd: {warning}", file=sys.stderr)
    print(signed.path)
    return HOLDS


def verify(arguments: argparse.Namespace) -> int:
    """Print what holds of a sheet or its PDF."""
    from jtbd.usecases.verifying import Outcome, as_json, details, verify_file

    found = verify_file(Path(arguments.sheet))
    if arguments.json:
        _print_json(as_json(found))
    else:
        print(f"{found.outcome}: {found.message}")
        for line in details(found):
            print(f"  {line}")
    return HOLDS if found.outcome is Outcome.COMPLETE else DOES_NOT_HOLD


def export(arguments: argparse.Namespace) -> int:
    """Write the other form of a sheet beside it, and print its path."""
    from jtbd.usecases.exporting import export_dates, export_pdf

    path = Path(arguments.sheet)
    written, warnings = export_pdf(path) if arguments.pdf else export_dates(path)
    for warning in warnings:
        print(f"jtbd: {warning}", file=sys.stderr)
    print(written)
    return HOLDS


def new_key(arguments: argparse.Namespace) -> int:
    """Make a key, encrypted with a passphrase, and print where it is and its thumbprint."""
    from jtbd.usecases.keyring import make_key

    made = make_key(_path(arguments.out), _new_passphrase())
    print(f"{made.path}\nthumbprint {made.thumbprint}")
    return HOLDS


def show_key(arguments: argparse.Namespace) -> int:
    """Print a key's thumbprint and its public half."""
    from jtbd.usecases.keyring import known_key

    found = known_key(_path(arguments.key), _passphrase)
    print(f"{found.path}\nthumbprint {found.thumbprint}\n{found.public_pem}", end="")
    return HOLDS


# ── common to several ─────────────────────────────────────────────────────────────────────────────────────────────────


def _path(name: str | None) -> Path | None:
    return Path(name) if name else None


def _print_json(document: object) -> int:
    print(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False))
    return HOLDS


def _passphrase(key: Path) -> str:
    """Return the passphrase that opens a key: from the environment, else asked for at the terminal."""
    given = os.environ.get(PASSPHRASE)
    if given is None and not sys.stdin.isatty():
        raise PassphraseNeeded(str(key))
    return given if given is not None else getpass(f"Passphrase of {key}: ")


def _new_passphrase() -> str:
    given = os.environ.get(PASSPHRASE)
    if given:
        return given
    if not sys.stdin.isatty():
        raise PassphraseNeeded("the new key")
    first = getpass("New passphrase: ")
    if not first or first != getpass("Once more: "):
        raise UsageError("the two passphrases differ, or are empty", "Try again; no key was made.")
    return first
