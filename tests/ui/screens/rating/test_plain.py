"""The rating with Streamlit's own fields."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from jtbd.model import Stance


def _app() -> None:
    from collections.abc import Sequence  # noqa: PLC0415

    import streamlit as st  # noqa: PLC0415  AppTest runs this function as a script of its own

    from jtbd.model import Answers, Aspect, Dimension  # noqa: PLC0415
    from jtbd.ui.screens.rating.plain import rating_plain  # noqa: PLC0415
    from jtbd.ui.screens.rating.ratings import Change, Side, Snapshot  # noqa: PLC0415

    given = st.session_state.setdefault("given", {("find", "importance"): 2})
    st.session_state.setdefault("calls", [])
    answers = Answers(**{field: value for (aspect, field), value in given.items() if aspect == "find"})
    aspects = [
        Aspect(id="find", dimension=Dimension.FUNCTIONAL, text="Find *premises*", a=answers, b=Answers(importance=3)),
        Aspect(id="calm", dimension=Dimension.EMOTIONAL, text="Feel calm"),
    ]

    def rate(changes: Sequence[Change]) -> None:
        st.session_state.calls.append(list(changes))
        given.update({(change.aspect, change.field): change.value for change in changes})

    rating_plain(lambda: Snapshot(aspects), [Side("a", "Ana", "#000000")], key="plain", on_change=rate, guess="Bea")


def test_it_reports_what_differs_from_the_canvas() -> None:
    """A choice is reported once as it is, a blanked one as blank, and nothing where nothing has changed."""
    app = AppTest.from_function(_app).run()
    assert not app.exception
    assert app.session_state.calls == []
    assert app.selectbox(key="plain-find-a-importance").value == 2
    app.selectbox(key="plain-find-a-stance").select(Stance.CORE).run()
    app.selectbox(key="plain-find-a-importance").select_index(0).run()
    app.run()
    assert app.session_state.calls == [[("find", "a", "stance", Stance.CORE)], [("find", "a", "importance", None)]]


def test_it_asks_the_given_side_alone() -> None:
    """Each need has a field for each answer of the side given; the other's answers are nowhere on the page."""
    app = AppTest.from_function(_app).run()
    assert [box.key for box in app.selectbox] == [
        f"plain-{aspect}-a-{field}" for aspect in ("find", "calm") for field in ("importance", "stance", "predicts")
    ]
    assert [box.value for box in app.selectbox] == [2, None, None, None, None, None]
    assert app.text[0].value == "Find *premises*"
