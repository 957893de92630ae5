"""`jtbd due`, `jtbd kept` and `jtbd partners`: what becomes of what two have signed on the command line."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any, Final

import pytest
from scipy.stats import beta

from jtbd.i18n import PSEUDO
from jtbd.store.codec import canvas_from_bytes, canvas_to_text
from tests.support.builders import ready_canvas
from tests.support.commands import Laptop, owner
from tests.support.spoken import faults

SIGNED: Final = dt.date.today()  # noqa: DTZ011 - the day on which the command line signs
ID: Final = "harbour-northline"


def day(after: int) -> str:
    """Return a day so many days after the signature, as files have it."""
    return (SIGNED + dt.timedelta(days=after)).isoformat()


PROMISES: Final = (
    {"id": "intro", "by": "a", "what": "Introduce Bea to three tenants", "every": {"weeks": 1}, "serves": ["need-1"]},
    {"id": "survey", "by": "b", "what": "Survey “two” floors", "due": day(10), "serves": ["need-2"]},
    {"id": "call", "by": "b", "what": "Call back", "trigger": "a tenant signs", "serves": ["need-2"]},
)


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A laptop with one canvas that both have signed by the command line, in the canvas's own folder."""
    made = owner(tmp_path)
    folder = made.canvases / ID
    folder.mkdir(parents=True)
    canvas = ready_canvas(id=ID, commitments=PROMISES, meetings=(), review={"every": {"weeks": 2}})
    (folder / "canvas.yaml").write_text(canvas_to_text(canvas), encoding="utf-8")
    assert made.run("sheet", ID, "--out", folder).code == 0
    for party in ("a", "b"):
        assert made.run("sign", folder / "draft-1.yaml", "--party", party).code == 0
    return made


def write(laptop: Laptop, *entries: str) -> None:
    """Write entries into the canvas's ledger by hand."""
    file = laptop.canvases / ID / "canvas.yaml"
    text = file.read_text(encoding="utf-8").replace("format: jtbd.canvas/1\n", "format: jtbd.canvas/1.1\n")
    file.write_text(text + "ledger:\n" + "".join(f"- {entry}\n" for entry in entries), encoding="utf-8")


def said(after: int, by: str, rest: str) -> str:
    """Return an entry as a person writes it."""
    return f'{{at: "{day(after)}T12:00:00+00:00", by: {by}, {rest}}}'


def items(laptop: Laptop, *words: str) -> list[tuple[Any, ...]]:
    """Return what `due --json` says: promise, day, state, whether silence decided."""
    answer = laptop.run("due", "--json", *words)
    assert answer.code == 0, answer.err
    return [(item["promise"], item["for"], item["state"], item["unconfirmed"]) for item in answer.json["items"]]


def test_what_is_due_as_of_a_day(laptop: Laptop) -> None:
    """Due, overdue and done are told; with --all what is ahead and settled, too."""
    write(laptop, said(9, "b", f'promise: survey, for: "{day(10)}", is: done, note: both floors'))
    assert items(laptop, "--on", day(6)) == []
    assert items(laptop, "--on", day(14)) == [
        ("intro", day(7), "overdue", False),
        ("survey", day(10), "done", False),
        ("intro", day(14), "ahead", False),
    ]
    everything = items(laptop, "--on", day(40), "--all")
    assert everything[:3] == [
        ("intro", day(7), "broken", True),
        ("survey", day(10), "kept", True),
        ("intro", day(14), "overdue", False),
    ]
    assert everything[-1] == ("intro", day(42), "ahead", False)


def test_the_object_is_the_documented_one(laptop: Laptop) -> None:
    """Each item says the canvas, the sheet's number, the promise, who gave it, its day, its state and its words."""
    answer = laptop.run("due", "--json", "--all", "--on", day(8), "--party", "northline-cabling")
    assert answer.json["on"] == day(8)
    assert answer.json["items"][1] == {
        "canvas": ID,
        "sheet": 1,
        "promise": "survey",
        "by": "b",
        "for": day(10),
        "state": "ahead",
        "unconfirmed": False,
        "what": "Survey “two” floors",
    }


def test_whose_promises(laptop: Laptop) -> None:
    """`me` is what the owner promised; a party goes by its id or a name of it; nobody else is anybody."""
    assert {item[0] for item in items(laptop, "--on", day(11), "--party", "me")} == {"intro"}
    assert {item[0] for item in items(laptop, "--on", day(11), "--party", " NORTHLINE  cabling")} == {"intro", "survey"}
    answer = laptop.run("due", "--party", "kestrel")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines()[0] == "jtbd: nobody here goes by “kestrel”"
    assert "northline-cabling" in answer.err


