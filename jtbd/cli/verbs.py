"""The commands: each asks one use case and prints what it found.

Use cases are imported inside: `jtbd score` must not load what only `jtbd sign` needs.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jtbd.cli.terminal import new_passphrase, passphrase, print_json, print_written, say, warn
from jtbd.errors import UsageError, shown

if TYPE_CHECKING:
    from jtbd.usecases.canvases.library import Library, Summary

HOLDS: Final = 0
DOES_NOT_HOLD: Final = 1
UNREADABLE: Final = 2
_SAYS_NOTHING: Final = re.compile(r"canvas-[a-z0-9]{8}(?:-[0-9]+)?")
"""An id that was drawn by lot, since nothing of the names could stand in one."""


def open_app(arguments: argparse.Namespace) -> int:
    """Open the app in the browser until Ctrl+C."""
    from jtbd.launch import launch
    from jtbd.store.folder.places import canvases_folder, too_long, working_folder

    folder = canvases_folder(arguments.canvases, os.environ, working_folder())
    warn(filter(None, [too_long(folder.absolute(), windows=os.name == "nt")]))
    return launch(folder, arguments.port, open_browser=not arguments.no_browser)


def score(arguments: argparse.Namespace) -> int:
    """Print the overlap of a canvas."""
    from jtbd.scoring import as_json, score as score_of
    from jtbd.usecases.canvases.reading import read_canvas
    from jtbd.wording import flag_sentence, headline, reasons, value_sentence

    canvas, _, _ = read_canvas(arguments.canvas, arguments.canvases)
    result = score_of(canvas)
    why = reasons(result.overlap, canvas)
    if arguments.json:
        print_json(as_json(result, why))
        return HOLDS
    print(headline(result.overlap, canvas))
    raised = (flag_sentence(flag, canvas) for flag in result.overlap.flags)
    for sentence in dict.fromkeys((*why, *raised)):
        print(f"- {sentence}")
    print(value_sentence(result.value, canvas))
    return HOLDS


def check(arguments: argparse.Namespace) -> int:
    """Print all faults of files, each with its line."""
    from jtbd.usecases.clock import local_now
    from jtbd.usecases.sheets.checking import check_file

    today = local_now().date()
    found = [check_file(Path(name), today) for name in arguments.files]
    if arguments.json:
        print_json({"files": [each.as_json() for each in found]})
    else:
        for each in found:
            print(each.report(), file=sys.stdout if each.readable else sys.stderr)
    if not all(each.readable for each in found):
        return UNREADABLE
    return HOLDS if not any(each.faults for each in found) else DOES_NOT_HOLD


def list_canvases(arguments: argparse.Namespace) -> int:
    """Print a row for each saved canvas."""
    from jtbd.usecases.canvases.library import open_library

    library = open_library(arguments.canvases)
    rows = library.store.summaries()
    if arguments.json:
        print_json({"canvases": [_as_json(row) for row in rows]})
    else:
        _print_rows(library, rows)
    return UNREADABLE if any(row.fault for row in rows) else HOLDS


def _as_json(row: Summary) -> dict[str, object]:
    """Return a row as plain data; what somebody has to see to stands in it only where there is something."""
    said = {**row._asdict(), "updated": row.updated.isoformat() if row.updated else None}
    return {name: value for name, value in said.items() if value or name not in {"copies", "away"}}


def _print_rows(library: Library, rows: Sequence[Summary]) -> None:
    from jtbd.usecases.canvases.library import oddities
    from jtbd.usecases.canvases.recovering import offers

    for row in rows:
        day = row.updated.date().isoformat() if row.updated else "-" * len("2026-11-22")
        names = " × ".join(name for name in (row.party_a, row.party_b) if name)
        who = f"  {names}" if names and _SAYS_NOTHING.fullmatch(row.id) else ""
        print(f"{day}  {shown(row.id)}{who}  {'cannot be opened' if row.fault else row.want or 'no job yet'}")
        if row.fault:
            print(f"jtbd: {row.fault}", file=sys.stderr)
        for name in row.set_aside:
            print(f"{' ' * len(day)}  {shown(row.id)}/{shown(name)} is set aside")
        for sentence in (*oddities(row), *offers(library, row)):
            print(f"{' ' * len(day)}  {shown(sentence)}")
    if not rows:
        print("There are no saved canvases yet: `jtbd` opens the app.")


def schema(arguments: argparse.Namespace) -> int:
    """Print the JSON Schema of a format."""
    from jtbd.model.schema import canvas_schema, sheet_schema
    from jtbd.usecases.canvases.templates import template_schema

    schemas = {"canvas": canvas_schema, "sheet": sheet_schema, "template": template_schema}
    print_json(schemas[arguments.format]())
    return HOLDS


# ── sheets and keys ───────────────────────────────────────────────────────────────────────────────────────────────────


def sheet(arguments: argparse.Namespace) -> int:
    """Freeze a sheet and print its path."""
    from jtbd.usecases.sheets.sheetfiles import freeze_to
    from jtbd.usecases.sheets.sheets import Terms

    terms = Terms(
        arguments.binding,
        confidential=arguments.confidential,
        money=arguments.money,
        verdict=not arguments.no_verdict,
        open_until=arguments.open_until,
    )
    draft = freeze_to(
        Path(arguments.out),
        arguments.canvas,
        arguments.canvases,
        terms,
        key_a=_path(arguments.key_a),
        key_b=_path(arguments.key_b),
        ask=passphrase,
        say=say,
    )
    print(shown(draft.path))
    return HOLDS


def sign(arguments: argparse.Namespace) -> int:
    """Sign or decline a sheet for one party and print the path of what was written."""
    from jtbd.usecases.sheets.sheetfiles import Signer, decline_file, sign_file

    path, mark, reason = Path(arguments.sheet), _path(arguments.mark), arguments.decline
    signer = Signer(arguments.party, _path(arguments.key), passphrase, say, arguments.canvases)
    if reason is None:
        if arguments.suggests is not None:
            raise UsageError("--suggests goes with --decline", "To decline, say why: --decline REASON.")
        signed = sign_file(path, signer, consent=arguments.consent, mark=mark)
    elif arguments.consent is not None or mark is not None:
        raise UsageError("--consent and --mark are for signing, not for declining", "Leave them out, or --decline.")
    else:
        signed = decline_file(path, signer, reason=reason, suggests=arguments.suggests)
    print_written(signed.path, signed.warnings)
    return HOLDS


def import_sheet(arguments: argparse.Namespace) -> int:
    """Bring back a sheet that was signed elsewhere, say what it is now, and print where it is."""
    from jtbd.usecases.sheets.returning import import_file
    from jtbd.usecases.sheets.verifying import verify_file

    brought = import_file(Path(arguments.sheet), arguments.canvases, _path(arguments.into))
    found = verify_file(brought.signed.path)
    if brought.new:
        say(f"{found.outcome}: {found.message}")
    else:
        say(f"{shown(brought.signed.path)} is already here, {found.outcome}: {found.message}")
    print_written(brought.signed.path, brought.signed.warnings)
    return HOLDS


def verify(arguments: argparse.Namespace) -> int:
    """Print what holds of a sheet or its PDF, and what was promised in it."""
    from jtbd.usecases.sheets.timestamping import time_stamp
    from jtbd.usecases.sheets.verifying import Outcome, as_json, details, meaning, promises, verify_file

    path = Path(arguments.sheet)
    found = verify_file(path)
    if arguments.json:
        print_json(as_json(found))
    else:
        stamped = time_stamp(path, _path(arguments.tsa_ca))
        print(f"{found.outcome}: {found.message}")
        for more in filter(None, (found.remark, found.detail)):
            print(f"  {more}")
        for line in filter(None, (*details(found), stamped, *promises(found), meaning(found))):
            print(f"  {line}")
    return HOLDS if found.outcome is Outcome.COMPLETE else DOES_NOT_HOLD


def timestamp(arguments: argparse.Namespace) -> int:
    """Get a time stamp for a sheet and print its path, and on standard error what it says."""
    from jtbd.usecases.sheets.timestamping import stamp_sheet, time_stamp

    path = Path(arguments.sheet)
    written = stamp_sheet(path, arguments.url, os.environ)
    say(str(time_stamp(path)))
    print(shown(written))
    return HOLDS


def export(arguments: argparse.Namespace) -> int:
    """Write the other form of a sheet, or what verifies it, beside it, and print its path."""
    from jtbd.usecases.sheets.exporting import export_dates, export_mail, export_pdf, export_verifier

    path = Path(arguments.sheet)
    if arguments.eml:
        print_written(*export_mail(path, arguments.canvases))
    else:
        write = export_pdf if arguments.pdf else export_dates if arguments.ics else export_verifier
        print_written(*write(path))
    return HOLDS


def new_key(arguments: argparse.Namespace) -> int:
    """Make a key, encrypted with a passphrase, and print where it is and its thumbprint."""
    from jtbd.usecases.keys.keyring import make_key, place_for_key

    where = place_for_key(_path(arguments.out), arguments.canvases)
    made = make_key(where, new_passphrase(), arguments.canvases)
    print(f"{shown(made.path)}\nthumbprint {made.thumbprint}")
    warn(made.warnings)
    return HOLDS


def show_key(arguments: argparse.Namespace) -> int:
    """Print a key's thumbprint and its public half."""
    from jtbd.usecases.keys.keyring import known_key

    found = known_key(_path(arguments.key), passphrase)
    print(f"{shown(found.path)}\nthumbprint {found.thumbprint}\n{found.public_pem}", end="")
    warn(found.warnings)
    return HOLDS


def _path(name: str | None) -> Path | None:
    """Return a path that was given; a blank one is the folder here, not the same as none."""
    return Path(name) if name is not None else None
