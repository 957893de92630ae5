"""What the README says is so."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from jtbd.cli.parser import parser
from jtbd.scoring import overlap
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from jtbd.wording import reasons
from tests.support.commands import Laptop
from tests.support.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
TOP_FOLDERS = ("canvases", "schema", "docs", "jtbd", "tests", "bench")


def _block(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def _table() -> dict[str, str]:
    """Return what the table of commands says can be typed after `jtbd`, by command."""
    typed = [cell.replace(r"\|", "|") for cell in re.findall(r"^\| `jtbd ?(.*?)` \|", README, re.MULTILINE)]
    return {line.partition(" ")[0]: line.partition(" ")[2] for line in typed}


def _commands() -> dict[str, argparse.ArgumentParser]:
    (action,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(action.choices)


def _options(command: argparse.ArgumentParser) -> dict[str, argparse.Action]:
    return {name: action for action in command._actions for name in action.option_strings}


def test_the_example_is_a_canvas() -> None:
    """The YAML example is a valid canvas that can be scored, and is written as the program would write it."""
    (example,) = _block("yaml")
    canvas = canvas_from_bytes(example.encode(), "README.md")
    assert canvas_to_text(canvas) == example
    assert reasons(overlap(canvas), canvas)


def test_the_smallest_canvas_is_one() -> None:
    """As it says, `format` and `id` alone are a canvas too."""
    (example,) = _block("yaml")
    two = "".join(line for line in example.splitlines(keepends=True) if line.startswith(("format:", "id:")))
    assert canvas_from_bytes(two.encode(), "README.md").aspects == ()


def test_every_command_is_in_the_table() -> None:
    """The table names every command of the parser, and no other."""
    assert set(_table()) - {""} == set(_commands())
    assert "" in _table(), "and jtbd alone opens the app"


@pytest.mark.parametrize("name", sorted(set(_table()) - {""}))
def test_every_option_is_as_the_parser_has_it(name: str) -> None:
    """An option in the table is one of that command; one that must be given, and --json, is never left out."""
    command, said = _commands()[name], _table()[name]
    named = set(re.findall(r"--[a-z-]+", said))
    options = _options(command)
    assert named <= set(options)
    forms = {option for group in command._mutually_exclusive_groups if group.required for option in _of(group)}
    must = {option for option, action in options.items() if action.required} | forms | ({"--json"} & set(options))
    assert must <= named


@pytest.mark.parametrize("name", sorted(set(_table()) - {""}))
def test_every_argument_is_as_the_parser_has_it(name: str) -> None:
    """What stands in the table besides options are the command's arguments, or the words to choose from."""
    command, said = _commands()[name], _table()[name]
    arguments = [action for action in command._actions if not action.option_strings]
    words = ["|".join(action.choices) if action.choices else str(action.metavar) for action in arguments]
    words = [f"[{word}]" if action.nargs == "?" else word for word, action in zip(words, arguments, strict=True)]
    first = [word.removesuffix("…") for word in said.split(" ")[: len(words)]]
    assert first == words if arguments else said.startswith("[--")


def test_the_shown_output_is_the_output(tmp_path: Path) -> None:
    """What the README shows of a command is what the command prints; `…` stands for what is left out."""
    (shown,) = _block("console")
    typed, *lines = shown.splitlines()
    printed = Laptop(tmp_path).run(*shlex.split(typed.removeprefix("$ jtbd "))).out.splitlines()
    assert [line for line in lines if line != "…"] == [line for line in printed if line in lines]


def test_one_command_tests() -> None:
    """The command that tests stands there once, where `.ci/run` looks for it."""
    pattern = r"^python3 -m venv .*pytest$"
    assert len(re.findall(pattern, README, re.MULTILINE)) == 1
    script = ROOT / ".ci" / "run"
    if not script.exists():
        pytest.skip("this copy comes without .ci")
    assert r"^\(python3 -m venv .*pytest\)$" in script.read_text(encoding="utf-8")


def test_links_lead_somewhere() -> None:
    """Every relative link leads to a file or folder."""
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert len(links) >= 4
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_named_paths_exist() -> None:
    """Every file or folder of the repository that is named is there."""
    words = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", README, flags=re.DOTALL | re.MULTILINE))
    paths = [word for word in words if word.removeprefix("./").partition("/")[0] in TOP_FOLDERS and " " not in word]
    assert len(paths) >= 2
    assert [path for path in paths if not (ROOT / path).exists()] == []


def _of(group: argparse._MutuallyExclusiveGroup) -> list[str]:
    return [name for action in group._group_actions for name in action.option_strings]
