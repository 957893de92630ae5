"""`jtbd sheet`, `sign`, `verify` and `export`: from a canvas to a sheet that both have signed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import canvas, ready_canvas
from commands import EXAMPLE, Laptop

from jtbd.store.codec import canvas_to_text

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 2 L 3 4"/></svg>'
VERIFIED = {"outcome", "rule", "signed", "missing"}


def _laptop(folder: Path) -> Laptop:
    folder.mkdir(exist_ok=True)
    laptop = Laptop(folder)
    assert laptop.run("key", "new").code == 0
    return laptop


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Laptop:
    """A laptop whose folder `signed` holds a draft that neither, one that a, and one sheet that both have signed."""
    laptop = _laptop(tmp_path_factory.mktemp("signed"))
    for _ in range(3):
        assert laptop.run("sheet", EXAMPLE, "--out", "signed").code == 0
    for number, party in ((2, "a"), (3, "a"), (3, "b")):
        assert laptop.run("sign", f"signed/draft-{number}.yaml", "--party", party).code == 0
    return laptop


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop with a long-term key."""
    return _laptop(tmp_path)


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
    """What the sheet is, and whether the money goes with it, stands in it."""
    plain = laptop.run("sheet", EXAMPLE, "--out", "x").out.strip()
    words = ("--binding", "contract", "--confidential", "--money")
    full = laptop.run("sheet", EXAMPLE, "--out", "x", *words).out.strip()
    before, after = ((laptop.folder / name).read_text(encoding="utf-8") for name in (plain, full))
    assert 'binding: "intent"' in before
    assert "confidential: false" in before
    assert "  value:" not in before
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
    assert list((laptop.config / "guest").iterdir()) == []


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


def test_twice(laptop: Laptop, draft: Path) -> None:
    """Who has signed cannot sign again."""
    laptop.run("sign", draft, "--party", "a")
    before = draft.read_bytes()
    answer = laptop.run("sign", draft, "--party", "a")
    assert (answer.code, draft.read_bytes()) == (2, before)
    assert answer.err.startswith("jtbd: party a has already signed")


@pytest.mark.parametrize(
    ("passphrase", "said"), [(None, "its passphrase is needed"), ("wrong", "does not open"), ("", "is needed")]
)
def test_the_passphrase(laptop: Laptop, draft: Path, passphrase: str | None, said: str) -> None:
    """Without the passphrase, or with another, nothing is signed."""
    before = draft.read_bytes()
    answer = laptop.run("sign", draft, "--party", "a", JTBD_PASSPHRASE=passphrase)
    assert (answer.code, answer.out, draft.read_bytes()) == (2, "", before)
    assert said in answer.err


def test_a_foreign_key(laptop: Laptop, draft: Path) -> None:
    """A key that the sheet does not name for this party signs nothing, and is still there."""
    laptop.run("key", "new", "--out", "guest/foreign.pem")
    before = draft.read_bytes()
    for party in "ab":
        answer = laptop.run("sign", draft, "--party", party, "--key", "guest/foreign.pem")
        assert (answer.code, draft.read_bytes()) == (2, before)
        assert f"not party {party}'s" in answer.err
    assert (laptop.folder / "guest/foreign.pem").exists()


def test_a_public_or_missing_key(laptop: Laptop, draft: Path) -> None:
    """To sign, the private key is needed."""
    assert "a public key" in laptop.run("sign", draft, "--party", "a", "--key", laptop.config / "key.pub.pem").err
    missing = laptop.run("sign", draft, "--party", "a", "--key", "missing.pem")
    assert (missing.code, missing.err.splitlines()[0]) == (2, "jtbd: there is no key at missing.pem")


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


def test_a_guest_on_their_own_laptop(tmp_path: Path) -> None:
    """A guest who brought a key countersigns at home with it, without naming it; the sheet then verifies anywhere."""
    ana, bea = _laptop(tmp_path / "ana"), _laptop(tmp_path / "bea")
    bea_public = bea.config / "key.pub.pem"
    draft = ana.folder / ana.run("sheet", EXAMPLE, "--out", "x", "--key-b", bea_public).out.strip()
    assert ana.run("sign", draft, "--party", "a").code == 0
    taken = bea.write("draft-1.yaml", draft.read_bytes())
    answer = bea.run("sign", taken, "--party", "b")
    assert (answer.code, answer.out) == (0, f"{bea.folder / 'sheet-1.yaml'}\n")
    assert bea_public.with_name("key.pem").exists(), "a long-term key stays"
    assert ana.run("verify", bea.folder / "sheet-1.yaml").code == 0
    assert (ana.folder / "x/draft-1.seal.pem").exists(), "the sealing key waits where the sheet was frozen"


