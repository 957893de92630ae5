"""The pictures of the screens: each is there and shown."""

from __future__ import annotations

import re

from tests.support.places import ROOT

FOLDER = ROOT / "docs" / "screens"
VIEWS = ("light", "dark", "narrow")


def test_every_picture_is_shown_and_is_there() -> None:
    """The page shows each picture in the folder once, and no other; each scene in light, dark and narrow."""
    shown = re.findall(r'src="([^"]+)"', (FOLDER / "README.md").read_text(encoding="utf-8"))
    there = {path.name for path in FOLDER.glob("*.png")} - {"readme.png"}
    assert sorted(shown) == sorted(there)
    scenes = {name.rpartition("-")[0] for name in shown}
    assert there == {f"{scene}-{view}.png" for scene in scenes for view in VIEWS}
    assert {scene[0] for scene in scenes} == set("012345678")


def test_the_readme_shows_one_of_them() -> None:
    """The README's picture comes from the same folder, and the README leads to the others."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "](docs/screens/readme.png)" in readme
    assert "](docs/screens/)" in readme
    assert (FOLDER / "readme.png").is_file()
