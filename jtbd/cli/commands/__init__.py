"""The commands, a module each: its lesson, its arguments, and what it does: ask one use case, print what it found."""

from typing import Final

from jtbd.cli.commands import (
    check,
    due,
    export,
    import_,
    kept,
    key,
    list_,
    partners,
    schema,
    score,
    sheet,
    sign,
    timestamp,
    verify,
)

ALL: Final = (score, check, list_, sheet, sign, import_, verify, due, kept, partners, timestamp, export, key, schema)
"""In the order in which `--help` tells of them."""
