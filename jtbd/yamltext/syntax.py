"""The parser's complaints in plain words."""

from __future__ import annotations

from typing import Final

from yaml import MarkedYAMLError

from jtbd.i18n import mark, say
from jtbd.yamltext.document import Finding

_PLAINLY: Final = (
    (
        "mapping values are not allowed",
        mark('a colon inside a text, or a line indented too far: put the text in "quotes"'),
    ),
    ("could not find expected ':'", mark("this line has no colon after the field's name: write name: value")),
    ("did not find expected key", mark("this line is not indented like those above it, or a quote ended too early")),
    ("did not find expected ',' or ']'", mark("a list in [ ] is not closed, or lacks a comma: write [one, two]")),
    (
        "did not find expected ',' or '}'",
        mark("a group in {{ }} is not closed, or lacks a comma: write {{a: 1, b: 2}}"),
    ),
    ("expected ',' or ']'", mark("a list in [ ] is not closed, or lacks a comma: write [one, two]")),
    ("expected ',' or '}'", mark("a group in {{ }} is not closed, or lacks a comma: write {{a: 1, b: 2}}")),
    ("block sequence entries are not allowed", mark("a dash begins a list on a line of its own: move it there")),
    ("unexpected end of stream", mark("a quote is opened and never closed: add the closing quote")),
    (
        "did not find expected '-' indicator",
        mark("this line should begin with a dash, or be indented like those above it"),
    ),
    ("expected <block end>", mark("this line is not indented like those above it")),
    ("unknown escape character", mark("a backslash stands for itself only as \\\\ in double quotes: write \\\\")),
    ("invalid unicode character escape", mark("this escape names no character: write the character itself")),
    ("undefined tag handle", mark("tags such as !name are not read: delete the tag")),
    ("incompatible YAML document", mark("this is not YAML 1.1 or 1.2: delete the %YAML line")),
    ("duplicate %", mark("directives are not read: delete the lines that begin with %")),
)


def finding(error: MarkedYAMLError, text: str) -> Finding:
    """Return the place and the plain words of an error that ended parsing."""
    at = error.problem_mark or error.context_mark
    line, column = (at.line, at.column) if at else (0, 0)
    return Finding((), line + 1, column + 1, _message(error.problem or "", _character(text, line, column)))


def _character(text: str, line: int, column: int) -> str:
    lines = text.split("\n", line + 1)
    return lines[line][column : column + 1] if line < len(lines) else ""


def _message(problem: str, character: str) -> str:
    if "cannot start any token" in problem:
        if character == "\t":
            return say("a tab cannot indent: use spaces")
        return say('a text cannot begin with {character}: put it in "quotes"', character=character)
    for part, message in _PLAINLY:
        if part.lower() in problem.lower():
            return message.said()
    return say("not YAML here: {problem}", problem=problem)
