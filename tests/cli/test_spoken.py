"""The terminal in another language: which one, and that all of it is said there, in whole sentences."""

from __future__ import annotations

import argparse
import inspect
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pytest
import yaml

from jtbd.cli import voice
from jtbd.cli.commands import app
from jtbd.cli.language import spoken_by
from jtbd.cli.parser import parser
from jtbd.i18n import ENGLISH, PSEUDO
from jtbd.model.sheet import BINDING_MEANS, CONFIDENTIAL_MEANS
from jtbd.sign.check.sheet import read_verified
from jtbd.wording.sheet import sentence
from tests.cli.test_help import COMMANDS, LESSONS
from tests.support.commands import EXAMPLE, Answer, Laptop, owner
from tests.support.places import ROOT
from tests.support.spoken import faults, texts_of

SAID: Final = re.compile(r"⟦[^⟧]*⟧")


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop that nobody has used yet."""
    return Laptop(tmp_path)


def _parsers(top: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield top
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for made in action.choices.values():
                yield from _parsers(made)


def _typed() -> set[str]:
    """Return what is typed, and stays as it is in every language: commands, options, what stands for an argument."""
    made = [*_parsers(parser())]
    actions = [action for one in made for action in one._actions]
    return {
        *(one.prog for one in made),
        *(name for action in actions for name in action.option_strings),
        *(str(action.metavar or action.dest.upper()) for action in actions),
        *(str(choice) for action in actions for choice in action.choices or () if len(choice) > 1),
        *(lesson.example for lesson in LESSONS.values()),
        *app.ROUND,
    }


def _wrong(text: str, own: Iterable[str] = ()) -> list[str]:
    """Return what is wrong with a text of the terminal, where a sentence goes on in the next line."""
    unbroken = SAID.sub(lambda said: " ".join(said[0].split()), text)
    return faults(unbroken, own={*_typed(), *own})


# ── which language ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "setting", "spoken"),
    [
        ([], None, ENGLISH),
        ([], PSEUDO, PSEUDO),
        (["list"], None, ENGLISH),
        (["list"], PSEUDO, PSEUDO),
        (["list"], "en_XA.UTF-8", PSEUDO),
        (["list"], "", ENGLISH),
        (["--language", PSEUDO, "list"], None, PSEUDO),
        (["list", "--language", PSEUDO], None, PSEUDO),
        ([f"--language={PSEUDO}"], None, PSEUDO),
        (["list", f"--language={PSEUDO}"], ENGLISH, PSEUDO),
        (["--language", "tlh", "list"], PSEUDO, ENGLISH),
        (["list"], "tlh", ENGLISH),
        (["--language", "en", "list", "--language", PSEUDO], None, PSEUDO),
        (["list", "--language"], PSEUDO, PSEUDO),
        (["--language", "--json", "list"], PSEUDO, PSEUDO),
        (["--language=", "list"], PSEUDO, PSEUDO),
        (["score", "--", "--language", PSEUDO], None, ENGLISH),
    ],
)
def test_the_language_is_that_which_is_asked_for(words: list[str], setting: str | None, spoken: str) -> None:
    """The option says it, before or after the command, else the environment; one that there is not is English."""
    env = {} if setting is None else {"JTBD_LANGUAGE": setting}
    assert spoken_by(words, env) == spoken


def test_the_same_command_in_two_languages(laptop: Laptop) -> None:
    """A command answers in the language of its own command line; the next one speaks English again."""
    english = laptop.run("list", "--canvases", laptop.folder)
    for words in (("--language", PSEUDO, "list"), ("list", f"--language={PSEUDO}")):
        assert laptop.run(*words, "--canvases", laptop.folder / "none").code == english.code
    assert laptop.run("score", "nobody", "--language", PSEUDO).err.startswith("jtbd: ⟦")
    assert laptop.run("score", "nobody", JTBD_LANGUAGE=PSEUDO).err.startswith("jtbd: ⟦")
    assert laptop.run("score", "nobody").err.startswith("jtbd: no canvas goes by")
    assert laptop.run("score", "nobody", "--language", "tlh").err.startswith("jtbd: no canvas goes by")


# ── what it says ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_said(laptop: Laptop, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """Every word of every page of help is in the catalogue, argparse's own too, and each line that is one is whole."""
    monkeypatch.setenv("COLUMNS", "80")
    answer = laptop.run(*command.split(), "--help", "--language", PSEUDO)
    assert (answer.code, answer.err) == (0, "")
    assert _wrong(answer.out, re.findall(r"\b[A-Z]+_[A-Z_]+\b", answer.out)) == []
    assert max(map(len, answer.out.splitlines())) <= 80


