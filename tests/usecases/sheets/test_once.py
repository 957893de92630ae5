"""How often a sheet is read and checked on its way: as it comes in, and as it goes out."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from jtbd.model.answer import Consent
from jtbd.sign.check import sheet as checking
from jtbd.sign.sheet import content
from jtbd.store.codec import canvas_to_text
from jtbd.usecases.home import Home, open_home
from jtbd.usecases.keys import opening as keys
from jtbd.usecases.sheets import signing
from jtbd.usecases.sheets.freezing import freeze_here
from jtbd.usecases.sheets.reading import Draft, open_draft
from jtbd.usecases.sheets.terms import Terms
from tests.support import sheets as maker
from tests.support.builders import ready_canvas
from tests.support.commands import Laptop, owner
from tests.support.sheets import nobody

TWICE = {"parse": 2, "check": 2}


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the calls of the one parser and of the one verifier of sheets, which do what they always do."""
    counted: Counter[str] = Counter()
    for module, name in ((content, "parse"), (checking, "check")):
        _count(monkeypatch, counted, module, name)
    return counted


def _count(monkeypatch: pytest.MonkeyPatch, counted: Counter[str], module: object, name: str) -> None:
    real = getattr(module, name)

    def spy(*words: object, **settings: object) -> object:
        counted[name] += 1
        return real(*words, **settings)

    monkeypatch.setattr(module, name, spy)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A laptop whose owner has a key without a passphrase."""
    found = open_home(str(tmp_path / "canvases"), {"JTBD_CONFIG": str(tmp_path / "config")})
    keys.save_private(found.keys.owner(), maker.key("a"))
    return found


def test_the_last_signature_of_a_meeting(home: Home, calls: Counter[str]) -> None:
    """From the open draft to the sealed sheet that is kept, a sheet is parsed twice and verified twice, and no more."""
    canvas = freeze_here(home, home.store.create(ready_canvas(id="one")), Terms())
    for party in ("a", "b"):
        calls.clear()
        draft = open_draft(home, canvas)
        assert isinstance(draft, Draft)
        progress = signing.sign_here(home, canvas, draft, party, Consent(), ask=nobody)
        canvas = progress.canvas
        assert calls == TWICE, party
    assert progress.signed.sealed


@pytest.fixture
def two(tmp_path: Path) -> tuple[Laptop, Laptop]:
    """Two laptops: on Ana's a sheet is frozen in its canvas's folder, for Bea's key; Bea has a copy."""
    ana, bea = owner(tmp_path / "ana"), owner(tmp_path / "bea")
    ana.write("canvases/one/canvas.yaml", canvas_to_text(ready_canvas(id="one", revision=1)))
    key = ana.write("bea.pub.pem", bea.run("key", "show").out)
    assert ana.run("sheet", "one", "--out", "canvases/one", "--key-b", key).code == 0
    shutil.copy(ana.canvases / "one/draft-1.yaml", bea.folder)
    return ana, bea


def test_signing_in_a_terminal(two: tuple[Laptop, Laptop], calls: Counter[str]) -> None:
    """`jtbd sign` parses and verifies twice, also where it puts the sheet on its canvas's record, sealed or away."""
    ana, bea = two
    draft = "canvases/one/draft-1.yaml"
    for laptop, words in (
        (bea, ("draft-1.yaml", "--party", "b")),
        (ana, (draft, "--party", "a")),
        (ana, (draft, "--party", "b", "--key", bea.config / "key.pem")),
    ):
        calls.clear()
        assert laptop.run("sign", *words).code == 0
        assert calls == TWICE, words
    assert (ana.canvases / "one/sheet-1.pdf").exists()


def test_a_sheet_that_comes_home(two: tuple[Laptop, Laptop], calls: Counter[str]) -> None:
    """`jtbd import` parses and verifies what came and what is here, each once, however often it is brought."""
    ana, bea = two
    assert bea.run("sign", "draft-1.yaml", "--party", "b").code == 0
    assert ana.run("sign", "canvases/one/draft-1.yaml", "--party", "a").code == 0
    back = ana.write("inbox/back.yaml", (bea.folder / "draft-1.yaml").read_bytes())
    for said in ("complete:", "is already here, complete:"):
        calls.clear()
        answer = ana.run("import", back)
        assert said in answer.err
        assert calls == TWICE, said
    assert ana.run("verify", "canvases/one/sheet-1.pdf").code == 0
