"""`jtbd import`: whole rounds between two laptops, each with keys and canvases of its own."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from jtbd.model.canvas import SheetRecord
from jtbd.sign.sheet.content import content_hash, read_sheet, sheet_yaml
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from tests.support.builders import ready_canvas
from tests.support.commands import EXAMPLE, Answer, Laptop, owner
from tests.support.places import ROOT

BOTH = "complete: Ana Ruiz (Harbour Estates) and Bea Lund (Northline Cabling) have both signed this content, and it is "
UNCHANGED = f"{BOTH}unchanged since.\n"


class Round(NamedTuple):
    """A sheet between two: Ana's laptop froze it as `draft`, and Bea has a copy of it on hers."""

    ana: Laptop
    bea: Laptop
    draft: Path
    copy: Path

    def sheet(self) -> Path:
        """Return where the sheet will be once it is complete on Ana's laptop."""
        return self.draft.with_name("sheet-1.yaml")

    def bea_signs(self, *words: str) -> Path:
        """Let Bea sign her copy; return what she sends back, as Ana finds it among what she received."""
        answer = self.bea.run("sign", self.copy, "--party", "b", *words)
        assert answer.code == 0, answer.err
        made = Path(answer.out.strip())
        return self.ana.write(f"inbox/{made.name}", made.read_bytes())

    def ana_signs(self) -> None:
        """Let Ana sign her draft."""
        assert self.ana.run("sign", self.draft, "--party", "a").code == 0

    def records(self) -> list[tuple[int, str]]:
        """Return what the canvas on Ana's laptop has on record."""
        canvas = canvas_from_bytes((self.draft.parent / "canvas.yaml").read_bytes(), "canvas.yaml")
        return [(record.number, record.state) for record in canvas.sheets]

    def brought(self, file: Path, *words: str | Path) -> Answer:
        """Bring a file back on Ana's laptop."""
        return self.ana.run("import", file, *words)


@pytest.fixture(scope="session")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two laptops that have met: on `ana` a sheet is frozen for Bea's key, in its canvas's folder."""
    folder = tmp_path_factory.mktemp("two")
    ana, bea = owner(folder / "ana"), owner(folder / "bea")
    canvas = ready_canvas(id="one", revision=1)
    ana.write("canvases/one/canvas.yaml", canvas_to_text(canvas))
    key = ana.write("bea.pub.pem", bea.run("key", "show").out)
    assert ana.run("sheet", "one", "--out", "canvases/one", "--key-b", key).code == 0
    content = read_sheet((ana.canvases / "one/draft-1.yaml").read_bytes())
    record = SheetRecord(number=1, id=content.commitment.id, content_hash=content.content_hash, state="draft")
    ana.write("canvases/one/canvas.yaml", canvas_to_text(canvas.revise(sheets=(record,))))
    shutil.copy(ana.canvases / "one/draft-1.yaml", bea.folder)
    return folder


@pytest.fixture
def met(two: Path, tmp_path: Path) -> Round:
    """A copy of both laptops, to sign on."""
    shutil.copytree(two, tmp_path / "two")
    ana, bea = Laptop(tmp_path / "two/ana"), Laptop(tmp_path / "two/bea")
    return Round(ana, bea, ana.canvases / "one/draft-1.yaml", bea.folder / "draft-1.yaml")


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


# ── whole rounds ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_guest_countersigns_elsewhere(met: Round) -> None:
    """Ana signs, Bea countersigns at home, Ana brings it back: complete and sealed, and on the canvas's record."""
    met.ana_signs()
    shutil.copy(met.draft, met.copy)
    back = met.bea_signs()
    assert back.name == "sheet-1.yaml"
    assert met.bea.run("verify", met.copy.with_name("sheet-1.pdf"), "--json").json["rule"] == "seal"
    assert met.brought(back) == (0, f"{met.sheet()}\n", UNCHANGED)
    assert met.sheet().read_bytes() == back.read_bytes()
    for name in ("sheet-1.yaml", "sheet-1.pdf"):
        found = met.ana.run("verify", met.sheet().with_name(name), "--json")
        assert (found.code, found.json["outcome"], found.json["signed"]) == (0, "complete", ["a", "b"])
    assert met.records() == [(1, "complete")]
    assert _names(met.draft.parent) == {"canvas.yaml", "sheet-1.yaml", "sheet-1.pdf"}
    assert back.exists(), "what was received stays where it is"
    assert (met.bea.config / "key.pem").exists()


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="there is no pdfsig here")
def test_the_seal_is_seen_by_others(met: Round) -> None:
    """A sheet that was completed elsewhere and brought back is sealed, as another program sees too."""
    met.ana_signs()
    shutil.copy(met.draft, met.copy)
    assert met.brought(met.bea_signs()).code == 0
    said = subprocess.run(["pdfsig", met.sheet().with_suffix(".pdf")], capture_output=True, text=True, check=False)
    assert "Signature is Valid." in said.stdout
    assert "Total document signed" in said.stdout


