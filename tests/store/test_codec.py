"""Canvas ⇄ text: nothing is lost, the layout is the documented one, and every fault is told at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import given, settings, strategies as st

from jtbd.errors import FaultyFile, NewerFormat, UnreadableFile
from jtbd.model import Answers, Canvas, Clock, Kind, Meeting, Parties, Party, Stance, Value
from jtbd.model.text import FIRST_DAY, LAST_DAY
from jtbd.store.codec import SCHEMA_LINE, canvas_from_bytes, canvas_to_text
from tests.support.builders import canvas, large_canvas, ready_canvas
from tests.support.places import GOLDEN

CANVAS: Final = GOLDEN / "canvas.yaml"
HEAD: Final = "format: jtbd.canvas/1\nid: x\n"


def faults(text: str) -> list[str]:
    """Return every fault of a faulty canvas as it is printed."""
    with pytest.raises(FaultyFile) as caught:
        canvas_from_bytes(text.encode(), "canvas.yaml")
    return [str(fault) for fault in caught.value.faults]


# ── what is written is read back ──────────────────────────────────────────────────────────────────────────────────────

words = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\u202a\u202b\u202c\u202d\u202e"),
    max_size=25,
).filter(lambda text: not set(text) & set("\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff"))
lines = st.none() | words | st.sampled_from(["no", "12:30", "1e3", "2026-11-22", "~", "a: b", "# x", "true", "{a}"])
answers = st.fixed_dictionaries(
    {}, optional={"importance": st.none() | st.integers(0, 3), "stance": st.none() | st.sampled_from(Stance)}
)


def _after_the_coffee() -> dict[str, st.SearchStrategy[Any]]:
    """Return what is kept once a sheet is signed, each as a person may have it or not."""
    at = {"at": "2027-01-05T09:12:00+01:00", "by": "a"}
    said = {"promise": "one", "for": "2026-12-15", "is": "done", "note": "three sent"}
    moved = {**at, "promise": "one", "is": "renegotiated", "due": "2027-02-15"}
    worth = {"amount": "8400.00", "currency": "EUR"}
    referral = {
        "id": "kestrel",
        "from": "a",
        "customer": "Kestrel Foods",
        "needs": ["plan"],
        "promise": "one",
        "terms": "ten per cent",
        "through": {"canvas": "other", "referral": "first"},
        "log": [{**at, "is": "made"}, {**at, "is": "won", "worth": worth}, {**at, "is": "turned-down"}],
    }
    return {
        "job": st.just({"want": "move", "template": "move-business-premises"}),
        "met": st.sampled_from([{}, {"through": {"canvas": "other"}, "note": "spring breakfast"}]),
        "ledger": st.lists(st.sampled_from([{**at, **said}, moved]), max_size=3),
        "referrals": st.lists(st.just(referral), max_size=1),
        "outcomes": st.lists(st.just({**at, "is": "together", "note": "well"}), max_size=2),
    }


@st.composite
def canvases(draw: st.DrawFn) -> Canvas:
    """Return any canvas, some fields given, some not."""
    ids = draw(st.lists(st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), unique=True, max_size=5))
    aspects = [
        draw(
            st.fixed_dictionaries(
                {"id": st.just(each), "dimension": st.sampled_from(["functional", "social"]), "text": words},
                optional={"a": answers, "b": answers, "line": st.just({"lead": "a"})},
            )
        )
        for each in ids
    ]
    party = st.fixed_dictionaries({}, optional={"organisation": lines, "person": lines, "offers": lines})
    fields: dict[str, Any] = {
        "title": lines,
        "revision": st.integers(0, 99),
        "created": st.sampled_from(["2026-11-22T09:30:00+01:00", "1999-01-01T00:00:00Z", None]),
        "archived": st.booleans(),
        "parties": st.fixed_dictionaries({}, optional={"a": party, "b": party}),
        "job": st.fixed_dictionaries({}, optional={"when": lines, "want": lines, "so_that": lines}),
        "missing": st.lists(st.fixed_dictionaries({"aspects": st.just(ids), "who": lines}), max_size=2),
        "commitments": st.lists(
            st.fixed_dictionaries(
                {"id": st.just("one"), "by": st.just("b"), "what": words},
                optional={
                    "kind": st.sampled_from(Kind),
                    "serves": st.just(ids),
                    "due": st.dates(FIRST_DAY, LAST_DAY).map(str),
                    "every": st.just({"weeks": 6}),
                },
            ),
            max_size=1,
        ),
        "choice": st.fixed_dictionaries({}, optional={"a": st.sampled_from(["instead", "apart"]), "b": st.none()}),
        **_after_the_coffee(),
        "value": st.just({"currency": "EUR", "a": {"alone": "40000"}, "four": {"a": {"civic": {"score": 1}}}}),
    }
    given_fields = draw(st.fixed_dictionaries({}, optional=fields))
    return Canvas.model_validate({"format": "jtbd.canvas/1", "id": "any", "aspects": aspects, **given_fields})


@given(canvases())
@settings(max_examples=80, deadline=None)
def test_reading_gives_what_was_written(any_canvas: Canvas) -> None:
    """A canvas survives its text, and so does the text."""
    text = canvas_to_text(any_canvas)
    read = canvas_from_bytes(text.encode(), "canvas.yaml")
    assert read == any_canvas
    assert canvas_to_text(read) == text


def test_the_documented_example_survives_byte_for_byte(golden: Callable[[str, bytes], None]) -> None:
    """The example of the file format is laid out as this program lays it out."""
    read = canvas_from_bytes(CANVAS.read_bytes(), "canvas.yaml")
    golden("canvas.yaml", canvas_to_text(read).encode())


def test_format_and_id_are_enough() -> None:
    """The smallest canvas is valid and stays as small."""
    assert canvas_to_text(canvas_from_bytes(HEAD.encode(), "canvas.yaml")) == SCHEMA_LINE + HEAD


@pytest.mark.parametrize(
    "made",
    [
        canvas(aspects=()),
        large_canvas(200),
        ready_canvas(),
        canvas(parties=Parties(a=Party(organisation="株式会社日本"), b=Party(person="सुनीता", organisation="بيت"))),
        canvas(title="Ωμέγα – ไทย – 🙂"),
        canvas(meetings=(Meeting(started="2026-11-22T09:30:00Z", clock=Clock()),)),  # type: ignore[arg-type]
    ],
    ids=["no aspects", "200 aspects", "every step", "names in any script", "title in any script", "bare clock"],
)
def test_unusual_canvases_survive(made: Canvas) -> None:
    """Empty, large, full and foreign canvases are read back as they were."""
    assert canvas_from_bytes(canvas_to_text(made).encode(), "canvas.yaml") == made


def test_blanks_are_left_out_and_what_was_given_stays() -> None:
    """A blanked field leaves no trace; a field that was given at its default stays, as a clock that stands still."""
    made = canvas(
        title=None,
        archived=False,
        aspects=[{"id": "one", "dimension": "social", "text": "Be seen", "a": Answers(stance=None)}],
        meetings=[{"started": "2026-11-22T09:30:00+01:00", "clock": {"running_since": None}}],
        parties=Parties(),
        value=Value(a={}),  # type: ignore[arg-type]
    )
    assert canvas_to_text(made).removeprefix(SCHEMA_LINE) == (
        "format: jtbd.canvas/1\n"
        "id: test-canvas\n"
        "archived: false\n"
        "meetings:\n"
        '- started: "2026-11-22T09:30:00+01:00"\n'
        "  clock: {running_since: null}\n"
        "aspects:\n"
        "- id: one\n"
        "  dimension: social\n"
        "  text: Be seen\n"
    )


def test_text_is_normalised() -> None:
    """Text that looks the same is the same: NFC on the way in."""
    assert canvas_from_bytes(f"{HEAD}title: Cafe\u0301\n".encode(), "canvas.yaml").title == "Caf\u00e9"


# ── faults ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_five_mistakes_are_five_faults_with_their_lines() -> None:
    """What YAML, a field and the rules between fields refuse is told in one report."""
    text = (
        "format: jtbd.canvas/1\n"
        "id: x\n"
        "title: 12:30\n"
        "aspects:\n"
        "- id: one\n"
        "  dimension: funktional\n"
        "  text: Move\n"
        "  weight: 3\n"
        "- id: one\n"
        "  dimension: social\n"
        "  text: Be seen\n"
        "commitments:\n"
        "- id: first\n"
        "  by: a\n"
        "  what: Call\n"
        "  serves: [nine]\n"
    )
    assert faults(text) == [
        'line 3, column 8: title: some readers take 12:30 for another number: put it in quotes, as "12:30"',
        "line 6, column 14: aspects[0].dimension: must be one of functional, emotional, social",
        "line 8, column 3: aspects[0].weight: unknown field: known here are id, dimension, step, text, a, b, line",
        "line 9, column 7: aspects[1].id: one is used twice: give each its own id",
        "line 16, column 12: commitments[0].serves[0]: no aspect has the id nine",
    ]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("titel: x", "line 3, column 1: titel: unknown field: did you mean title?"),
        ("parties: {b: {organization: x}}", "line 3, column 15: parties.b.organization: unknown field: did you mean"),
        ('revision: "3"', "line 3, column 11: revision: must be a whole number without quotes"),
        ("revision: -1", "line 3, column 11: revision: must be 0 or more"),
        ("archived: 0", "line 3, column 11: archived: must be true or false, without quotes"),
        ("title: 12", 'line 3, column 8: title: must be text: put it in quotes, as "12"'),
        ("title: true", 'line 3, column 8: title: must be text: put it in quotes, as "true"'),
        ("title: [x]", "line 3, column 8: title: must be text on one line"),
        ('title: "a\\nb"', "line 3, column 8: title: must be one line without tabs"),
        (f"title: {'x' * 201}", "line 3, column 8: title: must have at most 200 characters, not 201"),
        ("created: 2026-11-22", 'line 3, column 10: created: must be a time with its zone, as "2026-11-22T09:30'),
        ('updated: "2026-02-30T09:00:00Z"', "line 3, column 10: updated: must be a day and time that exist: day value"),
        ("parties: {a: x}", "line 3, column 14: parties.a: must hold fields of its own, as name: value"),
        ("parties:", "line 3, column 9: parties: must hold fields of its own, as name: value; or delete the line"),
        ("aspects: {a: x}", "line 3, column 10: aspects: must be a list: a line each, beginning with a dash"),
        ("aspects: [{dimension: social, text: x}]", "line 3, column 11: aspects[0].id: is missing: add id:"),
        ("aspects: [{id: a, text: x}]", "aspects[0].dimension: is missing: add dimension: with one of functional, emo"),
        ("aspects: [{id: a, dimension: social, text: }]", "aspects[0].text: must be text: write some, or delete the"),
        ("aspects: [{id: A b, dimension: social, text: x}]", "aspects[0].id: must be lower-case letters a to z, digi"),
        ("review: {every: {days: 1, weeks: 2}}", "review.every: must give exactly one of days, weeks, months"),
        ("review: {next: 20261215}", 'review.next: must be a quoted date, as "2026-12-15"'),
        ("value: {currency: euro}", "value.currency: must be the three capital letters of a currency, as EUR"),
        ('value: {a: {alone: "1,000"}}', "value.a.alone: must be an amount in quotes with a point and no thousands"),
        ('value: {a: {notice: "-5"}}', "value.a.notice: must be an amount of nought or more in quotes"),
        ("meetings: [{started: x, planned_minutes: 700}]", "meetings[0].planned_minutes: must be 600 or less"),
        ("archived: no", "line 3, column 11: archived: must be true or false, without quotes"),
        ("title: *x", "line 3, column 8: title: references (*name) are not read: write the value out"),
    ],
)
def test_each_fault_says_what_to_write(lines: str, fault: str) -> None:
    """A fault names line, column and field, and says in plain words what belongs there."""
    assert any(fault in found for found in faults(f"{HEAD}{lines}\n"))


def test_one_place_has_one_fault() -> None:
    """Of a doubtful word and a wrong value in one place, the more useful is told."""
    assert len(faults(f"{HEAD}archived: no\n")) == 1
    assert len(faults(f"{HEAD}title: *x\n")) == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "line 1, column 1: a canvas is made of lines such as name: value, the first being format: jtbd.canvas/1"),
        ("\0" * 300, "line 1, column 1: there is nothing in the file but zeros"),
        ("- a\n- no\n", "line 1, column 1: a canvas is made of lines"),
        ("id: x\n", "line 1, column 1: format: is missing: add format: jtbd.canvas/1"),
        ("format: jtbd.canvs/1\nid: x\n", "line 1, column 9: format: must be one of jtbd.canvas/1, jtbd.canvas/1.1"),
        ("format: jtbd.canvas/0\nid: x\n", "line 1, column 9: format: must be one of jtbd.canvas/1, jtbd.canvas/1.1"),
        ("format: jtbd.canvas/1\n", "line 1, column 1: id: is missing: add id:"),
    ],
)
def test_says_how_a_canvas_begins(text: str, fault: str) -> None:
    """A file that is no canvas, or does not say so, is told what its first lines are."""
    assert any(found.startswith(fault) for found in faults(text))


def test_a_choice_makes_it_the_newer_format() -> None:
    """A file has the lowest format that has all its fields: with a choice `/1.1`, and `/1` once it is taken back."""
    made = canvas(choice={"a": "apart"})
    assert "format: jtbd.canvas/1.1\n" in canvas_to_text(made)
    assert "choice: {a: apart}\n" in canvas_to_text(made)
    blank = made.revise(choice=made.choice.revise(a=None))
    assert "format: jtbd.canvas/1\n" in canvas_to_text(blank)
    assert canvas_from_bytes(b"format: jtbd.canvas/1.1\nid: x\n", "canvas.yaml").format == "jtbd.canvas/1"


def test_a_field_of_a_newer_format_is_told_with_its_line() -> None:
    """What an older version would not read is a fault in a file that says it is for older versions."""
    (fault,) = faults(f"{HEAD}choice: {{a: apart, b: apart}}\n")
    assert fault == ("line 3, column 1: choice: came with jtbd.canvas/1.1: write that as the format in line 1")


@pytest.mark.parametrize("newer", ["jtbd.canvas/1.2", "jtbd.canvas/2", "jtbd.canvas/12.3"])
def test_a_newer_file_is_newer_not_faulty(newer: str) -> None:
    """A newer minor or major is refused as newer, whatever else is in the file."""
    with pytest.raises(NewerFormat, match=newer):
        canvas_from_bytes(f"format: {newer}\nid: x\nreferrals: [no]\n".encode(), "canvas.yaml")


def test_what_is_no_text_is_unreadable() -> None:
    """A file that is not UTF-8 text is named as unreadable."""
    with pytest.raises(UnreadableFile, match="not UTF-8"):
        canvas_from_bytes(b"\xff\xfe", "canvas.yaml")


def test_a_syntax_error_is_told_with_the_faults_before_it() -> None:
    """Where the file stops being YAML, the fault says so in plain words."""
    assert faults(f"{HEAD}title: no\njob: [\nx: }}\n")[0].startswith("line 3, column 8: title")
    assert len(faults(f"{HEAD}title: no\njob: [\nx: }}\n")) == 2


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_any_damage_gives_a_canvas_or_a_named_failure(data: st.DataObject) -> None:
    """Whatever is done to a file, the answer is a canvas or faults with their lines, never a crash."""
    text = bytearray(CANVAS.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        end = start + data.draw(st.integers(0, 12))
        text[start:end] = data.draw(
            st.sampled_from([b"", b"\n", b"  ", b": ", b"- ", b'"', b"no", b"&a ", b"[", b"}", b"\xff"])
        )
    try:
        canvas_from_bytes(bytes(text), "canvas.yaml")
    except FaultyFile as error:
        assert all(fault.line > 0 and fault.column > 0 for fault in error.faults)  # noqa: PT017 - a canvas is as good
    except UnreadableFile as error:
        assert "line" in error.message  # noqa: PT017 - likewise


@settings(max_examples=40, deadline=None)
@given(canvases(), st.data())
def test_what_was_written_before_does_not_show(document: Canvas, data: st.DataObject) -> None:
    """A part that is remembered from an earlier save is written as if it never had been."""
    canvas_to_text(document)
    aspects = data.draw(st.permutations(document.aspects))
    changed = document.revise(revision=document.revision + 1, aspects=tuple(aspects[1:]), commitments=())
    anew = Canvas.model_validate_json(changed.model_dump_json(exclude_unset=True))
    assert canvas_to_text(changed) == canvas_to_text(anew)
