"""What goes into the wheel."""

from __future__ import annotations

import tomllib

from tests.support.places import ROOT


def test_the_wheel_carries_every_example_and_nobodys_own_canvases() -> None:
    """The wheel's list of canvases names each shipped example and nothing else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    carried = {path for path in included if path.startswith("canvases")}
    examples = {f"canvases/{folder.name}" for folder in (ROOT / "canvases").glob("example-*")}
    assert examples
    assert carried == examples
    assert all(target == f"jtbd/shipped/{path}" for path, target in included.items())
