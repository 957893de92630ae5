"""The test vectors of `docs/format.md`: made anew they are the same, and the verifier says what they say."""

from __future__ import annotations

import importlib
import json
from typing import Any, Final

import pytest

from jtbd.model.text import normalised
from jtbd.sign.check.pdf import verify
from jtbd.sign.check.verification import RULES, Outcome
from tests.support.pages import checker
from tests.support.places import ROOT

VECTORS: Final = ROOT / "docs" / "vectors"
EXPECTED: Final[list[dict[str, Any]]] = json.loads((VECTORS / "vectors.json").read_text(encoding="utf-8"))
STEPS: Final[dict[str, Any]] = json.loads((VECTORS / "steps.json").read_text(encoding="utf-8"))


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the module that makes the vectors."""
    monkeypatch.syspath_prepend(VECTORS)
    return importlib.import_module("make")


def test_made_anew_they_are_the_same(maker: Any) -> None:
    """`python docs/vectors/make.py` would change nothing, byte for byte."""
    made = dict(maker.files())

    assert [name for name, data in made.items() if (VECTORS / name).read_bytes() != data] == []
    assert {path for folder in ("sheets", "pdf") for path in (VECTORS / folder).iterdir()} == {
        VECTORS / name for name in made if "/" in name
    }


@pytest.mark.parametrize("rule", [None, *RULES])
def test_the_verifier_says_what_they_say(rule: str | None) -> None:
    """Outcome, rule, message and signers of each file are those that `vectors.json` tells, whatever the rule."""
    wrong = []
    for vector in EXPECTED:
        if vector["rule"] == rule:
            found = verify((VECTORS / vector["file"]).read_bytes())
            said = (found.outcome, found.rule, found.message, [*found.signed], [*found.missing])
            if said != tuple(vector[name] for name in ("outcome", "rule", "message", "signed", "missing")):
                wrong.append((vector["file"], said, found.detail))

    assert wrong == []


@pytest.mark.browser
def test_the_page_says_what_they_say() -> None:
    """`verify.html` says of each sheet what `vectors.json` tells, in the same words."""
    sheets = [vector for vector in EXPECTED if vector["file"].startswith("sheets/")]
    with checker() as page:
        said = page.verdicts([(VECTORS / vector["file"]).read_bytes() for vector in sheets])

    expected = [(vector["outcome"], vector["rule"], vector["message"]) for vector in sheets]
    assert [pair for pair in zip(said, expected, strict=True) if pair[0] != pair[1]] == []


def test_every_rule_is_broken() -> None:
    """There are files for each outcome, and some that break each rule."""
    assert {vector["rule"] for vector in EXPECTED if vector["outcome"] == "invalid"} == set(RULES)
    assert {vector["outcome"] for vector in EXPECTED} == set(Outcome)


def test_refused_characters_are_all_of_them() -> None:
    """The ranges of refused characters are exactly what the program refuses; CR is turned into LF before."""
    listed = set[int]()
    for span in STEPS["refused_characters"]:
        first, _, last = span.replace("U+", "").partition("-")
        listed |= set(range(int(first, 16), int(last or first, 16) + 1))

    assert {number for number in range(0x10000) if number != 0x0D and _is_refused(chr(number))} == listed - {0x0D}
    assert not _is_refused("".join(map(chr, range(0x10000, 0x110000))))


def _is_refused(text: str) -> bool:
    try:
        normalised(text)
    except ValueError:
        return True
    return False
