"""What is said is said whole: no sentence of ours is taken apart again, and facts hold no English."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import jtbd

ROOT: Final = Path(jtbd.__file__).parent

CUTS: Final = {
    *("partition", "rpartition", "split", "rsplit", "splitlines", "removeprefix", "removesuffix", "replace"),
    *("startswith", "endswith", "capitalize", "lower"),
}
"""How a text is taken apart, or asked how it begins and ends."""

PEOPLES_OWN: Final = {
    ("labels.py", "own_words"): "what a person wrote behind a label that says its first words already",
    ("plain.py", "quote"): "what a person wrote, cut at a word where it is long",
    ("promise.py", "stopped"): "whether what a person wrote ends with a stop",
    ("promise.py", "_joined"): "what a person wrote, without the word that joins it",
}
"""What of the wording cuts a text, and why it is none of its own sentences."""

FACTS: Final = (
    *("scoring", "advice/advice.py", "advice/linter.py", "advice/suggestions.py", "advice/reciprocity.py"),
    *(f"parsing/{name}.py" for name in ("ask", "counted", "day", "doubts", "period", "reading", "spelling", "weekday")),
    *("parsing/calendar_day.py", "parsing/rhythm.py"),
)
READ: Final = {"new year's eve", "new year's day", " the last day"}
"""What is read is English, too."""

_FEWEST: Final = 3
"""So many words in a row are a phrase, and no name of a value."""


def _modules(under: str) -> Iterator[tuple[Path, ast.Module]]:
    place = ROOT / under
    for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _cuts(tree: ast.AST) -> Iterator[tuple[str, ast.expr, list[ast.expr]]]:
    """Yield every call that takes a text apart, and slices of it: by which way, of what, at what."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(ast.Attribute(value, name), arguments) if name in CUTS:
                yield name, value, arguments
            case ast.Subscript(value, ast.Slice()):
                yield "[:]", value, []


def _phrases(cut: list[ast.expr]) -> Iterator[str]:
    """Yield what a text is cut at, where that is a phrase: two words or more."""
    for argument in cut:
        for node in ast.walk(argument):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _words(node.value) > 1:
                yield node.value


def _words(text: str) -> int:
    return sum(any(letter.isalpha() for letter in word) for word in text.split())


def _said_by_wording(tree: ast.Module) -> set[str]:
    """Return the names of what a module takes from the wording, or from the words of the figures."""
    return {
        each.asname or each.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("jtbd.wording")
        for each in node.names
        if each.name.islower()
    }


def _is_said(value: ast.expr, sayers: set[str]) -> bool:
    """Whether an expression is what a function of the wording returned."""
    match value:
        case ast.Call(ast.Name(name)) | ast.Call(ast.Attribute(ast.Name(name))):
            return name in sayers
        case _:
            return False


def _holding(function: ast.FunctionDef, sayers: set[str]) -> set[str]:
    """Return the names that hold, or go through, what a function of the wording returned."""
    held: set[str] = set()
    for node in ast.walk(function):
        match node:
            case (
                ast.Assign([ast.Name(name)], value)
                | ast.NamedExpr(ast.Name(name), value)
                | ast.For(ast.Name(name), value)
                | ast.comprehension(ast.Name(name), value)
            ) if _is_said(value, sayers):
                held.add(name)
    return held


def test_the_wording_cuts_no_sentence() -> None:
    """In the wording nothing is taken apart but what people wrote."""
    found = {
        (path.name, function.name)
        for path, tree in _modules("wording")
        for function in _functions(tree)
        if any(not _of_a_list(value) for _, value, _ in _cuts(function))
    }
    assert found == set(PEOPLES_OWN)


def _of_a_list(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id in {"items", "parties", "promises"}


def test_nobody_cuts_what_the_wording_said() -> None:
    """What a function of the wording returns is neither cut nor asked how it begins, at once or under a name."""
    found = [
        (path.relative_to(ROOT).as_posix(), function.name, way)
        for path, tree in _modules("")
        if (sayers := _said_by_wording(tree) - {"quote", "own_words"})
        for function in _functions(tree)
        for way, value, _ in _cuts(function)
        if _is_said(value, sayers) or (isinstance(value, ast.Name) and value.id in _holding(function, sayers))
    ]
    assert found == []


def test_no_text_is_cut_at_a_phrase() -> None:
    """Nowhere is a text cut at words of ours, or asked whether it begins with them; what people type is parsed."""
    found = [
        (path.relative_to(ROOT).as_posix(), phrase)
        for path, tree in _modules("")
        if not path.is_relative_to(ROOT / "parsing")
        for _, _, arguments in _cuts(tree)
        for phrase in _phrases(arguments)
    ]
    assert {place for place, _ in found} == {"ui/page.py"}, "Streamlit's own page, which is no sentence of ours"


@pytest.mark.parametrize("under", FACTS)
def test_facts_hold_no_english(under: str) -> None:
    """What is counted and advised is told by kind and values; whole phrases stand in docstrings alone."""
    found = [
        (path.relative_to(ROOT).as_posix(), text)
        for path, tree in _modules(under)
        for text in _texts(tree)
        if _words(text) >= _FEWEST and "(?" not in text and text not in READ
    ]
    assert found == []


def _texts(tree: ast.Module) -> Iterator[str]:
    """Yield the texts of a module but its docstrings, those beneath a value as well."""
    described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described:
            yield node.value


@pytest.mark.parametrize(
    "text",
    [
        "def f(o, c):\n    verdict, _, namely = headline(o, c).partition(': ')",
        "def f(o, c):\n    said = headline(o, c)\n    return said[:1].lower() + said[1:]",
        "def f(o, c):\n    return [each for each in reasons(o, c) if each.startswith('Firm')]",
        "def f(o, c):\n    if said := words.headline(o, c):\n        return said.removesuffix('.')",
    ],
)
def test_the_rule_sees_a_cut(text: str) -> None:
    """The rules above see each way to take apart what the wording said."""
    sayers = {"headline", "reasons", "words"}
    (function,) = _functions(ast.parse(text))
    held = _holding(function, sayers)
    assert [
        way
        for way, value, _ in _cuts(function)
        if _is_said(value, sayers) or (isinstance(value, ast.Name) and value.id in held)
    ]


def test_the_rule_sees_a_phrase() -> None:
    """A prefix of two words is a phrase, one of a sign or of a name is none."""
    cuts = [*_cuts(ast.parse("x.startswith('and said'), x.removesuffix(', and that makes'), x.partition(': ')"))]
    assert [phrase for _, _, arguments in cuts for phrase in _phrases(arguments)] == ["and said", ", and that makes"]
