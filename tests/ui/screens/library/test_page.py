"""The list of canvases, and checking a signed sheet from anywhere."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import Final

import pytest

from jtbd.sign.sheet.content import sheet_yaml
from tests.support import sheets
from tests.support.builders import canvas, party, ready_canvas
from tests.support.screens import Desk, Tab

EXAMPLE: Final = "example-harbour-estates-northline-cabling"
RECORD: Final = {"number": 1, "id": "x", "content_hash": "y", "state": "complete"}


# ── the list ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_empty_app_offers_a_meeting_and_the_examples(desk: Desk) -> None:
    """Without canvases of one's own there are three examples to look around in, and nothing is written."""
    tab = Tab()
    assert sum(key.startswith("card-example-") for key in tab.blocks()) == 3
    assert not tab.says("Your meetings")
    assert tab.says(f"Everything stays on this laptop, in {desk.canvases}.")
    assert not desk.canvases.exists()


@pytest.mark.skipif(os.name == "nt", reason="nobody writes ~ there")
def test_a_folder_of_ones_own_is_called_as_people_call_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where canvases are kept under one's home, the list says so in short, and in pictures nobody's name is shown."""
    monkeypatch.setenv("HOME", str(desk.canvases.parent))
    assert Tab().says("Everything stays on this laptop, in ~/canvases.")


def test_starting_a_meeting_makes_a_canvas_named_after_both(desk: Desk) -> None:
    """The URL names it, the first step is open, both organisations stand in it."""
    tab = Tab()
    tab.labelled("text_input", "Your organisation").set_value("Harbour Estates")
    tab.labelled("text_input", "Theirs").set_value(" Northline Cabling ")
    tab.click("Start a meeting")
    (made,) = desk.own()
    assert re.fullmatch("[0-9-]{10}-harbour-estates-northline-cabling-[a-z2-7]{4}", made)
    assert tab.url == {"canvas": made, "step": "parties"}
    assert desk.read(made).parties.b.organisation == "Northline Cabling"
    assert tab.widget("text_input", "text", "parties", "b", "organisation").value == "Northline Cabling"


def test_three_minutes_begin_with_the_job(desk: Desk) -> None:
    """The URL names the short meeting, of three steps, and the whole one is a click away with all that was said."""
    tab = Tab()
    tab.labelled("text_input", "Theirs").set_value("Northline Cabling")
    tab.click("Three minutes only")
    assert (tab.url["step"], tab.url["short"]) == ("job", "1")
    assert _steps(tab) == ["job", "aspects", "overlap"]
    tab.fill("move our business", "text", "job", "want").press("lengthen")
    assert (tab.url["step"], "short" in tab.url) == ("job", False)
    assert len(_steps(tab)) == 7
    assert desk.read(tab.url["canvas"]).job.want == "move our business"
    assert tab.widget("text_input", "text", "job", "want").value == "move our business"


def test_a_short_meeting_survives_a_reload_and_goes_on_as_a_whole_one(desk: Desk) -> None:
    """After its last step the whole meeting goes on, and so it does for who opens another step of it."""
    desk.put(ready_canvas())
    tab = Tab(canvas="test-canvas", step="overlap", short="1")
    assert _steps(Tab(**tab.url)) == ["job", "aspects", "overlap"]
    assert tab.press("next").url == {"canvas": "test-canvas", "step": "value"}
    assert Tab(canvas="test-canvas", step="sign", short="1").url == {"canvas": "test-canvas", "step": "sign"}


def test_a_short_meeting_goes_from_the_job_to_the_rating(desk: Desk) -> None:
    """Where there are needs, as after a template, the list of them is passed over."""
    tab = Tab(canvas=desk.put(ready_canvas()), step="job", short="1").press("next")
    assert (tab.url["step"], tab.url["view"]) == ("aspects", "rate")
    assert Tab(canvas=desk.put(canvas(id="bare")), step="job", short="1").press("next").url["step"] == "aspects"


def test_a_whole_meeting_can_be_cut_short(desk: Desk) -> None:
    """At the table, too: the first step offers it."""
    desk.put(canvas())
    tab = Tab(canvas="test-canvas", step="parties").press("shorten")
    assert (tab.url["step"], tab.url["short"]) == ("job", "1")


def test_a_name_that_cannot_be_kept_starts_no_meeting(desk: Desk) -> None:
    """The page says what to delete, and no folder is made."""
    tab = Tab()
    tab.labelled("text_input", "Theirs").set_value("North\u0007line")
    tab.click("Start a meeting")
    assert tab.says("the character U+0007 cannot stand in a text: delete it")
    assert not desk.canvases.exists()


def test_the_host_is_remembered(desk: Desk) -> None:
    """The next meeting begins with the host of the last."""
    desk.put(ready_canvas(parties={"a": party("a"), "b": party("b")}))
    tab = Tab()
    assert tab.labelled("text_input", "Your organisation").value == "Harbour Estates"
    tab.labelled("text_input", "Theirs").set_value("Copper Fox")
    tab.click("Start a meeting")
    assert desk.read(tab.url["canvas"]).parties.a == party("a")


def test_the_next_meeting_is_filled_in_with_what_was_said_of_oneself(desk: Desk) -> None:
    """All of party a, as last said in a meeting of one's own; the rate waits until it is asked for."""
    tab = Tab()
    tab.labelled("text_input", "Your organisation").set_value("Quay Street")
    tab.labelled("text_input", "Theirs").set_value("Copper Fox")
    tab.click("Start a meeting")
    tab.press("more-mail").press("more-cost").fill("90", "rate", "a")
    said = {"person": "Ida Marlow", "title": "owner", "offers": "fit-outs", "email": "ida@quay.example"}
    for name, text in said.items():
        tab.fill(text, "text", "parties", "a", name)
    tab.press("home")
    assert tab.labelled("text_input", "Your organisation").value == "Quay Street"
    tab.labelled("text_input", "Theirs").set_value("Northline Cabling")
    tab.click("Start a meeting").press("more-mail")
    for name, text in {"organisation": "Quay Street", **said}.items():
        assert tab.widget("text_input", "text", "parties", "a", name).value == text
    assert desk.read(tab.url["canvas"]).parties.a.hourly_rate is None
    tab.press("more-cost")
    assert tab.widget("text_input", "rate", "a").value == "90"


