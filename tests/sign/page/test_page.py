"""`verify.html`: the same verdict in the same words as Python's, from disk, without network, and fit to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from jtbd.sign.page import build_page, verify_page
from jtbd.sign.sheet.content import sheet_yaml
from tests.support import attacks, forged, states
from tests.support.edits import edited_sheets
from tests.support.pages import PAGE, Checker, Verdict, checker


def test_the_shipped_page_is_what_its_parts_make(request: pytest.FixtureRequest) -> None:
    """`jtbd/sign/page/verify.html` is built from `jtbd/sign/page`, and is not changed by hand."""
    if request.config.getoption("--update-golden"):
        PAGE.write_bytes(build_page())

    assert verify_page() == build_page(), "verify.html is stale: pytest --update-golden"


def test_the_page_is_one_file() -> None:
    """Nothing in the page comes from elsewhere or leads there."""
    page = verify_page().decode()

    assert not re.search(r"\b(?:src|href|action)=|@import|\burl\(|\bimport\b[ (]|innerHTML|\beval\(", page)
    assert "default-src 'none'" in page
    assert "{{" not in page


# ── the same verdict ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def opened() -> Iterator[Checker]:
    """Yield the page, opened from disk once for the whole module, which must stay quiet to the end."""
    with checker(viewport={"width": 1280, "height": 800}) as found:
        yield found
        assert found.requests == [PAGE.as_uri()]
        assert found.complaints == []


def _differences(opened: Checker, files: dict[str, bytes]) -> dict[str, tuple[Verdict, Verdict]]:
    """Return by name what the page said and what Python says, where the two differ."""
    said = opened.verdicts(list(files.values()))
    pairs = zip(files, said, (Verdict(*attacks.verdict(data)) for data in files.values()), strict=True)
    return {name: (page, python) for name, page, python in pairs if page != python}


@pytest.mark.browser
def test_the_page_says_of_what_holds_what_python_says(opened: Checker) -> None:
    """Sheets in every state and with every kind of content have the same outcome, rule and message in both."""
    assert _differences(opened, {state.name: state.data for state in states.states()}) == {}


@pytest.mark.browser
def test_the_page_says_of_attacks_what_python_says(opened: Checker) -> None:
    """Every attack is stopped by the same rule in the same words."""
    assert _differences(opened, {attack.name: attack.data for attack in attacks.attacks()}) == {}


@pytest.mark.browser
def test_the_page_says_of_flipped_bits_what_python_says(opened: Checker) -> None:
    """With one bit flipped in any byte the two still name the same rule, and neither accepts it."""
    flipped = {str(place): data for place, data in enumerate(attacks.flipped(sheet_yaml(forged.small())))}

    assert _differences(opened, flipped) == {}


@pytest.mark.browser
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=edited_sheets())
def test_the_page_says_of_any_edit_what_python_says(opened: Checker, data: bytes) -> None:
    """Whatever is deleted, retyped, reordered, doubled or respelt, signed anew or not, the two agree."""
    assert opened.verdicts([data]) == [Verdict(*attacks.verdict(data))]
