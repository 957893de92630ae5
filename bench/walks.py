"""Three whole meetings as new users hold them: clicks, keys, and the longest wait of each page.

    python bench/walks.py

A florist and a photographer (they complete each other and sign), two bookkeepers (rivals, who promise to pass on what
is too much and sign), a dog groomer and a roofer on a phone (too little in common, who part with a letter). Needs are
rated by keys at the laptop and by taps on the phone. The page counts what reaches it, as for meeting.py. A wait is the
time on the clock from a press until the page has nothing more to say; the first opening of each page is among them.
Beside each walk stands, as a yardstick of the machine, the median wait of that walk.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from lanes import BYTECODE, VIEWPORT, chromium, running_app
from playwright.sync_api import Browser, Locator, Page

from tests.support.walk import PASSPHRASE, Meeting

PHONE: Final = {"width": 390, "height": 844}
LONG: Final = 1000
"""Milliseconds from which on people begin to wonder."""

_COUNTING: Final = (Path(__file__).parent / "counting.js").read_text(encoding="utf-8")


class Walk(Meeting):
    """A meeting that takes the time of each wait."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.waits: list[tuple[str, int]] = []

    def timed(self, act: Callable[[], object]) -> None:
        """Act and wait until the page has nothing more to say."""
        start = time.perf_counter()
        act()
        self.page.wait_for_timeout(60)
        self.page.wait_for_selector("[data-test-script-state=notRunning]")
        took = round((time.perf_counter() - start) * 1000) - 60
        title = self.page.locator("h2").first
        self.waits.append((title.inner_text().split("\n")[0] if title.count() else "", took))
        self.settle()

    def press(self, name: str, within: Locator | None = None) -> None:
        """Click a button by what stands on it."""
        button = (within or self.page).get_by_role("button", name=name).first
        self.timed(button.click)

    def pick(self, name: str, within: Locator | None = None) -> None:
        """Choose one of a few words."""
        radio = (within or self.page).get_by_role("radio", name=name, exact=True).first
        self.timed(radio.click)


def main() -> None:
    """Print the figures."""
    with chromium() as browser:
        for name, hold, size in (
            ("florist × photographer", florist, VIEWPORT),
            ("bookkeeper × bookkeeper", bookkeepers, VIEWPORT),
            ("dog groomer × roofer, phone", groomer, PHONE),
        ):
            _held(browser, name, hold, size)


def _held(browser: Browser, name: str, hold: Callable[[Walk], None], size: dict[str, int]) -> None:
    acts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        env = {**BYTECODE, "JTBD_CANVASES": f"{folder}/canvases", "JTBD_CONFIG": f"{folder}/config"}
        with running_app(env=env) as server:
            page = browser.new_page(viewport=size, has_touch=size is PHONE)  # type: ignore[arg-type]
            page.expose_function("counted", lambda kind, count: acts.update({kind: count if kind == "prose" else 1}))
            page.add_init_script(_COUNTING)
            page.goto(server.url)
            walk = Walk(page)
            walk.settle()
            try:
                hold(walk)
            except BaseException:
                page.screenshot(path=str(Path(tempfile.gettempdir()) / "walk.png"))
                raise
            finally:
                page.close()
    _print(name, acts, walk.waits)


def _print(name: str, acts: Counter[str], waits: Sequence[tuple[str, int]]) -> None:
    longest: dict[str, int] = {}
    for title, wait in waits:
        longest[title] = max(wait, longest.get(title, 0))
    print(f"{name}: {acts['click']} clicks, {acts['key'] + acts['answer']} keys, {acts['prose']} characters")
    print(f"  median wait {statistics.median(wait for _, wait in waits):.0f} ms; longest by page:")
    for title, wait in sorted(longest.items(), key=lambda item: -item[1]):
        print(f"  {wait:6} ms {'!' if wait >= LONG else ' '} {title}")


# ── the three ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def florist(walk: Walk) -> None:
    """Two who complete each other: a template, money, a promise each, both sign."""
    _sit_down(walk, ("Blüten & Söhne", "Mia Anders"), ("Foto Jürgens", "Jürgen Roth"))
    _job(walk, "Events & hospitality", "hold-wedding", needs=10)
    walk.press("Rate these needs")
    _rate_by_keys(walk, "Mia", "3c2l", "both of us together")
    _rate_by_keys(walk, "Jürgen", "2l3c", "both of us together")
    walk.press("Lift the curtain")
    walk.heading("You complete each other")
    walk.press("Who leads?")
    walk.pick("lead", walk.box("role-a"))
    walk.pick("contribute", walk.box("role-b"))
    _promise(walk, "Mia", "introduce Jürgen to every couple after every wedding; done when three were introduced")
    _promise(walk, "Jürgen", "send ten pictures of each wedding by 15 March 2027; done when Mia has them")
    _sign(walk, "Mia Anders", "Jürgen Roth")


