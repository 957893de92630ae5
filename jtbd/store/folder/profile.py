"""The owner's own details, as `profile.yaml` in the folder of keys and settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jtbd.disk.files import read_bytes, replace
from jtbd.disk.folders import make_folder, names_in
from jtbd.model import Party
from jtbd.store.profile import profile_from_bytes, profile_to_text

NAME: Final = "profile.yaml"


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """A `ProfileStore` over a folder."""

    folder: Path

    def load(self) -> Party | None:
        """See `ProfileStore`."""
        if NAME not in names_in(self.folder):
            return None
        path = self.folder / NAME
        return profile_from_bytes(read_bytes(path), str(path))

    def save(self, party: Party) -> None:
        """See `ProfileStore`; it is on disk whole or not at all."""
        make_folder(self.folder, private=True, around=True)
        replace(self.folder / NAME, profile_to_text(party).encode(), mode=0o600)
