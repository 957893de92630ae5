"""Take the pictures of the README from the example: the overlap screen, and the signed sheet beside it.

    python docs/screens/make.py

It starts the real app in a folder of its own, freezes and signs the example with keys made for this, and needs
Chromium and pdftoppm.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

ROOT: Final = Path(__file__).resolve().parents[2]
HERE: Final = Path(__file__).resolve().parent
EXAMPLE: Final = "example-harbour-estates-northline-cabling"
WIDTH, HEIGHT, GAP = 1280, 800, 40

sys.path.insert(0, str(ROOT / "tests"))

from browser import chromium, running_app  # noqa: E402  the harness of the browser tests


def main() -> None:
    """Write `readme.png`."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        environment = {
            "JTBD_CANVASES": str(work / "canvases"),
            "JTBD_CONFIG": str(work / "config"),
            "JTBD_PASSPHRASE": "a passphrase for a picture",
        }
        screen = _overlap(work, environment)
        sheet = _signed_sheet(work, environment)
        beside = sheet.resize((round(sheet.width * HEIGHT / sheet.height), HEIGHT), Image.Resampling.LANCZOS)
        whole = Image.new("RGB", (WIDTH + GAP + beside.width, HEIGHT), "#FFFFFF")
        whole.paste(screen, (0, 0))
        whole.paste(beside, (WIDTH + GAP, 0))
        whole.quantize(128).save(HERE / "readme.png", optimize=True)


def _overlap(work: Path, environment: dict[str, str]) -> Image.Image:
    picture = work / "overlap.png"
    with running_app(env=environment) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(server.url)
        page.wait_for_selector(".st-key-hero")
        page.goto(f"{server.url.split('?')[0]}?canvas={EXAMPLE}&step=overlap")
        page.wait_for_selector(".st-key-job-bar .js-plotly-plot")
        page.wait_for_selector("[data-test-script-state=notRunning]")
        page.wait_for_timeout(1000)
        page.screenshot(path=picture)
    return Image.open(picture).convert("RGB")


def _signed_sheet(work: Path, environment: dict[str, str]) -> Image.Image:
    out = work / "out"
    draft = out / "draft-1.yaml"
    for words in (
        ["key", "new"],
        ["sheet", EXAMPLE, "--out", str(out)],
        ["sign", str(draft), "--party", "a"],
        ["sign", str(draft), "--party", "b"],
    ):
        command = [sys.executable, "-m", "jtbd", *words]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})  # noqa: S603
    page = ["pdftoppm", "-r", "110", "-f", "1", "-l", "1", "-png", str(out / "sheet-1.pdf"), str(work / "sheet")]
    subprocess.run(page, check=True)  # noqa: S603
    printed = Image.open(next(work.glob("sheet-*.png"))).convert("RGB")
    return ImageOps.expand(printed, border=2, fill="#D9CCB8")


if __name__ == "__main__":
    main()
