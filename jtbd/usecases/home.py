"""Where canvases and keys are and what time it is: opened once, by the terminal and by the app, and handed on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from jtbd.store.protocol import CanvasStore, Clock, KeyStore, ProfileStore

Opener: TypeAlias = Callable[[], "Home"]
"""Opens the home where something is asked of it: a file that was named needs none."""


@dataclass(frozen=True, slots=True)
class Home:
    """What belongs to a person on this laptop.

    Attributes:
        store: the canvases, with their sheets.
        keys: the keys that sign and seal.
        now: the laptop's clock, with its zone.
        config: the folder of settings, which need not be there: own templates.
        profile: the owner, as remembered.

    """

    store: CanvasStore
    keys: KeyStore
    now: Clock
    config: Path
    profile: ProfileStore


def open_home(canvases: str | None, env: Mapping[str, str]) -> Home:
    """Return the home with the canvases at `canvases`, else where the environment or the platform puts them.

    Raises:
        UnreadableFile: a file was named as the folder of canvases.
        UsageError: no home folder is known, or the working folder is gone.

    """
    # a file that was named needs none of this
    from jtbd.store.folder.canvases import FolderStore  # noqa: PLC0415
    from jtbd.store.folder.keys import KeyFolder  # noqa: PLC0415
    from jtbd.store.folder.places import (  # noqa: PLC0415
        canvases_folder,
        config_folder,
        examples_folder,
        working_folder,
    )
    from jtbd.store.folder.profile import ProfileFile  # noqa: PLC0415

    root, config = canvases_folder(canvases, env, working_folder()), config_folder(env)
    store = FolderStore(root, examples_folder(), local_now)
    return Home(store, KeyFolder(config), local_now, config, ProfileFile(config))


def local_now() -> dt.datetime:
    """Return the laptop's time with its zone, to the second."""
    return dt.datetime.now().astimezone().replace(microsecond=0)


def canvases_place(canvases: str | None, env: Mapping[str, str], *, windows: bool) -> tuple[Path, str]:
    """Return where a home's canvases are, which another process is to open; and what is wrong with that place, if any.

    Raises:
        UnreadableFile: a file was named as the folder of canvases.
        UsageError: no home folder is known, or the working folder is gone.

    """
    from jtbd.store.folder.places import canvases_folder, too_long, working_folder  # noqa: PLC0415

    root = canvases_folder(canvases, env, working_folder())
    return root, too_long(root.absolute(), windows=windows)
