"""Who owns this laptop: taken from meetings of their own alone, kept in a file, and used for the next one."""

from __future__ import annotations

import datetime as dt
import os
import stat
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from jtbd.errors import FaultyFile, NewerFormat, UnreadableFile
from jtbd.model import Canvas, Money, Party
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.keys import KeyFolder
from jtbd.store.folder.profile import ProfileFile
from jtbd.store.memory import MemoryKeys, MemoryProfile, MemoryStore
from jtbd.store.profile import profile_from_bytes, profile_to_text
from jtbd.store.protocol import Clock
from jtbd.usecases.canvases import library as use
from jtbd.usecases.canvases.profile import charged, follow, remembered, trouble
from jtbd.usecases.home import Home
from tests.support.builders import canvas, ready_canvas
from tests.support.commands import EXAMPLE

START = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
RATE = Money(amount="120.00", currency="EUR")
ANA = Party(
    organisation="Harbour Estates", person="Ana Ruiz", title="partner", email="ana@harbour.example", hourly_rate=RATE
)
TEXT = """\
format: jtbd.profile/1
organisation: Harbour Estates
person: Ana Ruiz
title: partner
email: ana@harbour.example
hourly_rate: {amount: "120.00", currency: EUR}
"""


def _clock() -> Clock:
    """Return a clock that goes on by a minute whenever somebody looks."""
    minutes: Iterator[int] = count()
    return lambda: START + dt.timedelta(minutes=next(minutes))


