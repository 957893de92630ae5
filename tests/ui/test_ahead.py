"""What is imported before anybody asks for it."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

import pytest

HEAVY: Final = {"babel", "cryptography", "icalendar", "pandas", "pikepdf", "pyhanko", "segno", "typst"}
IMPORTED: Final = """
import sys
import streamlit
before = set(sys.modules)
import jtbd.ui.ahead, jtbd.ui.guard, jtbd.ui.{screen}
print(*set(sys.modules) - before)
"""


@pytest.mark.parametrize("screen", ["screens.library.page", "meeting"])
def test_the_first_screen_loads_nothing_heavy(screen: str) -> None:
    """Neither the list of canvases nor a meeting loads what makes PDFs, keys, calendars, tables or large figures."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED.format(screen=screen)], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert f"jtbd.ui.{screen}" in loaded
    assert not {name for name in loaded if name.partition(".")[0] in HEAVY}
    assert not {"plotly.graph_objects", "jtbd.figures.verdict_strip"} & loaded
