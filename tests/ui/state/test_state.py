"""The session: every change is on disk, examples stay, and two versions of one canvas lose nothing."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Final

import pytest

from jtbd.editing import get
from jtbd.model import Every, Missing, Money
from jtbd.store.codec import canvas_from_bytes
from jtbd.usecases.canvases.library import is_example
from tests.support.builders import canvas, rated, ready_canvas
from tests.support.places import ROOT
from tests.support.screens import Desk, Tab

Key = tuple[str | int, ...]

EXAMPLE: Final = "example-harbour-estates-northline-cabling"
HERE: Final = {"canvas": "test-canvas", "step": "job"}
WANT: Final = ("text", "job", "want")
WHEN: Final = ("text", "job", "when")
EDITS: Final[list[tuple[str, str, Key, object, Key, object]]] = [
    ("job", "text_input", WANT, "x", ("job", "want"), "x"),
    ("value", "text_input", ("amount", "value", "a", "alone"), "1 000", ("value", "a", "alone"), "1000"),
    ("value", "selectbox", ("currency",), "CHF", ("value", "currency"), "CHF"),
    (
        "value",
        "button_group",
        ("choice", "value", "four", "a", "civic", "score"),
        0,
        ("value", "four", "a", "civic", "score"),
        0,
    ),
    ("parties", "text_input", ("rate", "a"), "90", ("parties", "a", "hourly_rate"), Money(amount="90", currency="EUR")),
    ("parties", "number_input", ("minutes", 0), 45, ("meetings", 0, "planned_minutes"), 45),
    (
        "aspects",
        "selectbox",
        ("choice", "aspects", "need-1", "step"),
        "locate",
        ("aspects", "need-1", "step"),
        "locate",
    ),
    ("overlap", "button_group", ("lead", "need-1"), "b", ("aspects", "need-1", "line", "lead"), "b"),
    ("overlap", "text_input", ("who", "need-2"), "x", ("missing",), (Missing(aspects=("need-2",), who="x"),)),
    (
        "commitments",
        "date_input",
        ("date", "review", "next"),
        dt.date(2027, 1, 5),
        ("review", "next"),
        dt.date(2027, 1, 5),
    ),
    ("commitments", "number_input", ("every", "review", "every"), 2, ("review", "every"), Every(weeks=2)),
    (
        "commitments",
        "multiselect",
        ("several", "commitments", "x", "serves"),
        ["need-2"],
        ("commitments", "x", "serves"),
        ("need-2",),
    ),
]
"""What may be said on a page: its step, kind and key of the widget, what is said; where that is kept, and as what."""


# ── examples ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_first_change_to_an_example_makes_a_copy(desk: Desk) -> None:
    """The copy has an id of its own, the URL follows, further changes go to it, the example is untouched."""
    shipped = (ROOT / "canvases" / EXAMPLE / "canvas.yaml").read_bytes()
    tab = Tab(canvas=EXAMPLE, step="job")
    assert tab.says("example · your first change makes a copy")
    tab.fill("move our shop", *WANT)
    (own,) = desk.own()
    assert tab.url["canvas"] == own
    tab.fill("our lease ends soon", *WHEN)
    assert desk.own() == [own]
    kept = desk.read(own)
    assert (kept.id, kept.job.want, kept.job.when) == (own, "move our shop", "our lease ends soon")
    assert tab.says("saved")
    assert (ROOT / "canvases" / EXAMPLE / "canvas.yaml").read_bytes() == shipped


def test_a_browser_that_has_yet_to_hear_of_the_copy_makes_no_second_one(desk: Desk) -> None:
    """A click that comes with the example's URL still goes to the copy."""
    tab = Tab(canvas=EXAMPLE, step="job")
    tab.fill("move our shop", *WANT)
    (own,) = desk.own()
    tab.go(canvas=EXAMPLE, step="job").fill("our lease ends soon", *WHEN)
    assert desk.own() == [own]
    assert tab.url["canvas"] == own
    assert desk.read(own).job.want == "move our shop"


