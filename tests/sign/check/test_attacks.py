"""Attacks on a sheet's YAML: none is accepted as complete, and each names the rule that stopped it."""

from __future__ import annotations

import pytest

from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.sheet.content import sheet_yaml
from tests.support import attacks, forged, sheets, states
from tests.support.forged import Attack
from tests.support.states import State


@pytest.mark.parametrize("state", states.states(), ids=lambda state: state.name)
def test_what_holds_is_found_to_hold(state: State) -> None:
    """A sheet in every state, with every kind of content, has the outcome that it should."""
    outcome, rule, _ = attacks.verdict(state.data)

    assert outcome == state.outcome
    assert rule == ("signers" if outcome == "incomplete" else None)


@pytest.mark.parametrize("attack", attacks.attacks(), ids=lambda attack: attack.name)
def test_no_attack_is_accepted(attack: Attack) -> None:
    """What was changed, moved, replayed, written otherwise or is no sheet is not complete, and the rule is named."""
    outcome, rule, _ = attacks.verdict(attack.data)

    assert outcome in {"invalid", "incomplete"}
    assert rule == attack.rule
    assert (outcome == "incomplete") == attack.name.startswith("signatures-stripped")


def test_no_flipped_bit_is_accepted() -> None:
    """With one bit of any one byte flipped, a complete sheet is complete no more."""
    data = sheet_yaml(forged.small())
    assert attacks.verdict(data)[0] == "complete"

    found = [attacks.verdict(flipped)[0] for flipped in attacks.flipped(data)]

    assert len(found) == len(data)
    assert set(found) == {"invalid"}


def test_nothing_of_an_invalid_sheet_is_shown() -> None:
    """Of a file that does not hold nothing is given out: nothing in it can be relied on."""
    found = verify_sheet(sheet_yaml(sheets.complete()).replace(b"Survey", b"Surway"))

    assert (found.outcome, found.sheet, found.statements, found.signed) == ("invalid", None, (), ())


def test_a_stripped_signature_is_missed() -> None:
    """Without one of its signatures a sheet says who has yet to sign."""
    stripped = next(attack for attack in attacks.attacks() if attack.name == "signatures-stripped-b")

    found = verify_sheet(stripped.data)

    assert (found.outcome, found.rule, found.signed, found.missing) == ("incomplete", "signers", ("a",), ("b",))


def test_a_surprise_is_invalid(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception that nobody thought of counts as a failure of the rule that was being checked."""
    data = sheet_yaml(sheets.complete())

    def burst(_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("jtbd.sign.check.sheet._check_signers", burst)

    found = verify_sheet(data)

    assert (found.outcome, found.rule) == ("invalid", "signers")