def test_a_word_is_written_and_counts(laptop: Laptop) -> None:
    """`jtbd kept` appends an entry, tells what became of the promise, and the next look tells it too."""
    answer = laptop.run("kept", ID, "survey", "--by", "b", "--is", "done", "--on", day(3), "--note", "both floors")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"survey, {day(10)}: done, waits for the other’s word\n"
    answer = laptop.run(
        "kept", laptop.canvases / ID, "survey", "--by", "a", "--is", "satisfied", "--on", day(11), "--json"
    )
    assert answer.json["item"]["state"] == "kept"
    file = laptop.canvases / ID / "canvas.yaml"
    canvas = canvas_from_bytes(file.read_bytes(), "canvas.yaml")
    assert [(entry.status, entry.by, entry.note) for entry in canvas.ledger] == [
        ("done", "b", "both floors"),
        ("satisfied", "a", None),
    ]
    assert "ledger:\n- {" in file.read_text(encoding="utf-8")
    assert ("survey", day(10), "kept", False) in items(laptop, "--all", "--on", day(12))


def test_a_move_is_proposed_and_agreed(laptop: Laptop) -> None:
    """The giver proposes a new day and the receiver agrees: it counts neither way, and goes on there."""
    moved = ("kept", ID, "survey", "--by", "b", "--is", "renegotiated", "--due", day(20), "--on", day(4))
    assert laptop.run(*moved).code == 0
    assert laptop.run("kept", ID, "survey", "--by", "a", "--is", "agreed", "--on", day(5)).code == 0
    found = [item for item in items(laptop, "--all", "--on", day(21)) if item[0] == "survey"]
    assert found == [("survey", day(10), "moved", False), ("survey", day(20), "overdue", False)]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("other", "--by", "a", "--is", "done"), "has the promise other"),
        (("survey", "--by", "a", "--is", "done"), "only party b, the giver of this promise"),
        (("survey", "--by", "b", "--is", "satisfied"), "only party a, who receives this promise"),
        (("survey", "--by", "a", "--is", "agreed"), "nothing to agree to"),
        (("survey", "--by", "b", "--is", "done", "--for", day(11)), "is no day on which survey is due"),
        (("survey", "--by", "b", "--is", "renegotiated"), "needs its new day"),
        (("intro", "--by", "a", "--is", "done", "--on", day(15)), "is due on several days"),
    ],
)
def test_what_cannot_be_said_is_not_written(laptop: Laptop, words: tuple[str, ...], why: str) -> None:
    """The wrong side, another day, nothing to agree to: it is told, ends with 2, and the file stays as it is."""
    before = (laptop.canvases / ID / "canvas.yaml").read_bytes()
    answer = laptop.run("kept", ID, *words)
    assert (answer.code, answer.out) == (2, "")
    assert why in answer.err
    assert (laptop.canvases / ID / "canvas.yaml").read_bytes() == before


def test_a_ledger_that_cannot_be_meant_is_named_with_its_line(laptop: Laptop) -> None:
    """File and line of each faulty entry are told, and the other canvases all the same; so does `jtbd check`."""
    write(
        laptop,
        said(9, "a", f'promise: survey, for: "{day(10)}", is: done'),
        said(9, "b", f'promise: survey, for: "{day(11)}", is: done'),
    )
    answer = laptop.run("due", "--json")
    assert (answer.code, answer.json["items"]) == (2, [])
    lines = (laptop.canvases / ID / "canvas.yaml").read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines, 1) if "promise: survey, for" in line)
    assert f"line {first}, column" in answer.err
    assert f"line {first + 1}, column" in answer.err
    checked = laptop.run("check", laptop.canvases / ID)
    assert (checked.code, f"line {first}, column" in checked.out) == (1, True)


