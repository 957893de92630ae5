"""Job templates: what ships says what customers need, and a user's own stand beside it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Final

import jsonschema
import pytest

from jtbd.advice.statement import aspect_advice, job_advice
from jtbd.errors import FaultyFile, NewerFormat, UnreadableFile
from jtbd.model import Dimension, Step
from jtbd.templates import JobTemplate, read_library, templates
from jtbd.templates.schema import template_schema
from jtbd.yamltext import read
from tests.support.builders import canvas
from tests.support.places import ROOT

FILES: Final = sorted((ROOT / "jtbd" / "templates" / "jobs").iterdir())
SCHEMA: Final = ROOT / "schema" / "job-template-1.schema.json"

OWN: Final = """\
format: jtbd.job-template/1
id: keep-bees
trade: Farming
title: Keep bees
job: {performer: allotment holder, want: keep bees through the winter}
aspects:
- {id: find-a-spot, dimension: functional, text: Find a spot out of the wind}
"""

every_shipped: Final = pytest.mark.parametrize("template", templates(), ids=lambda template: template.id)


def test_shipped_enough() -> None:
    """At least 24 templates ship, in at least 8 trades of at least two jobs each."""
    trades = read_library().by_trade()
    assert sum(map(len, trades.values())) == len(FILES) >= 24
    assert len(trades) >= 8
    assert min(map(len, trades.values())) >= 2


def test_shipped_names() -> None:
    """Every shipped file is named for the id in it, and no title is given twice."""
    assert [file.name for file in FILES] == sorted(f"{template.id}.yaml" for template in templates())
    assert max(Counter(template.title for template in templates()).values()) == 1


@every_shipped
def test_shipped_whole(template: JobTemplate) -> None:
    """A shipped template states the whole job, with 10 to 16 needs in all dimensions and at least four job steps."""
    assert all((template.job.performer, template.job.when, template.job.want, template.job.so_that))
    assert 10 <= len(template.aspects) <= 16
    dimensions = Counter(aspect.dimension for aspect in template.aspects)
    assert dimensions[Dimension.FUNCTIONAL] >= len(template.aspects) / 2
    assert min(dimensions[Dimension.EMOTIONAL], dimensions[Dimension.SOCIAL]) >= 2
    steps = {aspect.step for aspect in template.aspects}
    assert None not in steps
    assert len(steps) >= 4


@every_shipped
def test_shipped_without_advice(template: JobTemplate) -> None:
    """A shipped template gives the guard nothing to say: no solution, no supplier, one need at a time."""
    document = canvas(job=template.job)
    advice = [*job_advice(document)]
    for aspect in template.aspects:
        advice += aspect_advice(aspect.text, document)
    assert advice == []


@every_shipped
def test_shipped_in_one_grammar(template: JobTemplate) -> None:
    """A need says one thing and has no full stop; feelings are felt and standing is seen."""
    beginnings: dict[Dimension, tuple[str, ...]] = {
        Dimension.FUNCTIONAL: ("",),
        Dimension.EMOTIONAL: ("Feel ", "Avoid feeling "),
        Dimension.SOCIAL: ("Be seen ", "Avoid being seen "),
    }
    for aspect in template.aspects:
        words = aspect.text.split()
        assert not {"and", "or", "and/or", "&"} & set(words), aspect.text
        assert words[0].istitle(), aspect.text
        assert not aspect.text.endswith("."), aspect.text
        assert aspect.text.startswith(beginnings[aspect.dimension]), aspect.text


@every_shipped
def test_shipped_in_order(template: JobTemplate) -> None:
    """The needs of a shipped template stand by dimension and, within it, by job step."""
    dimensions, steps = list(Dimension), [None, *Step]
    places = [(dimensions.index(aspect.dimension), steps.index(aspect.step)) for aspect in template.aspects]
    assert places == sorted(places)
    assert max(Counter(aspect.text for aspect in template.aspects).values()) == 1


def test_library_sorted() -> None:
    """Trades stand in order of the alphabet, and so do the titles in each."""
    trades = read_library().by_trade()
    assert list(trades) == sorted(trades, key=str.casefold)
    for shelf in trades.values():
        titles = [template.title for template in shelf]
        assert titles == sorted(titles, key=str.casefold)


def test_library_reads_shipped_once() -> None:
    """The shipped templates are parsed once in the life of a program."""
    assert all(first is second for first, second in zip(templates(), templates(), strict=True))


def test_own_beside_shipped(tmp_path: Path) -> None:
    """A template in the user's folder is listed under its trade, beside the shipped ones."""
    (tmp_path / "bees.yaml").write_text(OWN, encoding="utf-8")
    library = read_library(tmp_path)
    assert [template.id for template in library.by_trade()["Farming"]] == ["keep-bees"]
    assert len(library.templates) == len(FILES) + 1
    assert library.refused == ()