def test_a_canvas_of_somebody_else_says_nothing_of_oneself(desk: Desk) -> None:
    """Neither an example, nor its copy, nor a canvas with another host changes what the next meeting begins with."""
    tab = Tab()
    tab.labelled("text_input", "Your organisation").set_value("Quay Street")
    tab.click("Start a meeting")
    tab.fill("Ida Marlow", "text", "parties", "a", "person")
    remembered = (desk.config / "profile.yaml").read_bytes()
    tab.go(canvas=EXAMPLE, step="parties").fill("director", "text", "parties", "a", "title")
    tab.fill("house agency", "text", "parties", "a", "offers")
    brought = desk.put(canvas(id="brought", parties={"a": {"organisation": "Tallboy", "person": "Max Tallboy"}}))
    tab.go(canvas=brought, step="parties").fill("owner", "text", "parties", "a", "title")
    assert desk.read(brought).parties.a.title == "owner"
    assert (desk.config / "profile.yaml").read_bytes() == remembered
    assert tab.press("home").labelled("text_input", "Your organisation").value == "Quay Street"


def test_a_profile_that_cannot_be_read_blocks_no_meeting(desk: Desk) -> None:
    """The first screen names file, line and what to do, and a meeting begins."""
    file = desk.config / "profile.yaml"
    desk.config.mkdir()
    file.write_text("format: jtbd.profile/1\ntitel: owner\n", encoding="utf-8")
    tab = Tab()
    assert tab.says("profile.yaml: 1 fault")
    assert tab.says("line 2, column 1: titel: unknown field: did you mean title?")
    assert tab.says("Correct the lines named above, or delete the file")
    tab.click("Start a meeting").fill("Ida Marlow", "text", "parties", "a", "person")
    assert desk.read(tab.url["canvas"]).parties.a.person == "Ida Marlow"
    assert "titel: owner" in file.read_text(encoding="utf-8")


