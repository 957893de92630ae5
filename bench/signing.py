"""How long it takes to freeze a sheet, sign it twice, print and seal it, and to verify it, against what must be done.

    python bench/signing.py [RUNS]

Everything is measured in one run, on the example of 14 aspects, and in turns, so that whatever else the machine does
troubles all alike; figures are medians. What each is compared with:

- *typst alone*: the same pages set to PDF/A-3 by typst's own `compile`, and nothing else;
- *openssl dgst -sign*: OpenSSL's command, from its start to its end, with a key of the same kind.

*The whole* is what the use cases do, files, locks and keys included, in a program that is running, as the app is when
two people sign: typst has found the fonts, and pyHanko is loaded. Each sheet has an id, keys and hashes of its own, and
none is set twice: typst remembers what it has set. *The whole, at first* is the same in a process that has just loaded
the use cases and has never printed. On a busy machine look at the processor's time. The owner's key has no passphrase
here: what it takes to unlock one is given apart. `verify.html` is measured in headless Chromium, where there is one,
from the choice of the file to the verdict on the page, Playwright's way there and back included.
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, Final, TypeAlias
from unittest.mock import patch

import typst

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from jtbd.model.answer import Consent  # noqa: E402
from jtbd.sign.check.pdf import verify  # noqa: E402
from jtbd.sign.check.sheet import checked  # noqa: E402
from jtbd.sign.keys.pem import new_key  # noqa: E402
from jtbd.sign.signing import sign  # noqa: E402
from jtbd.store.folder.keys import KeyFile, KeyFolder  # noqa: E402
from jtbd.store.folder.sheets import SheetFolder  # noqa: E402
from jtbd.usecases.canvases.reading import read_canvas  # noqa: E402
from jtbd.usecases.home import local_now, open_home  # noqa: E402
from jtbd.usecases.keys import opening as keys  # noqa: E402  the program comes after the harness of the browser tests
from jtbd.usecases.sheets.freezing import freeze_in  # noqa: E402
from jtbd.usecases.sheets.printing import print_sheet  # noqa: E402
from jtbd.usecases.sheets.reading import Draft, read_draft  # noqa: E402
from jtbd.usecases.sheets.signing import sign_draft  # noqa: E402
from jtbd.usecases.sheets.terms import Terms  # noqa: E402

RUNS: Final = 15
FEW: Final = 5
MOST: Final = 1.0
AT_FIRST: Final = "--at-first"
CANVAS: Final = ROOT / "canvases" / "example-harbour-estates-northline-cabling" / "canvas.yaml"
MARK: Final = "M4 30C10 4 20 2 24 26L30 8M36 20 60 18"
WHOLE: Final = "the whole"

Times: TypeAlias = dict[str, float]


def main() -> None:
    """Print the figures; with `--at-first` the seconds that one whole takes in this process."""
    with tempfile.TemporaryDirectory() as name:
        desk = Path(name)
        keys.save_private(KeyFolder(desk).owner(), new_key())
        if AT_FIRST in sys.argv:
            print(sum(whole(desk)[0].values()))
        else:
            show(measured(desk, int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))


def measured(desk: Path, runs: int) -> Times:
    """Return the median seconds of everything."""
    whole(desk)  # what is loaded once is loaded now
    rounds: list[Times] = []
    with page_verifier() as in_chromium:
        for _ in range(runs):
            spent = process_time()
            steps, sheet = whole(desk)
            spent = process_time() - spent
            file, pdf = sheet.read_bytes(), sheet.with_suffix(".pdf").read_bytes()
            works: dict[str, Callable[[], object]] = {
                "verify the YAML": partial(verify, file),
                "verify the PDF": partial(verify, pdf),
                "typst alone": typst_alone(desk),
                "openssl dgst -sign": openssl(desk),
            }
            if in_chromium:
                works["verify.html in Chromium"] = partial(in_chromium, file)
            times = {**steps, WHOLE: sum(steps.values()), f"{WHOLE}, processor's time": spent}
            rounds.append({**times, **{name: timed(work) for name, work in works.items()}})
    few = [{f"{WHOLE}, at first": at_first(), "unlock a key": timed(unlocking(desk))} for _ in range(FEW)]
    return {**medians(rounds), **medians(few)}


def whole(desk: Path) -> tuple[Times, Path]:
    """Freeze a sheet, sign it for both, print and seal it; return what each step took, and where the sheet is."""
    folder, owner = SheetFolder(desk / "sheets"), KeyFolder(desk).owner()
    start = perf_counter()
    draft = frozen(desk)
    then = perf_counter()
    sign_draft(folder, draft, "a", owner, Consent(mark_svg=MARK), ask=nobody, keys=KeyFolder(desk), at=now())
    once = perf_counter()
    half = read_draft(folder, draft.number)
    guest = KeyFolder(desk).guest(half.sheet.commitment.id)
    signed = sign_draft(folder, half, "b", guest, Consent(), ask=nobody, keys=KeyFolder(desk), at=now())
    end = perf_counter()
    if not signed.sealed:
        raise RuntimeError(f"the sheet is {signed.outcome}, and its PDF is not sealed")
    return {"freeze": then - start, "sign": once - then, "sign again, print and seal": end - once}, Path(signed.place)


def nobody(place: str) -> None:
    """Answer, as no key here has a passphrase, whoever asks for one."""
    del place


def frozen(desk: Path) -> Draft:
    """Freeze the example for the owner and a guest."""
    canvas, file, _ = read_canvas(str(CANVAS), lambda: open_home(None, {}))
    public = keys.open_private(KeyFolder(desk).owner()).public_key()
    sheets, at = SheetFolder(desk / "sheets"), local_now()
    return freeze_in(sheets, canvas, file, Terms(), key_a=public, key_b=None, keys=KeyFolder(desk), at=at)


def typst_alone(desk: Path) -> Callable[[], object]:
    """Return the very call of `typst.compile` that would print another sheet that both have signed."""
    sheet = checked(frozen(desk).sheet)
    guest = keys.open_private(KeyFolder(desk).guest(sheet.id))
    sheet = sign(sheet, "a", keys.open_private(KeyFolder(desk).owner()), Consent(mark_svg=MARK), now())
    compile_, calls = typst.compile, list[Callable[[], object]]()

    def note(*words: Any, **settings: Any) -> bytes:
        calls.append(partial(compile_, *words, **settings))
        return b""

    with patch("jtbd.pdf.typeset.typst.compile", note):
        print_sheet(sign(sheet, "b", guest, Consent(), now()), now())
    (call,) = calls
    return call


def openssl(desk: Path) -> Callable[[], object]:
    """Return a run of OpenSSL's command that signs a file of the length of what a party signs."""
    (desk / "text").write_bytes(b"x" * 1024)
    command = ["openssl", "dgst", "-sha256", "-sign", KeyFolder(desk).owner().place, "-out", "signature", "text"]
    return partial(subprocess.run, command, cwd=desk, check=True, capture_output=True)