def test_own_replaces_shipped(tmp_path: Path) -> None:
    """A user's template with the id of a shipped one takes its place."""
    (tmp_path / "mine.yaml").write_text(OWN.replace("keep-bees", "hold-wedding"), encoding="utf-8")
    found = {template.id: template for template in templates(tmp_path)}
    assert found["hold-wedding"].title == "Keep bees"
    assert len(found) == len(FILES)


def test_own_folder_missing(tmp_path: Path) -> None:
    """A folder that does not exist holds no templates and is no fault."""
    assert read_library(tmp_path / "templates") == read_library()


def test_own_trade_in_two_spellings(tmp_path: Path) -> None:
    """Two spellings of a trade are two trades, and neither hides a template of the other."""
    for number, trade in enumerate(("Farming", "farming", "Farming")):
        text = OWN.replace("Farming", trade).replace("keep-bees", f"keep-bees-{number}")
        (tmp_path / f"{number}.yaml").write_text(text.replace("Keep bees", f"Keep bees {number}"), encoding="utf-8")
    trades = read_library(tmp_path).by_trade()
    assert (len(trades["Farming"]), len(trades["farming"])) == (2, 1)


def test_faulty_named_with_lines(tmp_path: Path) -> None:
    """A faulty template is named with its file and the line of every fault, and the others are still there."""
    (tmp_path / "bees.yaml").write_text(OWN, encoding="utf-8")
    twice = "- {id: find-a-spot, dimension: functional, text: Find it again}\n"
    wrong = "- {id: feel-calm, dimension: moral, text: Feel calm, importance: 3}\n"
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text(OWN.replace("title: Keep bees\n", "") + wrong, encoding="utf-8")
    doubled = tmp_path / "twice.yaml"
    doubled.write_text(OWN + twice, encoding="utf-8")
    library = read_library(tmp_path)
    assert "keep-bees" in {template.id for template in library.templates}
    first, second = library.refused
    assert isinstance(first, FaultyFile)
    assert first.file == str(faulty)
    assert [(fault.line, fault.path) for fault in first.faults] == [
        (1, "title"),
        (7, "aspects[1].dimension"),
        (7, "aspects[1].importance"),
    ]
    assert isinstance(second, FaultyFile)
    assert [(fault.line, fault.path) for fault in second.faults] == [(8, "aspects[1].id")]


def test_refused_in_words(tmp_path: Path) -> None:
    """A newer format, bytes that are no text, a folder, an empty file and broken YAML are each named for that."""
    (tmp_path / "a-newer.yaml").write_text(OWN.replace("template/1", "template/1.1"), encoding="utf-8")
    (tmp_path / "b-bytes.yaml").write_bytes(b"\xff\xfe")
    (tmp_path / "c-folder.yaml").mkdir()
    (tmp_path / "d-empty.yaml").write_text("", encoding="utf-8")
    (tmp_path / "e-broken.yaml").write_text("format: [", encoding="utf-8")
    (tmp_path / "f-other.yaml").write_text(OWN.replace("jtbd.job-template/1", "jtbd.canvas/1"), encoding="utf-8")
    library = read_library(tmp_path)
    assert len(library.templates) == len(FILES)
    kinds = [NewerFormat, UnreadableFile, UnreadableFile, FaultyFile, FaultyFile, FaultyFile]
    assert [type(error) for error in library.refused] == kinds
    assert all(str(tmp_path) in error.message for error in library.refused)
    assert all(error.remedy for error in library.refused)


def test_schema_fresh(request: pytest.FixtureRequest) -> None:
    """The schema file is what the model says today; `pytest --update-golden` writes it anew."""
    text = json.dumps(template_schema(), indent=2, ensure_ascii=False) + "\n"
    if request.config.getoption("--update-golden"):
        SCHEMA.write_text(text, encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == text


def test_schema_fits_shipped() -> None:
    """Every shipped file fits the schema that its first line points to, and a file with a further field does not."""
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for file in FILES:
        first, _, _ = file.read_text(encoding="utf-8").partition("\n")
        assert (file.parent / first.partition("$schema=")[2]).resolve() == SCHEMA
        document = read(file.read_bytes(), file.name).value
        validator.validate(document)
        assert isinstance(document, dict)
        assert not validator.is_valid({**document, "price": 5})
