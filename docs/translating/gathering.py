"""The sentences of a module, for Babel: read off its syntax tree, where one within an f-string is found as well.

Babel's own reading goes by tokens: it takes an f-string for one of them, and a context for a literal.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Final, TypeAlias

from jtbd.i18n import WITHIN

Found: TypeAlias = tuple[int, str, tuple[str | None, ...], list[str]]
"""The line, by what it is said, the texts and contexts in the order of the arguments, what translators are told."""

_COMMENT: Final = re.compile(r"\s*#\s?(.*)")


def sentences(
    file: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, object],  # noqa: ARG001 - Babel has them, of which we need none
) -> Iterator[Found]:
    """Yield what a module says, in the order of its source; the arguments are those of any extraction of Babel."""
    source = file.read().decode()
    lines = source.splitlines()
    for call, starts in _calls(ast.parse(source)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name in keywords:
            yield call.lineno, name, tuple(map(_text, call.args)), _told(lines, starts, comment_tags)


def _calls(node: ast.AST, starts: tuple[int, ...] = ()) -> Iterator[tuple[ast.Call, tuple[int, ...]]]:
    """Yield every call with the lines on which it begins, and what is around it up to its statement."""
    if isinstance(node, ast.stmt):
        starts = ()
    starts = (getattr(node, "lineno", 0), *starts)
    if isinstance(node, ast.Call):
        yield node, starts
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, starts)


def _text(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name) and node.id == "WITHIN":
        return WITHIN
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _told(lines: list[str], starts: tuple[int, ...], tags: Collection[str]) -> list[str]:
    """Return the comment for translators above what is said, or else above what is around it."""
    for start in starts:
        block: list[str] = []
        for line in reversed(lines[: start - 1]):
            if not (comment := _COMMENT.fullmatch(line)):
                break
            block.insert(0, comment[1])
        for place, line in enumerate(block):
            if tag := next((tag for tag in tags if line.startswith(tag)), ""):
                return [line.removeprefix(tag).strip(), *block[place + 1 :]]
    return []
