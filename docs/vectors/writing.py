"""Vectors that break the rule `canonical`: another writing of a sheet that would hold.

Read by a lenient reader of YAML nearly all of them mean what the sheet means whose signatures they carry.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from broken import broken
from material import Data, Vector, changed, consent, content_hash, plain, sheet

_STAND_IN: Final = "the stand-in"

_EDITS: Final = (
    ("comment", "content_hash:", "# a remark\ncontent_hash:", "a comment on a line of its own"),
    ("comment-behind", "revision: 3\n", "revision: 3 # a remark\n", "a comment behind a value"),
    ("space-behind", "revision: 3\n", "revision: 3 \n", "a space at a line's end"),
    ("space-before-value", "revision: 3\n", "revision:  3\n", "two spaces before a value"),
    ("empty-line", "content_hash:", "\ncontent_hash:", "an empty line"),
    ("one-carriage-return", "revision: 3\n", "revision: 3\r\n", "CR LF at the end of one line"),
    ("single-quotes", '"intent"', "'intent'", "a text in single quotes"),
    ("no-quotes", '"intent"', "intent", "a text without quotes"),
    ("block-text", '"Have the rooms planned"', "|-\n      Have the rooms planned", "a text in block style"),
    ("folded-text", '"Have the rooms planned"', '"Have the\n      rooms planned"', "a quoted text over two lines"),
    ("escaped-letter", '"intent"', '"\\u0069ntent"', "a letter written as an escape"),
    ("yaml-escape", '"intent"', '"\\x69ntent"', "an escape that YAML has and JSON has not"),
    ("quoted-key", "revision: 3", '"revision": 3', "a key in quotes"),
    (
        "unsorted-keys",
        '    id: "harbour-northline"\n    revision: 3\n',
        '    revision: 3\n    id: "harbour-northline"\n',
        "keys that are not sorted",
    ),
    ("doubled-key", "    revision: 3\n", "    revision: 3\n    revision: 3\n", "a key twice with the same value"),
    ("doubled-key-other", "  confidential: ", "  confidential: true\n  confidential: ", "a key twice, the last counts"),
    ("anchor", "commitment:\n", "commitment: &c\n", "an anchor"),
    ("anchor-on-text", '"2026-12-15"\n', '&d "2026-12-15"\n', "an anchor on a text"),
    ("tag", '"intent"', '!!str "intent"', "a tag"),
    ("merge-key", "  roles:\n", "  <<: {}\n  roles:\n", "a merge key"),
    ("flow-map", "    every:\n      weeks: 6\n", "    every: {weeks: 6}\n", "a map in braces"),
    ("flow-list", '    serves:\n    - "plan"\n', '    serves: ["plan"]\n', "a list in brackets"),
    ("indented-dash", '    - "plan"\n', '      - "plan"\n', "a dash that is indented"),
    ("four-spaces", "      weeks: 6\n", "        weeks: 6\n", "a level indented by four spaces"),
    ("tab", "      weeks: 6\n", "\tweeks: 6\n", "a level indented by a tab"),
    ("null", '  seal: "', '  seal: null\n  seam: "', "a null"),
    ("nothing", "  review:\n    every:\n      weeks: 6\n", "  review:\n", "a key without a value"),
    ("float", "revision: 3\n", "revision: 3.0\n", "a number with a decimal point"),
    ("exponent", "revision: 3\n", "revision: 3e0\n", "a number with an exponent"),
    ("plus", "revision: 3\n", "revision: +3\n", "a number with a plus"),
    ("leading-zero", "revision: 3\n", "revision: 03\n", "a number with a leading zero"),
    ("hexadecimal", "revision: 3\n", "revision: 0x3\n", "a hexadecimal number"),
    ("minus-zero", "contested: 4\n", "contested: -0\n", "minus zero"),
    ("sixteen-digits", "revision: 3\n", "revision: 1000000000000000\n", "a number of 16 digits"),
    ("capital-truth", "confidential: false", "confidential: False", "a capital in a truth"),
    ("yaml-truth", "confidential: false", "confidential: no", "a truth as YAML 1.1 has it"),
    ("reserved-key", "    revision: 3\n", "    revision: 3\n    yes: 1\n", "a key that YAML 1.1 takes for a truth"),
    ("capital-key", "    revision: 3\n", "    Revision: 3\n", "a capital in a key"),
    ("hyphen-key", "    revision: 3\n", "    re-vision: 3\n", "a hyphen in a key"),
    ("explicit-key", "    revision: 3\n", "    ? revision\n    : 3\n", "a key behind a question mark"),
    ("list-in-list", '    - "plan"\n', '    - - "plan"\n', "a list in a list"),
    ("empty-list-in-list", '    - "plan"\n', "    - []\n", "an empty list in a list"),
)

_REFUSED: Final = (
    ("nul", "\x00", "\\u0000", "NUL"),
    ("bell", "\x07", "\\u0007", "a control character"),
    ("carriage-return", "\r", "\\r", "a carriage return in a text"),
    ("delete", "\x7f", "\x7f", "DEL"),
    ("nel", "\x85", "\x85", "NEL, a line's end in YAML 1.1"),
    ("line-separator", "\u2028", "\u2028", "LINE SEPARATOR"),
    ("override", "\u202e", "\u202e", "a bidi override"),
    ("embedding", "\u202a", "\u202a", "a bidi embedding"),
    ("isolate", "\u2067", "\u2067", "a bidi isolate"),
    ("no-break", "\ufeff", "\ufeff", "a byte order mark inside a text"),
    ("no-character", "\uffff", "\\uffff", "U+FFFF"),
    ("decomposed", unicodedata.normalize("NFD", "é"), unicodedata.normalize("NFD", "é"), "a text that is not in NFC"),
    ("escaped-accent", "é", "\\u00e9", "a character beyond ASCII written as an escape"),
    ("surrogates", "\U0001f642", "\\ud83d\\ude42", "a character written as two surrogates"),
    ("too-long", "é" * 999, "é" * 999, "more than 1,000 characters that are not all ASCII"),
    ("long-escape", "\U0001f642", "\\U0001F642", "a character written as YAML's long escape"),
)


def vectors() -> Iterator[Vector]:
    """Yield files that are not canonical."""
    content = plain("canonical")
    text = sheet(content, consent(content, "a")).decode()
    for name, old, new, about in _EDITS:
        if text.count(old) != 1:
            raise ValueError(f"{name}: {old!r} is there {text.count(old)} times")
        yield broken("canonical", name, about, text.replace(old, new).encode())
    for name, character, written, about in _REFUSED:
        yield broken("canonical", f"text-{name}", f"in a text: {about}", _smuggled(character, written))
    for name, data, about in _wholes(text):
        yield broken("canonical", name, about, data)


def _smuggled(character: str, written: str) -> bytes:
    """Return a sheet signed with a character in a text, and the character written as it is told."""
    content = plain("canonical")
    meant = changed(content, "job.want", f"a{character}b")
    shown = changed(content, "job.want", _STAND_IN)
    data = sheet(shown, consent(meant, "a"), content_hash=content_hash(meant))
    return data.replace(_STAND_IN.encode(), f"a{written}b".encode())


def _wholes(text: str) -> Iterator[tuple[str, bytes, str]]:
    data = text.encode()
    yield "byte-order-mark", b"\xef\xbb\xbf" + data, "a byte order mark before the text"
    yield "utf-16", text.encode("utf-16"), "UTF-16"
    yield "no-utf-8", data.replace(b"Northline to", b"North\xffline to"), "a byte that is not UTF-8"
    yield "carriage-returns", data.replace(b"\n", b"\r\n"), "CR LF everywhere"
    yield "no-last-line-feed", data[:-1], "the last line without its line feed"
    yield "two-last-line-feeds", data + b"\n", "an empty line at the end"
    yield "nothing-at-all", b"", "an empty file"
    yield "one-line-feed", b"\n", "a file of one line feed"
    yield "empty-map", b"{}\n", "an empty map alone"
    yield "list", b'- "a"\n', "a list instead of a map"
    yield "document-start", b"---\n" + data, "the mark of a document's start"
    yield "document-end", data + b"...\n", "the mark of a document's end"
    yield "directive", b"%YAML 1.2\n---\n" + data, "a directive"
    yield "second-document", data + b"---\nx: 1\n", "a second document"
    referred = text.replace('    role: "lead"\n    title', '    role: &r "lead"\n    title')
    yield "alias", referred.replace('      role: "lead"', "      role: *r").encode(), "a reference to another value"
    yield "unsorted-fields", _fields_turned(text), "the fields of the file in another order"
    content = plain("canonical")
    b, a = consent(content, "b"), consent(content, "a")
    yield "unsorted-signatures", sheet(content, b, a), "signatures that are not sorted by party"
    yield "too-deep", _deep(33), "33 maps in each other, the outermost counted; at most 32 are read"


def _fields_turned(text: str) -> bytes:
    commitment, rest = text.split("content_hash:")
    return f"content_hash:{rest}{commitment}".encode()


def _deep(levels: int) -> bytes:
    inner: Data = {}
    for _ in range(levels - 2):
        inner = {"x": inner}
    return sheet(plain("canonical"), x=inner)
