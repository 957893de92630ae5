"""The round of signing in a real browser: a drawn signature, a guest with an own key, a receipt, a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from jtbd.sign.sheet.content import read_sheet, sheet_yaml
from jtbd.store.codec import canvas_to_text
from jtbd.usecases.sheets.verifying import verify
from tests.support import sheets
from tests.support.browser import acted, chromium, home, running_app, settle
from tests.support.builders import ready_canvas
from tests.support.pems import public_pem
from tests.support.sheets import sign

pytestmark = pytest.mark.browser

PASSPHRASE = "three cups of coffee"
PATIENCE = 20_000


class Round:
    """One browser at step 7 of one canvas, and the canvas's folder."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder
        page.set_default_timeout(PATIENCE)

    def settle(self) -> None:
        """Wait until the screen shows what has been saved."""
        acted(self.page)

    def press(self, name: str) -> None:
        """Click a button by what stands on it."""
        self.page.get_by_role("button", name=name, exact=True).first.click()
        self.settle()

    def sees(self, heading: str) -> None:
        """Wait for a stage of the round by its title."""
        expect(self.page.get_by_role("heading", name=heading).first).to_be_visible(timeout=PATIENCE)
        self.settle()

    def listen(self) -> None:
        """Note from now on which headings and notices come, in their order, however short they are there."""
        self.page.evaluate(
            """() => {
                window.heard = [];
                const hear = () => {
                    for (const part of document.querySelectorAll("h2, [data-testid=stExpander] summary")) {
                        const said = part.innerText.split("\\n").at(-1).trim();
                        if (!window.heard.includes(said)) window.heard.push(said);
                    }
                };
                const all = {subtree: true, childList: true, characterData: true};
                new MutationObserver(hear).observe(document.body, all);
            }"""
        )

    def heard(self, words: str) -> int:
        """Return how many headings and notices came before one."""
        heard: list[str] = self.page.evaluate("window.heard")
        assert words in heard
        return heard.index(words)

    def tick(self, words: str) -> None:
        """Tick a box by the words beside it."""
        self.page.get_by_text(words).first.click()
        self.settle()

    def draw(self) -> None:
        """Draw a stroke on the pad."""
        box = self.page.locator("[class*=st-key-pad] svg").bounding_box()
        assert box
        self.page.mouse.move(box["x"] + 40, box["y"] + 60)
        self.page.mouse.down()
        for x, y in ((70, 20), (90, 70), (140, 30), (180, 60)):
            self.page.mouse.move(box["x"] + x, box["y"] + y, steps=4)
        self.page.mouse.up()
        self.settle()

    def drop(self, name: str, data: bytes) -> None:
        """Give a file to the page's uploader."""
        file: FilePayload = {"name": name, "mimeType": "application/yaml", "buffer": data}
        self.page.locator("input[type=file]").set_input_files(file)
        expect(self.page.get_by_text(name, exact=True)).to_be_visible(timeout=PATIENCE)
        self.settle()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Round]:
    """The app at step 7 of a canvas that is ready to sign."""
    folder = tmp_path / "canvases" / "test-canvas"
    folder.mkdir(parents=True)
    (folder / "canvas.yaml").write_text(canvas_to_text(ready_canvas()), encoding="utf-8")
    env = {"JTBD_CANVASES": str(folder.parent), "JTBD_CONFIG": str(tmp_path / "config")}
    with running_app(env=env) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(server.url)
        settle(page)
        page.goto(f"{home(page)}?canvas=test-canvas&step=sign")
        yield Round(page, folder)


def test_a_round_with_an_own_key_and_one_that_is_declined(opened: Round) -> None:
    """Drawn and signed here, signed there, brought back, photographed; then a second sheet that the host declines."""
    _freeze_for_an_own_key(opened)
    _draw_and_sign(opened)
    _bring_back(opened)
    _see_the_receipt(opened)
    _decline_another(opened)


