"""`jtbd sheet` and `jtbd sign`: from a canvas to a sheet that both have signed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jtbd.store.codec import canvas_to_text
from tests.support.builders import canvas
from tests.support.commands import EXAMPLE, Laptop, owner

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 2 L 3 4"/></svg>'


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Laptop:
    """A laptop whose folder `signed` holds a draft that neither, one that a, and one sheet that both have signed."""
    laptop = owner(tmp_path_factory.mktemp("signed"))
    for _ in range(3):
        assert laptop.run("sheet", EXAMPLE, "--out", "signed").code == 0
    for number, party in ((2, "a"), (3, "a"), (3, "b")):
        assert laptop.run("sign", f"signed/draft-{number}.yaml", "--party", party).code == 0
    return laptop


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop with a long-term key."""
    return owner(tmp_path)


@pytest.fixture
def draft(laptop: Laptop) -> Path:
    """A fresh draft on that laptop."""
    return laptop.folder / laptop.run("sheet", EXAMPLE, "--out", "signed").out.strip()


# ── freezing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_freezing_counts_and_prints_the_path(laptop: Laptop) -> None:
    """`jtbd sheet` makes the folder, prints the path of what it wrote and nothing else, and overwrites nothing."""
    first = laptop.run("sheet", EXAMPLE, "--out", "deep/er")
    second = laptop.run("sheet", EXAMPLE, "--out", "deep/er")
    assert first == (0, f"{Path('deep/er/draft-1.yaml')}\n", "")
    assert second.out == f"{Path('deep/er/draft-2.yaml')}\n"


def test_terms_are_signed(laptop: Laptop) -> None:
    """What the sheet is, and whether the money and the verdict go with it, stands in it."""
    plain = laptop.run("sheet", EXAMPLE, "--out", "x").out.strip()
    words = ("--binding", "contract", "--confidential", "--money", "--no-verdict")
    full = laptop.run("sheet", EXAMPLE, "--out", "x", *words).out.strip()
    before, after = ((laptop.folder / name).read_text(encoding="utf-8") for name in (plain, full))
    assert 'binding: "intent"' in before
    assert "confidential: false" in before
    assert "  value:" not in before
    assert 'verdict: "unknown"' not in before
    assert 'verdict: "unknown"' in after
    assert 'binding: "contract"' in after
    assert "confidential: true" in after
    assert "  value:" in after


def test_a_canvas_that_is_not_ready(laptop: Laptop) -> None:
    """A canvas that lacks something for a sheet says all that it lacks, ends with 2 and leaves nothing behind."""
    file = laptop.write("one.yaml", canvas_to_text(canvas()))
    answer = laptop.run("sheet", file, "--out", "signed")
    assert (answer.code, answer.out) == (2, "")
    assert len(answer.err.splitlines()) >= 5
    assert not (laptop.folder / "signed").exists()
    assert not (laptop.config / "guest").exists()


def test_nowhere_to_write(laptop: Laptop) -> None:
    """Where a file stands in the folder's place it ends with 2, and no guest key is left of the attempt."""
    laptop.write("taken", "")
    for name in ("taken", "taken/deeper"):
        answer = laptop.run("sheet", EXAMPLE, "--out", name)
        assert answer.code == 2
        assert "a file stands where a folder should be" in answer.err
    assert list((laptop.config / "guest").glob("*")) == []


def test_no_key_yet(tmp_path: Path) -> None:
    """Without a long-term key, `jtbd sheet` says how to make one."""
    answer = Laptop(tmp_path).run("sheet", EXAMPLE, "--out", "signed")
    assert answer.code == 2
    assert "jtbd key new" in answer.err


@pytest.mark.parametrize("ending", [".pem", ".pub.pem"])
def test_keys_are_public_or_private(laptop: Laptop, ending: str) -> None:
    """`--key-a` and `--key-b` take the private or the public half of a key."""
    for who in "ab":
        laptop.run("key", "new", "--out", f"{who}.pem")
    answer = laptop.run(
        "sheet", EXAMPLE, "--out", "x", "--key-a", f"a{ending}", "--key-b", f"b{ending}", JTBD_PASSPHRASE=None
    )
    assert answer.code == 0
    text = (laptop.folder / "x/draft-1.yaml").read_text(encoding="utf-8")
    for who in "ab":
        thumbprint = laptop.run("key", "show", "--key", f"{who}.pem").out.splitlines()[1].split()[1]
        assert thumbprint in text
    assert not (laptop.config / "guest").exists(), "nobody needs a guest key"


def test_a_locked_key_without_its_public_half_asks(laptop: Laptop) -> None:
    """An encrypted key with no public half beside it needs its passphrase to be named in a sheet."""
    laptop.run("key", "new", "--out", "b.pem")
    (laptop.folder / "b.pub.pem").unlink()
    words = ("sheet", EXAMPLE, "--out", "x", "--key-b", "b.pem")
    assert laptop.run(*words, JTBD_PASSPHRASE=None).code == 2
    assert laptop.run(*words, JTBD_PASSPHRASE="wrong").code == 2
    assert laptop.run(*words).code == 0


