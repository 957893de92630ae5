"""Take the pictures of all steps from the example, and the README's: `python docs/screens/take.py`.

Each scene is taken of the real app in a folder of its own, with keys made for this: at 1280×800 in light and dark, and
in a window 390×844 wide. Needs Chromium and pdftoppm. `--out DIR` writes elsewhere and leaves these as they are.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image, ImageOps, ImageStat
from playwright.sync_api import Browser, Page

ROOT: Final = Path(__file__).resolve().parents[2]
HERE: Final = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT), str(HERE)]

from stage import EXAMPLE, Stage, build, environment  # noqa: E402

from tests.support.browser import chromium, home, running_app, settle  # noqa: E402  the harness of the browser tests

COLOURS: Final = 160
GAP: Final = 40
PATIENCE: Final = 60_000
A_MOMENT: Final = 300
"""Milliseconds that figures take to come once the script has ended."""


class View(NamedTuple):
    """A window that pictures are taken in."""

    name: str
    width: int
    height: int
    dark: bool


class Scene(NamedTuple):
    """One picture: its name, where the app has it, what must be there, and what to press first."""

    name: str
    query: str
    sign: str
    act: Callable[[Page], None] | None = None


Look = Callable[[Scene, View, Page], None]
"""What else is done with a page once its picture is taken."""


VIEWS: Final = (View("light", 1280, 800, dark=False), View("dark", 1280, 800, dark=True))
NARROW: Final = View("narrow", 390, 844, dark=False)
WINDOWS: Final = (*VIEWS, NARROW)


def main() -> None:
    """Write a picture of every scene in every view, and the README's picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE, help="the folder to write to")
    take(parser.parse_args().out)


def take(
    out: Path,
    look: Look = lambda *_: None,
    beyond: Callable[[Stage], Iterator[Scene]] = lambda _: iter(()),
    views: Sequence[View] = WINDOWS,
    language: str = "en-GB",
) -> None:
    """Write all pictures.

    Args:
        out: the folder to write to.
        look: is shown each scene in each view, after its picture.
        beyond: further scenes that it is shown, of which there are no pictures.
        views: the windows to take them in.
        language: the browser's.

    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        with running_app(env=environment(work)) as server, chromium() as browser:
            base = _entered(browser, server.url, views[0], work / "state.json")
            shots = [(view, _page(browser, view, work / "state.json", language)) for view in views]
            _visit(shots, base, first_time(), [_picture(out), look])
            stage = build(work)
            _visit(shots, base, scenes(stage), [_picture(out), look])
            _visit(shots, base, beyond(stage), [look])
        _readme(out, stage.sheet.with_suffix(".pdf"), work)


def first_time() -> Iterator[Scene]:
    """Yield what somebody sees who has no canvases yet."""
    yield Scene("0-first-time", "", ".st-key-hero-first")


def scenes(stage: Stage) -> Iterator[Scene]:
    """Yield the library, the seven steps, and what comes after them."""

    def at(step: str, canvas: str = EXAMPLE, more: str = "") -> str:
        return f"?canvas={canvas}&step={step}{more}"

    rating = at("aspects", stage.rating, "&view=rate")
    yield Scene("0-library", "", ".st-key-list-own")
    yield Scene("1-parties", at("parties"), ".st-key-page-parties input")
    yield Scene("2-job", at("job"), ".st-key-page-job input")
    yield Scene("3-aspects", at("aspects"), ".st-key-page-aspects input")
    yield Scene("3-curtain", rating, ".st-key-curtain")
    yield Scene("3-rating", rating, ".st-key-curtain", _rate)
    yield Scene("4-overlap", at("overlap"), ".st-key-verdict-strip [role=img]")
    yield Scene("5-value", at("value"), ".st-key-page-value input")
    yield Scene("6-commitments", at("commitments"), ".st-key-page-commitments input")
    yield Scene("7-terms", at("sign"), ".st-key-terms")
    yield Scene("7-sign", at("sign", stage.frozen), ".st-key-page-sign img")
    yield Scene("7-receipt", at("sign", stage.signed), ".st-key-receipt-code img, .st-key-receipt-code svg")
    yield Scene("8-check", "?check=sheet", "input[type=file]", lambda page: _dropped(page, stage.sheet))


def _rate(page: Page) -> None:
    page.locator(".st-key-turn-a button").click()
    page.locator(".st-key-uncover button, [role=grid]").first.wait_for(timeout=PATIENCE)
    if page.locator(".st-key-uncover button").count():  # for who was ready, in the first of the windows
        page.locator(".st-key-uncover button").click()
    page.wait_for_selector("[role=grid]")


def _dropped(page: Page, sheet: Path) -> None:
    page.locator("input[type=file]").first.set_input_files(sheet)
    page.wait_for_selector("[class*=st-key-outcome]")


def _entered(browser: Browser, link: str, view: View, state: Path) -> str:
    """Go in by the link, which lets one browser in once, and keep what it was given; return where the app is."""
    page = browser.new_page(viewport={"width": view.width, "height": view.height})
    page.goto(link)
    page.wait_for_selector(".st-key-hero-first")
    page.context.storage_state(path=state)
    base = home(page)
    page.context.close()
    return base


def _page(browser: Browser, view: View, state: Path, language: str) -> Page:
    return browser.new_page(
        viewport={"width": view.width, "height": view.height},
        color_scheme="dark" if view.dark else "light",
        reduced_motion="reduce",
        locale=language,
        storage_state=state,
    )


def _visit(shots: list[tuple[View, Page]], base: str, scenes: Iterator[Scene], looks: list[Look]) -> None:
    for scene in scenes:
        for view, page in shots:  # one window at a time: what one of them does is news to another on the same canvas
            page.goto(f"{base}{scene.query}", wait_until="commit")
            page.locator(scene.sign).first.wait_for(state="attached", timeout=PATIENCE)
            settle(page)
            if scene.act:
                scene.act(page)
                settle(page)
            page.evaluate("document.fonts.ready")
            page.wait_for_timeout(A_MOMENT)
            for look in looks:
                look(scene, view, page)
            page.goto("about:blank")


def _picture(out: Path) -> Look:
    def take_it(scene: Scene, view: View, page: Page) -> None:
        _write(Image.open(BytesIO(page.screenshot())), out / f"{scene.name}-{view.name}.png")

    return take_it


def _write(picture: Image.Image, path: Path) -> None:
    picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def _readme(out: Path, pdf: Path, work: Path) -> None:
    """Put the overlap and the signed sheet beside each other; of the sheet the page with most on it."""
    command = ["pdftoppm", "-r", "110", "-png", str(pdf), str(work / "sheet")]
    subprocess.run(command, check=True)  # noqa: S603
    screen = Image.open(out / "4-overlap-light.png").convert("RGB")
    pages = [Image.open(page).convert("RGB") for page in sorted(work.glob("sheet-*.png"))]
    sheet = ImageOps.expand(max(pages, key=_ink), border=2, fill="#D9CCB8")
    beside = sheet.resize((round(sheet.width * screen.height / sheet.height), screen.height), Image.Resampling.LANCZOS)
    whole = Image.new("RGB", (screen.width + GAP + beside.width, screen.height), "#FFFFFF")
    whole.paste(screen, (0, 0))
    whole.paste(beside, (screen.width + GAP, 0))
    _write(whole, out / "readme.png")


def _ink(page: Image.Image) -> float:
    """Return how much of a page is printed on, from 0 to 255."""
    return 255 - float(ImageStat.Stat(page.convert("L")).mean[0])


if __name__ == "__main__":
    main()
