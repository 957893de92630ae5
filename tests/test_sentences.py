"""How sentences are said: whole, by a literal that the catalogue is gathered from, and never glued."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from catalogue import KEYWORDS

from tests.support.places import ROOT

TEXTS: Final = {"say": (0,), "mark": (0,), "say_count": (0, 1), "mark_count": (0, 1)}
"""Which arguments are texts; of those with a context, which comes first, each is one further."""
SAYING: Final = {"say", "say_in", "say_count", "say_count_in", "said", "counted"}
FILES: Final = sorted(path for path in (ROOT / "jtbd").rglob("*.py") if path.name != "i18n.py")


def _name(call: ast.AST) -> str:
    function = call.func if isinstance(call, ast.Call) else call
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def _keywords(tree: ast.AST) -> set[str]:
    """Return which names of a module are those of the catalogue."""
    found = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "jtbd.i18n")
    return {alias.name for node in found for alias in node.names} & set(KEYWORDS)


def faults(source: str) -> Iterator[str]:
    """Yield what is wrong with how the sentences of a module are said."""
    tree = ast.parse(source)
    keywords = _keywords(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) in keywords:
            yield from _texts(node)
        if isinstance(node, ast.Call) and _name(node) in SAYING & {*keywords, "said", "counted"}:
            yield from _slots(node, keywords)
        yield from _glued(node, keywords)


def _texts(call: ast.Call) -> Iterator[str]:
    name = _name(call)
    shift = int(name.endswith("_in"))
    places = [0] * shift + [place + shift for place in TEXTS[name.removesuffix("_in")]]
    for place in places:
        text = call.args[place]
        if isinstance(text, ast.Name) and text.id == "WITHIN" and place == 0:
            continue
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
            yield f"{call.lineno}: the text of {name} is no literal"


def _says(node: ast.AST, keywords: set[str]) -> bool:
    return isinstance(node, ast.Call) and _name(node) in SAYING & keywords and not _is_within(node)


def _is_within(call: ast.Call) -> bool:
    """What is meant for a slot of a sentence says so by its context."""
    return bool(call.args) and isinstance(first := call.args[0], ast.Name) and first.id == "WITHIN"


def _slots(call: ast.Call, keywords: set[str]) -> Iterator[str]:
    for slot in call.keywords:
        if _says(slot.value, keywords):
            yield f"{call.lineno}: the slot {slot.arg} takes a sentence"


def _glued(node: ast.AST, keywords: set[str]) -> Iterator[str]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        sides = (node.left, node.right)
        if any(_says(side, keywords) for side in sides):
            yield f"{node.lineno}: a sentence is glued to something"
    if isinstance(node, ast.JoinedStr):
        says = any(isinstance(part, ast.FormattedValue) and _says(part.value, keywords) for part in node.values)
        words = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
        if says and re.search(r"[A-Za-z]{2}", re.sub(r"<[^<>]*>|</?[a-z]*|:[a-z]+\[|:[a-z]+/[a-z_]+:", "", words)):
            yield f"{node.lineno}: a sentence stands among other words"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_sentences_are_whole(path: Path) -> None:
    """A sentence is a literal with slots: no f-string, nothing glued to it, no other sentence in its slots."""
    assert [*faults(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "wrong",
    [
        'say(f"Save {name}")',
        'say("Save " + name)',
        "say(TEXT)",
        'say_count("1 need", f"{n} needs", n)',
        'say_in(context, "Save")',
        'say("Save") + name',
        "f\"{say('Saved')} at once\"",
        'say("{what} is saved", what=say("the canvas"))',
        'TEXT.said(what=say("the canvas"))',
    ],
)
def test_what_is_glued_is_found(wrong: str) -> None:
    """The check above finds each way of saying half a sentence."""
    assert [*faults(f"from jtbd.i18n import say, say_count, say_in\n{wrong}")]


@pytest.mark.parametrize(
    "right",
    [
        'say("Save {name}", name=name)',
        "f\"☞ {say('Saved')}\"",
        'say("{x} is left", x=say_in(WITHIN, "nothing"))',
    ],
)
def test_whole_sentences_are_let_be(right: str) -> None:
    """The check above lets be what is whole."""
    assert [*faults(f"from jtbd.i18n import say, say_in\n{right}")] == []
