"""Beside a browser that translates the page and fills fields in, as Chrome does both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from jtbd.store.codec import canvas_from_bytes
from tests.support.browser import Room, acted, chromium, eventually, room, settle
from tests.support.builders import aspect, canvas, parties, party

pytestmark = pytest.mark.browser

PATIENCE: Final = 20_000

TRANSLATOR: Final = """
() => {
  const isLeft = (node) => !node.parentElement || node.parentElement.closest(
    '[translate=no]:not(html), .notranslate, script, style, textarea, input, font, code');
  const translate = (root) => {
    const found = [], walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(walker.currentNode);
    for (const node of found.filter((each) => each.data.trim() && !isLeft(each))) {
      const outer = document.createElement('font'), inner = document.createElement('font');
      inner.textContent = `«${node.data}»`;
      outer.append(inner);
      node.parentNode.replaceChild(outer, node);
    }
  };
  new MutationObserver(() => setTimeout(() => translate(document.body), 30))
    .observe(document.body, { childList: true, subtree: true, characterData: true });
  translate(document.body);
}
"""
"""Puts `font` in the place of every text that may be translated, now and whenever the page changes.

The page as a whole asks not to be translated; this is what is used all the same, as an extension or a person's wish is.
"""

NEED: Final = "Löse LAN-Kabel, bevor der „Mietvertrag“ endet"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """Run the app for all of these tests."""
    with room(tmp_path_factory.mktemp("room")) as running:
        yield running


@contextmanager
def _meeting(shared: Room) -> Iterator[tuple[Page, str, Path, list[str]]]:
    both = parties().revise(a=party("a", organisation="Harbour-Side Estates (HSE)"))  # what a pattern has to spell out
    made = canvas(parties=both, aspects=(aspect(1).revise(text=NEED), aspect(2).revise(text="Ruhe")))
    file = shared.lay(made)
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(shared.server.url)
        settle(page)
        yield page, f"{page.url.split('?')[0]}?canvas={file.parent.name}&step=", file, faults


def test_a_translated_page_works_and_keeps_what_people_wrote(shared: Room) -> None:
    """Steps come and go, words change where they stand, and no name or need is ever put into other words."""
    with _meeting(shared) as (page, address, file, faults):
        page.goto(f"{address}parties")
        page.get_by_label("Person").first.wait_for(timeout=PATIENCE)
        settle(page)
        page.evaluate(TRANSLATOR)
        expect(page.locator("h2").first).to_contain_text("«", timeout=PATIENCE)
        for step, sign in (
            ("commitments", "st-key-page-commitments"),
            ("value", "st-key-page-value"),
            ("aspects", "st-key-page-aspects"),
        ):
            page.locator(f"[class*=st-key-step-{step}] button").click()
            expect(page.locator(f".{sign}")).to_be_visible(timeout=PATIENCE)
            settle(page)
        page.locator(".st-key-next button").click()  # to the curtain
        turn = page.locator(".st-key-turn-a button")
        expect(turn).to_contain_text("Ana", timeout=PATIENCE)
        expect(turn.locator("p")).to_have_attribute("translate", "no")
        turn.click()
        row = page.locator(".rating .need", has_text=NEED)
        expect(row).to_have_attribute("translate", "no", timeout=PATIENCE)
        page.locator(".rating [role=radio]").first.focus()
        page.keyboard.type("3c2d")
        expect(page.get_by_text("2 of 2")).to_be_visible(timeout=PATIENCE)
        page.locator(".st-key-choice-a [role=radio]").nth(1).click()  # whatever it is called now
        eventually(lambda: canvas_from_bytes(file.read_bytes(), str(file)).choice.a is not None, expected=True)
        acted(page)
        page.locator(".st-key-done button").click()
        expect(page.locator(".st-key-curtain")).to_be_visible(timeout=PATIENCE)
        assert not faults
        eventually(lambda: canvas_from_bytes(file.read_bytes(), str(file)).aspects[0].a.importance, 3)
        assert not page.locator("font", has_text="Ana").count()
        # words that change where they stand are the new ones, not those that were translated before
        page.evaluate("""() => {
          const place = document.body.appendChild(document.createElement('p'));
          window.piece = place.appendChild(document.createTextNode('one'));
          place.append(document.createElement('b'));
          place.id = 'probe';
        }""")
        expect(page.locator("#probe")).to_have_text("«one»")
        page.evaluate("piece.nodeValue = 'two'")
        expect(page.locator("#probe")).to_have_text("«two»")
        page.evaluate("document.getElementById('probe').insertBefore(document.createElement('i'), piece)")
        page.evaluate("document.getElementById('probe').removeChild(piece)")
        expect(page.locator("#probe")).to_have_text("")


def test_a_sentence_that_holds_nothing_of_anybody_is_translated(shared: Room) -> None:
    """Only what people wrote is left as it is, by the words it has; the check page is left as a whole."""
    with _meeting(shared) as (page, address, _, _):
        page.goto(f"{address}aspects")
        page.locator(".st-key-page-aspects").wait_for(timeout=PATIENCE)
        settle(page)
        assert page.locator(".st-key-heading h2").first.get_attribute("translate") is None
        page.goto(f"{address.partition('?')[0]}?check=sheet")
        expect(page.locator("[data-testid=stMain]")).to_have_attribute("translate", "no", timeout=PATIENCE)
        page.locator(".st-key-home button").first.click()
        expect(page.locator("[data-testid=stMain]:not([translate])")).to_be_visible(timeout=PATIENCE)


def test_what_a_browser_fills_in_is_saved_and_nothing_is_offered(shared: Room) -> None:
    """Fields that were filled without being entered are saved; none of the guest's has a name that it had before."""
    given = {"Person": "Ömer Brandt-Wíśniewska", "Organisation": "Brandt & Söhne", "What we offer": "Kabel, 配線"}
    with _meeting(shared) as (page, address, file, _):
        names = []
        for _ in range(2):
            page.goto(f"{address}parties")
            guest = page.locator(".st-key-party-b")
            guest.get_by_label("Person").wait_for(timeout=PATIENCE)
            settle(page)
            expect(guest.locator("input[name^=jtbd-]").first).to_be_visible(timeout=PATIENCE)
            fields = guest.get_by_role("textbox")
            tokens = [fields.nth(place).get_attribute("autocomplete") or "" for place in range(fields.count())]
            assert all(token.startswith("jtbd-") for token in tokens)
            names.append({fields.nth(place).get_attribute("name") for place in range(fields.count())})
        assert not names[0] & names[1]
        for label, text in given.items():
            guest.get_by_label(label, exact=True).evaluate(
                """(field, text) => {
                  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
                  field.dispatchEvent(new Event('input', { bubbles: true }));
                  field.dispatchEvent(new Event('change', { bubbles: true }));
                }""",
                text,
            )

        def found() -> tuple[str | None, ...]:
            guest = canvas_from_bytes(file.read_bytes(), str(file)).parties.b
            return guest.person, guest.organisation, guest.offers

        eventually(found, tuple(given.values()))