def unlocking(desk: Path) -> Callable[[], object]:
    """Return the unlocking of a key that was saved with a passphrase."""
    locked = KeyFile(desk / "locked.pem")
    locked.forget()
    keys.save_private(locked, new_key(), "three cups of coffee")
    return partial(keys.open_private, locked, "three cups of coffee")


def at_first() -> float:
    """Return the seconds that the whole takes in a process of its own."""
    command = [sys.executable, __file__, AT_FIRST]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@contextmanager
def page_verifier() -> Iterator[Callable[[bytes], object] | None]:
    """Yield what has `verify.html` verify a sheet; None where there is no Chromium."""
    if not shutil.which("chromium"):
        yield None
        return
    from tests.support.pages import checker  # noqa: PLC0415 - it loads Playwright

    with checker() as page:
        yield lambda file: page.verdicts([file])


def medians(rounds: list[Times]) -> Times:
    """Return the median of each name's seconds."""
    return {name: median(times[name] for times in rounds) for name in rounds[0]}


def timed(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def now() -> dt.datetime:
    """Return the time, with its zone."""
    return dt.datetime.now(dt.UTC)


def show(found: Times) -> None:
    """Print a line for each name: milliseconds, and how often each of the two fits into it."""
    print(f"{'':28}{'ms':>9}{'typst':>10}{'openssl':>11}")
    for name, seconds in found.items():
        ratios = seconds / found["typst alone"], seconds / found["openssl dgst -sign"]
        print(f"{name:28}{1000 * seconds:9.1f}{ratios[0]:8.2f} ×{ratios[1]:9.2f} ×")
    print(f"the whole takes {found[WHOLE]:.2f} s, at most {MOST} s are aimed at")


if __name__ == "__main__":
    main()