def test_a_canvas_is_opened_where_it_stands(desk: Desk) -> None:
    """It opens at the first step that is not done; one with everything done but signing opens there."""
    desk.put(ready_canvas())
    tab = Tab().press("open-test-canvas")
    assert tab.url == {"canvas": "test-canvas", "step": "sign"}
    assert tab.press("home").press(f"open-{EXAMPLE}").url["canvas"] == EXAMPLE


def test_a_meeting_is_told_at_a_glance(desk: Desk) -> None:
    """Its row says who with whom, the job, when, what it came to and what was signed; or where the two go on."""
    record = {"number": 1, "id": "x", "content_hash": "y", "state": "complete"}
    desk.put(ready_canvas(sheets=[record], updated=dt.datetime.now().astimezone()))
    desk.put(canvas(id="begun", parties={"a": {"organisation": "Quay Street"}, "b": {"organisation": "Tallboy"}}))
    tab = Tab()
    assert tab.says("complete each other")
    assert tab.says("today  \n1 sheet signed")
    assert tab.says("**Quay Street × Tallboy**")
    assert tab.says("goes on at 2, Job")


def test_each_is_opened_where_one_wants_to_be(desk: Desk) -> None:
    """An example opens at its verdict, a signed meeting at what was promised, any other where it stopped."""
    desk.put(ready_canvas(id="signed", sheets=[RECORD]))
    desk.put(canvas(id="begun", parties={"a": {"organisation": "Quay Street"}, "b": {"organisation": "Tallboy"}}))
    tab = Tab()
    for name, step in ((EXAMPLE, "overlap"), ("signed", "commitments"), ("begun", "job")):
        assert tab.press(f"open-{name}").url == {"canvas": name, "step": step}
        tab.press("home")


def test_a_row_is_one_button_that_goes_by_the_meetings_name(desk: Desk) -> None:
    """Who hears the page hears whom a row is of; names are text, whatever stands in them."""
    desk.put(canvas(id="begun", parties={"a": {"organisation": "**Blumen** Müller"}, "b": {"organisation": "Özdemir"}}))
    button = next(one for one in Tab().app.button if one.key == "open-begun")
    assert button.label == r"**\*\*Blumen\*\* Müller × Özdemir**"
    assert not button.help


def test_a_meeting_is_called_otherwise(desk: Desk) -> None:
    """The name is kept at once, a blank one leaves the parties' names, and what cannot be kept is said."""
    desk.put(canvas(id="begun", parties={"a": {"organisation": "Blumen Müller"}, "b": {"organisation": "Özdemir"}}))
    tab = Tab().press("manage-begun")
    tab.labelled("text_input", "Name of this meeting").set_value(" Hochzeiten im Frühling ")
    assert tab.click("Keep this name").says("**Hochzeiten im Frühling**")
    assert desk.read("begun").title == "Hochzeiten im Frühling"
    assert "managed" not in tab.blocks()
    tab.press("manage-begun").labelled("text_input", "Name of this meeting").set_value("North\u0007line")
    assert tab.click("Keep this name").says("the character U+0007 cannot stand in a text")
    tab.labelled("text_input", "Name of this meeting").set_value("")
    assert tab.click("Keep this name").says("**Blumen Müller × Özdemir**")
    assert desk.read("begun").title is None


def test_a_meeting_is_thrown_away_and_brought_back(desk: Desk) -> None:
    """At once by Undo, later from “Thrown away”, which says for how long it is kept."""
    desk.put(canvas(id="begun", title="Hochzeiten im Frühling"))
    before = desk.file("begun").read_bytes()
    tab = Tab().press("manage-begun").press("throw-begun")
    assert "card-begun" not in tab.blocks()
    assert tab.says("Thrown away: Hochzeiten im Frühling")
    tab.press("throw-undo")
    assert "card-begun" in tab.blocks()
    assert desk.file("begun").read_bytes() == before
    tab.press("manage-begun").press("throw-begun")
    tab = Tab()
    assert "just-thrown" not in tab.blocks()
    tab.labelled("toggle", "Thrown away · 1").set_value(True)
    assert tab.run().says("**Hochzeiten im Frühling**")
    assert tab.says("kept for 30 more days")
    assert "card-begun" in tab.press("restore-0").blocks()
    assert desk.file("begun").read_bytes() == before
    assert not [one for one in tab.app.toggle if one.key == "show-thrown"]