def bookkeepers(walk: Walk) -> None:
    """Two rivals: what is too much for one goes to the other, and both sign that."""
    _sit_down(walk, ("Kontor Hansen", "Helen Hansen"), ("Zahlenwerk Marlow", "Paul Marlow"))
    _job(walk, "IT & data", "run-on-one-set-of-figures", needs=10)
    walk.press("Rate these needs")
    _rate_by_keys(walk, "Helen", "3c3c", "one of us instead of the other")
    _rate_by_keys(walk, "Paul", "3c3d", "one of us instead of the other")
    walk.press("Lift the curtain")
    walk.heading("You compete for the same thing")
    walk.press("Pass on what is too much")
    walk.heading("Is there something small to promise?")
    _sign(walk, "Helen Hansen", "Paul Marlow")


def groomer(walk: Walk) -> None:
    """Two strangers on a phone: rated by taps, parted with a letter."""
    _sit_down(walk, ("Pfote & Co", "Ute Brand"), ("Dach Lehmann", "Ole Lehmann"))
    _job(walk, "Building & energy", "renovate-house", needs=8)
    walk.press("Rate these needs")
    _rate_by_taps(walk, "Ute", ("of no concern", "leave on the table"), "each for itself")
    _rate_by_taps(walk, "Ole", ("vital", "core of what we do"), "each for itself")
    walk.press("Lift the curtain")
    walk.heading("Too little ties you together")
    walk.press("Part as friends")


# ── what they do ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _sit_down(walk: Walk, host: tuple[str, str], guest: tuple[str, str]) -> None:
    walk.page.get_by_label("Your organisation").fill(host[0])
    walk.page.get_by_label("Theirs").fill(guest[0])
    walk.press("Start a meeting")
    walk.heading("Who is at the table?")
    for party, person in (("a", host[1]), ("b", guest[1])):
        walk.fill("Person", person, walk.box(f"party-{party}"))
    walk.press("Job →")


def _job(walk: Walk, trade: str, template: str, needs: int) -> None:
    walk.heading("Which job does your common customer want done?")
    box = walk.box(f"template-{template}")
    if not box.count() or not box.first.is_visible():
        walk.pick(trade)
    walk.press("Use", box)
    walk.press("Needs →")
    rows = walk.page.locator("[class*=st-key-remove-]")
    rows.first.wait_for()
    while rows.count() > needs:
        count = rows.count()
        walk.timed(rows.last.get_by_role("button", name="Remove").click)
        walk.page.wait_for_function(
            "count => document.querySelectorAll('[class*=st-key-remove-]').length < count", arg=count
        )


def _rate_by_keys(walk: Walk, name: str, keys: str, choice: str) -> None:
    walk.press(f"I am {name}")
    rows = walk.page.locator(".rating [role=row]:has([role=radio])")
    rows.first.wait_for()
    if not walk.page.evaluate("document.activeElement?.shadowRoot?.activeElement?.getAttribute('role') === 'radio'"):
        rows.first.get_by_role("radio").first.click()
    for place in range(rows.count()):
        walk.page.keyboard.type(keys[:2] if place % 2 else keys[2:])
    walk.pick(choice)
    walk.press("I am done")


def _rate_by_taps(walk: Walk, name: str, answers: tuple[str, str], choice: str) -> None:
    walk.press(f"I am {name}")
    rows = walk.page.locator(".rating [role=row]:has([role=radio])")
    rows.first.wait_for()
    for place in range(rows.count()):
        for answer in answers:
            rows.nth(place).get_by_role("radio", name=answer).first.click()
    walk.pick(choice)
    walk.press("I am done")


def _promise(walk: Walk, name: str, what: str) -> None:
    line = walk.page.get_by_label(f"{name} will …")
    line.click()
    walk.page.keyboard.type(what)
    walk.timed(lambda: walk.page.keyboard.press("Enter"))


def _sign(walk: Walk, host: str, guest: str) -> None:
    walk.press("Sign →")
    walk.heading("What do you both sign?")
    walk.fill("New passphrase", PASSPHRASE)
    walk.fill("Once more", PASSPHRASE)
    walk.press("Freeze the sheet for signing")
    walk.heading(f"{host.split(maxsplit=1)[0]}, this is yours to read and sign")
    _consent(walk, host)
    walk.fill("The passphrase of your key", PASSPHRASE)
    walk.press("Sign", walk.box("signature-a"))
    walk.press(f"I am {guest.split(maxsplit=1)[0]}")
    walk.heading(f"{guest.split(maxsplit=1)[0]}, this is yours to read and sign")
    _consent(walk, guest)
    walk.press("Sign", walk.box("signature-b"))


def _consent(walk: Walk, name: str) -> None:
    walk.fill("Your full name", name)
    walk.timed(walk.page.get_by_text(f"I, {name},").first.click)


if __name__ == "__main__":
    main()