@pytest.mark.parametrize(
    "words",
    [
        ["brew"],
        ["score"],
        ["score", "a", "b"],
        ["score", "a", "--jso"],
        ["score", "--canvases"],
        ["score", "a", "--json=yes"],
        ["--port", "0"],
        ["--port", "x"],
        ["--port"],
        ["key"],
        ["key", "melt"],
        ["check"],
        ["sign", "draft-1.yaml", "--party", "c"],
        ["sign", "draft-1.yaml"],
        ["sheet", "one"],
        ["sheet", "one", "--out", "two", "--open-until", "soon"],
        ["export", "sheet-1.yaml"],
        ["export", "sheet-1.yaml", "--pdf", "--ics"],
        ["schema", "menu"],
    ],
)
def test_mistakes_of_usage_are_said(laptop: Laptop, words: list[str]) -> None:
    """What cannot be understood is told in the language too, the usage before it, and ends with 2 as ever."""
    answer = laptop.run(*words, "--language", PSEUDO)
    assert (answer.code, answer.out) == (2, "")
    assert _wrong(answer.err, words) == []
    assert answer.err.startswith("⟦")


def test_all_words_of_argparse_are_known() -> None:
    """What argparse of this Python may say to somebody who types is in our catalogue; the rest is for programmers."""
    said = set(re.findall(r"""\b(?:_|ngettext)\(\s*['"](.+?)['"]\s*[,)]""", inspect.getsource(argparse)))
    known = {*voice._WORDS, *voice._FRAMES, voice._COUNTED.text}
    programmers = (
        *(".__call__() not defined", "cannot ", "conflicting ", "'required' is", "mutually exclusive", "dest= is"),
        *("invalid conflict_resolution", "invalid option string", "%r is not callable", "can't open", 'argument "-"'),
        *("subcommands", "%(heading)s", " (default:", "unknown parser", "%(prog)s: warning"),
    )
    of_use = {text for text in said if not text.startswith(programmers) and "deprecated" not in text}
    assert len(of_use) > 10
    assert {text for text in of_use if text.replace("\\n", "\n") not in known} == set()


# ── what commands print ───────────────────────────────────────────────────────────────────────────────────────────────


def _written(*files: Path) -> set[str]:
    """Return the texts in files of canvases and sheets, and what the files are called."""
    found = {text for file in files for text in texts_of(yaml.safe_load(file.read_text(encoding="utf-8")))}
    return found | {str(file) for file in files}


OUTCOMES: Final = {"complete", "incomplete", "declined", "invalid"}
"""Which `jtbd verify` begins with, as its help says, in every language."""


def _signed(*files: Path) -> set[str]:
    """Return what was signed in sheets, which is read as it was signed: each promise, each consent, what it means."""
    sheets = [read_verified(file.read_bytes()) for file in files]
    found = {" ".join(statement.consent.split()) for sheet in sheets for statement in sheet.statements}
    contents = [sheet.sheet.commitment for sheet in sheets]
    found |= {sentence(item, content) for content in contents for item in content.commitments}
    return found | {*BINDING_MEANS.values(), *CONFIDENTIAL_MEANS.values()}


def _examples() -> list[Path]:
    return sorted((ROOT / "canvases").glob("example-*/canvas.yaml"))


def test_what_is_listed_is_said(laptop: Laptop) -> None:
    """The list, where there is none, and where one of the canvases cannot be opened or lies there twice."""
    assert _wrong(laptop.run("list", JTBD_LANGUAGE=PSEUDO).out, _written(*_examples())) == []
    text = _examples()[0].read_text(encoding="utf-8")
    for name in ("canvas.yaml", "canvas (conflicted copy).yaml"):
        laptop.write(f"canvases/good/{name}", text.replace("id: example-", "id: "))
    laptop.write("canvases/bad/canvas.yaml", "format: jtbd.canvas/1\nid: [\n")
    laptop.write("canvases/new/canvas.yaml", "format: jtbd.canvas/1\nid: new\n")
    answer = laptop.run("list", JTBD_LANGUAGE=PSEUDO)
    own = _written(*_examples(), laptop.canvases / "good" / "canvas.yaml") | {
        "canvas (conflicted copy).yaml",
        "bad",
        "new",
    }
    assert _wrong(answer.out + answer.err, own) == []


