"""The commands, a module each: its lesson, its arguments, and what it does: ask one use case, print what it found."""

from typing import Final

from jtbd.cli.commands import check, export, import_, key, list_, schema, score, sheet, sign, timestamp, verify

ALL: Final = (score, check, list_, sheet, sign, import_, verify, timestamp, export, key, schema)
"""In the order in which `--help` tells of them."""