def test_an_example_can_be_opened_again_after_it_was_copied(desk: Desk) -> None:
    """From the list it opens as it was shipped."""
    tab = Tab(canvas=EXAMPLE, step="job")
    tab.fill("move our shop", *WANT)
    tab.press("home").press(f"open-{EXAMPLE}").go(canvas=EXAMPLE, step="job")
    assert tab.widget("text_input", *WANT).value == "move our business to new premises"
    assert len(desk.own()) == 1


# ── saving ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_saved_is_there_after_a_reload(desk: Desk) -> None:
    """A fresh tab at the same URL goes on where the last one was."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    tab.fill("move our shop", *WANT)
    assert Tab(**tab.url).widget("text_input", *WANT).value == "move our shop"


@pytest.mark.parametrize("leave", ["next", "home"])
@pytest.mark.parametrize(("step", "kind", "key", "value", "path", "kept"), EDITS)
def test_an_edit_and_the_click_that_leaves_its_page_arrive_together(  # noqa: PLR0917 - a row of a table
    step: str, kind: str, key: Key, value: object, path: Key, kept: object, leave: str, desk: Desk
) -> None:
    """Who types or chooses and clicks on at once, with no moment in between, has it on disk."""
    needs = rated(((3, "core"), (3, "core")), ((3, "leave"), (3, "leave")))
    desk.put(ready_canvas(aspects=needs, commitments=[{"id": "x", "by": "a", "what": "Call"}], review={}))
    tab = Tab(canvas="test-canvas", step=step, promise="x", more="cost")
    if step == "aspects":
        tab.fill(True, "arrange", kind="toggle")
    if step == "value":
        tab.press("enter-a").press("uncover")
    tab.enter(value, *key, kind=kind).press(leave)
    assert get(desk.read("test-canvas"), path) == kept


def test_an_edit_that_cannot_be_kept_is_told_on_the_next_page(desk: Desk) -> None:
    """Who leaves with a text that is refused reads so at the top of the page that comes."""
    desk.put(ready_canvas())
    tab = Tab(**HERE).enter("bad\u0007", *WANT).press("step-value")
    assert tab.says("Not saved: the character U+0007 cannot stand in a text: delete it")
    assert not tab.run().says("Not saved")


def test_an_edit_outlives_a_restart_of_the_server(desk: Desk) -> None:
    """What the browser still has to say when the server comes back is saved, after a template was taken too."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    tab.choose("Real estate & moving", "trade").press("use-move-business-premises")
    tab.enter("move our shop", *WANT)
    tab.restart_server()
    assert desk.read("test-canvas").job.want == "move our shop"
    assert tab.widget("text_input", *WANT).value == "move our shop"


def test_an_edit_of_a_fresh_copy_outlives_a_restart_of_the_server(desk: Desk) -> None:
    """Its fields go by the example's keys still, so what the browser holds reaches the copy and stays on the screen."""
    tab = Tab(canvas=EXAMPLE, step="job").fill("move our shop", *WANT)
    (own,) = desk.own()
    tab.enter("our lease ends soon", *WHEN).restart_server()
    assert desk.own() == [own]
    kept = desk.read(own)
    assert (kept.job.want, kept.job.when) == ("move our shop", "our lease ends soon")
    assert tab.widget("text_input", *WHEN).value == "our lease ends soon"


def test_a_change_that_changes_nothing_is_not_saved(desk: Desk) -> None:
    """Spaces around what stands there already make no new revision."""
    desk.put(ready_canvas())
    before = desk.everything()
    Tab(**HERE).fill(" our lease ends ", *WHEN)
    assert desk.everything() == before


