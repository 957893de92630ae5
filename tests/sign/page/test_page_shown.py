"""`verify.html`: what it shows, how it is used, how it looks."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

import pytest
from playwright.sync_api import Locator, expect

from jtbd.figures.palette import DARK, LIGHT, Palette
from jtbd.model.consent import in_short
from jtbd.model.sheet import Sheet
from jtbd.model.statement import signed_at
from jtbd.pdf.receipt import receipt_text
from jtbd.pdf.view import view
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.page import verify_page
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.usecases.sheets.verifying import meaning, promises
from jtbd.wording import sheet as words
from tests.figures.test_palette import contrast
from tests.support import sheets, states
from tests.support.pages import PAGE, Checker, checker
from tests.support.states import State


@pytest.fixture(scope="module")
def opened() -> Iterator[Checker]:
    """Yield the page, opened from disk once for the whole module, which must stay quiet to the end."""
    with checker(viewport={"width": 1280, "height": 800}) as found:
        yield found
        assert found.requests == [PAGE.as_uri()]
        assert found.complaints == []


# ── what it shows ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.browser
@pytest.mark.parametrize("state", states.states(), ids=lambda state: state.name)
def test_the_page_shows_what_was_signed(opened: Checker, state: State) -> None:
    """Promises, terms, who said what when, receipt and money stand on the page in the words of the other forms."""
    found = verify_sheet(state.data)
    assert found.sheet
    article = opened.shown(state.data)

    sentences, terms = [*promises(found)], meaning(found)
    assert article.locator(".promises > li > p").all_text_contents() == sentences
    assert article.locator(".terms").all_text_contents() == ([terms] if terms else [])
    assert article.locator(".receipt").text_content() == receipt_text(found.sheet)
    consents = [in_short(said.consent, found.sheet) for said in found.statements]
    assert article.locator("blockquote").all_text_contents() == consents
    assert found.sheet.content_hash not in article.inner_text(), "it is there, and folded away"
    text = article.text_content() or ""
    for said in found.statements:
        assert said.consent in text
        assert words.moment(signed_at(said)) in text
        assert found.sheet.commitment.party(said.party).key in text
    if terms:
        _check_content(article, found.sheet)


def _check_content(article: Locator, sheet: Sheet) -> None:
    """Check that everything that the PDF prints of the content stands on the page."""
    printed = view(sheet, (), None)
    text = article.text_content() or ""
    shares = [part["share"] for part in (printed["overlap"] or {"parts": []})["parts"]]
    verdict = words.verdict(sheet.commitment)
    amounts = [cell for row in (printed["value"] or {"rows": []})["rows"] for cell in row]
    roles = [role["does"] or role["role"] for role in printed["roles"]]
    aims = [line for _, line in printed["job"]]
    for expected in (*shares, *amounts, *roles, *aims, printed["review"] or ""):
        assert expected in text
    assert all((sentence in text) is sheet.commitment.overlap.told for sentence in verdict)
    assert "notice" not in text, "an older sheet may have it; it is nobody else's to read"
    others = {"Counts if", "Standard", "In return", "Kind"}
    agreed = {line for item in printed["commitments"] for label, line in item["details"] if label in others}
    assert agreed <= set(article.locator(".promises dd").all_text_contents())


@pytest.mark.browser
def test_what_people_wrote_is_never_markup(opened: Checker) -> None:
    """A name that reads like markup stands on the page letter for letter."""
    data = next(state.data for state in states.states() if state.name == "in-markup")

    article = opened.shown(data, name="<img src=x>.yaml")

    assert article.locator("img, script, b").count() == 0
    assert article.locator(".file").text_content() == "<img src=x>.yaml"
    assert states.SCRIPTS["markup"][0] in (article.text_content() or "")


@pytest.mark.browser
def test_nothing_of_an_invalid_sheet_is_shown(opened: Checker) -> None:
    """Of a file that does not hold the page shows the rule and what to do, and nothing that stands in the file."""
    article = opened.shown(sheet_yaml(sheets.complete()).replace(b"Survey", b"Surway"))

    text = article.text_content() or ""
    assert "Do not rely on this file" in text
    assert "Ana" not in text
    assert "Surway" not in text


@pytest.mark.browser
def test_green_is_for_complete_alone(opened: Checker) -> None:
    """Something is green where the sheet is complete, and nothing anywhere else."""
    green: dict[str, set[bool]] = {"invalid": {_is_green(opened, b"a: 1\n")}}
    for state in states.states()[:14]:
        green.setdefault(state.outcome, set()).add(_is_green(opened, state.data))

    assert green == {"complete": {True}, "incomplete": {False}, "declined": {False}, "invalid": {False}}


def _is_green(opened: Checker, data: bytes) -> bool:
    parts = opened.shown(data).locator("*")
    colours = parts.evaluate_all("parts => parts.map((part) => getComputedStyle(part).color)")
    return "rgb(44, 106, 62)" in colours


# ── how it is used ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.browser
def test_a_pdf_is_told_where_its_sheet_is(opened: Checker) -> None:
    """A PDF gets no verdict but the ways to take sheet.yaml out of it."""
    article = opened.page.locator("#results article")
    opened.page.set_input_files("#file", {"name": "sheet-1.pdf", "mimeType": "", "buffer": b"%PDF-1.7\n"})

    expect(article.locator("h2")).to_have_text("This is a PDF")
    expect(article).to_contain_text("pdfdetach -saveall")
    expect(article).to_contain_text("paper clip")
    assert article.locator(".rules").count() == 0


@pytest.mark.browser
def test_files_are_dropped_anywhere(opened: Checker) -> None:
    """Files that are dropped beside the field are checked too, one after another."""
    opened.page.evaluate(
        """([one, other]) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([one], "sheet-1.yaml"));
            dataTransfer.items.add(new File([other], "sheet-2.yaml"));
            document.body.dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer }));
            document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
        }""",
        [sheet_yaml(sheets.complete()).decode(), "a: 1\n"],
    )

    expect(opened.page.locator("#results h2")).to_have_text(["Complete", "Invalid"])
    expect(opened.page.locator(".file")).to_have_text(["sheet-1.yaml", "sheet-2.yaml"])


@pytest.mark.browser
def test_a_folder_is_not_a_file(opened: Checker) -> None:
    """What cannot be read gets a plain answer and no verdict."""
    opened.page.evaluate(
        """() => {
            const file = new File(["x"], "folder");
            file.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException("", "NotFoundError")) });
            show([file]);
        }"""
    )

    expect(opened.page.locator("#results h2")).to_have_text("Not a file that can be read")


@pytest.mark.browser
def test_the_keyboard_is_enough(opened: Checker) -> None:
    """The field is the first stop of the Tab key, Enter opens the choice, and the focus goes on to the verdict."""
    with opened.page.expect_file_chooser() as choosing:
        opened.page.reload()
        opened.requests.pop()
        opened.page.evaluate("new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))")
        opened.page.keyboard.press("Tab")  # not before the first frame: keys are lost until then
        expect(opened.page.locator("#file")).to_be_focused()
        opened.page.keyboard.press("Enter")
    choosing.value.set_files({"name": "sheet.yaml", "mimeType": "", "buffer": sheet_yaml(sheets.complete())})

    expect(opened.page.locator("#results h2")).to_be_focused()
    expect(opened.page.locator("#results")).to_have_attribute("aria-live", "polite")


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 768, 1920])
def test_nothing_sticks_out(opened: Checker, width: int) -> None:
    """On a phone as on a wide screen the longest words keep within the page."""
    size = opened.page.viewport_size
    opened.page.set_viewport_size({"width": width, "height": 800})
    opened.shown(sheet_yaml(sheets.complete(states.full())), name="x" * 255)

    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    opened.page.set_viewport_size(size or {"width": 1280, "height": 800})


@pytest.mark.browser
def test_without_webcrypto_there_is_no_verdict(opened: Checker) -> None:
    """Where the browser keeps its cryptography back the page says so at once, and of a file says nothing else."""
    context = opened.page.context.browser
    assert context
    with checker(context, java_script_enabled=True) as bare:
        bare.page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })")
        bare.page.reload()
        heading = bare.page.locator("#results h2")
        expect(heading).to_have_text("This browser cannot check signatures here")
        bare.page.set_input_files(
            "#file", {"name": "sheet.yaml", "mimeType": "", "buffer": sheet_yaml(sheets.complete())}
        )
        expect(heading).to_have_text("This browser cannot check signatures here")
        assert bare.page.locator(".rules").count() == 0


@pytest.mark.browser
def test_the_page_cannot_reach_the_network(opened: Checker) -> None:
    """Even if something in the page tried, its own policy stops it: nothing arrives where it was sent."""
    browser = opened.page.context.browser
    assert browser
    with _outside() as (address, heard), checker(browser) as guarded:
        stopped = guarded.page.evaluate(_TRY_EVERYTHING, address)

    assert {"connect-src", "img-src", "frame-src", "form-action", "style-src-elem", "trusted types"} <= set(stopped)
    assert heard == []


@contextmanager
def _outside() -> Iterator[tuple[str, list[str]]]:
    """Run a server, as the outside would be, and give its address and the requests that it hears."""
    heard: list[str] = []

    class Ear(BaseHTTPRequestHandler):
        def handle(self) -> None:
            if asked := self.rfile.readline().decode():  # Chromium may open a line ahead of time and say nothing
                heard.append(asked)

    with ThreadingHTTPServer(("127.0.0.1", 0), Ear) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", heard
        server.shutdown()


_TRY_EVERYTHING: Final = """async (outside) => {
    const stopped = [];
    addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
    await fetch(outside).catch(() => {});
    navigator.sendBeacon(outside, "x");
    new Image().src = outside;
    const add = (tag, fields) => document.head.appendChild(Object.assign(document.createElement(tag), fields));
    add("style", { textContent: `@import "${outside}"` });
    add("link", { rel: "stylesheet", href: outside });
    try { add("script", { src: outside }) } catch { stopped.push("trusted types") }
    try { add("iframe", { src: outside }) } catch { stopped.push("trusted types") }
    add("form", { action: outside, method: "post" }).submit();
    for (let turn = 0; turn < 100 && !stopped.includes("form-action"); turn += 1) {
        await new Promise((next) => setTimeout(next, 50));
    }
    return stopped;
}"""


# ── how it looks ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _colours(scheme: str) -> dict[str, str]:
    """Return the colours that the page has for a scheme: light comes first in its style, dark second."""
    blocks = re.findall(r":root \{(.*?)\}", verify_page().decode(), re.DOTALL)
    return dict(re.findall(r"--([a-z]+): (#[0-9A-F]{6});", blocks[{"light": 0, "dark": 1, "print": 2}[scheme]]))


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_every_colour_can_be_read(scheme: str) -> None:
    """Every text reaches 4.5 : 1 on paper and on card (WCAG AA)."""
    colours = _colours(scheme)

    for text in ("ink", "quiet", "accent", "a", "b", "good", "bad"):
        assert min(contrast(colours[text], colours[ground]) for ground in ("paper", "card")) >= 4.5, text


@pytest.mark.parametrize(("scheme", "palette"), [("light", LIGHT), ("dark", DARK)], ids=["light", "dark"])
def test_the_colours_are_those_of_the_app(scheme: str, palette: Palette) -> None:
    """Paper, card, ink and the parties' colours are the palette's."""
    colours = _colours(scheme)

    for name in ("paper", "card", "ink", "quiet", "rule", "a", "b"):
        assert colours[name] == getattr(palette, name)