def test_a_signed_meeting_says_so_before_it_goes(desk: Desk) -> None:
    """What it holds is said where it is thrown away, and it is kept for good."""
    desk.put(ready_canvas(sheets=[RECORD]))
    sheet = desk.file("test-canvas").with_name("sheet-1.yaml")
    sheet.write_text("a sheet", encoding="utf-8")
    tab = Tab().press("manage-test-canvas")
    assert tab.says("It holds 1 sheet signed by both")
    assert tab.says("no sheet in it is ever deleted")
    tab.press("throw-test-canvas").labelled("toggle", "Thrown away · 1").set_value(True)
    assert tab.run().says("kept for good: it holds sheets")
    assert tab.press("throw-undo").says("1 sheet signed")
    assert sheet.read_text(encoding="utf-8") == "a sheet"


def test_what_another_window_changed_is_not_thrown_away(desk: Desk) -> None:
    """The list says so and goes on; and what is open in another window is told there that it is gone."""
    desk.put(canvas(id="begun"))
    tab, other = Tab().press("manage-begun"), Tab(canvas="begun", step="job")
    other.fill("die Küche planen", "text", "job", "want")
    assert tab.press("throw-begun").says("was changed elsewhere")
    assert "card-begun" in tab.blocks()
    tab.press("manage-begun").press("throw-begun")
    assert "card-begun" not in tab.blocks()
    assert other.fill("die Küche umbauen", "text", "job", "want").says("not saved")
    tab.press("throw-undo")
    assert not other.fill("die Küche ausbauen", "text", "job", "want").says("not saved")
    assert desk.read("begun").job.want == "die Küche ausbauen"


def test_examples_are_neither_renamed_nor_thrown_away(desk: Desk) -> None:
    """They belong to the program."""
    assert not desk.canvases.exists()
    assert not [one for one in Tab().app.button if str(one.key).startswith("manage-")]


def test_no_row_tells_what_is_behind_the_curtain(desk: Desk) -> None:
    """While one of the two is not ready, the list shows no verdict and no split."""
    desk.put(ready_canvas(rating={"mode": "private", "ready": {"a": True}}))
    tab = Tab()
    assert tab.says("goes on at 3, Needs")
    assert sum(text == "complete each other" for text in tab.texts()) == 1, "an example's, and no other"


def test_many_meetings_are_drawn_when_asked_for(desk: Desk) -> None:
    """The latest twelve show at once, the others behind one switch."""
    for number in range(15):
        desk.put(canvas(id=f"meeting-{number:02}", title=f"Meeting {number}"))
    tab = Tab()
    assert sum(key.startswith("card-meeting-") for key in tab.blocks()) == 12
    tab.labelled("toggle", "3 more").set_value(True)
    assert sum(key.startswith("card-meeting-") for key in tab.run().blocks()) == 15


def test_reopening_shows_what_is_on_disk(desk: Desk) -> None:
    """What another program wrote meanwhile is shown when the canvas is opened again, not what the tab remembers."""
    desk.put(ready_canvas())
    tab = Tab(canvas="test-canvas", step="job")
    tab.press("home")
    desk.put(ready_canvas(title="Written meanwhile", revision=5))
    assert tab.press("open-test-canvas").says("Written meanwhile")


def test_a_faulty_canvas_is_listed_with_its_faults(desk: Desk) -> None:
    """It cannot be opened, the list says why, and every other canvas can."""
    desk.put(canvas(title="Sound"))
    file = desk.file("broken")
    file.parent.mkdir()
    file.write_text("format: jtbd.canvas/1\nid: broken\nrevison: 3\n", encoding="utf-8")
    tab = Tab()
    assert not tab.broken()
    assert tab.says("**broken** cannot be opened")
    assert tab.says("line 3")
    assert tab.says("**Sound**")


def test_a_file_that_was_set_aside_is_named(desk: Desk) -> None:
    """Where a file became faulty under an open canvas, saving keeps it beside the canvas, and the list says so."""
    desk.put(ready_canvas())
    tab = Tab(canvas="test-canvas", step="job")
    desk.file("test-canvas").write_text("half a fi", encoding="utf-8")
    tab.fill("move our shop", "text", "job", "want")
    assert desk.read("test-canvas").job.want == "move our shop"
    assert tab.press("home").says("Set aside, in its folder: canvas.set-aside-1.yaml")