def test_a_change_that_the_disk_refuses_is_told(desk: Desk) -> None:
    """Where the folder is gone one place says so on every page until it is saved; what was typed stays, all of it."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    shutil.rmtree(desk.canvases)
    tab.fill("move our shop", *WANT)
    assert tab.says("is not saved.** What you typed is in this window alone.")
    assert tab.says("no canvas goes by 'test-canvas'")
    assert tab.says("not saved")
    assert tab.widget("text_input", *WANT).value == "move our shop"
    tab = tab.go(canvas="test-canvas", step="aspects").press("remove", "need-1")
    assert tab.says("is not saved.**")
    assert tab.run().says("is not saved.**"), "until it is"
    desk.put(ready_canvas())
    tab.press("try-again")
    assert not tab.says("is not saved.**")
    kept = desk.read("test-canvas")
    assert (kept.job.want, [need.id for need in kept.aspects if need.id == "need-1"]) == ("move our shop", [])
    shutil.rmtree(desk.canvases)


@pytest.mark.parametrize("step", ["parties", "job", "aspects", "overlap", "value", "commitments", "sign"])
def test_every_page_says_what_is_not_saved(step: str, desk: Desk) -> None:
    """Each step, the list and the page that checks sheets have the one box, with its ways out."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    away = _refuse(desk)
    tab.fill("move our shop", *WANT)
    for page in ({"canvas": "test-canvas", "step": step}, {}, {"check": "sheet"}):
        tab.go(**page)
        assert "unsaved" in tab.blocks(), page
        assert tab.says("Try again")
        assert tab.says("Download it")
    away.rename(desk.canvases)
    tab.press("try-again")
    assert "unsaved" not in tab.blocks()
    assert desk.read("test-canvas").job.want == "move our shop"
    assert "canvas" not in tab.url, "who tries again stays where that was"


def test_what_is_not_saved_outlives_the_next_meeting(desk: Desk) -> None:
    """Begun anew or opened, another canvas takes nothing away: what was refused is offered there, as what it is."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    newer = desk.file("test-canvas").read_text(encoding="utf-8").replace("jtbd.canvas/1", "jtbd.canvas/9")
    old = desk.file("test-canvas").read_text(encoding="utf-8")
    desk.file("test-canvas").write_text(newer, encoding="utf-8")
    tab.fill("move our shop", *WANT).press("home")
    tab.labelled("text_input", "Theirs").set_value("Copper Fox")
    tab.click("Start a meeting")
    assert tab.says("Harbour Estates × Northline Cabling is not saved.**")
    assert not tab.says("was changed in another window")
    tab.fill("Ida Marlow", "text", "parties", "a", "person")
    assert desk.read(tab.url["canvas"]).parties.a.person == "Ida Marlow"
    tab.click("Try again")
    assert tab.says("this version reads up to jtbd.canvas/1")
    desk.file("test-canvas").write_text(old, encoding="utf-8")
    tab.click("Try again")
    assert not tab.says("is not saved.**")
    assert desk.read("test-canvas").job.want == "move our shop"


def test_what_is_not_saved_is_there_when_it_is_opened_again(desk: Desk) -> None:
    """Its page shows what was typed, not what is on disk, and saves it with the next change."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    other = desk.put(canvas(id="other"))
    aside = desk.file("test-canvas").rename(desk.file("test-canvas").with_name("aside"))
    tab.fill("move our shop", *WANT)
    tab.go(canvas=other, step="job")
    assert tab.widget("text_input", *WANT).value == ""
    assert tab.says("is not saved.**")
    aside.rename(desk.file("test-canvas"))
    tab.go(**HERE)
    assert tab.widget("text_input", *WANT).value == "move our shop"
    tab.fill("our lease runs out", *WHEN)
    assert not tab.says("is not saved.**")
    assert desk.read("test-canvas").job.want == "move our shop"


def test_an_example_that_cannot_be_copied_is_kept_elsewhere_under_an_id_of_its_own(desk: Desk, tmp_path: Path) -> None:
    """What lies elsewhere afterwards is a canvas of the person's, which can be changed."""
    desk.canvases.symlink_to(tmp_path / "a stick" / "that is not here")
    tab = Tab(canvas=EXAMPLE, step="job").fill("move our shop", *WANT)
    assert tab.says("is not saved.**")
    stick = tmp_path / "stick é"
    tab.labelled("text_input", "Folder").set_value(str(stick))
    tab.click("Save a copy there")
    (file,) = stick.rglob("canvas.yaml")
    kept = canvas_from_bytes(file.read_bytes(), str(file))
    assert kept.job.want == "move our shop"
    assert kept.id == file.parent.name
    assert not is_example(kept.id)


