"""Keys that press a button of the page, and the dialog that tells of them.

Streamlit's own shortcuts (`st.button(shortcut=…)`) take Ctrl+Z from a text field that has the focus, know no “?”, and
write themselves onto the button. These (shortcuts.js) do neither. A key presses the button itself, so that it can do
nothing that the page does not offer, and does it in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from jtbd.i18n import WITHIN, Message, mark, mark_in, say
from jtbd.ui import state
from jtbd.ui.frame import keyboard
from jtbd.ui.frame.undo import REDO, UNDO
from jtbd.ui.steps import Step

_COMPONENT: Final = st.components.v2.component(
    "jtbd_shortcuts",
    css=":host { display: block } p { margin: 0 }",
    js=keyboard.script(Path(__file__).with_suffix(".js")),
)

_HELP: Final = "shortcuts"
_CTRL: Final = mark_in(WITHIN, "`Ctrl`")
_SHIFT: Final = mark_in(WITHIN, "`Shift`")
_LISTED: Final[Sequence[tuple[Message, Sequence[tuple[tuple[str | Message, ...], Message]]]]] = (
    (
        mark("On every step"),
        (
            (("`Alt`", "`1`", "…", "`7`"), mark("open a step by its number")),
            (("`Alt`", "`N`"), mark("go on")),
            (("`Alt`", "`P`"), mark("go back")),
            ((_CTRL, "`Z`"), mark("take back the last change; in a field, what was typed")),
            ((_CTRL, _SHIFT, "`Z`"), mark("make it again")),
            (("`Alt`", "`C`"), mark("start or pause the clock")),
            (("`?`",), mark("show these keys")),
        ),
    ),
    (
        mark("While rating"),
        (
            (("`←`", "`→`", "`↑`", "`↓`"), mark("move")),
            (("`0`", "`1`", "`2`", "`3`"), mark("how important it is")),
            (("`l`", "`w`", "`d`", "`c`"), mark("leave it, want to, do it, core of what we do")),
            (("`⌫`",), mark("blank an answer")),
            (("`u`",), mark("take the last answer back")),
        ),
    ),
)


def show(steps: Sequence[Step], said: str) -> None:
    """Draw the button to the dialog, and listen; `said` is read out by a screen reader when it changes."""
    with st.container(key="listens", width="content"):
        _COMPONENT(key="keys", data=[{"buttons": _buttons(steps), "said": said}], width="content")
    if st.button(say("Keyboard shortcuts"), key=_HELP, type="tertiary", help=say("Keyboard shortcuts")):
        st.dialog(say("Keys"))(_tell)()


def _buttons(steps: Sequence[Step]) -> dict[str, str]:
    """Return the key of the button that each combination presses; those that are not on the page do nothing."""
    pressed = {f"alt+{number}": f"step-{step}" for number, step in enumerate(steps, 1)}
    pressed |= {"alt+n": "next", "alt+p": "back", "alt+c": state.key("clock")}
    pressed |= {"ctrl+z": UNDO, "ctrl+shift+z": REDO, "ctrl+y": REDO}
    return pressed | ({"?": _HELP} if keyboard.heard_singly() else {})


def _tell() -> None:
    with st.container(key="keys-listed"):
        for title, keys in _LISTED:
            rows = "\n".join(f"| {_combined(combination)} | {does.said()} |" for combination, does in keys)
            st.markdown(f"| {title.said()} | {say('What it does')} |\n|:--|:--|\n{rows}")
    st.caption(say("On a Mac `Ctrl` is ⌘ and `Alt` is ⌥, and in a text field `Alt` types what it always does."))
    heard = keyboard.heard_singly()
    label = say("Listen for ? as well, and while rating for digits and letters on all of the page")
    if st.toggle(label, value=heard, key="listen-for-single") != heard:
        keyboard.hear_singly(heard=not heard)
        st.rerun()


def _combined(keys: Sequence[str | Message]) -> str:
    """Return keys as they are printed on a keyboard; some are called otherwise elsewhere."""
    return " ".join(key if isinstance(key, str) else key.said() for key in keys)
