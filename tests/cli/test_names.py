"""Names of files and folders are strangers' texts: on a terminal nothing acts that stands in one."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jtbd.errors import UsageError
from jtbd.model.ids import slug
from jtbd.store.codec import canvas_to_text
from jtbd.store.folder import places
from tests.support.builders import canvas, ready_canvas
from tests.support.commands import Laptop
from tests.support.places import ROOT

NAMES = ("\x1b[2J\x1b]0;owned\x07", "a\nb", "\u202egnp.exe", "\x9b31m", "x\r\x1b[1A")


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop that nobody has used yet."""
    return Laptop(tmp_path)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_no_command_prints_a_name_as_it_is(laptop: Laptop, name: str) -> None:
    """Whatever a folder or a file is called, each command prints a line of text, and its JSON is valid."""
    folder = laptop.canvases / name
    laptop.write(str(folder / "canvas.yaml"), "format: jtbd.canvas/1\nid: [\n")
    good = laptop.write(f"{name}.d/canvas.yaml", canvas_to_text(ready_canvas()))
    sheet = laptop.write(f"{name}.yaml", "no: sheet\n")
    for words in (
        ("list",),
        ("list", "--json"),
        ("check", folder / "canvas.yaml"),
        ("check", folder / "canvas.yaml", "--json"),
        ("score", folder),
        ("score", name),
        ("verify", sheet),
        ("verify", sheet, "--json"),
        ("import", sheet),
        ("sign", sheet, "--party", "a"),
        ("sheet", good, "--out", laptop.folder / name),
        ("export", sheet, "--ics"),
        ("timestamp", sheet),
        ("key", "show", "--key", sheet),
        ("key", "new", "--out", laptop.folder / f"{name}.pem"),
        (name,),
    ):
        answer = laptop.run(*words, JTBD_PASSPHRASE="a long passphrase")
        assert not [letter for letter in answer.out + answer.err if letter in "\x1b\x07\x9b\r\u202e"], words
        if "--json" in words:
            assert json.loads(answer.out)
        assert "Traceback" not in answer.err


def test_an_id_that_says_nothing_is_told_by_its_names(laptop: Laptop) -> None:
    """Where no letter of the names could stand in an id, the list says whose canvas it is."""
    for canvas_id in ("canvas-8gh4k2ma", "one"):
        parties = {"a": {"organisation": "กสิกรไทย"}, "b": {"person": "Иван"}}
        laptop.write(f"canvases/{canvas_id}/canvas.yaml", canvas_to_text(canvas(id=canvas_id, parties=parties)))
    lines = laptop.run("list").out.splitlines()
    assert "----------  canvas-8gh4k2ma  กสิกรไทย × Иван  no job yet" in lines
    assert "----------  one  no job yet" in lines


@pytest.mark.parametrize(
    ("said", "found"),
    [("Ħal Ġobż", "hal-gobz"), ("Ŧorbjørn", "torbjorn"), ("Əli", "eli"), ("Ɔpɛn Ŋɖ", "open-nd"), ("Иван", "")],
)
def test_letters_keep_something_in_an_id(said: str, found: str) -> None:
    """A Latin letter with a stroke or a hook is the letter without it; of other scripts nothing is left."""
    assert slug(said) == found


@pytest.mark.parametrize("home", [None, "", "relative/home", "~nobody-of-that-name"])
@pytest.mark.parametrize("words", [("list",), ("key", "show"), ("score", "one")])
def test_without_a_home_there_is_a_sentence(tmp_path: Path, home: str | None, words: tuple[str, ...]) -> None:
    """No HOME, or one that is no place, ends with one sentence and 2, or works; it never makes a folder called ~."""
    kept = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "jtbd", *words]
    env = kept if home is None else {**kept, "HOME": home}
    ran = subprocess.run(command, capture_output=True, text=True, env=env, cwd=tmp_path, check=False)
    assert "Traceback" not in ran.stderr
    assert [*tmp_path.iterdir()] == []


def test_where_the_platform_knows_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it answers with words instead of a place, nothing is made there: a sentence says what to set."""
    import platformdirs  # noqa: PLC0415 - it is what is replaced

    for name in ("user_data_path", "user_config_path"):
        monkeypatch.setattr(platformdirs, name, lambda *_, **__: Path("~/.local"))
    ways: tuple[tuple[Callable[[], Path], str], ...] = (
        (lambda: places.canvases_folder(None, {}, Path("/")), "JTBD_CANVASES"),
        (lambda: places.config_folder({}), "JTBD_CONFIG"),
    )
    for find, variable in ways:
        with pytest.raises(UsageError, match="no home folder is known here") as refused:
            find()
        assert f"Set HOME to a folder of yours, by its whole path, or {variable}" in refused.value.remedy


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that somebody is in")
def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    """Started in a folder that was deleted, a command says so and ends with 2."""
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"cd {gone} && rmdir {gone} && exec {sys.executable} -m jtbd list"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(["sh", "-c", script], capture_output=True, text=True, env=env, check=False)
    assert ran.returncode == 2
    assert ran.stderr.startswith("jtbd: the folder that this was started in is gone")


def test_commands_to_be_pasted_are_quoted(laptop: Laptop) -> None:
    """A command in a message works when it is pasted, whatever is in the path."""
    canvas_file = laptop.write("Ana's $(canvas).yaml", canvas_to_text(ready_canvas()))
    answer = laptop.run("verify", canvas_file)
    said = answer.out + answer.err
    command = said[said.index("`jtbd sheet") + 1 :].partition("` ")[0].partition("`.")[0]
    assert shlex.split(command)[2] == str(canvas_file)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is closed to root")
def test_a_home_that_may_not_be_entered(laptop: Laptop) -> None:
    """The app, which would serve nothing, says so and ends with 2."""
    home = laptop.folder / "closed"
    home.mkdir(mode=0)
    answer = laptop.run("--no-browser", "--canvases", laptop.folder, HOME=str(home))
    assert answer.code == 2
    assert "may not be entered" in answer.err
