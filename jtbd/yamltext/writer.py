"""Plain data → YAML text that every reader of YAML 1.1 or 1.2 takes for the same, laid out to be read and compared.

Block style, two spaces, a dash at its parent's column. A list of scalars stays on its key's line where it fits; so
does a mapping at one of the paths that the caller names.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from typing import Final, TypeAlias

from jtbd.yamltext.document import NodePath, Plain
from jtbd.yamltext.words import MOST_DIGITS, REFUSED, doubt_about, refusal, value_of

WIDTH: Final = 140
"""The longest line that holds more than one value."""

Pattern: TypeAlias = tuple[str, ...]
"""A path in which `*` stands for any key or index."""

# By what they leave out: a set that names a range up to U+10FFFF takes a hundred times as long to compile.
_IN_A_LINE: Final = re.compile(r"""[^\x00-\x1f"#:\[\\\]`{}\x7f]*""")
_BETWEEN_ITEMS: Final = re.compile(r"""[^\x00-\x1f"#,:\[\\\]`{}\x7f]*""")
_STEADY: Final = re.compile(r"[A-Za-z]{3}")


def write(data: Plain, *, inline: Collection[Pattern] = ()) -> str:
    """Return the text of `data`: the law is `read(write(x)).value == x`.

    Args:
        data: mappings with text for keys, lists, text, whole numbers of up to 15 digits, true, false and null.
        inline: where a mapping stays on one line if it fits in `WIDTH` columns.

    Raises:
        TypeError: something that no such file may hold, as a float.
        ValueError: a character that no such file may hold, a huge number.

    """
    return "\n".join(_Layout(inline).lines(data, (), 0)) + "\n"


class _Layout:
    """The rule for what stays on one line."""

    def __init__(self, inline: Collection[Pattern]) -> None:
        self._inline: dict[int, list[Pattern]] = {length: [] for length in map(len, inline)}
        for pattern in inline:
            self._inline[len(pattern)].append(pattern)

    def lines(self, node: Plain, path: NodePath, column: int) -> list[str]:
        """Return a value's lines without indentation; `column` is where they will begin."""
        if isinstance(node, dict) and node:
            return [line for key, value in node.items() for line in self._field(key, value, (*path, key), column)]
        if isinstance(node, list) and node:
            return [line for nth, item in enumerate(node) for line in self._item(item, (*path, nth), column)]
        return [_flow(node, _IN_A_LINE)]

    def _field(self, key: str, value: Plain, path: NodePath, column: int) -> list[str]:
        name = f"{_text(key, _BETWEEN_ITEMS)}:"
        line = self._one_line(value, path, column + len(name) + 1)
        if line is not None:
            return [f"{name} {line}"]
        if isinstance(value, list):
            return [name, *self.lines(value, path, column)]
        return [name, *(f"  {inner}" for inner in self.lines(value, path, column + 2))]

    def _item(self, value: Plain, path: NodePath, column: int) -> list[str]:
        line = self._one_line(value, path, column + 2)
        if line is not None:
            return [f"- {line}"]
        first, *others = self.lines(value, path, column + 2)
        return [f"- {first}", *(f"  {inner}" for inner in others)]

    def _one_line(self, node: Plain, path: NodePath, column: int) -> str | None:
        """Return the value as it stands behind its key or dash, or None if it takes lines of its own."""
        if not isinstance(node, dict | list) or not node:
            return _flow(node, _IN_A_LINE)
        if isinstance(node, list) and any(isinstance(item, dict | list) for item in node):
            return None
        if isinstance(node, dict) and not self._stays(path):
            return None
        line = _flow(node, _BETWEEN_ITEMS)
        return line if column + len(line) <= WIDTH else None

    def _stays(self, path: NodePath) -> bool:
        return any(
            all(wanted in ("*", step) for step, wanted in zip(path, pattern, strict=True))
            for pattern in self._inline.get(len(path), ())
        )


def _flow(node: Plain, bare: re.Pattern[str]) -> str:
    """Return a value on one line; `bare` are the characters that its place lets an unquoted text hold."""
    if isinstance(node, dict):
        return "{" + ", ".join(f"{_text(key, bare)}: {_flow(value, bare)}" for key, value in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(_flow(item, bare) for item in node) + "]"
    if isinstance(node, str):
        return _text(node, bare)
    if node is None or isinstance(node, bool):
        return {None: "null", True: "true", False: "false"}[node]
    if isinstance(node, int):
        if abs(node) >= 10**MOST_DIGITS:
            raise ValueError(f"a number of more than {MOST_DIGITS} digits")
        return str(node)
    raise TypeError(f"no YAML file of ours holds a {type(node).__name__}")


def _text(text: str, bare: re.Pattern[str]) -> str:
    """Return text bare where no reader could take it for anything else, or else in double quotes."""
    if not isinstance(text, str):
        raise TypeError(f"a key must be text, not {type(text).__name__}")
    if found := REFUSED.search(text):
        raise ValueError(refusal(found.group()))
    return text if _is_plain(text, bare) else json.dumps(text, ensure_ascii=False)


@lru_cache(maxsize=8192)  # every save writes nearly the same texts again
def _is_plain(text: str, bare: re.Pattern[str]) -> bool:
    if not text or not text[0].isalnum() or text[-1] == " " or not bare.fullmatch(text):
        return False
    if doubt_about(text) is not None or not isinstance(value_of(text), str):
        return False
    if not text[0].isalpha() and not _STEADY.search(text):
        return False  # what begins like a number had better hold a word
    return text.isascii() or all(char.isascii() or char.isalnum() or _is_sign(char) for char in text)


def _is_sign(char: str) -> bool:
    """Whether it is a combining mark, or a printable sign such as ×, € or 、."""
    return char.isprintable() and unicodedata.category(char)[0] in "MPS"
