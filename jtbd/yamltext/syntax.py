"""The parser's complaints in plain English."""

from __future__ import annotations

from typing import Final

from yaml import MarkedYAMLError

from jtbd.yamltext.document import Finding

_PLAINLY: Final = (
    ("mapping values are not allowed", 'a colon inside a text, or a line indented too far: put the text in "quotes"'),
    ("could not find expected ':'", "this line has no colon after the field's name: write name: value"),
    ("did not find expected key", "this line is not indented like those above it, or a quote ended too early"),
    ("did not find expected ',' or ']'", "a list in [ ] is not closed, or lacks a comma: write [one, two]"),
    ("did not find expected ',' or '}'", "a group in { } is not closed, or lacks a comma: write {a: 1, b: 2}"),
    ("expected ',' or ']'", "a list in [ ] is not closed, or lacks a comma: write [one, two]"),
    ("expected ',' or '}'", "a group in { } is not closed, or lacks a comma: write {a: 1, b: 2}"),
    ("block sequence entries are not allowed", "a dash begins a list on a line of its own: move it there"),
    ("unexpected end of stream", "a quote is opened and never closed: add the closing quote"),
    ("did not find expected '-' indicator", "this line should begin with a dash, or be indented like those above it"),
    ("expected <block end>", "this line is not indented like those above it"),
    ("unknown escape character", "a backslash stands for itself only as \\\\ in double quotes: write \\\\"),
    ("invalid unicode character escape", "this escape names no character: write the character itself"),
    ("undefined tag handle", "tags such as !name are not read: delete the tag"),
    ("incompatible YAML document", "this is not YAML 1.1 or 1.2: delete the %YAML line"),
    ("duplicate %", "directives are not read: delete the lines that begin with %"),
)


def finding(error: MarkedYAMLError, text: str) -> Finding:
    """Return the place and the plain words of an error that ended parsing."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Finding((), line + 1, column + 1, _message(error.problem or "", _character(text, line, column)))


def _character(text: str, line: int, column: int) -> str:
    lines = text.split("\n", line + 1)
    return lines[line][column : column + 1] if line < len(lines) else ""


def _message(problem: str, character: str) -> str:
    if "cannot start any token" in problem:
        if character == "\t":
            return "a tab cannot indent: use spaces"
        return f'a text cannot begin with {character}: put it in "quotes"'
    for part, message in _PLAINLY:
        if part.lower() in problem.lower():
            return message
    return f"not YAML here: {problem}"
