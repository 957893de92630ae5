"""Writing: every reader reads back what was written, laid out for people."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings, strategies as st

from jtbd.yamltext import Plain, read, write

REFUSED = "\u0085\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff\x7f"
AMBIGUOUS = r"""
    yes no on off y n true false null ~ 12:30 017 0o17 08 1e3 0x1f 1_000 1,000 .5 -1 2026-11-22
    2026-11-22T09:30:00+01:00 = << :x - -x ? # a#b #a &a *a !a %a @a `a |a >a 'a "a [a {a }a ]a ,a a: :a a\b
"""

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=REFUSED), max_size=30),
    st.text("ab0 1:-#'\"\\,[]{}\n\t\r.&*!|>%@~", max_size=12),
    st.sampled_from(
        [*AMBIGUOUS.split(), "", " ", "a ", " a", "a # b", "a: b", "a\nb", "\n", "\ta", "é", "e\u0301", "🙂", "\xa0"]
    ),
)
scalars = texts | st.integers(-(10**15) + 1, 10**15 - 1) | st.booleans() | st.none()
trees = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=15
)
patterns = st.lists(st.lists(st.just("*"), max_size=3).map(tuple), max_size=3)


@given(trees, patterns)
@settings(max_examples=200, deadline=None)
def test_reading_gives_what_was_written(tree: Plain, inline: list[tuple[str, ...]]) -> None:
    """`read(write(x)).value == x`, and PyYAML's own reader agrees."""
    text = write(tree, inline=inline)
    assert read(text.encode(), "file.yaml").value == tree
    assert yaml.safe_load(text) == tree
    assert yaml.load(text, Loader=yaml.CSafeLoader) == tree


@given(trees)
@settings(max_examples=50, deadline=None)
def test_writing_is_stable(tree: Plain) -> None:
    """The same data give the same text, also after reading it back."""
    assert write(read(write(tree).encode(), "file.yaml").value) == write(tree)


@pytest.mark.parametrize("text", [*AMBIGUOUS.split(), "", "true", "a ", " a", "1", "two\nlines"])
def test_quotes_text_that_a_reader_could_take_for_something_else(text: str) -> None:
    """Text in doubt stands in double quotes."""
    assert write({"k": text}).startswith('k: "')


def test_quotes_a_comma_only_between_items() -> None:
    """A comma needs no quotes on a line of its own, and does in a list."""
    assert write({"k": "a, b"}) == "k: a, b\n"
    assert write({"k": ["a, b"]}) == 'k: ["a, b"]\n'


@pytest.mark.parametrize(
    "text",
    [
        "find-premises",
        "2026-11-22-harbour-estates",
        "Harbour Estates × Northline Cabling",
        "Café Central",
        "ana@harbour.example",
        "owner of a 20-person firm",
        "none; in kind",
        "the client's office (2nd floor)",
        "Smith & Sons",
        "日本、東京",
        "हिन्दी",
    ],
)
def test_leaves_text_bare_that_no_reader_mistakes(text: str) -> None:
    """Everyday text in any script needs no quotes."""
    assert write({"k": text}) == f"k: {text}\n"


def test_lays_out_blocks_with_dashes_at_the_parents_column() -> None:
    """Two spaces for a mapping inside another, none for a list, LF at the end."""
    tree: Plain = {"a": {"b": [{"c": 1, "d": {"e": []}}, [{"f": None}, ["g", True]]]}, "h": {}}
    assert write(tree) == ("a:\n  b:\n  - c: 1\n    d:\n      e: []\n  - - f: null\n    - [g, true]\nh: {}\n")


def test_keeps_named_mappings_on_one_line_where_they_fit() -> None:
    """A mapping at a named path stays on its line up to 140 columns, and takes lines of its own beyond."""
    party: Plain = {"name": "x" * 90, "ready": {"a": True}}
    assert write({"parties": {"a": party}}, inline=[("parties", "*")]).count("\n") == 2
    assert write({"parties": {"a": party}}).count("\n") == 5
    longer: Plain = {"name": "x" * 125, "ready": {"a": True}}
    assert write({"parties": {"a": longer}}, inline=[("parties", "*")]).count("\n") == 5


def test_keeps_lists_of_scalars_on_one_line_where_they_fit() -> None:
    """A list of scalars is short and stays with its key, or takes a line each."""
    assert write({"serves": ["plan", "move"]}) == "serves: [plan, move]\n"
    assert write({"serves": ["x" * 70, "y" * 70]}) == f"serves:\n- {'x' * 70}\n- {'y' * 70}\n"


@pytest.mark.parametrize("bad", ["a\u202eb", "a\x07", "\ud800", "\ufeff", 10**15])
def test_refuses_what_it_could_not_read_back(bad: Plain) -> None:
    """A character or number that reading refuses is never written."""
    with pytest.raises(ValueError, match=r"cannot stand in a text|more than 15 digits"):
        write({"k": bad})


@pytest.mark.parametrize("bad", [{"k": 1.5}, {1: "k"}, {"k": (1, 2)}, {"k": b"bytes"}])
def test_refuses_other_kinds_of_data(bad: Plain) -> None:
    """Floats, keys that are no text and other types are a defect of the caller."""
    with pytest.raises(TypeError):
        write(bad)
