"""What nobody sees: it enters no text of a canvas, and what a script or a picture needs stays."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, strategies as st
from pydantic import BaseModel, TypeAdapter

from jtbd import editing
from jtbd.model import Canvas
from jtbd.model.sheet import SheetAspect
from jtbd.model.text import OneLine, Sentence
from jtbd.model.unseen import without_unseen
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from tests.support.builders import canvas

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff\uf0b7\U000f0001\u3164\u206a\u200e"


@pytest.mark.parametrize("character", UNSEEN)
def test_nothing_unseen_in_a_text_of_letters(character: str) -> None:
    """Wherever it stands in words of Latin letters, it goes, and nothing comes in its place."""
    for kind in (OneLine, Sentence):
        adapter = TypeAdapter[str](kind)
        said = f"{character}Fi{character}nd {character}premises{character} now{character}"
        assert adapter.validate_python(said) == "Find premises now"


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم خانه‌ای پیدا کنم",  # Persian without joining
        "क्‍ष और र्‍य",  # half letters behind a virama
        "ක්‍රමය",
        "അവന്‍",  # an older way to write a letter that ends a word
        "be seen by 👩🏽‍💻 and 👨‍👩‍👧 alike",
        "I ❤️‍🔥 it",
        "I ❤️ our work",
        "press 1️⃣ first",
        "葛󠄀城市で探す",  # a variant of an ideograph, as in family names
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿 customers",
        "ᠮᠣᠩᠭᠣᠯ᠋ᠤ",
        "שלום (USB)\u200f!",
        "Straße, naïve, Ħal",
    ],
)
def test_what_a_script_or_a_picture_needs_stays(text: str) -> None:
    """Joiners in a word, variants, tags of a flag, the direction of a text from right to left are left alone."""
    assert without_unseen(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Thank you ❤️", "Thank you ❤"),
        ("️Find", "Find"),
        ("Auf\u200clage", "Auflage"),
        ("می\u200c", "می"),
        ("one\vtwo\u2028three", "one two three"),
        ("Find 2\ufe0f rooms", "Find 2 rooms"),
        ("👩\u200d 👧", "👩 👧"),
    ],
)
def test_at_the_ends_and_between_others_it_goes(text: str, kept: str) -> None:
    """What joins nothing and chooses no form of anything is no part of a text; a soft break is a blank."""
    assert without_unseen(text) == kept


@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from(UNSEEN + "\u034f\u20e3 1❤👩शक्می\v"), st.characters(exclude_categories=["Cs"])
        )
    )
)
@example("❤️️️" + "\u034f" * 50)
def test_once_is_enough(text: str) -> None:
    """What is left has nothing more to lose, and all that can be seen is left in its order."""
    kept = without_unseen(text)
    assert without_unseen(kept) == kept
    assert not {*kept} & {*"\u00ad\u200b\u2060\ufeff\uf0b7\v"}
    letters = [c for c in text if unicodedata.category(c)[0] in "LNPS" and c not in "\u115f\u1160\u3164\uffa0\ufffb"]
    assert [c for c in kept if unicodedata.category(c)[0] in "LNPS"] == letters


def test_no_text_of_a_canvas_keeps_it() -> None:
    """However a text comes in, by a file or by a change, every field of a canvas is rid of what nobody sees."""
    dirty = "\ufeffAna\u200b Ru\u00adiz\uf0b7"
    said = Canvas.model_validate(_filled(canvas().model_dump(mode="json"), dirty))
    assert not {*canvas_to_text(said)} & {*UNSEEN}
    assert said.job.want == said.parties.a.person == said.title == "Ana Ruiz"
    written = 'format: jtbd.canvas/1\nid: x\ntitle: "A\u200bna\\u00ad Ruiz\\uf0b7"\n'
    assert canvas_from_bytes(written.encode(), "x").title == "Ana Ruiz"
    assert editing.put(canvas(), ("job", "want"), "\u200b \u2060").job.want is None


def _filled(document: dict[str, object], text: str) -> dict[str, object]:
    person = {"organisation": text, "person": text, "title": text, "offers": text}
    job = {"performer": text, "when": text, "want": text, "so_that": text}
    need = {"id": "one", "dimension": "social", "text": text, "line": {"lead": "a", "rule": text}}
    promise = {"id": "p", "by": "a", "what": text, "trigger": text, "done_when": text, "gives": text, "standard": text}
    return {
        **document,
        "title": text,
        "parties": {"a": person, "b": person},
        "job": job,
        "aspects": [need],
        "missing": [{"aspects": ["one"], "who": text}],
        "commitments": [promise],
        "meetings": [{"started": datetime.now(UTC).isoformat(), "place": text}],
    }


def test_what_is_signed_is_read_as_it_is() -> None:
    """A sheet that was signed with such a character still says what was signed."""
    part: BaseModel = SheetAspect(id="one", text="Find\u200bpremises")
    assert part.model_dump()["text"] == "Find\u200bpremises"