def test_two_folders_of_one_id_break_no_list(desk: Desk) -> None:
    """The one that is named after the id counts, the other is named, and a canvas with that one's name is listed."""
    for folder, canvas_id in (("x", "y"), ("y", "y"), ("z", "x")):
        desk.put(canvas(id=canvas_id, title=f"In {folder}"))
        desk.file(canvas_id).parent.rename(desk.canvases / f"{folder}-")
    for folder in "xyz":
        (desk.canvases / f"{folder}-").rename(desk.canvases / folder)
    tab = Tab()
    assert not tab.broken()
    assert sum("cannot be opened" in text for text in tab.texts()) == 1
    assert tab.says("x is another version of it")
    assert tab.says("**In z**")


# ── what the URL names ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("named", ["no-such-canvas", "", "../../etc", "**x**"])
def test_an_unknown_canvas_in_the_url_leads_back(named: str) -> None:
    """The page says that there is none of that name, and has a way back to the list."""
    tab = Tab(canvas=named, step="job")
    assert not tab.broken()
    assert tab.says(f"no canvas goes by {named!r}")
    tab.press("home-again")
    assert tab.url == {}
    assert tab.says("Do you two serve the same job?")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format: jtbd.canvas/1\nid: test-canvas\nrevison: 3\n", "line 3"),
        ("format: jtbd.canvas/9\nid: test-canvas\n", "this version reads up to"),
        ("[", "fault"),
        ("", "fault"),
    ],
)
def test_a_faulty_canvas_in_the_url_leads_back(text: str, said: str, desk: Desk) -> None:
    """The page names file, line and remedy, writes nothing, and has a way back to the list."""
    desk.put(canvas())
    desk.file("test-canvas").write_text(text, encoding="utf-8")
    before = desk.everything()
    tab = Tab(canvas="test-canvas", step="job")
    assert not tab.broken()
    assert tab.says(said)
    assert desk.everything() == before
    assert tab.press("home-again").url == {}


def test_an_unknown_step_in_the_url_opens_the_first_that_is_not_done(desk: Desk) -> None:
    """A step of no meeting is passed over."""
    assert Tab(canvas=desk.put(canvas()), step="dance").url["step"] == "parties"


# ── checking a sheet ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_sheet_that_holds_is_said_to_hold() -> None:
    """Complete, with who signed, when and with which key."""
    tab = _dropped(sheet_yaml(sheets.complete()))
    assert {"outcome-complete"} <= tab.blocks()
    assert tab.says("✓ complete")
    assert tab.says("Ana Ruiz (Harbour Estates) signed on")


def test_a_sheet_that_was_tampered_with_is_refused_in_words() -> None:
    """One changed word breaks the hash, and the page says which rule failed."""
    tab = _dropped(sheet_yaml(sheets.complete()).replace(b"one-page plan", b"two-page plan"))
    assert "outcome-invalid" in tab.blocks()
    assert tab.says("✗ invalid")
    assert tab.says("hash")


def test_a_sheet_with_one_signature_is_said_to_wait() -> None:
    """Incomplete is no failure: the page names who has yet to sign."""
    tab = _dropped(sheet_yaml(sheets.half_signed()))
    assert tab.says("… incomplete")
    assert tab.says("still to sign: Bea Lund")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing", b"\xff\xfe", b"a: [" * 2000])
def test_what_is_no_sheet_is_refused_in_words(data: bytes) -> None:
    """Any other file is invalid, never a failure of the program."""
    tab = _dropped(data)
    assert not tab.broken()
    assert tab.says("✗ invalid")


def _steps(tab: Tab) -> list[str]:
    found = [str(button.key).split("-")[1] for button in tab.app.button if str(button.key).startswith("step-")]
    assert found
    return found


def _dropped(data: bytes) -> Tab:
    tab = Tab(check="sheet")
    tab.app.file_uploader[0].upload("sheet-1.yaml", data)
    return tab.run()
