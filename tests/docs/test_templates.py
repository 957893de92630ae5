"""The page on templates of one's own holds."""

from __future__ import annotations

import re
from pathlib import Path

from jtbd.templates.library import templates
from tests.support.commands import Laptop
from tests.support.places import ROOT

PAGE = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")


def test_the_example_is_a_template(tmp_path: Path) -> None:
    """The example passes `jtbd check`, and stands on the shelf once it is in the folder that the page names."""
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    laptop = Laptop(tmp_path)
    file = laptop.write("my-template.yaml", example)

    assert laptop.run("check", str(file)).code == 0
    (found,) = [template for template in templates(file.parent) if template.id == "renew-a-shop-front"]
    assert found.trade in {template.trade for template in templates()}
    assert {aspect.dimension for aspect in found.aspects} == {"functional", "emotional", "social"}
