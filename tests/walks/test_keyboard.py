"""The whole meeting without touching the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import acted, chromium, running_app

pytestmark = pytest.mark.browser

PATIENCE = 20_000
MOST_TABS = 60
TRADES_BEFORE_REAL_ESTATE = 9

_FOCUSED = """() => {
  let here = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  if (!here || here === document.body) return "";
  const names = [here.getAttribute("aria-label"), here.labels?.[0]?.innerText, here.innerText];
  return names.filter(Boolean).join(" | ").slice(0, 200); // the page as a whole can have the focus, too
}"""

_THERE = """name => {
  const roots = [document, ...[...document.querySelectorAll("*")].map((each) => each.shadowRoot).filter(Boolean)];
  const said = (here) => [here.getAttribute("aria-label"), here.labels?.[0]?.innerText, here.innerText];
  return roots
    .flatMap((root) => [...root.querySelectorAll("a[href], button, input, textarea, summary, [tabindex]")])
    .some((here) => said(here).filter(Boolean).join(" | ").includes(name));
}"""


class Keyboard:
    """One pair of hands on the keys."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE)

    def to(self, name: str) -> None:
        """Press Tab until what has the focus goes by that name, once there is something of that name."""
        self.page.wait_for_function(_THERE, arg=name)
        passed = []
        for _ in range(MOST_TABS):
            if name in (here := self.page.evaluate(_FOCUSED)):
                return
            passed.append(here[:40])
            self.page.keyboard.press("Tab")
        pytest.fail(f"{name!r} is more than {MOST_TABS} tab stops away: {passed}")

    def fill(self, name: str, text: str) -> None:
        """Go to a field and type into it."""
        self.to(name)
        self.page.keyboard.type(text)

    def press(self, name: str, key: str = "Enter") -> None:
        """Go to a button or a choice and press it."""
        self.to(name)
        self.page.keyboard.press(key)
        self.settle()

    def rate(self, *answers: str) -> None:
        """Rate all needs by turns: a digit and a letter each."""
        rows = self.page.locator(".rating [role=row]:has([role=radio])")
        expect(rows.first).to_be_visible(timeout=PATIENCE)
        count = rows.count()
        self.to("of no concern")
        for place in range(count):
            self.page.keyboard.type(answers[place % len(answers)])
        expect(self.page.get_by_text(f"{count} of {count} rated")).to_be_visible(timeout=PATIENCE)

    def take_back(self) -> None:
        """Take the last answer back and make it again, and go on where the hands were."""
        rated = self.page.locator(".rating .count")
        before = rated.inner_text()
        self.shortcut("Control+z")
        expect(rated).not_to_have_text(before, timeout=PATIENCE)
        self.shortcut("Control+Shift+z")
        expect(rated).to_have_text(before, timeout=PATIENCE)
        self.settle()
        expect(self.page.locator(".rating [role=radio]:focus")).to_have_count(1)  # the hands are where they were

    def shortcut(self, keys: str) -> None:
        """Press keys wherever the focus is."""
        self.page.keyboard.press(keys)
        self.settle()

    def heading(self, text: str) -> None:
        """Wait for a screen by its title."""
        expect(self.page.get_by_role("heading", name=text).first).to_be_visible(timeout=PATIENCE)
        self.settle()

    def settle(self) -> None:
        """Wait until the screen shows what has been saved."""
        acted(self.page)


def test_a_whole_meeting_can_be_held_by_keyboard_alone(tmp_path: Path) -> None:
    """Tab, Enter, Space, arrows and letters go from the first screen to a sheet that both have signed."""
    env = {"JTBD_CANVASES": str(tmp_path / "canvases"), "JTBD_CONFIG": str(tmp_path / "config")}
    with running_app(env=env) as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(server.url)
        hands = Keyboard(page)
        hands.heading("Do you two serve the same job?")
        _sit_down(hands)
        _state_the_job(hands)
        _think_again(hands)
        _rate(hands)
        _promise(hands)
        _sign(hands)
    assert len(list((tmp_path / "canvases").glob("*/sheet-1.yaml"))) == 1