def test_faults_are_said(laptop: Laptop) -> None:
    """What is wrong with a file, what could be said better in it, and that nothing is wrong."""
    bad = laptop.write("bad.yaml", "format: jtbd.canvas/1\nid: x\nparties: [1]\njob: {want: 3, wants: 4}\n")
    files = [*_examples(), bad, laptop.folder, laptop.folder / "none.yaml"]
    answer = laptop.run("check", *files, "--language", PSEUDO)
    assert answer.code == 2
    own = _written(*_examples()) | {*map(str, files), "canvas.yaml", "job.wants", "job.want", "parties"}
    assert _wrong(answer.out + answer.err, own) == []


def test_a_round_of_signing_is_said(tmp_path: Path) -> None:
    """From the key to the sheet that both have signed, and to one that is declined: every word but what is signed."""
    laptop = owner(tmp_path / "ana")
    said: list[Answer] = []

    def run(*words: str | Path) -> None:
        said.append(laptop.run(*words, JTBD_LANGUAGE=PSEUDO))

    for folder in ("signed", "declined"):
        run("sheet", EXAMPLE, "--out", folder)
        run("verify", f"{folder}/draft-1.yaml")
    run("key", "show")
    run("key", "new")
    run("key", "new", "--out", laptop.canvases / "k.pem")
    run("sign", "signed/draft-1.yaml", "--party", "a")
    run("verify", "signed/draft-1.yaml")
    run("export", "signed/draft-1.yaml", "--pdf")
    run("sign", "signed/draft-1.yaml", "--party", "a")
    run("sign", "signed/draft-1.yaml", "--party", "b", "--suggests", "Copper Fox")
    run("sign", "signed/draft-1.yaml", "--party", "b", "--decline", "", "--suggests", "Copper Fox")
    run("sign", "signed/draft-1.yaml", "--party", "b", "--consent", " ")
    run("timestamp", "signed/draft-1.yaml", "--url", "http://tsa.example")
    run("sign", "signed/draft-1.yaml", "--party", "b")
    for form in ("--ics", "--eml", "--verifier", "--pdf"):
        run("export", "signed/sheet-1.yaml", form)
    for ending in ("yaml", "pdf"):
        run("verify", f"signed/sheet-1.{ending}")
    run("import", "signed/sheet-1.yaml")
    run("import", "signed/sheet-1.yaml", "--into", "signed")
    run("timestamp", "signed/sheet-1.yaml")
    run("sign", "declined/draft-1.yaml", "--party", "a", "--decline", "too early", "--suggests", "Copper Fox")
    run("verify", "declined/draft-1.yaml")
    run("sign", "declined/draft-1.yaml", "--party", "b")
    sheets = [laptop.folder / name for name in ("signed/sheet-1.yaml", "declined/draft-1.yaml")]
    paths = {file.relative_to(laptop.folder).as_posix() for file in laptop.folder.rglob("*") if file.is_file()}
    pem = (laptop.config / "key.pub.pem").read_text(encoding="ascii").splitlines()
    own = {*_written(*sheets, *_examples()), *_signed(*sheets), *OUTCOMES, *paths, *pem, str(laptop.folder)}
    own |= {"signed/draft-1.yaml", "too early", "http://tsa.example"}
    assert [fault for answer in said for fault in _wrong(answer.out + answer.err, own)] == []


# ── what other programs read ──────────────────────────────────────────────────────────────────────────────────────────


def test_json_is_the_same_in_every_language(tmp_path: Path) -> None:
    """What `--json` prints is in English, to the last byte, whatever is spoken; only what goes wrong is told people."""
    laptop = owner(tmp_path / "ana")
    laptop.write("canvases/bad/canvas.yaml", "format: jtbd.canvas/1\nid: bad\nparties: [1]\n")
    bad, broken = laptop.canvases / "bad" / "canvas.yaml", laptop.write("broken.yaml", "a: b\n")
    assert laptop.run("sheet", EXAMPLE, "--out", "signed").code == 0
    commands: tuple[tuple[str | Path, ...], ...] = (
        *(("score", file) for file in _examples()),
        ("list",),
        ("check", *_examples(), bad, broken, "none.yaml"),
        ("verify", "signed/draft-1.yaml"),
        ("verify", broken),
    )
    for words in commands:
        english, other = laptop.run(*words, "--json"), laptop.run(*words, "--json", "--language", PSEUDO)
        assert (other.out, other.err, other.code) == (english.out, "", english.code), words
        assert english.json
    for words in (("score", bad), ("score", "nobody"), ("verify", "none.yaml")):
        answer = laptop.run(*words, "--json", "--language", PSEUDO)
        assert (answer.code, answer.out) == (2, "")
        assert "⟦" in answer.err
