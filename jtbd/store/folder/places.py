"""Where canvases, examples and keys are on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Final

import jtbd
from jtbd.errors import UnreadableFile, UsageError, shown
from jtbd.i18n import say

APP: Final = "jtbd"
CANVASES: Final = "canvases"
_LONGEST_ON_WINDOWS: Final = 259
_LONGEST_WITHIN: Final = 160
"""A canvas's id of 80 characters, the folder of its earlier versions, and a file of them while it is written."""


def canvases_folder(override: str | None, env: Mapping[str, str], cwd: Path) -> Path:
    """Return the folder of canvases.

    Args:
        override: what `--canvases` says; it beats
        env: `JTBD_CANVASES`, which beats
        cwd: `canvases` of the checkout that this folder is in, which beats the platform's data folder.

    Raises:
        UnreadableFile: a file was named, where only the examples would be found.

    """
    said = override or env.get("JTBD_CANVASES")
    if said:
        folder = cwd / _home_spelt_out(said)
        if folder.exists() and not folder.is_dir():
            raise UnreadableFile(
                str(folder), say("is no folder"), say("Name the folder of canvases, not a file in it.")
            )
        return folder
    for folder in (cwd, *cwd.parents):
        if _is_checkout(folder):
            return folder / CANVASES
    import platformdirs  # noqa: PLC0415 - seldom needed, and its import takes a while

    return _at_home(platformdirs.user_data_path(APP, appauthor=False), "JTBD_CANVASES") / CANVASES


def too_long(root: PurePath, *, windows: bool) -> str:
    """Return what to do about a folder of canvases under which paths would break; empty where they would not.

    Windows ends a path at 259 characters, and says of a longer one that it is not there.
    """
    room = _LONGEST_ON_WINDOWS - _LONGEST_WITHIN
    if not windows or len(str(root)) <= room:
        return ""
    return say(
        "The folder of canvases has a path of {number} characters: {folder}. Windows ends paths at "
        "{most}, so some meetings could not be saved in it. Choose one of at most "
        "{room} characters, as {example}, with --canvases or JTBD_CANVASES.",
        number=len(str(root)),
        folder=shown(root),
        most=_LONGEST_ON_WINDOWS,
        room=room,
        example="C:\\canvases",
    )


def examples_folder() -> Path:
    """Return the folder of the shipped examples: the checkout's own canvases, or what the wheel carries."""
    package = Path(jtbd.__file__).parent
    carried = package / "shipped" / CANVASES
    return carried if carried.is_dir() else package.parent / CANVASES


def config_folder(env: Mapping[str, str]) -> Path:
    """Return the folder of keys and settings, never inside that of canvases: `JTBD_CONFIG`, or the platform's."""
    said = env.get("JTBD_CONFIG")
    if said:
        return _home_spelt_out(said).absolute()
    import platformdirs  # noqa: PLC0415 - seldom needed, and its import takes a while

    return _at_home(platformdirs.user_config_path(APP, appauthor=False), "JTBD_CONFIG")


def working_folder() -> Path:
    """Return the folder that the program was started in.

    Raises:
        UsageError: it is gone.

    """
    try:
        return Path.cwd()
    except OSError:
        raise UsageError(
            say("the folder that this was started in is gone, or may not be entered"),
            say("Go to another one and try again."),
        ) from None


def _at_home(path: Path, variable: str) -> Path:
    """Return a folder under one's home; where no home is known the platform answers with words, not with a place."""
    if not path.is_absolute():
        raise UsageError(
            say("no home folder is known here (it would be {folder})", folder=shown(path)),
            say(
                "Set HOME to a folder of yours, by its whole path, or {variable} to the folder to use.",
                variable=variable,
            ),
        )
    return path


def _home_spelt_out(said: str) -> Path:
    try:
        return Path(said).expanduser()
    except RuntimeError:  # ~somebody who has no home here
        return Path(said)


def _is_checkout(folder: Path) -> bool:
    file = folder / "pyproject.toml"
    if not file.is_file():
        return False
    import tomllib  # noqa: PLC0415 - needed inside checkouts only

    try:
        project = tomllib.loads(file.read_text(encoding="utf-8")).get("project")
    except (OSError, ValueError):  # somebody else's file, whatever is wrong with it
        return False
    return isinstance(project, dict) and project.get("name") == APP