@pytest.fixture(params=["memory", "folder"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """A laptop with nothing but an example in it."""
    clock, config = _clock(), tmp_path / "config"
    if request.param == "memory":
        return Home(MemoryStore(clock, [ready_canvas(id=EXAMPLE)]), MemoryKeys(), clock, config, MemoryProfile())
    return _in_a_folder(tmp_path)


def _in_a_folder(folder: Path) -> Home:
    clock, config = _clock(), folder / "config"
    return Home(FolderStore(folder / "canvases", None, clock), KeyFolder(config), clock, config, ProfileFile(config))


def _say(home: Home, of: Canvas, **said: Any) -> Canvas:
    """Change party a of a canvas, as the screen does."""
    host = of.parties.a.revise(**said)
    saved = use.save(home, of.revise(parties=of.parties.revise(a=host)), of.revision)
    follow(home, of.parties.a, host)
    return saved


# ── whose details they are ────────────────────────────────────────────────────────────────────────────────────────────


def test_party_a_is_remembered(home: Home) -> None:
    """Who owns the laptop need not say again who they are; party b starts blank."""
    first = use.begin(home, "Harbour Estates", "Northline Cabling")
    _say(home, first, person="Ana Ruiz", offers="commercial estate agency")
    ana = Party(organisation="Harbour Estates", person="Ana Ruiz", offers="commercial estate agency")
    assert remembered(home) == ana
    second = use.begin(home, "Harbour Estates", "Copper Fox")
    assert second.parties.a == ana
    assert second.parties.b == Party(organisation="Copper Fox")


def test_the_host_is_remembered_however_the_name_is_written(home: Home) -> None:
    """Case, blanks and signs that cannot be seen make no other organisation of it."""
    first = use.begin(home, "Smith’s Yard", "Copper Fox")
    ana = _say(home, first, person="Ana Ruiz").parties.a
    assert use.begin(home, "smith's  yard\u200b", "Northline").parties.a == ana


def test_another_host_is_not_the_remembered_one(home: Home) -> None:
    """Who names another organisation for party a does not get the remembered person with it, nor takes their place."""
    _say(home, use.begin(home, "Harbour Estates", "Northline"), person="Ana Ruiz")
    assert use.begin(home, "Quay Street", "Northline").parties.a == Party(organisation="Quay Street")
    assert remembered(home) == Party(organisation="Harbour Estates", person="Ana Ruiz")


def test_whoever_says_a_name_there_is_the_next_one(home: Home) -> None:
    """A meeting begun for another firm is one's own as well, once somebody is named in it who was not."""
    home.profile.save(ANA)
    quay = _say(home, use.begin(home, "Quay Street", "Northline"), person="Max Quay")
    _say(home, quay, title="owner")
    assert remembered(home) == Party(organisation="Quay Street", person="Max Quay", title="owner")


def test_the_latest_counts(home: Home) -> None:
    """While nobody has said a name, the organisation with which the last meeting began; no save of a canvas counts."""
    first, _ = use.begin(home, "One", "x"), use.begin(home, "Two", "x")
    assert remembered(home).organisation == "Two"
    use.save(home, first.revise(title="again"), first.revision)
    assert remembered(home).organisation == "Two"


def test_nobody_is_remembered_from_an_example(home: Home) -> None:
    """The example's party a is not the laptop's owner, nor whoever is changed in a copy of it."""
    assert remembered(home) == Party()
    example = ready_canvas(id=EXAMPLE, parties={"a": ANA})
    copied = use.save(home, example.revise(title="Mine"), example.revision)
    _say(home, copied, title="director")
    assert home.profile.load() is None


@pytest.mark.parametrize(
    "other",
    [
        Party(organisation="Quay Street", person="Max Quay"),
        Party(organisation="Harbour Estates", person="Max Quay"),
        Party(person="Max Quay"),
    ],
    ids=["stranger", "colleague", "no-firm"],
)
def test_a_canvas_of_somebody_else_changes_nothing(other: Party, home: Home) -> None:
    """Where party a is somebody of another name, of the same firm too, it is not the laptop's owner."""
    home.profile.save(ANA)
    brought = home.store.create(canvas(id="brought", parties={"a": other}))
    for said in ({"title": "owner"}, {"email": "max@quay.example"}, {"organisation": "Tallboy"}, {"person": None}):
        brought = _say(home, brought, **said)
        assert remembered(home) == ANA, said


@pytest.mark.parametrize(
    "said",
    [
        {"title": "director"},
        {"email": None},
        {"organisation": "Harbour Estates Ltd"},
        {"person": "Ana Ruiz-Lund"},
        {"hourly_rate": Money(amount="90", currency="CHF")},
    ],
)
def test_only_what_was_changed_is_remembered_anew(said: dict[str, Any], home: Home) -> None:
    """A meeting that does not show the rate keeps it remembered, whatever else of the owner is changed there."""
    home.profile.save(ANA)
    begun = use.begin(home, "Harbour Estates", "Northline")
    assert begun.parties.a == ANA.revise(hourly_rate=None)
    _say(home, begun, **said)
    assert remembered(home) == ANA.revise(**said)


def test_a_blank_meeting_is_filled_in_step_by_step(home: Home) -> None:
    """Who begins without a name and says it later is known by it, and nothing is forgotten on the way."""
    home.profile.save(ANA)
    blank = use.begin(home, "", "Northline")
    assert blank.parties.a == Party()
    titled = _say(home, blank, title="partner")
    _say(home, _say(home, titled, person="Ana Ruiz"), organisation="Harbour Estates")
    assert remembered(home) == ANA


def test_what_the_host_charges_is_remembered(home: Home) -> None:
    """It is the owner's, of their organisation; of another one nothing is known."""
    home.profile.save(ANA)
    assert charged(home, "harbour estates") == RATE
    assert charged(home, "Quay Street") is None


# ── from before there were profiles ───────────────────────────────────────────────────────────────────────────────────


def test_an_older_laptop_hands_over_once(home: Home) -> None:
    """Party a of the latest meeting, with the rate it had last; what is saved in a canvas later changes nothing."""
    host = {"organisation": "Harbour Estates", "person": "Ana Ruiz"}
    home.store.create(canvas(id="rated", parties={"a": {**host, "hourly_rate": RATE}}))
    latest = home.store.create(canvas(id="latest", parties={"a": {**host, "title": "partner"}}))
    known = Party(**host, title="partner", hourly_rate=RATE)
    assert (remembered(home), home.profile.load()) == (known, known)
    home.store.save(latest.revise(parties={"a": {"organisation": "Quay Street"}}), latest.revision)
    assert remembered(home) == known


def test_a_faulty_canvas_is_passed_over(tmp_path: Path) -> None:
    """Party a is remembered past a canvas that cannot be read."""
    home = _in_a_folder(tmp_path)
    home.store.create(canvas(id="fine", parties={"a": {"organisation": "Harbour Estates"}}))
    broken = tmp_path / "canvases" / "broken"
    broken.mkdir()
    (broken / "canvas.yaml").write_text("format: jtbd.canvas/1\nid: broken\ntitel: x\n", encoding="utf-8")
    assert remembered(home).organisation == "Harbour Estates"


# ── the file ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_profile_is_read_as_it_was_written() -> None:
    """It says its format, and what is blank is left out."""
    assert profile_to_text(ANA) == TEXT
    assert profile_from_bytes(TEXT.encode(), "profile.yaml") == ANA
    assert profile_from_bytes(b"format: jtbd.profile/1\n", "profile.yaml") == Party()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format: jtbd.profile/1\ntitel: x\n", "line 2, column 1: titel: unknown field: did you mean title?"),
        ("organisation: Harbour\n", "format: is missing: add format: jtbd.profile/1"),
        ("format: jtbd.canvas/1\n", "line 1, column 9: format: must be jtbd.profile/1"),
        ("format: jtbd.profile/1\nperson: no\n", "line 2, column 9: person: "),
        (
            "format: jtbd.profile/1\nhourly_rate: {amount: 1, currency: EUR}\n",
            "line 2, column 23: hourly_rate.amount: ",
        ),
        ("- x\n", "line 1, column 1: a profile is made of lines such as name: value"),
        ("", "the first being format: jtbd.profile/1"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, said: str) -> None:
    """The error names the file, the line and what to do."""
    with pytest.raises(FaultyFile) as told:
        profile_from_bytes(text.encode(), "config/profile.yaml")
    assert told.value.message.startswith("config/profile.yaml: 1 fault")
    assert said in told.value.message


def test_a_newer_profile_is_told_apart() -> None:
    """What a newer version wrote is no fault."""
    with pytest.raises(NewerFormat, match=r"line 1 says format jtbd\.profile/1\.1; this version reads up to"):
        profile_from_bytes(b"format: jtbd.profile/1.1\nphone: 1\n", "profile.yaml")
    with pytest.raises(UnreadableFile, match="not UTF-8"):
        profile_from_bytes(b"\xff", "profile.yaml")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    """It is readable by nobody else, from the first time on, and so is the folder that is made for it."""
    home = _in_a_folder(tmp_path)
    for title in ("partner", "director"):
        home.profile.save(ANA.revise(title=title))
        assert stat.S_IMODE((tmp_path / "config" / "profile.yaml").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "config").stat().st_mode) == 0o700
    assert [path.name for path in (tmp_path / "config").iterdir()] == ["profile.yaml"]


@pytest.mark.parametrize("text", ["format: jtbd.profile/1\ntitel: x\n", "format: jtbd.profile/2\n", "\0"])
def test_what_cannot_be_read_blocks_no_meeting(text: str, tmp_path: Path) -> None:
    """A meeting begins without it, goes on, and leaves the file as it is; why is told with what to do."""
    home = _in_a_folder(tmp_path)
    home.store.create(canvas(id="older", parties={"a": {"organisation": "Harbour Estates"}}))
    file = tmp_path / "config" / "profile.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    assert remembered(home) == Party()
    assert _say(home, use.begin(home, "Harbour Estates", "x"), person="Ana Ruiz").revision == 2
    assert file.read_text(encoding="utf-8") == text
    assert str(file) in trouble(home)
    file.unlink()
    assert trouble(home) == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_config_folder_that_refuses_blocks_no_meeting(tmp_path: Path) -> None:
    """Where nothing can be kept, a meeting begins and goes on all the same."""
    home = _in_a_folder(tmp_path)
    (tmp_path / "config").write_text("a file where a folder should be", encoding="utf-8")
    assert _say(home, use.begin(home, "Harbour Estates", "x"), person="Ana Ruiz").revision == 2
    assert remembered(home) == Party()
