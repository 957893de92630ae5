"""Strict reading: what is refused, where, and that no file hangs or crashes it."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
import yaml
from hypothesis import given, settings, strategies as st

from jtbd.errors import FaultyFile, UnreadableFile
from jtbd.yamltext import Document, path_text, read, reader, scan

MERGE_KEY_BOMB = b"x0: &x0 {a: b}\n" + b"".join(
    b"x%d: &x%d {<<: [%s]}\n" % (nth, nth, b", ".join([b"*x%d" % (nth - 1)] * 9)) for nth in range(1, 30)
)

WORDS = """
    yes No on OFF y N True FALSE ~ Null 12:30 190:20:30 017 08 0o17 0x1F 0b11 1e3 1E-3 1_000 1,000 +5 -0 .5 5. 1.5
    120.00 1.2.3 . .inf -.INF .NaN 2026-11-22 2026-1-2 2026-11-22T09:30:00Z = :symbol 1234567890123456
"""


@pytest.fixture(params=[yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "pure"])
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "PARSER", request.param)


def faults(text: str | bytes) -> list[tuple[int, int, str, str]]:
    """Return line, column, path and message of every fault."""
    with pytest.raises(FaultyFile) as caught:
        read(text.encode() if isinstance(text, str) else text, "file.yaml")
    return [(fault.line, fault.column, fault.path, fault.message) for fault in caught.value.faults]


@pytest.mark.usefixtures("_each_parser")
def test_reads_plain_data() -> None:
    """Mappings, lists, text, whole numbers, true, false and null are read as every reader reads them."""
    text = "a: {b: [1, -20, 0]}\nc:\n- true\n- null\n-\nd: word of honour\ne: 'no'\nf: |\n  two\n  lines\n"
    value = read(text.encode(), "file.yaml").value
    assert value == {
        "a": {"b": [1, -20, 0]},
        "c": [True, None, None],
        "d": "word of honour",
        "e": "no",
        "f": "two\nlines\n",
    }
    assert value == yaml.safe_load(text)


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"", None),
        (b"# nothing but a comment\n", None),
        (b"alone", "alone"),
        (b"\xef\xbb\xbfa: 1\r\nb: two\r\n", {"a": 1, "b": "two"}),
        (b"a: 1\rb: two\r", {"a": 1, "b": "two"}),
        (b"---\na: 1\n...\n", {"a": 1}),
        ("naïve: 日本\n".encode(), {"naïve": "日本"}),
    ],
    ids=["empty", "comment", "lone scalar", "BOM and CRLF", "CR", "document marks", "any script"],
)
@pytest.mark.usefixtures("_each_parser")
def test_reads_files_as_editors_leave_them(data: bytes, value: object) -> None:
    """A byte order mark, any line ends, an empty file and a lone scalar are no faults of the YAML."""
    assert read(data, "file.yaml").value == value


@pytest.mark.parametrize("word", WORDS.split())
@pytest.mark.usefixtures("_each_parser")
def test_refuses_words_on_which_readers_differ(word: str) -> None:
    """An unquoted word that some YAML 1.1 or 1.2 reader takes for something else is refused, and in quotes is text."""
    [(line, column, path, message)] = faults(f"a: one\nb: {word}\n")
    assert (line, column, path) == (2, 4, "b")
    assert f'put it in quotes, as "{word}"' in message
    assert read(f'b: "{word}"'.encode(), "file.yaml").value == {"b": word}


@pytest.mark.parametrize(
    "word", ["2026-11-22-harbour", "none; in kind", "20-person", "nobody", "e-mail", "Café", "a:b", "1st", "v1.2"]
)
def test_takes_other_words_for_text(word: str) -> None:
    """A word that every reader takes for text needs no quotes."""
    assert read(word.encode(), "file.yaml").value == word


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("a: 1\nb: 2\na: 3\n", (3, 1, "a"), "a is given twice, first on line 1"),
        ("a: &name 1\n", (1, 4, "a"), "anchors"),
        ("a: *name\n", (1, 4, "a"), "references"),
        ("a:\n  <<: {b: 1}\n", (2, 3, "a"), "merge keys"),
        ("a: !!str 1\n", (1, 4, "a"), "tags"),
        ("- 1: one\n", (1, 3, "[0]"), 'put it in quotes, as "1"'),
        ("null: one\n", (1, 1, ""), "must be text"),
        ("? [a]\n: one\n", (1, 3, ""), "must be a word"),
        ("*name : one\n", (1, 1, ""), "write the name out"),
        ("no: one\n", (1, 1, "no"), 'as "no"'),
        (f"{'k' * 201}: one\n", (1, 1, ""), "at most 200 characters"),
        ("%YAML 1.1\n---\na: 1\n", (1, 1, ""), "directives"),
        ("a: 1\n---\nb: 2\n", (2, 1, ""), "second document"),
        ("a: one\x07two\n", (1, 7, ""), "U+0007"),
        ("a: b\0c\n", (1, 5, ""), "U+0000"),
        ("a: one\u202etwo\n", (1, 7, ""), "U+202E"),
        ("a: x\u2028y\n", (1, 5, ""), "U+2028"),
        ('a: "\\u202e"\n', (1, 4, "a"), "U+202E"),
        ('"\\e": 1\n', (1, 1, "\N{REPLACEMENT CHARACTER}"), "U+001B"),
    ],
)
@pytest.mark.usefixtures("_each_parser")
def test_refuses_what_readers_could_take_differently(text: str, place: tuple[int, int, str], says: str) -> None:
    """Each trap of YAML is refused at its line and column, with what to do."""
    [fault] = faults(text)
    assert fault[:3] == place
    assert says in fault[3]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb: c: d\n", 2, "a colon inside a text"),
        ("a:\n\t- b\n", 2, "a tab cannot indent"),
        ("a: @b\n", 1, "a text cannot begin with @"),
        ("a: 'b\nc: d\n", 3, "a quote is opened and never closed"),
        ("a: [1, 2\n", 2, "a list in [ ] is not closed"),
        ("a: {b: 1\n", 2, "a group in { } is not closed"),
        ('a: "\\q"\n', 1, "a backslash stands for itself"),
        ("a: 1\n- b\n", 2, "not indented like those above it"),
        ("- a\nb: 1\n", 2, "begin with a dash"),
        ("a: - b\n", 1, "a dash begins a list on a line of its own"),
        ("a: }\n", 1, "not YAML here"),
    ],
)
def test_says_plainly_what_is_not_yaml(text: str, line: int, says: str) -> None:
    """A syntax error is named by its line, in words that say what to write."""
    [fault] = faults(text)
    assert fault[0] == line
    assert says in fault[3]


@pytest.mark.usefixtures("_each_parser")
def test_reports_all_faults_at_once() -> None:
    """Reading goes on after a fault; a syntax error ends it and is reported with those before it."""
    text = "a: no\nb: &x 1\na: 2\nc: \u202e\nd: !t e\nf: [\ng: }\n"
    assert [fault[0] for fault in faults(text)] == [1, 2, 3, 4, 5, 7]


def test_messages_hold_no_character_that_steers_a_terminal() -> None:
    """What is quoted from the file in a message is free of control characters and short."""
    for text in ('"\\e[2J": 1\n"\\e[2J": 2\n', f"a: {'1' * 5000}\n"):
        for *_, path, message in faults(text):
            assert (path + message).isprintable()
            assert len(message) < 200


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"a: 1\nb: caf\xe9\n", r"line 2 is not UTF-8 text \(byte 0xE9 at offset 11\)"),
        ("a: 1\n".encode("utf-16"), "line 1 is not UTF-8 text"),
        (b"a: " + b"x" * (1 << 20), "larger than 1 MiB"),
    ],
    ids=["Latin-1", "UTF-16", "too large"],
)
def test_names_a_file_that_cannot_be_read(data: bytes, says: str) -> None:
    """A file that is no UTF-8 text, or too large, is unreadable, and the remedy says what to do."""
    with pytest.raises(UnreadableFile, match=says) as caught:
        read(data, "file.yaml")
    assert caught.value.remedy


@pytest.mark.parametrize(
    "data",
    [
        MERGE_KEY_BOMB,
        b"[" * 25_000,
        b"{" * 25_000,
        b"- " * 25_000,
        b"? " * 25_000,
        b"-" * (1 << 20),
        b"-\n" * 200_000,
        b"[" + b"a," * 200_000,
        b"9" * (1 << 20),
        b"\0" * 1000,
        b"no: 1\n" * 1000,
        b"&a " * 1000,
        b'"' + b"\\" * 100_001,
        b"? " + b"k" * 100_000 + b"\n: 1\n",
    ],
    ids=lambda data: f"{data[:6]!r}*{len(data)}",
)
def test_no_file_hangs_or_crashes_it(data: bytes) -> None:
    """Hostile files of up to 1 MiB are read or refused within seconds, in one bounded report."""
    start = time.perf_counter()
    reading = scan(data, "file.yaml")
    assert time.perf_counter() - start < 10
    assert len(reading.findings) <= 150
    assert all(len(finding.message) < 200 for finding in reading.findings)


@given(st.one_of(st.binary(max_size=200), st.text("ab01-:,[]{}&*!|>'\"%@`#?~. \n\t\\<=\u202e", max_size=200)))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_document_or_a_named_failure(data: bytes | str) -> None:
    """Whatever the bytes, reading ends with a document or with a failure that a person can mend."""
    with suppress(FaultyFile, UnreadableFile):
        assert isinstance(read(data.encode() if isinstance(data, str) else data, "file.yaml"), Document)


@given(st.text("abn01-:,[]{}|>'\"#?~. \n", max_size=60))
@settings(max_examples=300, deadline=None)
def test_what_is_accepted_is_what_pyyaml_reads(text: str) -> None:
    """What strict reading accepts, `yaml.safe_load` takes for the same, unless it cannot read it at all."""
    with suppress(FaultyFile, yaml.YAMLError):
        assert read(text.encode(), "file.yaml").value == yaml.safe_load(text)


def test_knows_where_everything_stands() -> None:
    """A path leads to its value's line and column, a missing one to the nearest part around it."""
    document = read(b"a:\n- b: one\n  c: {d: two}\n- e: 3\n", "file.yaml")
    assert document.place(("a", 0, "c", "d")) == (3, 10)
    assert document.place(("a", 1)) == (4, 3)
    assert document.place(("a", 0, "c", "missing", "deeper")) == (3, 6)
    assert document.place(("missing",)) == (1, 1)
    assert document.key_place(("a", 0, "c")) == (3, 3)
    assert document.key_place(("a", 1)) == (4, 3)


def test_paths_are_written_as_people_write_them() -> None:
    """Keys are joined by dots, indexes stand in brackets."""
    assert path_text(("aspects", 2, "a", "stance")) == "aspects[2].a.stance"
    assert path_text(()) == ""