def test_what_is_left_of_a_round(signed: Laptop) -> None:
    """Completion leaves the sheet and its PDF; the draft, its sealing key and its guest key are gone, others' stay."""
    names = {path.name for path in (signed.folder / "signed").iterdir()}
    assert names == {
        "draft-1.yaml",
        "draft-1.seal.pem",
        "draft-2.yaml",
        "draft-2.seal.pem",
        "sheet-3.yaml",
        "sheet-3.pdf",
    }
    assert len(list((signed.config / "guest").iterdir())) == 2


# ── verifying and exporting ───────────────────────────────────────────────────────────────────────────────────────────


def _cut(text: bytes) -> bytes:
    return text[: len(text) // 2]


def _forget(text: bytes) -> bytes:
    return text.replace(b"Introduce", b"Forget")


@pytest.mark.parametrize(
    ("name", "damage", "code", "outcome", "rule", "by"),
    [
        ("sheet-3.yaml", bytes, 0, "complete", None, ["a", "b"]),
        ("draft-1.yaml", bytes, 1, "incomplete", "signers", []),
        ("draft-2.yaml", bytes, 1, "incomplete", "signers", ["a"]),
        ("sheet-3.pdf", bytes, 1, "incomplete", "seal", ["a", "b"]),
        ("sheet-3.yaml", _forget, 1, "invalid", "hash", []),
        ("sheet-3.yaml", _cut, 1, "invalid", "canonical", []),
        ("sheet-3.yaml", lambda text: text.replace(b"\n", b"\r\n"), 1, "invalid", "canonical", []),
        ("sheet-3.pdf", _cut, 1, "invalid", "attachment", []),
        ("sheet-3.yaml", lambda _: b"", 1, "invalid", "canonical", []),
        ("sheet-3.yaml", lambda _: bytes(range(256)), 1, "invalid", "canonical", []),
    ],
)
def test_verify(  # noqa: PLR0917 - a table with many columns
    signed: Laptop,
    tmp_path: Path,
    name: str,
    damage: Callable[[bytes], bytes],
    code: int,
    outcome: str,
    rule: str | None,
    by: list[str],
) -> None:
    """`verify` ends with 0 for a complete sheet alone; --json gives outcome, the first rule that failed, who signed."""
    file = tmp_path / name
    file.write_bytes(damage((signed.folder / "signed" / name).read_bytes()))
    answer = signed.run("verify", file, "--json")
    found = answer.json
    assert (answer.code, answer.err) == (code, "")
    assert set(found) == VERIFIED
    assert (found["outcome"], found["rule"], found["signed"]) == (outcome, rule, by)
    assert found["missing"] == ([party for party in "ab" if party not in by] if outcome == "incomplete" else [])
    words = signed.run("verify", file)
    assert words.code == code
    assert words.out.startswith(f"{outcome}: ")


def test_verify_reads_the_terms(signed: Laptop) -> None:
    """What was promised, by whom, until when, and what it binds is read out of what was signed."""
    out = signed.run("verify", "signed/sheet-3.yaml").out
    assert "Ana Ruiz (Harbour Estates) promises: Introduce Northline" in out
    assert "by 15 December 2026" in out
    assert "This is a statement of intent." in out


@pytest.mark.parametrize("name", ["missing.yaml", ".", "signed"])
def test_verify_of_what_cannot_be_read(signed: Laptop, name: str) -> None:
    """What is missing or a folder cannot be verified: exit 2, and nothing on standard output."""
    answer = signed.run("verify", name, "--json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"jtbd: {name}: ")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_files_without_end(signed: Laptop) -> None:
    """A file that never ends is read within bounds."""
    assert signed.run("verify", "/dev/zero").code == 1
    assert signed.run("check", "/dev/zero").code == 2
    assert signed.run("sign", "/dev/zero", "--party", "a").code == 2


def test_export_twice(signed: Laptop, tmp_path: Path) -> None:
    """`export` writes beside the sheet and prints the path; a second time it refuses and leaves the first as it is."""
    sheet = tmp_path / "sheet-3.yaml"
    shutil.copy(signed.folder / "signed/sheet-3.yaml", sheet)
    for form, start in (("--pdf", b"%PDF-"), ("--ics", b"BEGIN:VCALENDAR")):
        target = sheet.with_suffix(f".{form[2:]}")
        assert signed.run("export", sheet, form) == (0, f"{target}\n", "")
        written = target.read_bytes()
        assert written.startswith(start)
        again = signed.run("export", sheet, form)
        assert (again.code, again.out, target.read_bytes()) == (2, "", written)
        assert f"{target} is already there" in again.err


def test_export_of_what_is_no_sheet(laptop: Laptop) -> None:
    """A canvas, a missing file or a folder is not exported: exit 2."""
    laptop.write("canvas.yaml", canvas_to_text(ready_canvas()))
    for name in ("canvas.yaml", "missing.yaml", "."):
        assert laptop.run("export", name, "--pdf").code == 2
    assert laptop.run("export", "canvas.yaml").code == 2, "one form must be named"
    assert laptop.run("export", "canvas.yaml", "--pdf", "--ics").code == 2, "and one alone"