def _freeze_for_an_own_key(round_: Round) -> None:
    round_.sees("What do you both sign?")
    round_.tick("Bea signs with a key of their own")
    text = round_.page.get_by_label("Or the text itself")
    text.fill(public_pem("b").decode())
    text.press("Control+Enter")
    expect(round_.page.get_by_text("The key is read.")).to_be_visible(timeout=PATIENCE)
    for label in ("New passphrase", "Once more"):
        round_.page.get_by_label(label).fill(PASSPHRASE)
    round_.listen()
    round_.press("Freeze the sheet for signing")
    round_.sees("Ana, this is yours to read and sign")
    assert round_.heard("Setting the pages …") < round_.heard("Ana, this is yours to read and sign")


def _draw_and_sign(round_: Round) -> None:
    """Read at full size, draw, and press Sign twice as a hurried hand does."""
    page = round_.page
    round_.sees("Ana, this is yours to read and sign")
    first = page.get_by_role("img", name=re.compile(r"Page 1 of \d of the sheet"))
    expect(first).to_be_visible(timeout=PATIENCE)
    assert first.evaluate("image => image.getBoundingClientRect().width") > 800, "large enough to read"
    round_.tick("Draw it")
    round_.draw()
    round_.tick("I, Ana Ruiz, for Harbour Estates")
    page.get_by_label("The passphrase of your key").fill(PASSPHRASE)
    round_.listen()
    page.get_by_role("button", name="Sign", exact=True).dblclick()
    round_.sees("Bea signs elsewhere")
    assert round_.heard("Signing …") < round_.heard("Bea signs elsewhere")
    draft = read_sheet((round_.folder / "draft-1.yaml").read_bytes())
    assert draft.signers == ("a",)
    assert draft.signatures[0].mark_svg.startswith("M")
    page.reload()
    round_.sees("Bea signs elsewhere")


def _bring_back(round_: Round) -> None:
    draft = read_sheet((round_.folder / "draft-1.yaml").read_bytes())
    signed = sign(draft, "b", sheets.key("b"), at=sheets.AT)
    round_.drop("signed.yaml", sheet_yaml(signed))
    round_.press("Take it in")


def _see_the_receipt(round_: Round) -> None:
    page = round_.page
    round_.sees("Sheet 1 is signed by both")
    code = page.get_by_role("img", name="Square code of this sheet")
    assert code.evaluate("image => image.complete && image.naturalWidth > 0")
    assert code.evaluate("image => image.getBoundingClientRect().width") > 300, "large enough to photograph"
    digest = read_sheet((round_.folder / "sheet-1.yaml").read_bytes()).content_hash.removeprefix("sha256:")
    grouped = " ".join(digest[place : place + 4] for place in range(0, 64, 4))
    page.get_by_text("The photograph in letters").click()
    expect(page.get_by_text(grouped)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Sheet (PDF)").click()
    assert verify(download.value.path().read_bytes()).outcome == "complete"


def _decline_another(round_: Round) -> None:
    """A second sheet, said no to; back leads to the sheet, a reload to what came of it."""
    page = round_.page
    round_.press("Freeze another sheet")
    round_.press("Freeze the sheet for signing")
    round_.sees("Ana, this is yours to read and sign")
    round_.press("I would rather not sign")
    round_.sees("Ana, a clear no is a good answer")
    page.go_back()
    round_.sees("Ana, this is yours to read and sign")
    page.go_forward()
    round_.sees("Ana, a clear no is a good answer")
    page.get_by_label("Why not, in a sentence").fill("We promised too much")
    page.get_by_label("The passphrase of your key").fill(PASSPHRASE)
    round_.press("Decline and sign that")
    round_.sees("Sheet 2 was declined")
    page.reload()
    round_.sees("Sheet 2 was declined")
    assert verify((round_.folder / "draft-2.yaml").read_bytes()).outcome == "declined"
    round_.press("Sheet 1 · signed by both")
    round_.sees("Sheet 1 is signed by both")
