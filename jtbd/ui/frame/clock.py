"""The clock of the coffee: minutes left, a fair share of them for each step, and what the meeting has cost so far.

It is quiet: a line of text in the bar, and the rule over the current step, which fills as its share is used. The canvas
keeps how long the meeting has run; the URL keeps at which second the step was opened. So both survive a reload.

It looks every few seconds, shown or hidden. Where it could not for some minutes, since the lid was closed, it stands
from the beginning of that gap and asks once whether the two are still there.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final

import streamlit as st

from jtbd.editing import clock as sitting, put
from jtbd.editing.clock import elapsed
from jtbd.formats import hour
from jtbd.i18n import say
from jtbd.model import Canvas, Clock, Meeting
from jtbd.ui import address, state
from jtbd.ui.frame import unsigned
from jtbd.ui.state.session import Question
from jtbd.ui.steps import Step, fair_share
from jtbd.wording import clock as words

_REDRAW_SECONDS: Final = 15
_looked: Final[dict[tuple[str, str], dt.datetime]] = {}
"""When some page of this program last looked at the clock of a canvas, by its folder and id."""


def show(canvas: Canvas, current: Step, agenda: tuple[Step, ...]) -> None:
    """Draw the clock of the meeting that is going on, or the way to it; one of another day says nothing."""
    _look()
    if _going_on(canvas) or _open_question():
        _ticking(current, agenda)


def _going_on(canvas: Canvas) -> Clock | None:
    """Return the clock of the meeting that two sit in now."""
    if not canvas.meetings:
        return None
    meeting = canvas.meetings[-1]
    now = sitting.is_now(meeting, state.home().now())
    return meeting.clock if meeting.clock and (now or meeting.clock.running_since) else None


def _look() -> None:
    """Note that the clock was looked at, and stop it where it was not for so long that nobody can have sat there.

    A canvas that is only opened is not written to; a gap of its clock then stands in the session until somebody has
    said what it was, or changes the canvas.
    """
    canvas, here = state.canvas(), state.session()
    clock = canvas.meetings[-1].clock if canvas.meetings else None
    if clock is None:
        return
    now, place = state.home().now(), (state.home().store.place(), canvas.id)
    if asked := _open_question():
        if clock != asked.right and canvas.revision != asked.revision:
            _put(asked.right)
    else:
        right, gap = sitting.seen_again(clock, _looked.get(place, canvas.updated), now)
        if gap:
            here.gap = Question(canvas.id, canvas.revision, gap, right)
            if place in _looked:
                _put(right)
    _looked[place] = now


@st.fragment(run_every=_REDRAW_SECONDS)
def _ticking(current: Step, agenda: tuple[Step, ...]) -> None:
    _look()
    canvas = state.canvas()
    meeting = canvas.meetings[-1]
    clock = meeting.clock or Clock()
    if _asked():
        return
    if not clock.shown:
        st.button(
            say("Clock"),
            key="clock-show",
            type="tertiary",
            help=say("Show the clock"),
            on_click=_reveal,
            args=(True,),
        )
        return
    spent = elapsed(clock, state.home().now())
    with st.container(key="clock", horizontal=True, vertical_alignment="center", width="content"):
        _share(canvas, meeting, current, agenda, spent)
        st.caption(
            " · ".join([words.time_left(meeting.planned_minutes, spent), *words.costs(sitting.cost(canvas, spent))]),
            width="content",
        )
        running = clock.running_since is not None
        if st.button(say("Pause") if running else say("Start"), key=state.key("clock"), type="tertiary"):
            toggle()
            st.rerun()
        if st.button("×", key="clock-hide", type="tertiary", help=say("Hide the clock; it goes on")):
            _reveal(False)
            st.rerun()


def _asked() -> bool:
    """Ask once, after a gap, whether the two are still there; say whether that was asked."""
    asked = _open_question()
    if asked is None:
        return False
    gap, right, now = asked.gap, asked.right, state.home().now()
    with st.container(key="clock-asks", horizontal=True, vertical_alignment="center", width="content"):
        if gap.set_back:
            st.caption(
                say(
                    "This laptop's clock was set back from {earlier} to {later}; what had run stays.",
                    earlier=hour(gap.since),
                    later=hour(gap.until),
                ),
                width="content",
            )
            _answer(say("All right"), "set-back", right)
            return True
        st.caption(say("Still here? The clock stands since {moment}.", moment=words.since(gap)), width="content")
        _answer(say("Go on from now"), "go-on", right.revise(running_since=now))
        _answer(say("We sat here all the time"), "count", sitting.counted(right, gap._replace(until=now)))
        _answer(say("Leave it"), "leave", right)
    return True


def _open_question() -> Question | None:
    asked = state.session().gap
    return asked if asked and asked.canvas == state.canvas().id else None


def _answer(label: str, name: str, clock: Clock) -> None:
    st.button(label, key=f"clock-{name}", type="tertiary", on_click=_answered, args=(clock,))


def _answered(clock: Clock) -> None:
    state.session().gap = None
    _put(clock)


def _put(clock: Clock) -> None:
    state.edit(lambda canvas: put(canvas, ("meetings", len(canvas.meetings) - 1, "clock"), clock))


def _share(canvas: Canvas, meeting: Meeting, current: Step, agenda: tuple[Step, ...], spent: int) -> None:
    """Draw how much of its share the step has used; nothing where nobody knows, or nothing is left to share."""
    opened, planned = address.here().since, (meeting.planned_minutes or 0) * 60
    if opened is None or opened > spent or opened >= planned:
        return
    again = bool(unsigned.since(canvas))
    share, used = fair_share(canvas, agenda, current, planned - opened, unsigned=again), spent - opened
    with st.container(key=f"share-{sitting.tenths(used, share)}", width="content"):
        st.caption(words.share_used(used, share), width="content")


def enter(canvas: Canvas) -> None:
    """Note that a step is opened now."""
    clock = canvas.meetings[-1].clock if canvas.meetings else None
    opened = elapsed(clock, state.home().now()) if clock and clock.running_since else None
    address.go(replace(address.here(), since=opened))


def _reveal(shown: bool) -> None:
    """Show or hide the latest meeting's clock."""
    state.edit(lambda canvas: put(canvas, ("meetings", len(canvas.meetings) - 1, "clock", "shown"), shown))


def toggle() -> None:
    """Start or pause the latest meeting's clock."""
    now = state.home().now()

    def turned(canvas: Canvas) -> Canvas:
        place = len(canvas.meetings) - 1
        return put(canvas, ("meetings", place, "clock"), sitting.turned(canvas.meetings[place].clock, now))

    state.edit(turned)
    if address.here().since is None:
        enter(state.canvas())
