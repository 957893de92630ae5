"""The catalogue of sentences, and the pseudo-language that is made of it."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from catalogue import KEYWORDS, TEMPLATE, compiled, gathered, lacking, pseudo_catalogue, written
from gathering import sentences
from hypothesis import given, strategies as st
from pseudo import CLOSE, LONGER, OPEN, pseudo

from jtbd.i18n import PSEUDO, WITHIN
from tests.support.places import ROOT


def test_the_catalogue_is_up_to_date() -> None:
    """What is shipped is what `python docs/translating/catalogue.py` gathers from the sources of today."""
    catalogue = gathered()
    folder = TEMPLATE.parent / PSEUDO.replace("-", "_") / "LC_MESSAGES"
    assert TEMPLATE.read_bytes() == written(catalogue)
    assert (folder / "jtbd.mo").read_bytes() == compiled(pseudo_catalogue(catalogue))


def test_the_pseudo_language_lacks_nothing() -> None:
    """Every sentence is said in it, with all of its slots."""
    catalogue = gathered()
    assert not [*lacking(pseudo_catalogue(catalogue), catalogue)]


def test_what_a_language_lacks_is_named() -> None:
    """A sentence that is missing, or whose slots are others, is named with what is wrong."""
    source, said = Catalog(), Catalog(locale="pl")
    for text in ("Save", "{name} solves it", "Leave {it}", "{"):
        source.add(text)
    source.add(("1 need", "{number} needs"))
    said.add("{name} solves it", "{nazwa} to robi")
    said.add("Leave {it}", "Zostaw")
    said.add(("1 need", "{number} needs"), ("{number} potrzeba", "{number} potrzeby", ""))
    assert [*lacking(said, source)] == [
        "not said: 'Save'",
        "no such slot, nazwa: '{name} solves it'",
        "a slot is missing, it: 'Leave {it}'",
        "not said: '{'",
        "not said: '1 need'",
    ]


@given(st.text(st.characters(codec="ascii", categories=("L", "Zs", "Po")), min_size=1, max_size=80))
def test_pseudo_is_longer_and_in_brackets(text: str) -> None:
    """A text of ours is in one pair of brackets and longer by two fifths, if it has a letter; its beginning stays."""
    said = pseudo(text)
    if not re.search("[a-z]", text, re.IGNORECASE):
        return
    assert (said.count(OPEN), said.count(CLOSE)) == (1, 1)
    assert pseudo(text, WITHIN) == said.replace(OPEN, "").replace(CLOSE, "")


@pytest.mark.parametrize(
    "kept",
    [
        "{name}",
        "{{",
        "`jtbd sign --help`",
        "<b>",
        "&amp;",
        ":red[",
        ":material/add:",
        "](#top)",
        "--json",
        "DIR",
        "sheet-N.yaml",
        "jtbd",
    ],
)
def test_pseudo_keeps_what_is_no_word(kept: str) -> None:
    """Slots, commands, options, HTML, marks of Markdown and names of files are as they were."""
    said = pseudo(f"write this {kept} there")
    assert kept in said
    assert len(said) >= LONGER * len("write this  there")


def test_catalogues_are_shipped() -> None:
    """The catalogue lies in the package, where an installation has it."""
    assert TEMPLATE.is_relative_to(ROOT / "jtbd")


def test_every_sentence_is_gathered() -> None:
    """What stands within an f-string, or has a context by its name, is found too, with what translators are told."""
    source = """
# For translators: {job} is what somebody wants,
# in their words.
TABLE = {
    1: mark("We looked at {job}."),
}

def shown(x):
    # no word for translators
    return f"☞ {say('Saved.')} {say_count_in(WITHIN, '1 need', '{number} needs', len(x), name=f'{x}')}"
"""
    found = [*sentences(BytesIO(source.encode()), KEYWORDS, ("For translators:",), {})]
    assert [(name, texts[:3], told) for _, name, texts, told in found] == [
        ("mark", ("We looked at {job}.",), ["{job} is what somebody wants,", "in their words."]),
        ("say", ("Saved.",), []),
        ("say_count_in", (WITHIN, "1 need", "{number} needs"), []),
    ]
