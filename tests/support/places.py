"""Where what tests read lies."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
TESTS: Final = ROOT / "tests"
GOLDEN: Final = TESTS / "golden"
FIXTURES: Final = TESTS / "fixtures"
NODE: Final = TESTS / "node"