@pytest.mark.parametrize("half", ["key.pem", "key.pub.pem"])
def test_one_key_for_both(laptop: Laptop, half: str) -> None:
    """Two parties cannot sign with one key, whichever half names it."""
    answer = laptop.run("sheet", EXAMPLE, "--out", "x", "--key-b", laptop.config / half)
    assert answer.code == 2
    assert "a key of its own" in answer.err
    assert not (laptop.folder / "x").exists()


@pytest.mark.parametrize("name", ["missing.pem", "drawing.svg", ".", ""])
def test_what_is_no_key(laptop: Laptop, name: str) -> None:
    """A key that is missing, something else, a folder or blank is refused; a blank name never means another key."""
    laptop.write("drawing.svg", DRAWING)
    assert laptop.run("sheet", EXAMPLE, "--out", "x", "--key-b", name).code == 2
    assert laptop.run("sheet", EXAMPLE, "--out", "x", "--key-a", name).code == 2
    assert not (laptop.folder / "x").exists()


# ── signing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_signing_prints_the_path(laptop: Laptop, draft: Path) -> None:
    """`jtbd sign` prints the path of what it wrote; the usual consent goes to standard error, for people to read."""
    answer = laptop.run("sign", draft, "--party", "a")
    assert (answer.code, answer.out) == (0, f"{draft}\n")
    assert answer.err.startswith("I, Ana Ruiz, for Harbour Estates, have read commitment sheet")


def test_consent_in_own_words(laptop: Laptop, draft: Path) -> None:
    """`--consent` replaces the usual sentence; a blank one is refused and signs nothing."""
    before = draft.read_bytes()
    assert laptop.run("sign", draft, "--party", "a", "--consent", " ").code == 2
    assert draft.read_bytes() == before
    answer = laptop.run("sign", draft, "--party", "a", "--consent", "I agree to all of it.")
    assert (answer.code, answer.err) == (0, "")
    assert "“I agree to all of it.”" in laptop.run("verify", draft).out


def test_a_drawn_signature(laptop: Laptop, draft: Path) -> None:
    """`--mark` takes an SVG of plain strokes into the sheet, and nothing else."""
    laptop.write("mark.svg", DRAWING)
    laptop.write("round.svg", DRAWING.replace("<path", "<circle"))
    for name in ("round.svg", "missing.svg", str(draft)):
        assert laptop.run("sign", draft, "--party", "b", "--mark", name).code == 2
    assert laptop.run("sign", draft, "--party", "b", "--mark", "mark.svg").code == 0
    assert 'mark_svg: "M1 2L3 4"' in draft.read_text(encoding="utf-8")


def test_a_guest_on_their_own_laptop(tmp_path: Path) -> None:
    """A guest who brought a key countersigns at home with it, without naming it; the sheet then verifies anywhere."""
    ana, bea = owner(tmp_path / "ana"), owner(tmp_path / "bea")
    bea_public = bea.config / "key.pub.pem"
    draft = ana.folder / ana.run("sheet", EXAMPLE, "--out", "x", "--key-b", bea_public).out.strip()
    assert ana.run("sign", draft, "--party", "a").code == 0
    taken = bea.write("draft-1.yaml", draft.read_bytes())
    answer = bea.run("sign", taken, "--party", "b")
    assert (answer.code, answer.out) == (0, f"{bea.folder / 'sheet-1.yaml'}\n")
    assert bea_public.with_name("key.pem").exists(), "a long-term key stays"
    assert ana.run("verify", bea.folder / "sheet-1.yaml").code == 0
    assert len([*ana.config.glob("seal/*.pem")]) == 1, "the sealing key waits where the sheet was frozen"


# ── which file is signed ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_draft_that_does_not_hold(laptop: Laptop, draft: Path) -> None:
    """A draft whose words were changed is signed by nobody, exported by nobody, and named with what to do: exit 2."""
    draft.write_bytes(draft.read_bytes().replace(b"Introduce", b"Forget"))
    before = sorted(draft.parent.iterdir())
    for words in (("sign", draft, "--party", "a"), ("export", draft, "--pdf"), ("export", draft, "--ics")):
        answer = laptop.run(*words)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"jtbd: {draft} does not hold (rule hash)")
    assert sorted(draft.parent.iterdir()) == before


def test_only_drafts_are_signed(signed: Laptop, tmp_path: Path) -> None:
    """A complete sheet, a draft under another name, and a draft beside a complete sheet of its number are refused."""
    shutil.copy(signed.folder / "signed/draft-1.yaml", tmp_path / "renamed.yaml")
    shutil.copy(signed.folder / "signed/draft-1.yaml", tmp_path / "draft-3.yaml")
    shutil.copy(signed.folder / "signed/sheet-3.yaml", tmp_path / "sheet-3.yaml")
    for name, said in (("sheet-3.yaml", "draft-N.yaml"), ("renamed.yaml", "draft-N.yaml"), ("draft-3.yaml", "sheet-3")):
        answer = signed.run("sign", tmp_path / name, "--party", "a")
        assert answer.code == 2
        assert said in answer.err


def test_what_is_left_of_a_round(signed: Laptop) -> None:
    """Completion leaves the sheet and its PDF; the draft, its sealing key and its guest key are gone, others' stay."""
    names = {path.name for path in (signed.folder / "signed").iterdir()}
    assert names == {
        "draft-1.yaml",
        "draft-2.yaml",
        "sheet-3.yaml",
        "sheet-3.pdf",
    }
    assert len(list((signed.config / "guest").iterdir())) == 2
