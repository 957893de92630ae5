"""`--help`: it teaches, and what it says can be done."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from jtbd.cli import commands
from jtbd.cli.commands import app
from jtbd.cli.lesson import Lesson
from jtbd.cli.parser import parser
from tests.support.commands import Laptop

NARROW = 80
COMMANDS = (
    "score",
    "check",
    "list",
    "sheet",
    "sign",
    "import",
    "verify",
    "due",
    "kept",
    "partners",
    "timestamp",
    "export",
    "key",
    "key new",
    "key show",
    "schema",
)
LESSONS = {
    f"{module.__name__}.{name}": lesson
    for module in commands.ALL
    for name, lesson in vars(module).items()
    if isinstance(lesson, Lesson)
}


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop that nobody has used yet."""
    return Laptop(tmp_path)


def test_the_first_page(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """`jtbd --help` names every command, the exit codes and the settings, within a narrow terminal."""
    monkeypatch.setenv("COLUMNS", str(NARROW))
    answer = laptop.run("--help")
    assert (answer.code, answer.err) == (0, "")
    assert all(re.search(rf"^    {name} ", answer.out, re.MULTILINE) for name in COMMANDS if " " not in name)
    assert all(
        word in answer.out
        for word in ("exit status", "JTBD_CANVASES", "JTBD_CONFIG", "JTBD_PASSPHRASE", "JTBD_TSA_URL")
    )
    assert max(map(len, answer.out.splitlines())) <= NARROW


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches(laptop: Laptop, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """Each command's help says in sentences what it does, and ends with an example, within a narrow terminal."""
    monkeypatch.setenv("COLUMNS", str(NARROW))
    answer = laptop.run(*command.split(), "--help")
    assert (answer.code, answer.err) == (0, "")
    assert f"\nexample:\n  jtbd {command.split(maxsplit=1)[0]} " in answer.out
    assert max(map(len, answer.out.splitlines())) <= NARROW


@pytest.mark.parametrize("name", LESSONS)
def test_examples_are_understood(name: str) -> None:
    """The example of each lesson is a command line that the parser takes."""
    example = LESSONS[name].example.split(" | ")[0].split(" > ")[0]
    parser().parse_args(shlex.split(example)[1:])


def test_every_command_has_a_lesson() -> None:
    """There are as many lessons as commands."""
    assert len(LESSONS) == len(COMMANDS)


def test_every_option_is_explained() -> None:
    """No option or argument of any command is without help."""
    silent = [
        f"{made.prog} {action.dest}" for made in _parsers(parser()) for action in made._actions if not _told(action)
    ]
    assert silent == []


def test_the_first_round_of_the_help_works(laptop: Laptop) -> None:
    """The commands of `jtbd --help`, in their order, lead from an example to a sheet that both have signed."""
    round_ = re.findall(r"^  jtbd (.+)$", app.outro(), re.MULTILINE)
    assert len(round_) == 6
    answers = [laptop.run(*shlex.split(words)) for words in round_]
    assert [answer.code for answer in answers] == [0] * 6
    assert answers[-1].out.startswith("complete: ")


@pytest.mark.parametrize(
    "words",
    [
        ["brew"],
        ["score"],
        ["score", "a", "b"],
        ["score", "a", "--jso"],
        ["--port", "0"],
        ["--port", "x"],
        ["--port", "65536"],
        ["sign", "draft-1.yaml", "--party", "c"],
        ["sign", "draft-1.yaml"],
        ["sheet", "one"],
    ],
)
def test_bad_usage(laptop: Laptop, words: list[str]) -> None:
    """What cannot be understood ends with 2 and the usage on standard error; no option may be cut short."""
    answer = laptop.run(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("usage: jtbd")


def test_version(laptop: Laptop) -> None:
    """`jtbd --version` says which version it is."""
    assert re.fullmatch(r"jtbd \d+\.\d+\.\d+\n", laptop.run("--version").out)


def _parsers(top: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    found = [top]
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            found += [inner for made in action.choices.values() for inner in _parsers(made)]
    return found


def _told(action: argparse.Action) -> bool:
    return bool(action.help) or isinstance(action, argparse._SubParsersAction)
