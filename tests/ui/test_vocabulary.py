"""What the scripts of the page say: in its language, and all of it in the table."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import streamlit

from jtbd.i18n import ENGLISH, PSEUDO
from jtbd.ui import borrowed, page, vocabulary
from tests.support.places import ROOT
from tests.support.spoken import faults

UI: Final = ROOT / "jtbd" / "ui"
THEIRS: Final = Path(streamlit.__file__).with_name("static") / "static" / "js"
SCRIPTS: Final = sorted([*(UI / "scripts").glob("*.js"), *(UI / "frame").glob("*.js"), *(UI / "guard").glob("*.js")])
_WORDS: Final = re.compile(r'(?<![-.\w#\[])[A-Za-z]{3,} [a-z]{2,}(?![-\w]*[\])="])|\w\.$')
_CLASSES: Final = ("part whose", "part gap")


def _table(tag: str) -> dict[str, Any]:
    found = re.fullmatch(r'<script type="application/json" id="jtbd-words">(.*)</script>', vocabulary.element(tag))
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def _texts(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        for each in said.values():
            yield from _texts(each)


def test_each_script_says_what_is_in_the_table() -> None:
    """What a script asks the table for is there, and nothing else is."""
    said = (UI / "scripts" / "pulse.js").read_text(encoding="utf-8")
    assert {*re.findall(r'(?:say|kept)\("(\w+)"', said)} | {"borrowed"} == {*_table(ENGLISH)}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_has_words_of_its_own(script: Path) -> None:
    """No text in a script is a sentence: two words with a space between them, or one with a full stop."""
    code = re.sub(r"^\s*//.*$|\s// .*$", "", script.read_text(encoding="utf-8"), flags=re.MULTILINE)
    texts = [one or other for one, other in re.findall(r'"([^"\n]*)"|`([^`]*)`', code)]
    said = [text for text in texts if _WORDS.search(re.sub(r"\$\{[^{}]*\}", "0", text)) and text not in _CLASSES]
    assert said == []


def test_the_table_is_said_in_the_language_of_the_page() -> None:
    """Each page carries the words in its language, whole sentences all, with the same slots."""
    english, pseudo = _table(ENGLISH), _table(PSEUDO)
    for name, said in pseudo.items():
        assert [fault for text in _texts(said) for fault in faults(text, own=["{command}"])] == []
        assert [*map(_slots, _texts(said))] == [*map(_slots, _texts(english[name]))]
    assert vocabulary.element(PSEUDO) in page.page(PSEUDO)


def _slots(text: str) -> list[str]:
    return re.findall(r"\{\w+\}", text)


def test_what_counts_has_each_form_of_the_language() -> None:
    """A browser finds the text for each number by the name of the form; English has two of them."""
    assert {*_table(ENGLISH)["keptUntilRating"]} == {"one", "other"}
    assert _table(ENGLISH)["keptUntilAnswer"]["other"].startswith("These {number} answers")
    assert vocabulary._forms("pl") == {"one": 1, "few": 2, "many": 0}
    assert vocabulary._forms("de") == {"one": 1, "other": 0}


def test_streamlits_own_words_are_left_on_an_english_page() -> None:
    """In English there is nothing to say in the place of what Streamlit says."""
    assert _table(ENGLISH)["borrowed"] == []


def test_streamlits_own_words_are_said() -> None:
    """In any other language there is a text for each of them."""
    for word in _table(PSEUDO)["borrowed"]:
        assert [fault for text in _texts(word["said"]) for fault in faults(text)] == []


def test_streamlit_has_the_words_that_are_taken_for_its_own() -> None:
    """Each text is one of the installed Streamlit's: a version that says it otherwise is found here."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in THEIRS.glob("*.js"))
    for word in borrowed.words():
        for text in word.texts:
            pieces = re.split(r"\{\w+\}", re.sub(r"^(?:Error)?: ", "", text))
            if word.message.many or text == "add icon":  # put together of several
                pieces = text.split()
            wanted = [piece.strip(" ,.:") for piece in pieces if not piece.startswith("{")]
            assert [piece for piece in wanted if len(piece) > 1 and piece not in code] == [], text
