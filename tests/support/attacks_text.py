"""Attacks on the file's text: other writings of the same, and what is no sheet at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from jtbd.sign.sheet.content import sheet_yaml
from tests.support import sheets
from tests.support.forged import Attack, small

_REWRITTEN: Final[Mapping[str, Callable[[str], str]]] = {
    "plain-word": lambda text: text.replace('"intent"', "intent"),
    "single-quotes": lambda text: text.replace('"intent"', "'intent'"),
    "block-text": lambda text: text.replace('binding: "intent"', "binding: |-\n    intent"),
    "flow-list": lambda text: text.replace('  - "a"\n  - "b"', '  ["a", "b"]'),
    "flow-map": lambda text: text.replace("every:\n      weeks: 6", "every: {weeks: 6}"),
    "truth-as-no": lambda text: text.replace("confidential: false", "confidential: no"),
    "truth-in-capitals": lambda text: text.replace("confidential: false", "confidential: False"),
    "number-in-sixteens": lambda text: text.replace("revision: 1", "revision: 0x1"),
    "number-in-eights": lambda text: text.replace("revision: 1", "revision: 01"),
    "number-with-a-sign": lambda text: text.replace("revision: 1", "revision: +1"),
    "number-with-a-point": lambda text: text.replace("revision: 1", "revision: 1.0"),
    "number-less-nought": lambda text: text.replace("revision: 1", "revision: -0"),
    "number-of-16-digits": lambda text: text.replace("revision: 1", "revision: 1000000000000000"),
    "nothing": lambda text: text.replace("confidential: false", "confidential: null"),
    "nothing-at-all": lambda text: text.replace("confidential: false", "confidential:"),
    "tilde": lambda text: text.replace("confidential: false", "confidential: ~"),
    "anchor": lambda text: text.replace("commitment:\n", "commitment: &c\n", 1),
    "alias": lambda text: text.replace('sheet/1.1"\n', 'sheet/1.1" # *c\n', 1),
    "tag": lambda text: text.replace('"intent"', '!!str "intent"'),
    "merge-key": lambda text: text.replace("  roles:", "  <<: {}\n  roles:"),
    "quoted-key": lambda text: text.replace("  roles:", '  "roles":'),
    "explicit-key": lambda text: text.replace("  confidential: false", "  ? confidential\n  : false"),
    "key-of-truth": lambda text: text.replace("  roles:", "  yes: 1\n  roles:"),
    "key-in-capitals": lambda text: text.replace("  roles:", "  Roles:"),
    "key-too-long": lambda text: text.replace("  roles:", f"  {'r' * 201}: 1\n  roles:"),
    "key-order": lambda text: (
        text.replace('  binding: "intent"\n', "", 1)
        .replace("  canvas:", "  canvas:", 1)
        .replace("  commitments:", '  binding: "intent"\n  commitments:', 1)
    ),
    "key-twice": lambda text: text.replace("  confidential: false\n", "  confidential: false\n" * 2),
    "key-twice-otherwise": lambda text: text.replace("  confidential: ", "  confidential: true\n  confidential: "),
    "signatures-twice": lambda text: text + "signatures: []\n",
    "returns": lambda text: text.replace("\n", "\r\n"),
    "one-return": lambda text: text.replace("\n", "\r\n", 1),
    "byte-order-mark": lambda text: "\ufeff" + text,
    "no-last-line-end": lambda text: text[:-1],
    "another-line-end": lambda text: text + "\n",
    "comment": lambda text: text + "# note\n",
    "comment-first": lambda text: "# note\n" + text,
    "directive": lambda text: "%YAML 1.1\n---\n" + text,
    "document-start": lambda text: "---\n" + text,
    "document-end": lambda text: text + "...\n",
    "second-document": lambda text: text + "---\n" + text,
    "space-at-a-line-end": lambda text: text.replace("false\n", "false \n", 1),
    "two-spaces": lambda text: text.replace("confidential: false", "confidential:  false"),
    "indent": lambda text: text.replace("\n  ", "\n    "),
    "dash-indent": lambda text: text.replace('  - "a"\n  - "b"', '    - "a"\n    - "b"'),
    "tab": lambda text: text.replace("confidential: false", "confidential:\tfalse"),
    "list-in-a-list": lambda text: text.replace('  - "a"\n', '  - - "a"\n', 1),
    "empty-list-in-a-list": lambda text: text.replace('  - "a"\n', "  - []\n", 1),
    "escape": lambda text: text.replace("Ana Ruiz", "Ana\\u0020Ruiz"),
    "escape-of-yaml": lambda text: text.replace("Ana Ruiz", "Ana\\x20Ruiz"),
    "escaped-slash": lambda text: text.replace("sheet/1", "sheet\\/1", 1),
    "half-a-character": lambda text: text.replace("Ana Ruiz", "Ana \\ud800"),
    "character-in-halves": lambda text: text.replace("Ana Ruiz", "Ana \\ud83d\\ude00"),
    "bidi": lambda text: text.replace("Ana Ruiz", "Ana \u200d\u202eziuR"),
    "bidi-isolate": lambda text: text.replace("Ana Ruiz", "Ana \u2066Ruiz"),
    "line-separator": lambda text: text.replace("Ana Ruiz", "Ana\u2028Ruiz"),
    "next-line": lambda text: text.replace("Ana Ruiz", "Ana\u0085Ruiz"),
    "decomposed": lambda text: text.replace("Ana Ruiz", "Ana Rui\u0301z"),
    "nothing-visible": lambda text: text.replace("Ana Ruiz", "Ana\u0000Ruiz"),
    "no-character": lambda text: text.replace("Ana Ruiz", "Ana\uffffRuiz"),
}


def _rewritten() -> Iterator[Attack]:
    """Yield other writings of the same, or of something that looks the same."""
    text = sheet_yaml(sheets.complete()).decode()
    for name, rewrite in _REWRITTEN.items():
        written = rewrite(text)
        assert written != text, name
        yield Attack(f"yaml-{name}", written.encode(), "canonical")


def _bytes() -> Iterator[Attack]:
    """Yield files cut short, with something behind them, or that are not UTF-8."""
    data = sheet_yaml(small())
    for cut in range(1, 60):
        left = data[:-cut]
        yield Attack(f"cut-by-{cut}", left, "schema" if left.endswith(b"\n") else "canonical")
    for name, more in {"space": b" ", "nought": b"\0", "field": b"x: 1\n", "sheet": data, "return": b"\r"}.items():
        yield Attack(f"appended-{name}", data + more, "schema" if name == "field" else "canonical")
    for name, found in {
        "latin-1": b"\xe9",
        "overlong": b"\xc0\xaf",
        "surrogate": b"\xed\xa0\x80",
        "beyond-unicode": b"\xf4\x90\x80\x80",
        "cut-short": b"\xe2\x82",
    }.items():
        yield Attack(f"utf-8-{name}", data.replace(b"move", found), "canonical")
    yield Attack("utf-16", data.decode().encode("utf-16"), "canonical")


def _rubbish() -> Iterator[Attack]:
    """Yield what is no sheet at all, and what would keep a verifier busy."""
    for name, data in {
        "nothing": b"",
        "nought": b"\0",
        "line-end": b"\n",
        "empty-map": b"{}\n",
        "empty-list": b"[]\n",
        "text": b'"sheet"\n',
        "list": b"- 1\n",
        "brackets": b"[" * 100_000,
        "dashes": b"- " * 100_000,
        "letters": b"a" * 1_100_000,
        "line-ends": b"\n" * (1 << 20),
        "a-mebibyte-and-one": _padded((1 << 20) + 1),
        "marks": 'a: "{}"\n'.format("\u0300\u0316" * 250_000).encode(),
        "marks-in-pieces": "".join(f'a{n:04}: "{chr(0x300)}{chr(0x316) * 999}"\n' for n in range(500)).encode(),
        "deep": _deep(33),
        "many": b"a:\n" + b"- 1\n" * 99_992,
        "merge-bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n<<: [*c, *c]\n",
    }.items():
        yield Attack(f"rubbish-{name}", data, "canonical")
    for name, data in {
        "map": b"a: 1\n",
        "part": b"commitment: {}\n",
        "empty": b"commitment: {}\nsignatures: []\n",
        "a-mebibyte": _padded(1 << 20),
        "not-too-deep": _deep(32),
        "not-too-many": b"a:\n" + b"- 1\n" * 99_991,
        "key-of-200": b"a" * 200 + b": 1\n",
        "a-thousand-letters": b'a: "' + "é".encode() * 1_000 + b'"\n',
        "a-thousand-faces": b'a: "' + "\U0001f600".encode() * 1_000 + b'"\n',
        "constructor": b"constructor: 1\n",
    }.items():
        yield Attack(f"no-sheet-{name}", data, "schema")
    yield Attack("rubbish-more-letters", b'a: "' + "é".encode() * 1_001 + b'"\n', "canonical")


def _padded(length: int) -> bytes:
    return b'a: "' + b"x" * (length - 6) + b'"\n'


def _deep(depth: int) -> bytes:
    """Return maps in maps, `depth` of them with the innermost, which is empty."""
    lines = [f"{'  ' * level}a:" for level in range(depth - 2)]
    return "\n".join([*lines, f"{'  ' * (depth - 2)}a: {{}}", ""]).encode()


FAMILIES: Final = (_rewritten, _bytes, _rubbish)
