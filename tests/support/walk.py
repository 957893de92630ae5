"""A whole meeting held in a browser by mouse and keyboard, for tests and benchmarks alike."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.browser import acted

PASSPHRASE = "three cups of coffee"
PATIENCE = 20_000


class Meeting:
    """What two people do at the laptop, in the words that they see."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE)

    def settle(self) -> None:
        """Wait until the screen shows what has been saved."""
        acted(self.page)

    def press(self, name: str, within: Locator | None = None) -> None:
        """Click a button by what stands on it."""
        (within or self.page).get_by_role("button", name=name).first.click()
        self.settle()

    def fill(self, label: str, text: str, within: Locator | None = None) -> None:
        """Type into a field by its label, and leave it."""
        field = (within or self.page).get_by_label(label, exact=True).first
        field.fill(text)
        field.press("Tab")
        self.settle()

    def heading(self, text: str) -> None:
        """Wait for a screen by its title."""
        expect(self.page.get_by_role("heading", name=text).first).to_be_visible(timeout=PATIENCE)
        self.settle()

    def box(self, key: str) -> Locator:
        """Return a part of the screen by its key."""
        return self.page.locator(f".st-key-{key}")


def hold(meeting: Meeting, needs: int | None = None) -> None:
    """Go from the empty app through seven steps to a sheet that both have signed.

    Args:
        meeting: on its first page.
        needs: how many of the template's needs to keep; None for all.

    """
    _sit_down(meeting)
    _state_the_job(meeting)
    if needs is not None:
        _drop_needs(meeting, needs)
    _rate(meeting)
    _see_the_overlap(meeting)
    _value(meeting)
    _promise(meeting)
    _sign(meeting)
    meeting.heading("Sheet 1 is signed by both")


def _sit_down(meeting: Meeting) -> None:
    meeting.page.get_by_label("Your organisation").fill("Quay Street Estates")
    meeting.page.get_by_label("Theirs").fill("Tallboy Networks")
    meeting.press("Start a meeting")
    meeting.heading("Who is at the table?")
    meeting.press("E-mail addresses")
    for party, person, email in (("a", "Ida Marlow", "ida@quay.example"), ("b", "Ned Osei", "ned@tallboy.example")):
        card = meeting.box(f"party-{party}")
        meeting.fill("Person", person, card)
        meeting.fill("E-mail", email, card)
    meeting.press("Job →")


def _state_the_job(meeting: Meeting) -> None:
    meeting.heading("Which job does your common customer want done?")
    meeting.page.get_by_role("radio", name="Real estate").click()
    meeting.settle()
    meeting.press("Use", meeting.box("template-move-business-premises"))
    expect(meeting.page.get_by_label("I want to …")).not_to_have_value("", timeout=PATIENCE)
    meeting.press("Needs →")


def _drop_needs(meeting: Meeting, needs: int) -> None:
    rows = meeting.page.locator("[class*=st-key-remove-]")
    expect(rows.first).to_be_visible(timeout=PATIENCE)
    while (count := rows.count()) > needs:
        rows.last.get_by_role("button", name="Remove").click()
        expect(rows).to_have_count(count - 1, timeout=PATIENCE)
        meeting.settle()


def _rate(meeting: Meeting) -> None:
    meeting.press("Rate these needs")
    meeting.heading("Hand the laptop to Ida")
    _turn(meeting, "Ida", "3c2d", "each for itself")
    meeting.heading("Hand the laptop to Ned")
    assert "core" not in meeting.page.locator("body").inner_text(), "nothing that was said shows on the curtain"
    _turn(meeting, "Ned", "2l3c", "both of us together")
    meeting.heading("Both are ready")
    meeting.press("Lift the curtain")


def _turn(meeting: Meeting, name: str, keys: str, choice: str) -> None:
    """Rate every need by keyboard alone, two needs' worth of keys at a time."""
    meeting.press(f"I am {name}")
    page = meeting.page
    rows = page.locator(".rating [role=row]:has([role=radio])")
    expect(rows.first).to_be_visible(timeout=PATIENCE)
    count = rows.count()
    assert count >= 10
    rows.first.get_by_role("radio").first.focus()
    for place in range(count):
        page.keyboard.type(keys[:2] if place % 2 else keys[2:])
    expect(page.get_by_text(f"{count} of {count} rated")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("radio", name=choice, exact=True).click()
    expect(page.get_by_role("radio", name=choice, exact=True)).to_be_checked(timeout=PATIENCE)
    meeting.settle()
    meeting.press("I am done")


def _see_the_overlap(meeting: Meeting) -> None:
    meeting.heading("You complete each other")
    expect(meeting.page.locator(".st-key-verdict-strip [role=img]").first).to_be_visible(timeout=PATIENCE)
    expect(meeting.page.locator(".st-key-job-bar [role=img]").first).to_be_visible(timeout=PATIENCE)
    meeting.press("Value →")


def _value(meeting: Meeting) -> None:
    for party, alone, together, notice in (("a", "40 000", "70,000", "10000"), ("b", "25000", "45000", "8000")):
        card = meeting.box(f"value-{party}")
        meeting.press("give mine", card)
        meeting.fill("Alone, per year", alone, card)
        meeting.fill("Together, per year", together, card)
        field = card.get_by_role("textbox").nth(2)
        field.fill(notice)
        field.press("Tab")
        meeting.settle()
        meeting.press("I am done", card)
        assert notice not in meeting.page.locator("body").inner_text(), "from which gain one takes notice stays covered"
    expect(meeting.page.get_by_text("Together you make EUR 50,000 a year more").first).to_be_visible(timeout=PATIENCE)
    meeting.press("Commitments →")


def _promise(meeting: Meeting) -> None:
    meeting.box("role-a").get_by_role("radio", name="lead", exact=True).click()
    meeting.settle()
    meeting.box("role-b").get_by_role("radio", name="contribute").click()
    meeting.settle()
    for name, what in (("Ida", "Introduce Tallboy to each client"), ("Ned", "Survey the rooms in five days")):
        field = meeting.page.get_by_label(f"{name} will …")
        field.fill(what)
        field.press("Enter")
        expect(meeting.page.get_by_text(what).first).to_be_visible(timeout=PATIENCE)
        meeting.settle()
    meeting.press("Sign →")


def _sign(meeting: Meeting) -> None:
    meeting.heading("What do you both sign?")
    meeting.fill("New passphrase", PASSPHRASE)
    meeting.fill("Once more", PASSPHRASE)
    meeting.press("Freeze the sheet for signing")
    meeting.heading("Ida, this is yours to read and sign")
    expect(meeting.box("paper").locator("img").first).to_be_visible(timeout=PATIENCE)
    meeting.fill("Your full name", "Ida Marlow")
    meeting.page.get_by_text("I, Ida Marlow, for Quay Street Estates").first.click()
    meeting.settle()
    meeting.fill("The passphrase of your key", PASSPHRASE)
    meeting.press("Sign", meeting.box("signature-a"))
    meeting.heading("Hand the laptop to Ned")
    meeting.press("I am Ned")
    meeting.heading("Ned, this is yours to read and sign")
    meeting.fill("Your full name", "Ned Osei")
    meeting.page.get_by_text("I, Ned Osei, for Tallboy Networks").first.click()
    meeting.settle()
    meeting.press("Sign", meeting.box("signature-b"))
