"""Canonical YAML: one content has one text, and every reader reads the same."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import given, settings, strategies as st
from pydantic import ValidationError

from jtbd.errors import InvalidSheet
from jtbd.model.job import Job
from jtbd.model.text import GREATEST
from jtbd.sign.sheet.canonical import canonical_yaml, parse
from jtbd.sign.token.canonical import canonical_json

KEYS = st.from_regex(r"[a-z][a-z0-9_]{3,8}", fullmatch=True).filter(lambda key: key not in {"true", "false", "null"})


def _acceptable(text: str) -> bool:
    try:
        return Job(when=text).when == text
    except ValidationError:
        return False


TEXTS = st.text(max_size=40).map(lambda text: unicodedata.normalize("NFC", text)).filter(_acceptable)
SCALARS = TEXTS | st.booleans() | st.integers(-GREATEST, GREATEST)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.dictionaries(KEYS, inner, max_size=4)
        | st.lists(SCALARS | st.dictionaries(KEYS, inner, max_size=3), max_size=4)
    ),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_reading_gives_back_what_was_written(document: dict[str, Any]) -> None:
    """What canonical YAML writes is read back the same, by our reader and by another."""
    text = canonical_yaml(document)

    assert parse(text) == document
    assert canonical_json(yaml.safe_load(text)) == canonical_json(document)


def test_shape() -> None:
    """Keys are sorted, a dash stands at its parent's column, and what is empty is [] or {}."""
    document = {"b": [{"z": 1, "a": [True]}, "x"], "a": {"p": -3, "m": {}}, "c": []}

    assert canonical_yaml(document) == (b'a:\n  m: {}\n  p: -3\nb:\n- a:\n  - true\n  z: 1\n- "x"\nc: []\n')


def test_text_is_its_json_string() -> None:
    """Every text is written exactly as RFC 8785 writes it."""
    assert canonical_yaml({"t": 'no: "é" \\ \t 日本 🙂'}) == 't: "no: \\"é\\" \\\\ \\t 日本 🙂"\n'.encode()


@pytest.mark.parametrize("value", [None, 1.5, b"x", {1, 2}, [["nested"]], 2**53])
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    """A null, a float, bytes, a set, a list in a list and a number that JSON readers round are refused."""
    with pytest.raises(ValueError, match=r"cannot stand|domain|exceeds|safe"):
        canonical_yaml({"k": value})


@pytest.mark.parametrize("key", ["A", "a b", "", "9", "é", "a:", "y", "on", "no", "true", "null"])
def test_a_key_is_a_plain_word(key: str) -> None:
    """A key that would need quotes is refused."""
    with pytest.raises(ValueError, match="cannot be a key"):
        canonical_yaml({key: 1})


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\u202e", "\u2066", "\ud800", "\r", "e\u0301"],
)
def test_text_that_could_be_read_otherwise_is_refused(character: str) -> None:
    """Controls, separators, byte order marks, surrogates, bidi overrides and text not in NFC cannot be written."""
    with pytest.raises(ValueError, match=r"cannot stand|normal form"):
        canonical_yaml({"k": f"a{character}b"})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nc: 1\nb: 1\n", 2),
        ("a: 'x'\n", 1),
        ("a: x\n", 1),
        ('a: "\\u0078"\n', 1),
        ('a:\n  - "x"\n', 2),
        ("a:\n    b: 1\n", 2),
        ('a: {"b": 1}\n', 1),
        ("a: 1 # one\n", 1),
        ("a: 1\n\n", 2),
        ("a: 1", 1),
        ("a: 1\r\n", 1),
        ("a: +1\n", 1),
        ("a: 1_0\n", 1),
        ("---\na: 1\n", 1),
        ("\ufeffa: 1\n", 1),
        ("a: True\n", 1),
        ('"a": 1\n', 1),
        ("a: null\n", 1),
        ("a: 1.0\n", 1),
        ("a: 1\na: 1\n", 2),
        ("a: &x 1\n", 1),
        ("a: !!int 1\n", 1),
    ],
)
def test_another_writing_of_the_same_is_refused(text: str, line: int) -> None:
    """YAML that means something but is not in the one form is refused by the rule `canonical`."""
    with pytest.raises(InvalidSheet) as caught:
        parse(text.encode())

    assert caught.value.rule == "canonical"
    if "not in canonical form" in caught.value.message:
        assert f"line {line} " in caught.value.message


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"- 1\n", b"a\n", b"a: [\n", b"[" * 20_000, b"a: " + b"9" * 5000])
def test_what_is_not_a_sheet_at_all_is_refused(data: bytes) -> None:
    """Nothing, no text, no mapping, broken or bottomless YAML and endless numbers are refused by the same rule."""
    with pytest.raises(InvalidSheet) as caught:
        parse(data)

    assert caught.value.rule == "canonical"


def test_json_is_rfc_8785() -> None:
    """The example of RFC 8785 section 3.2.2, without its floats, comes out as printed there."""
    value = json.loads(
        '{"string": "\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}'
    )

    assert canonical_json(value) == (
        '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'.encode()
    )