def test_both_sign_at_the_same_time(met: Round) -> None:
    """Bea signs at home while Ana signs here; what is brought back holds Bea's signature alone, and both are put on."""
    back = met.bea_signs()
    assert back.name == "draft-1.yaml"
    met.ana_signs()
    assert met.brought(back) == (0, f"{met.sheet()}\n", UNCHANGED)
    assert read_sheet(met.sheet().read_bytes()).signers == ("a", "b")
    assert met.ana.run("verify", met.sheet().with_suffix(".pdf")).code == 0
    assert met.records() == [(1, "complete")]


def test_the_guest_signs_first(met: Round) -> None:
    """Brought back before Ana has signed, the draft has Bea's signature and waits for Ana's, which completes it."""
    back = met.bea_signs()
    said = "incomplete: 1 of 2 signed; still to sign: Ana Ruiz (Harbour Estates).\n"
    assert met.brought(back) == (0, f"{met.draft}\n", said)
    assert met.draft.read_bytes() == back.read_bytes()
    assert met.records() == [(1, "draft")]
    assert met.ana.run("sign", met.draft, "--party", "a").out == f"{met.sheet()}\n"
    assert met.records() == [(1, "complete")]


def test_the_guest_declines_elsewhere(met: Round) -> None:
    """Bea declines at home and says who fits better; brought back it is on record as declined, its keys are gone."""
    met.ana_signs()
    shutil.copy(met.draft, met.copy)
    back = met.bea_signs("--decline", "We are booked until May.", "--suggests", "Copper Fox")
    assert met.brought(back) == (
        0,
        f"{met.draft}\n",
        (
            "declined: Bea Lund (Northline Cabling) declined: “We are booked until May.”. "
            "Who fits better, they say: Copper Fox.\n"
        ),
    )
    assert met.records() == [(1, "declined")]
    assert _names(met.draft.parent) == {"canvas.yaml", "draft-1.yaml"}
    assert met.brought(back) == (
        0,
        f"{met.draft}\n",
        (
            f"{met.draft} is already here, declined: "
            "Bea Lund (Northline Cabling) declined: “We are booked until May.”. "
            "Who fits better, they say: Copper Fox.\n"
        ),
    )


