"""The shipped examples: three invented pairs, each with another verdict; and the fixtures that others build on."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

import pytest

from jtbd.advice.linter import lint_all
from jtbd.advice.statement import aspect_advice, job_advice
from jtbd.model import PARTIES, Canvas, Stance
from jtbd.scoring import Flag, ValueVerdict, Verdict, overlap, value_test
from jtbd.scoring.choice import BOTH_APART
from jtbd.sign.sheet.freeze import missing_for_sheet
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from jtbd.templates import templates
from tests.support.builders import large_canvas, ready_canvas
from tests.support.places import FIXTURES, ROOT

COMPLEMENTARY: Final = "example-harbour-estates-northline-cabling"
COMPETITIVE: Final = "example-lantern-studio-copper-fox"
LITTLE_IN_COMMON: Final = "example-bright-arch-blue-current"
VERDICTS: Final = {
    COMPLEMENTARY: Verdict.COMPLEMENTARY,
    COMPETITIVE: Verdict.COMPETITIVE,
    LITTLE_IN_COMMON: Verdict.LITTLE_IN_COMMON,
}
WEST: Final = frozenset({"GREEK", "CYRILLIC", "ARABIC", "HEBREW", "ROCKET"})
EAST: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "DEVANAGARI"})
ANY_SCRIPT: Final = FIXTURES / "any-script" / "canvas.yaml"

every_example: Final = pytest.mark.parametrize("name", VERDICTS)


def file_of(name: str) -> Path:
    """Return the file of a shipped example."""
    return ROOT / "canvases" / name / "canvas.yaml"


def example(name: str) -> Canvas:
    """Return a shipped example."""
    return canvas_from_bytes(file_of(name).read_bytes(), name)


def test_examples_are_these() -> None:
    """The canvases that ship are these three and no other."""
    assert {folder.name for folder in (ROOT / "canvases").glob("example-*")} == set(VERDICTS)


@every_example
def test_verdict(name: str) -> None:
    """An example shows the verdict it is there for."""
    assert overlap(example(name)).verdict is VERDICTS[name]


@every_example
def test_named_for_its_folder(name: str) -> None:
    """An example's id is the name of its folder."""
    assert example(name).id == name


@pytest.mark.parametrize("file", [*map(file_of, VERDICTS), ANY_SCRIPT], ids=lambda file: file.parent.name)
def test_canonical(file: Path) -> None:
    """An example, and the canvas in any script, is written exactly as the program would write it."""
    text = file.read_text(encoding="utf-8")
    assert canvas_to_text(canvas_from_bytes(file.read_bytes(), str(file))) == text


@every_example
def test_points_to_its_schema(name: str) -> None:
    """The first line of an example leads an editor to the schema of the canvas."""
    first, _, _ = file_of(name).read_text(encoding="utf-8").partition("\n")
    assert (file_of(name).parent / first.partition("$schema=")[2]).resolve() == ROOT / "schema/canvas-1.schema.json"


@every_example
def test_invented(name: str) -> None:
    """Every address in an example is on an .example domain."""
    addresses = re.findall(r"\S+@\S+", file_of(name).read_text(encoding="utf-8"))
    assert len(addresses) == 2
    assert all(address.endswith(".example") for address in addresses)


@every_example
def test_rated_by_both(name: str) -> None:
    """Nothing in the ratings of an example is blank, nor what customers usually take."""
    canvas = example(name)
    for party in PARTIES:
        assert canvas.choice.of(party) is not None
        for aspect in canvas.aspects:
            assert aspect.of(party).importance is not None
            assert aspect.of(party).stance is not None


@every_example
def test_customers_voice(name: str) -> None:
    """An example's job and aspects give the guard nothing to say."""
    canvas = example(name)
    assert job_advice(canvas) == ()
    assert [advice for aspect in canvas.aspects for advice in aspect_advice(aspect.text, canvas)] == []


def test_complementary_is_complete() -> None:
    """The first example is filled in to the last step, ready for a sheet, and gives the linter nothing to say."""
    canvas = example(COMPLEMENTARY)
    assert 12 <= len(canvas.aspects) <= 14
    assert all(canvas.parties.of(party).hourly_rate for party in PARTIES)
    assert {commitment.by for commitment in canvas.commitments} == {"a", "b"}
    assert canvas.missing
    assert canvas.review.next
    assert value_test(canvas).verdict is ValueVerdict.WORTH_IT
    assert lint_all(canvas) == ()
    assert missing_for_sheet(canvas, money=True) == ()


def test_complementary_shows_every_shade() -> None:
    """The first example has something contested, open and wanted, lines that count, and a slightly other heading."""
    canvas = example(COMPLEMENTARY)
    result = overlap(canvas)
    assert any(Stance.WANT in (aspect.a.stance, aspect.b.stance) for aspect in canvas.aspects)
    assert any({aspect.a.stance, aspect.b.stance} == {Stance.LEAVE} for aspect in canvas.aspects)
    assert result.rivalry is not None
    assert 0 < result.rivalry < 0.2
    assert result.after_line is not None
    assert result.after_line.rivalry == 0
    assert result.heading.verdict is result.verdict
    assert result.heading.rivalry != result.rivalry


def test_competitive_without_doubt() -> None:
    """The second example stays competitive where it is heading and whatever single answer changes."""
    result = overlap(example(COMPETITIVE))
    assert result.rivalry is not None
    assert result.rivalry > BOTH_APART
    assert result.threshold is None
    assert result.flags == ()
    assert result.flips == ()


def test_little_in_common_on_both_grounds() -> None:
    """The third pair shares too little purpose, and one of them has no part in the job."""
    result = overlap(example(LITTLE_IN_COMMON))
    assert result.purpose is not None
    assert result.purpose < 0.25
    assert result.containment.a is None
    assert result.flags == (Flag.ONE_SIDED,)


@pytest.mark.parametrize("name", [COMPLEMENTARY, COMPETITIVE])
def test_begun_from_a_template(name: str) -> None:
    """The first two examples have the job and the needs of a shipped template."""
    canvas = example(name)
    template = next(template for template in templates() if template.job == canvas.job.statement)
    assert {aspect.text for aspect in canvas.aspects} <= {aspect.text for aspect in template.aspects}


def test_any_script_is_whole() -> None:
    """The canvas in ten scripts is complete, and its texts hold all of them."""
    canvas = canvas_from_bytes(ANY_SCRIPT.read_bytes(), "any-script")
    first_words = {unicodedata.name(char, "").split(" ")[0] for char in ANY_SCRIPT.read_text(encoding="utf-8")}
    assert first_words >= WEST | EAST
    assert lint_all(canvas) == ()
    assert missing_for_sheet(canvas, money=True) == ()


def test_builders() -> None:
    """The documents that tests are built from are what they say: one ready to sign, one of 200 needs all answered."""
    ready = ready_canvas()
    assert overlap(ready).verdict is Verdict.COMPLEMENTARY
    assert lint_all(ready) == ()
    assert missing_for_sheet(ready, money=True) == ()
    large = large_canvas(200)
    assert len(large.aspects) == 200
    assert all(aspect.of(party).stance is not None for aspect in large.aspects for party in PARTIES)