def test_partners(laptop: Laptop) -> None:
    """Reliability is by the beta formula over what is settled, health has its reason, and too few give no number."""
    words = [said(7 * week, "b", f'promise: intro, for: "{day(7 * week)}", is: satisfied') for week in (1, 2, 3)]
    write(laptop, *words, said(28, "b", f'promise: intro, for: "{day(28)}", is: dissatisfied'))
    (found,) = laptop.run("partners", "--json", "--on", day(29)).json["partners"]
    weights = [2 ** (-(29 - 7 * week) / 365) for week in (1, 2, 3, 4)]
    kept, broken = sum(weights[:3]), weights[3]
    mine = found["reliability"]["mine"]
    assert (mine["kept"], mine["broken"]) == (3, 1)
    assert mine["weighted_kept"] == pytest.approx(kept, rel=1e-12)
    assert mine["estimate"] == pytest.approx((kept + 1) / (kept + broken + 2), rel=1e-12)
    assert mine["low"] == pytest.approx(beta.ppf(0.05, kept + 1, broken + 1), rel=1e-9)
    assert mine["high"] == pytest.approx(beta.ppf(0.95, kept + 1, broken + 1), rel=1e-9)
    theirs = found["reliability"]["theirs"]
    assert (theirs["kept"], theirs["estimate"], theirs["low"], theirs["high"]) == (0, None, None, None)
    assert (found["party"], found["names"]) == ("northline-cabling", ["Northline Cabling"])
    assert (found["health"], found["cadence_days"], found["contact"]) == ("red", 14, day(28))
    assert "Survey" in found["reason"]
    told = laptop.run("partners", "northline-cabling", "--on", day(29)).out
    assert "My promises: 3 of 4 kept; " in told
    assert "Theirs: 0 of 0 kept, too few to say more" in told


def test_who_is_who_is_in_the_network(laptop: Laptop) -> None:
    """`network.yaml` says ids, other names, cadence and contacts; a faulty one is named with its line."""
    network = laptop.canvases / "network.yaml"
    network.write_text(
        "format: jtbd.network/1\nparties:\n- {id: cablers, name: Northline, also: [NORTHLINE CABLING], "
        f'cadence: {{weeks: 6}}, contacts: [{{on: "{day(40)}", how: call}}]}}\n',
        encoding="utf-8",
    )
    (found,) = laptop.run("partners", "--json", "--on", day(41)).json["partners"]
    assert (found["party"], found["cadence_days"], found["contact"]) == ("cablers", 42, day(40))
    assert found["names"] == ["Northline", "NORTHLINE CABLING", "Northline Cabling"]
    network.write_text("format: jtbd.network/1\npartys: []\n", encoding="utf-8")
    answer = laptop.run("partners")
    assert (answer.code, answer.out) == (2, "")
    assert "line 2, column 1: partys: unknown field: did you mean parties?" in answer.err
    network.write_text("format: jtbd.network/2\n", encoding="utf-8")
    assert "line 1 says format jtbd.network/2" in laptop.run("due").err


def test_nothing_is_signed(tmp_path: Path) -> None:
    """Without a canvas nothing is due, nobody is a partner, and both say so."""
    empty = owner(tmp_path)
    assert empty.run("due").out == "Nothing is due.\n"
    assert empty.run("partners").out == "There are no saved canvases yet.\n"
    assert empty.run("due", "--json").json["items"] == []


def test_all_of_it_is_said(laptop: Laptop) -> None:
    """What is due, what becomes of it, who is reliable, and what cannot be said: every word is in the catalogue."""
    commands: tuple[tuple[str, ...], ...] = (
        ("due", "--all"),
        ("due",),
        ("due", "--on", day(20)),
        ("due", "--party", "zzz"),
        ("partners",),
        ("kept", ID, "survey", "--by", "b", "--is", "renegotiated"),
        ("kept", ID, "survey", "--by", "b", "--is", "renegotiated", "--due", day(12)),
        ("kept", ID, "survey", "--by", "a", "--is", "agreed"),
        ("kept", ID, "survey", "--by", "a", "--is", "done"),
        ("kept", ID, "intro", "--by", "a", "--is", "done"),
        ("kept", ID, "nothing", "--by", "a", "--is", "done"),
        ("kept", ID, "call", "--by", "a", "--is", "released"),
        ("due", "--all", "--on", day(20)),
        ("partners", "--on", day(60)),
    )
    own = {ID, "northline-cabling", "Northline Cabling", *(str(said) for one in PROMISES for said in one.values())}
    for words in commands:
        answer = laptop.run(*words, JTBD_LANGUAGE=PSEUDO)
        columns = re.sub(" {2,}", "\n", answer.out + answer.err)
        assert faults(columns, own={*own, "jtbd:", "zzz", "me,", "nothing"}) == [], words