def _refuse(desk: Desk) -> Path:
    """Take the folder of canvases away, as a stick that is pulled out; return where it is."""
    return desk.canvases.rename(desk.canvases.with_name("away"))


# ── changed elsewhere ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_both_versions_are_offered_at_once(desk: Desk) -> None:
    """The very change that cannot be saved brings up the choice; the file of the other stays as it is."""
    tab = _conflict(desk)
    theirs = desk.file("test-canvas").read_bytes()
    tab.fill("mine", *WANT)
    assert "conflict" in tab.blocks()
    assert tab.says("Harbour Estates × Northline Cabling was changed in another window or by another program.")
    assert tab.says("not saved")
    assert desk.file("test-canvas").read_bytes() == theirs


def test_the_version_on_disk_can_be_opened(desk: Desk) -> None:
    """The fields show it, and editing goes on from there."""
    tab = _conflict(desk)
    tab.fill("mine", *WANT).press("theirs")
    assert tab.widget("text_input", *WANT).value == "theirs"
    assert "conflict" not in tab.blocks()
    tab.fill("agreed", *WANT)
    assert desk.read("test-canvas").job.want == "agreed"


def test_ones_own_version_can_be_kept_with_every_change_since(desk: Desk) -> None:
    """All that was typed after the conflict, fields and buttons alike, is in the copy; the other version stays too."""
    tab = _conflict(desk)
    tab.fill("mine", *WANT).fill("later", *WHEN)
    tab.go(canvas="test-canvas", step="aspects").press("remove", "need-6")
    assert "conflict" in tab.blocks()
    tab.press("mine")
    copied = desk.read(tab.url["canvas"])
    assert copied.id != "test-canvas"
    assert (copied.job.want, copied.job.when) == ("mine", "later")
    assert copied.aspect("need-6") is None
    assert desk.read("test-canvas").job.want == "theirs"
    assert "conflict" not in tab.blocks()


def test_the_choice_outlives_leaving_the_page(desk: Desk) -> None:
    """Home and back, or into another canvas: the version that was not saved is still offered."""
    tab = _conflict(desk)
    tab.fill("mine", *WANT).press("home")
    tab.press("open-test-canvas").go(**HERE)
    assert tab.widget("text_input", *WANT).value == "mine"
    tab.go(canvas=desk.put(canvas(id="other")), step="job")
    assert tab.says("Harbour Estates × Northline Cabling was changed in another window")
    tab.press("mine")
    assert desk.read(tab.url["canvas"]).job.want == "mine"
    assert sorted(desk.own())[-2:] == ["other", "test-canvas"]


def test_a_choice_that_fails_is_told(desk: Desk) -> None:
    """Where the version on disk is gone by now, the page says so and offers both still."""
    tab = _conflict(desk)
    tab.fill("mine", *WANT)
    shutil.rmtree(desk.canvases)
    tab.press("theirs")
    assert tab.says("no canvas goes by 'test-canvas'")
    assert "conflict" in tab.blocks()


def test_answers_that_cannot_be_saved_bring_up_the_choice(desk: Desk) -> None:
    """In a private turn too, where an answer redraws no more than the grid."""
    desk.put(ready_canvas(rating={}))
    tab = Tab(canvas="test-canvas", step="aspects", view="rate").press("turn-a")
    tab.fill(True, "plain-fields", kind="toggle")
    desk.put(ready_canvas(rating={}, revision=7))
    (importance,) = [box for box in tab.app.selectbox if (box.key or "").endswith("-need-1-a-importance")]
    importance.set_value(0)
    tab.run()
    assert "conflict" in tab.blocks()
    assert tab.press("theirs").says("Hand the laptop to Ana")


def _conflict(desk: Desk) -> Tab:
    """Return a tab on a canvas whose file somebody else has changed since."""
    desk.put(ready_canvas())
    tab = Tab(**HERE)
    mine = ready_canvas()
    desk.put(mine.revise(revision=7, job=mine.job.revise(want="theirs")))
    return tab
