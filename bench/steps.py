"""How long a step takes to open, against a click on a bare Streamlit page with one button, in one run.

    python bench/steps.py [RUNS]

Both pages are open at once, each on a server of its own, and take turns (bench/lanes.py): a click there, a click on
each of the seven steps here, round and round. Taken from the click until the script has come to its end in the browser
and the step's page is there, with every figure of plotly's drawn. The meeting is the example: 14 aspects, all rated,
promises made. The figure to watch is the median of the ratios of the turns; the first round, in which Python and the
browser load what a step needs, is shown apart. Aim: 4 at most.

What of that is Streamlit's own mounting of widgets, the last line tells: a third server has a plain page on which a
click brings as many widgets and texts of the same kinds as the step of aspects has below the bar, counted there, one
under the other: no containers, style, advice, bar, canvas or handler, and no other page that has to go. No step with
these widgets can open faster than that.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from lanes import HEAD, SETTLED, Cost, Lane, bare_lane, chromium, home, in_turns, lane, line, meeting_folder, settle

RUNS, WARM_UP = 12, 1
COUNTED: Final = {
    "stTextInput": 'st.text_input(f"a field {i}", key=f"field-{i}", label_visibility="collapsed")',
    "stTextArea": 'st.text_area(f"an area {i}", key=f"area-{i}", label_visibility="collapsed")',
    "stButton": 'st.button(f"a button {i}", key=f"button-{i}", type="tertiary")',
    "stFormSubmitButton": 'st.button(f"another button {i}", key=f"other-button-{i}")',
    "stCheckbox": 'st.toggle(f"a switch {i}", key=f"switch-{i}")',
    "stSelectbox": 'st.selectbox(f"a list {i}", ("one", "two"), key=f"list-{i}", label_visibility="collapsed")',
    "stMarkdown": 'st.markdown(f"a text {i}")',
}
"""The kinds of elements that are counted, by their test ids, and a line that draws one."""
PLAIN: Final = """
import streamlit as st
shown = st.session_state.get("shown", False)
if st.button("one", key="one"):
    shown = st.session_state.shown = not shown
st.markdown(f"shown {shown}")
if shown:
"""
STEPS: Final = ("parties", "job", "aspects", "overlap", "value", "commitments", "sign")


def main() -> None:
    """Print milliseconds and ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        work = Path(folder)
        environment = meeting_folder(work, {})
        with bare_lane(browser, work, SETTLED) as bare, lane(browser, environment) as meeting:
            meeting.page.goto(f"{home(meeting.page)}?canvas=bench&step=aspects")
            meeting.page.wait_for_selector(".st-key-next button", timeout=60_000)  # the foot comes last
            meeting.page.wait_for_selector(".st-key-page-aspects .stTextInput")
            settle(meeting.page)
            with lane(browser, {}, _plain_script(work, meeting)) as plain:
                steps = [partial(_open, meeting, step) for step in STEPS]
                tasks: list[Callable[[], Cost]] = [bare, *steps, partial(_mount, plain)]
                first = in_turns(tasks, 1, 0)
                costs = in_turns(tasks, runs, WARM_UP)
    print(HEAD)
    for name, taken, once in zip(
        ("a bare page with one button", *STEPS, "plain widgets as on aspects"), costs, first, strict=True
    ):
        print(f"{line(name, taken, costs[0])}   first {once[0].clock:.0f} ms")


def _open(meeting: Lane, step: str) -> Cost:
    button = meeting.page.locator(f".st-key-step-{step} button")
    return meeting.act(button, "", f".st-key-page-{step}", SETTLED)


def _plain_script(work: Path, meeting: Lane) -> Path:
    """Write the page with as many elements of each kind as the open step has below the bar; return what to run."""
    count = "kind => document.querySelectorAll(`.st-key-page-aspects .${kind}`).length"
    loops = [
        f"    for i in range({meeting.page.evaluate(count, kind)}):\n        {line_}" for kind, line_ in COUNTED.items()
    ]
    script = work / "bare" / "plain.py"
    script.write_text(PLAIN + "\n".join(loops), encoding="utf-8")
    return script


def _mount(plain: Lane) -> Cost:
    """Take the widgets away, then bring them, and return what the second took."""
    button = plain.page.locator(".st-key-one button")
    if plain.page.locator(".stTextInput").count():
        plain.act(button, "", ".stMainBlockContainer", SETTLED)
    return plain.act(button, "", ".stMainBlockContainer", SETTLED)


if __name__ == "__main__":
    main()