def _sit_down(hands: Keyboard) -> None:
    hands.fill("Your organisation", "Quay Street Estates")
    hands.fill("Theirs", "Tallboy Networks")
    hands.press("Start a meeting")
    hands.heading("Who is at the table?")
    hands.fill("Person", "Ida Marlow")
    hands.press("Organisation", "Tab")  # on to the other card
    hands.fill("Person", "Ned Osei")
    hands.press("Job →")


def _state_the_job(hands: Keyboard) -> None:
    hands.heading("Which job does your common customer want done?")
    hands.to("Building & energy")
    for _ in range(TRADES_BEFORE_REAL_ESTATE):
        hands.page.keyboard.press("ArrowRight")
    hands.press("Real estate", "Space")
    expect(hands.page.locator(".st-key-template-move-business-premises")).to_be_visible(timeout=PATIENCE)
    for _ in range(MOST_TABS):
        if hands.page.evaluate("!!document.activeElement.closest('.st-key-template-move-business-premises')"):
            break
        hands.page.keyboard.press("Tab")
    hands.page.keyboard.press("Enter")
    expect(hands.page.get_by_label("I want to …")).not_to_have_value("", timeout=PATIENCE)
    hands.settle()
    hands.press("Needs →")
    hands.heading("What does the customer need")


def _think_again(hands: Keyboard) -> None:
    """Take the template back from the next step, look at it, make it again, and go on, all without a button."""
    needs = hands.page.locator("[class*=st-key-text-aspects-]")
    expect(needs.first).to_be_visible(timeout=PATIENCE)
    count = needs.count()
    hands.shortcut("Control+z")
    expect(needs).to_have_count(0, timeout=PATIENCE)
    expect(hands.page.get_by_text("Taken back: the job and the needs").first).to_be_visible()
    hands.shortcut("Alt+2")
    hands.heading("Which job does your common customer want done?")
    expect(hands.page.get_by_label("I want to …")).to_have_value("")
    hands.shortcut("Control+Shift+z")
    expect(hands.page.get_by_label("I want to …")).not_to_have_value("", timeout=PATIENCE)
    hands.shortcut("Alt+n")
    hands.heading("What does the customer need")
    expect(needs).to_have_count(count, timeout=PATIENCE)
    hands.shortcut("?")
    expect(hands.page.get_by_role("dialog")).to_contain_text("take back the last change", timeout=PATIENCE)
    hands.shortcut("Escape")
    expect(hands.page.get_by_role("dialog")).to_have_count(0, timeout=PATIENCE)


def _rate(hands: Keyboard) -> None:
    hands.press("Rate these needs")
    for name, answers, arrows in (("Ida", ("2d", "3c"), 1), ("Ned", ("3c", "2l"), 1)):
        hands.press(f"I am {name}")
        hands.rate(*answers)
        hands.take_back()
        hands.to("one of us instead of the other")
        for _ in range(arrows):
            hands.page.keyboard.press("ArrowRight")
        hands.page.keyboard.press("Space")
        hands.settle()
        hands.press("I am done")
    hands.press("Lift the curtain")
    hands.heading("You complete each other")
    hands.press("Value →")
    hands.press("Commitments →")


def _promise(hands: Keyboard) -> None:
    for name, what in (("Ida", "Introduce Tallboy to each client"), ("Ned", "Survey the rooms in five days")):
        hands.fill(f"{name} will …", what)
        hands.page.keyboard.press("Enter")
        expect(hands.page.get_by_text(what).first).to_be_visible(timeout=PATIENCE)
        hands.settle()
    hands.press("Sign →")


def _sign(hands: Keyboard) -> None:
    hands.heading("What do you both sign?")
    hands.fill("New passphrase", "three cups of coffee")
    hands.fill("Once more", "three cups of coffee")
    hands.press("Freeze the sheet")
    hands.heading("Ida, this is yours to read and sign")
    hands.fill("Your full name", "Ida Marlow")
    hands.press("I, Ida Marlow", "Space")
    hands.fill("The passphrase of your key", "three cups of coffee")
    hands.page.keyboard.press("Enter")
    hands.heading("Hand the laptop to Ned")
    hands.press("I am Ned")
    hands.heading("Ned, this is yours to read and sign")
    hands.fill("Your full name", "Ned Osei")
    hands.press("I, Ned Osei", "Space")
    hands.page.keyboard.press("Tab")
    hands.press("Sign")
    hands.heading("Sheet 1 is signed by both")
