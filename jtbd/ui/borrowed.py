"""Streamlit's own words, which it says in English whatever language the page is in, and how we say them.

Each is known by its text, as it stands in Streamlit, and by the part of Streamlit's that it stands in: so none of what
people wrote is taken for one. A script of the page, borrowed.js, says them as they appear. What an argument of
Streamlit's can say is no matter of these: a placeholder, a label, the words beside a spinner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from jtbd.i18n import Message, mark, mark_count, mark_in

_UPLOADER: Final = '[data-testid="stFileUploader"]'
_CHOICE: Final = ':is([data-testid="stSelectbox"], [data-testid="stMultiSelect"])'
_LIST: Final = ':is([data-testid="stSelectboxVirtualDropdown"], [data-testid="stMultiSelectDropdown"])'
_NUMBER: Final = '[data-testid="stNumberInput"]'
_DATE: Final = '[data-testid="stDateInput"]'
_CALENDAR: Final = '[data-testid="stDateInputCalendar"]'
_TIP: Final = ':is([data-testid="stTooltipContent"], [data-testid="stTooltipErrorContent"])'
_ALERT: Final = '[role="alert"]'
_SPOKEN: Final = '[role="log"] *, [id^="react-aria-description"]'
"""What is there for those alone who hear it."""

_OWN: Final[Sequence[tuple[str, Sequence[Message]]]] = (
    ('[data-testid="stSkipToContent"]', (mark("Skip to main content"),)),
    ('[data-testid="stTooltipHoverTarget"] > button', (mark("Help for {label}"),)),
    ('[data-testid="stTextInput"] button', (mark("Show password"), mark("Hide password"))),
    (f"{_NUMBER} button", (mark("Decrement"), mark("Increment"), mark_in("a field", "Clear value"))),
    (
        f"{_NUMBER} {_ALERT}",
        (
            mark("Error: Number is outside the allowed range. Please enter a value between {least} and {most}."),
            mark("Error: Number is below the allowed range. Please enter a value greater than or equal to {least}."),
            mark("Error: Number is above the allowed range. Please enter a value less than or equal to {most}."),
        ),
    ),
    # ── choices ──
    (
        f"{_CHOICE} button",
        (
            mark_in("a list of choices", "Open"),
            mark_in("a field", "Clear value"),
            mark_in("a field", "Clear all"),
            mark("Remove {option}"),
        ),
    ),
    ('[data-testid="stMultiSelectTagsContainer"] > [role="group"]', (mark("Selected values"),)),
    (
        f'{_CHOICE} [role="combobox"]',
        (
            mark("Choose an option"),
            mark("Choose options"),
            mark("Choose or add an option"),
            mark("Choose or add options"),
            mark("Add an option"),
            mark("Add options"),
            mark("No options to select"),
        ),
    ),
    (f"{_LIST} span", (mark("No results"),)),
    (f'{_LIST} [data-key="__creatable__"] *', (mark("Add: {option}"),)),
    (f'{_LIST} [data-key="__select_all__"] *', (mark("Select all"),)),
    (
        f'{_LIST} [data-key="__select_matches__"] *',
        (mark_count("Select {number} match", "Select {number} matches"),),
    ),
    (f"{_LIST} button, .stDialog button", (mark_in("a list or a dialog", "Dismiss"),)),
    (_SPOKEN, (mark_count("{number} option available.", "{number} options available."),)),
    # ── days; the calendar's own words are in the language of the page where that is one of its thirty ──
    (
        f'{_DATE} [role="spinbutton"]',
        (
            mark_in("a part of a date", "year, {label}"),
            mark_in("a part of a date", "month, {label}"),
            mark_in("a part of a date", "day, {label}"),
            mark_in("a part of a date", "Empty"),
            # For translators: how a year, a month and a day are written where a date is still to be given.
            mark_in("a part of a date", "yyyy"),
            mark_in("a part of a date", "mm"),
            mark_in("a part of a date", "dd"),
        ),
    ),
    (f"{_DATE} button", (mark("Choose date"), mark("Clear date"))),
    (
        f"{_CALENDAR}, {_CALENDAR} *",
        (
            mark("Choose date"),
            # For translators: {month} is a month with its year.
            mark("Choose date, {month}"),
            mark("Use arrow keys to navigate dates. Enter to select. Escape to close."),
        ),
    ),
    (
        f"{_CALENDAR} button",
        (
            mark("Previous month"),
            mark("Next month"),
            mark_in("a calendar", "Next"),
            mark_in("a calendar", "Previous"),
            mark_in("a calendar", "month"),
            mark_in("a calendar", "year"),
        ),
    ),
    (
        f'{_CALENDAR} [role="button"]',
        (
            mark_in("a calendar", "Today, {day} selected"),
            mark_in("a calendar", "Today, {day}"),
            mark_in("a calendar", "{day} selected"),
            mark_in("a calendar", "{day}, First available date"),
            mark_in("a calendar", "{day}, Last available date"),
        ),
    ),
    (_SPOKEN, (mark_in("a part of a date", "Empty"), mark_in("a calendar", "Selected Date: {day}"))),
    (
        f"{_DATE} {_ALERT}",
        (
            mark("Error: Date set outside allowed range. Please select a date between {first} and {last}."),
            mark("Error: Date set outside allowed range. Please select a date on or after {first}."),
            mark("Error: Date set outside allowed range. Please select a date on or before {last}."),
        ),
    ),
    # ── files ──
    (
        f"{_UPLOADER} button, {_UPLOADER} button *",
        (mark_in("a file", "Upload"), mark("Add files"), mark("add icon"), mark("Remove {file}")),
    ),
    (f"{_UPLOADER} button", (mark("Cancel upload of {file}"),)),
    (f"{_UPLOADER} input", (mark("file upload"),)),
    (
        '[data-testid="stFileUploaderDropzoneInstructions"] span',
        # For translators: {size} is the most that a file may have, as 1MB.
        (mark("{size} per file"),),
    ),
    ('[data-testid="stFileUploaderDropzone"] span', (mark("Drag and drop a file here"),)),
    (f"{_UPLOADER} {_ALERT}", (mark("Error:"),)),
    (
        f"{_UPLOADER} {_ALERT}, {_TIP}, {_TIP} *",
        (
            # For translators: {size} is the most that a file may have, as 1.0MB.
            mark("File must be {size} or smaller."),
            mark("{kind} files are not allowed."),
            mark("Only one file is allowed."),
            mark("File size is too small."),
            mark("Unexpected error. Please try again."),
            mark("Connection lost. Please wait for the app to reconnect, then try again."),
        ),
    ),
    # ── what appears beside a thing that the mouse is on ──
    (
        f'{_TIP}, {_TIP} *, [data-testid="stElementToolbarButton"] button',
        (mark("Copy to clipboard"), mark("Copied"), mark("Fullscreen"), mark("Close fullscreen")),
    ),
    # For translators: {picture} says what is to be seen on it.
    ('[data-testid="stElementToolbarButton"] button', (mark("Fullscreen: {picture}"),)),
    (
        f"{_TIP}, {_TIP} *",
        (
            mark("Error"),
            mark(": Date set outside allowed range. Please select a date between {first} and {last}."),
            mark(": Date set outside allowed range. Please select a date on or after {first}."),
            mark(": Date set outside allowed range. Please select a date on or before {last}."),
            mark("Number is outside the allowed range. Please enter a value between {least} and {most}."),
            mark("Number is below the allowed range. Please enter a value greater than or equal to {least}."),
            mark("Number is above the allowed range. Please enter a value less than or equal to {most}."),
        ),
    ),
    # ── the page as a whole ──
    ('[data-testid="stDialog"] button', (mark("Close"),)),
    ('[data-testid="stStatusWidget"] *', (mark("Running..."), mark("Stop"))),
    ('[data-testid="stConnectionStatus"] *', (mark("Connecting"), mark("Error"))),
    (
        f"{_TIP}, {_TIP} *",
        (mark("Connecting to Streamlit server"), mark("Unable to connect to Streamlit server"), mark("Stop")),
    ),
)


class Word(NamedTuple):
    """A text of Streamlit's, and what is said in its place.

    Attributes:
        where: which elements have it, as a selector of CSS: as their text, or as what names or describes them.
        texts: the text as Streamlit has it, with slots; of what counts both forms of it.
        message: what is said.

    """

    where: str
    texts: tuple[str, ...]
    message: Message


def words() -> Iterator[Word]:
    """Yield every text, those first that others would be taken for."""
    for where, messages in _OWN:
        for message in messages:
            yield Word(where, tuple(filter(None, (message.text, message.many))), message)
