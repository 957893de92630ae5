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

from jtbd.errors import FaultyFile, JtbdError, MissingPassphrase

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
