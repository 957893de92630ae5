"""What is verified: who may say so, and that it is what a stranger finds in the same bytes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import jtbd
from jtbd.errors import InvalidSheet
from jtbd.sign.check.sheet import checked, held, read_verified, verify_sheet
from jtbd.sign.check.verification import VerifiedSheet
from tests.support import sheets, states

MAKERS = {"VerifiedSheet", "holding"}


def test_only_the_check_makes_a_verified_sheet() -> None:
    """Outside `jtbd.sign` nobody makes one by hand, so that whoever is handed one need check nothing."""
    root = Path(str(jtbd.__file__)).parent
    for file in root.rglob("*.py"):
        made = {
            call.func.id
            for call in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        }
        assert not made & MAKERS or file.is_relative_to(root / "sign"), file


@pytest.mark.parametrize("state", states.states(), ids=lambda state: state.name)
def test_it_is_what_verification_finds(state: states.State) -> None:
    """Read from a file, made of a sheet, or taken out of what verification found, it is the same value."""
    found = verify_sheet(state.data)
    verified = read_verified(state.data)
    assert (verified.found, verified.file, str(verified.outcome)) == (found, state.data, state.outcome)
    assert verified == checked(verified.sheet) == held(found)
    assert verified.over is (state.outcome in {"complete", "declined"})


def test_what_does_not_hold_is_none() -> None:
    """A sheet that was edited after it was signed is refused by the rule that it breaks, however one comes by it."""
    broken = sheets.edited(sheets.complete(), confidential=True)
    with pytest.raises(InvalidSheet) as refused:
        checked(broken)
    assert refused.value.rule == "hash"
    assert held(verify_sheet(b"no sheet")) is None
    assert isinstance(held(verify_sheet(checked(sheets.complete()).file)), VerifiedSheet)