def test_the_round_of_the_readme(met: Round) -> None:
    """The commands of the README, each on the laptop that it names, lead to a sheet that both have signed."""
    shown = re.search(
        r"^```sh\n(jtbd sheet .*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert shown
    for line, laptop in zip(shown[1].splitlines(), (met.ana, met.bea, met.ana, met.ana), strict=True):
        words = shlex.split(line.replace("my-canvas", "one").replace("~/Downloads", "inbox"), comments=True)[1:]
        answer = laptop.run(*words)
        assert answer.code == 0, answer.err
        frozen = met.ana.folder / "signed/draft-1.yaml"
        if words[0] == "sheet":
            shutil.copy(frozen, met.copy)
        elif laptop is met.bea:
            met.ana.write("inbox/draft-1.yaml", met.copy.read_bytes())
    assert answer.out == f"{Path('signed/sheet-1.yaml')}\n"
    assert met.ana.run("verify", "signed/sheet-1.pdf").code == 0


def test_who_is_away_is_told_where_to_send_it(met: Round) -> None:
    """On Bea's laptop, where nothing can be sealed, a half-signed sheet goes back to whoever froze it."""
    answer = met.bea.run("sign", met.copy, "--party", "b")
    assert answer.err.endswith(f"Send {met.copy} back to whoever froze it; `jtbd import` takes it in there.\n")


def test_a_sheet_without_a_canvas_of_its_own(met: Round) -> None:
    """A sheet frozen to a folder that was named is completed there: the folder is named, or holds the file too."""
    for number, place in ((1, "inbox"), (2, "signed")):
        draft = met.ana.run("sheet", EXAMPLE, "--out", "signed", "--key-b", "bea.pub.pem").out.strip()
        copy = met.bea.write(f"away/{Path(draft).name}", (met.ana.folder / draft).read_bytes())
        assert met.bea.run("sign", copy, "--party", "b").code == 0
        back = met.ana.write(f"{place}/back.yaml", copy.read_bytes())
        assert met.ana.run("sign", draft, "--party", "a").code == 0
        words = ("--into", "signed") if place == "inbox" else ()
        assert Path(met.brought(back, *words).out.strip()).name == f"sheet-{number}.yaml"
        assert met.ana.run("verify", f"signed/sheet-{number}.pdf").code == 0


def test_a_file_that_bears_the_name_of_the_sheet(met: Round) -> None:
    """What came back may lie beside its draft under the very name that the sheet will have: it is completed, sealed."""
    met.ana_signs()
    shutil.copy(met.draft, met.copy)
    back = met.bea_signs()
    shutil.move(back, met.sheet())
    shutil.copy(met.copy.with_name("sheet-1.pdf"), met.sheet().with_suffix(".pdf"))
    assert met.brought(met.sheet()) == (0, f"{met.sheet()}\n", UNCHANGED)
    assert met.ana.run("verify", met.sheet().with_suffix(".pdf")).code == 0, "the unsealed copy gave way to the sealed"
    assert _names(met.draft.parent) == {"canvas.yaml", "sheet-1.yaml", "sheet-1.pdf"}


# ── what is here already ──────────────────────────────────────────────────────────────────────────────────────────────


def test_already_complete(met: Round) -> None:
    """A sheet that is complete here may be brought again, whole or half: nothing is written, exit 0."""
    half = met.bea_signs()
    met.ana_signs()
    met.brought(half)
    before = {path: path.read_bytes() for path in met.draft.parent.iterdir() if path.is_file()}
    whole = met.ana.write("inbox/again.yaml", met.sheet().read_bytes())
    for file in (half, whole, met.sheet()):
        said = f"{met.sheet()} is already here, {UNCHANGED}"
        assert met.brought(file) == (0, f"{met.sheet()}\n", said)
    assert {path: path.read_bytes() for path in met.draft.parent.iterdir() if path.is_file()} == before


def test_nothing_new(met: Round) -> None:
    """A draft that has all that was brought says for whom it waits, and stays as it is."""
    back = met.bea_signs()
    met.brought(back)
    said = f"{met.draft} is already here, incomplete: 1 of 2 signed; still to sign: Ana Ruiz (Harbour Estates).\n"
    for file in (back, met.draft):
        assert met.brought(file) == (0, f"{met.draft}\n", said)


# ── what is not taken in ──────────────────────────────────────────────────────────────────────────────────────────────


def _refused(met: Round, file: Path, said: str, *words: str | Path) -> None:
    """Check that nothing is written: exit 2 and exactly these words."""
    before = {path: path.read_bytes() for path in met.ana.folder.rglob("*") if path.is_file()}
    assert met.brought(file, *words) == (2, "", f"jtbd: {said}\n")
    after = {path: path.read_bytes() for path in met.ana.folder.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.parametrize("complete", [False, True])
def test_two_different_signatures(met: Round, complete: bool) -> None:
    """Where one party signed two copies with different words, neither is put over the other, and both are named."""
    first = met.bea_signs("--consent", "I agree.").rename(met.ana.folder / "first.yaml")
    shutil.copy(met.draft, met.copy)
    second = met.bea_signs("--decline", "On second thoughts, no.")
    met.brought(first)
    if complete:
        met.ana_signs()
    here = met.sheet() if complete else met.draft
    _refused(
        met,
        second,
        f"{here} contradicts what was brought: Bea Lund (Northline Cabling) signed both, and not alike\n"
        "Verify both files and ask the other party which one counts; nothing was written.",
    )


def test_the_same_id_with_another_content(met: Round) -> None:
    """A sheet of the same id that says something else is told apart by its hash, although it holds in itself."""
    sheet = read_sheet(met.draft.read_bytes())
    content = sheet.commitment.revise(confidential=True)
    other = sheet.revise(commitment=content, content_hash=content_hash(content))
    _refused(
        met,
        met.ana.write("inbox/draft-1.yaml", sheet_yaml(other)),
        f"{met.draft} contradicts what was brought: the content is another\n"
        "Verify both files and ask the other party which one counts; nothing was written.",
    )


def test_after_it_was_declined_here(met: Round) -> None:
    """A signature that comes back after Ana has declined here is not put on: the round is over."""
    back = met.bea_signs()
    assert met.ana.run("sign", met.draft, "--party", "a", "--decline", "no").code == 0
    assert met.records() == [(1, "declined")]
    _refused(
        met,
        back,
        "party a has declined this sheet, so it cannot be signed any more\nChange the canvas and freeze a new sheet.",
    )


def _retype(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


def _forge(data: bytes) -> bytes:
    return data.replace(b'jws: "ey', b'jws: "ez')


def _edit(data: bytes) -> bytes:
    return data.replace(b"Introduce", b"Forget")


@pytest.mark.parametrize(("damage", "rule"), [(_retype, "canonical"), (_forge, "header"), (_edit, "hash")])
def test_what_does_not_hold(met: Round, damage: Callable[[bytes], bytes], rule: str) -> None:
    """A sheet that was damaged, forged or edited on its way is refused by name and rule."""
    back = met.bea_signs()
    back.write_bytes(damage(back.read_bytes()))
    before = met.draft.read_bytes()
    answer = met.brought(back)
    first, last = answer.err.splitlines()[0], answer.err.splitlines()[-1]
    assert (answer.code, answer.out, met.draft.read_bytes()) == (2, "", before)
    assert first.startswith(f"jtbd: {back} does not hold (rule {rule}): ")
    assert last == "Take the file as it was frozen or signed, or freeze a new one; nothing was written."


def test_a_draft_here_that_does_not_hold(met: Round) -> None:
    """Where the draft here was changed, it is the draft that is named."""
    back = met.bea_signs()
    met.draft.write_bytes(_edit(met.draft.read_bytes()))
    answer = met.brought(back)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"jtbd: {met.draft} does not hold (rule hash): ")


def test_no_draft_waits_here(met: Round) -> None:
    """On a laptop that did not freeze it, or where the draft was taken away, it says where it looked."""
    back = met.bea_signs()
    sheet = read_sheet(back.read_bytes()).commitment.id
    remedy = "Bring it back on the laptop that froze it. If the draft is there in another folder, name it: --into DIR."
    said = f"no draft of sheet {sheet}, frozen from one, waits here: there is none"
    assert met.bea.run("import", met.copy) == (2, "", f"jtbd: {said} beside {met.copy}\n{remedy}\n")
    met.draft.rename(met.ana.folder / "taken-away.yaml")
    _refused(met, back, f"{said} in {met.draft.parent} or beside {back}\n{remedy}")
    _refused(met, back, f"{said} in elsewhere\n{remedy}", "--into", "elsewhere")


def test_no_file(met: Round) -> None:
    """A missing file or a folder is unreadable."""
    missing = met.ana.folder / "missing.yaml"
    _refused(met, missing, f"{missing}: there is no such file\nCheck the name and the folder.")
    _refused(met, met.ana.folder, f"{met.ana.folder}: is a folder\nName a file in it.")
