"""`verify.html` in another language: every word of it is in its table, in the language of whoever took it along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import pytest

from jtbd.i18n import ENGLISH, PSEUDO, speaking
from jtbd.model.consent import in_short
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS, FIRST_FORMAT
from jtbd.pdf.receipt import receipt_text
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.check.verification import RULES
from jtbd.sign.page import build_page, verify_page
from jtbd.sign.page.markup import markup
from jtbd.sign.page.words import words
from jtbd.sign.sheet.content import sheet_yaml
from tests.support import attacks, sheets, states
from tests.support.pages import Checker, checker
from tests.support.places import ROOT
from tests.support.spoken import faults
from tests.support.states import State

_LEAVES: Final = """() => {
  const blocks = "title, h1, h2, h3, h4, p, li, dt, dd, th, td, summary, blockquote, label strong, label span, pre";
  const leaves = [...document.querySelectorAll(blocks)].filter((each) => !each.querySelector(blocks));
  const labels = [...document.querySelectorAll("[aria-label]")].map((each) => each.getAttribute("aria-label"));
  return [...leaves.map((each) => each.textContent), ...labels];
}"""
_CUT: Final = """() => [...document.querySelectorAll("body *")]
  .filter((each) => each.clientWidth && each.scrollWidth > each.clientWidth + 1)
  .filter((each) => !["visible", "auto", "scroll"].includes(getComputedStyle(each).overflowX))
  .map((each) => each.outerHTML.slice(0, 100))"""
OWN: Final = (
    *RULES,
    *BINDING_MEANS.values(),
    *CONFIDENTIAL_MEANS.values(),
    "Common Job",
    "sheet.yaml",
    "EUR",
    FIRST_FORMAT,
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    """Yield the page in the pseudo-language, opened from disk."""
    file = tmp_path_factory.mktemp("page") / "verify.html"
    file.write_bytes(build_page(PSEUDO))
    with checker(file=file, viewport={"width": 1280, "height": 800}) as found:
        yield found
        assert found.complaints == []


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)


def _own(data: bytes) -> tuple[str, ...]:
    """Return what people wrote, ids, and what is signed in English, of a sheet."""
    found = verify_sheet(data)
    if found.sheet is None:
        return OWN
    content = found.sheet.commitment
    own = [*_texts(content.dump()), *(text for said in found.statements for text in _texts(said.dump()))]
    own += [in_short(said.consent, found.sheet) for said in found.statements]
    own += [party.full_name for party in content.parties]
    own += [*receipt_text(found.sheet).splitlines(), found.sheet.content_hash]
    return (*OWN, *(" ".join(text.split()) for text in own if len(text) > 1))


def _wrong(texts: list[str], own: tuple[str, ...]) -> list[str]:
    return [wrong for text in texts for wrong in faults(" ".join(text.split()), own=own)]


def test_the_page_is_handed_out_in_the_language_spoken() -> None:
    """In English it is the shipped one; in another language it is made of the same parts and another table."""
    with speaking(PSEUDO):
        page = verify_page()
    assert page == build_page(PSEUDO) != verify_page() == build_page(ENGLISH)
    text = page.decode()
    assert '<html lang="en-XA" dir="ltr" translate="no">' in text
    english, pseudo = (
        re.sub(r"const GIVEN = .*?\n};\n", "", each.decode(), flags=re.DOTALL) for each in (verify_page(), page)
    )
    script = [re.search("<script>.*</script>", each, re.DOTALL) for each in (english, pseudo)]
    assert script[0]
    assert script[1]
    assert script[0][0] == script[1][0], "the scripts are the same: only their table differs"


def test_the_table_is_said() -> None:
    """Each entry of the table, and each text of the page itself, is a whole sentence of the catalogue."""
    with speaking(PSEUDO):
        table, places = words(), markup()
    inner = {"shares", "clauses", "cadences", "changes", "amount"}  # what stands within sentences has no brackets
    said = [*_texts({name: table[name] for name in table if name not in {*inner, "binding", "confidential", "locale"}})]
    said = [text for text in said if "[" not in text and text not in _texts([table["faults"]["the_sheet"]])]
    slots = [f"{{{name}}}" for text in said for name in re.findall(r"\{([a-z_]+)\}", text)]
    within = {table["faults"][name] for name in ("the_sheet", "what_was_signed")}
    assert [wrong for text in said if text not in within for wrong in faults(text, own=slots)] == []
    shown = [re.sub(r"<code>.*?</code>", "", text) for text in places.values()]
    assert [wrong for text in shown for wrong in faults(text, own=OWN)] == []


def test_no_script_has_words() -> None:
    """No sentence stands in a script: each string in them is a name, a code or a pattern."""
    for file in sorted((ROOT / "jtbd" / "sign" / "page").glob("*.js")):
        code = re.sub(r"//.*", "", file.read_text(encoding="utf-8"))
        code = re.sub(r"/\*\*?(?:.|\n)*?\*/", "", code)
        strings = re.findall(r'"((?:[^"\\\n]|\\.)*)"', code)
        assert [
            text for text in strings if re.search(r"[A-Za-z]{2,} [a-z]{2,}", text) and "strict" not in text
        ] == [], file


@pytest.mark.browser
def test_the_empty_page_is_said(opened: Checker) -> None:
    """What stands there before a file was dropped is in brackets, to the last word."""
    opened.page.reload()
    texts = opened.page.evaluate(_LEAVES)
    assert len(texts) > 10
    assert _wrong(texts, (*OWN, "jtbd verify sheet.yaml")) == []


@pytest.mark.browser
@pytest.mark.parametrize("state", states.states(), ids=lambda state: state.name)
def test_what_holds_is_said(opened: Checker, state: State) -> None:
    """Of a sheet in any state, all that is ours is in brackets, and what people wrote is as they wrote it."""
    opened.shown(state.data)
    assert _wrong(opened.page.evaluate(_LEAVES), _own(state.data)) == []


@pytest.mark.browser
def test_what_does_not_hold_is_said(opened: Checker) -> None:
    """Of every attack the verdict and each line of the rules is in brackets; what exactly is wrong, too."""
    wrong: dict[str, list[str]] = {}
    for attack in attacks.attacks():
        article = opened.shown(attack.data)
        texts = [*article.locator(".message, .advice, .detail, h2, h3").all_text_contents()]
        if found := [text for text in texts if not re.fullmatch(r"(?:⟦[^⟦⟧]*⟧ ?)+", text)]:
            wrong[attack.name] = found
    assert wrong == {}


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_clipped(opened: Checker, width: int) -> None:
    """Words that are longer by two fifths have their room, on a laptop and on a phone."""
    opened.page.set_viewport_size({"width": width, "height": 800})
    for data in (b"a: 1\n", sheet_yaml(sheets.complete(states.full())), sheet_yaml(sheets.half_signed())):
        opened.shown(data)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        assert opened.page.evaluate(_CUT) == []
    opened.page.set_viewport_size({"width": 1280, "height": 800})
