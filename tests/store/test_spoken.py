"""What is wrong with a file is said in whole sentences, each from the catalogue."""

from __future__ import annotations

import datetime as dt
import errno
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from pydantic import ValidationError

from jtbd.disk import refusals
from jtbd.errors import CannotWrite, FaultyFile, JtbdError
from jtbd.i18n import PSEUDO, speaking
from jtbd.model.currency import unpayable
from jtbd.model.mark import unmeant
from jtbd.model.objection import objection
from jtbd.model.sheet import Sheet
from jtbd.store.codec import canvas_from_bytes
from jtbd.store.complaints import complaints
from jtbd.store.folder.canvases import FolderStore
from jtbd.store.folder.places import too_long
from jtbd.store.profile import profile_from_bytes
from jtbd.templates.reading import parse
from jtbd.yamltext import read
from tests.support import sheets
from tests.support.builders import canvas
from tests.support.spoken import faults

HEAD: Final = "format: jtbd.canvas/1\nid: x\n"
NEED: Final = "aspects:\n- id: one\n  dimension: functional\n  text: Find premises\n"
PROMISE: Final = "commitments:\n- id: one\n  by: a\n  what: Call Bea\n"
CANVASES: Final = (
    *("", "no canvas", "- one\n", "format: jtbd.canvas/3\n", "format: something\nid: x\n", "id: x\n", "\0\0\0\0"),
    *(f"{HEAD}{lines}" for lines in ("colour: red\n", "titel: one\n", "title: 4\n", "title: [a]\n")),
    *(
        f"{HEAD}{lines}"
        for lines in ("revision: soon\n", "revision: -1\n", "archived: 1\n", "archived:\n", "meetings: 1\n")
    ),
    *(f"{HEAD}{lines}" for lines in ("parties: none\n", "job:\n", "rating: {mode: loud}\n", "choice: {a: apart}\n")),
    f"{HEAD}title: {'x' * 300}\n",
    f"{HEAD}title: {'x' * 1500}{'̈' * 40}\n",
    f'{HEAD}title: "one\\ttwo"\n',
    f'{HEAD}title: "one\\u202etwo"\n',
    f"{HEAD}id: Big House\n",
    f"{HEAD}meetings:\n- {{started: 2026-11-22, planned_minutes: 700}}\n- {{started: '2026-13-22T09:30:00Z'}}\n",
    *(
        f'{HEAD}created: "{time}"\n'
        for time in (
            *(
                "yesterday",
                "2026-02-30T09:30:00Z",
                "2026-11-22T25:30:00Z",
                "2026-11-22T09:61:00Z",
                "2026-11-22T09:30:61Z",
            ),
            *("2026-11-22T09:30:00+01:60", "2026-11-22T09:30:00+24:00", "٢٠٢٦-11-22T09:30:00Z"),
        )
    ),
    f"{HEAD}created: 4\n",
    *(
        f"{HEAD}parties: {{a: {{hourly_rate: {{amount: {amount}, currency: EUR}}}}}}\n"
        for amount in (
            *('"12,5"', '"1.200,50"', '"-12"', "12", '"1 200"', '"0.125"'),
            *('"twelve"', '"12.345.67"', '"1.200 mil"', '"40–50k"', '"$40"', '"2 mil"'),
        )
    ),
    f"{HEAD}parties: {{a: {{hourly_rate: {{amount: '12', currency: euro}}}}}}\n",
    f"{HEAD}parties: {{a: {{hourly_rate: {{amount: '12.5', currency: JPY}}}}}}\n",
    f"{HEAD}value: {{currency: XYZ, a: {{alone: '99999999999999'}}}}\n",
    f"{HEAD}value: {{currency: EUR, a: {{alone: '99999999999999'}}}}\n",
    *(
        f"{HEAD}{NEED}  a: {{importance: {said}}}\n"
        for said in ("8", '"3"', "vital", "9/10", "70 %", "a lot", "2.5", "4000")
    ),
    f"{HEAD}{NEED}  a: {{stance: maybe}}\n  line: {{rule: one}}\n",
    f"{HEAD}{NEED}- id: one\n  dimension: else\n  text: Twice\n",
    *(
        f"{HEAD}{PROMISE}  {line}\n"
        for line in (
            *(
                "due: soon",
                "due: 2026-12-15",
                'due: "2026-02-30"',
                'due: "2026-13-01"',
                'due: "1999-01-01"',
                "serves: [two]",
            ),
            *("every: {weeks: 6, days: 1}", "every: {weeks: 0}", "every: {weeks: 1000}", "kind: gift", "due: {a: 1}"),
        )
    ),
    # what no strict reader takes
    f"{HEAD}title: no\n",
    f"{HEAD}title: ~\nid: 12:30\n",
    f"{HEAD}title: 0x1\nrevision: 99999999999999999999\n",
    f"{HEAD}title: 2026-11-22\nid: =\n",
    f"{HEAD}title: &name one\njob: *name\n",
    f"{HEAD}title: !!str one\n1: one\n? [a]\n: one\n*name : b\n",
    f"{HEAD}job:\n  <<: {{when: now}}\n",
    f"{HEAD}title: one\ntitle: two\n{'x' * 300}: 1\n",
    f"%YAML 1.1\n---\n{HEAD}---\nb: 2\n",
    f"{HEAD}a: b: c\n",
    *(
        f"{HEAD}{line}\n"
        for line in (
            *(
                "a:\n\t- b",
                "a: @b",
                "a: 'b",
                "a: [1, 2",
                "a: {b: 1",
                'a: "\\q"',
                "a: 1\n- b",
                "a: - b",
                "word\nother: 1",
            ),
            *('a: "\\ud800\\uffff9"', "a: !x!y z", "%YAML 3.0\n---\na: 1", " b: 1\na: 2", "- a\nb: 1", "a: 'b' c"),
        )
    ),
    f"{HEAD}<<<<<<< mine\ntitle: one\n=======\ntitle: two\n>>>>>>> theirs\n",
    "x" * (1 << 20 | 1),
    "\x01" * 30,
    f"{HEAD}a: {'[' * 60}\n",
    f"{HEAD}a: [{'~, ' * 200}]\n",
    f"{HEAD}a: [{'1, ' * 120_000}]\n",
)
OWN: Final = re.compile(r"[A-Za-z_]{3,}")
NAMES: Final = (
    *("jtbd.canvas/1.1", "jtbd.canvas/1", "jtbd.profile/1", "functional", "emotional", "social", "commitments"),
    *("choice", "find-premises", "EUR", "canvas.yaml", "mine", "weeks", "days", "months"),
)


def _told(error: JtbdError) -> Iterator[str]:
    if isinstance(error, FaultyFile):
        yield from (fault.message for fault in error.faults)
    else:
        yield error.message
    yield error.remedy


def _wrong(text: str, own: str = "") -> list[str]:
    return faults(text, own=[*NAMES, *(word for word in OWN.findall(own) if len(word) < 60)])


@pytest.mark.parametrize("text", CANVASES, ids=lambda text: ascii(text.removeprefix(HEAD)[:30]))
def test_all_that_is_wrong_with_a_canvas_is_said(text: str) -> None:
    """Each fault of a canvas, of its YAML and of its fields, is said whole, and so is what to do."""
    with speaking(PSEUDO), pytest.raises(JtbdError) as caught:
        canvas_from_bytes(text.encode(errors="surrogatepass"), "canvas.yaml", payable=True)

    assert [wrong for told in _told(caught.value) for wrong in _wrong(told, text)] == []


@pytest.mark.parametrize("data", [b"\xff", "a: 1\n".encode("utf-16"), b"format: jtbd.profile/1\nperson: [1]\n", b"- 1"])
def test_all_that_is_wrong_with_a_profile_is_said(data: bytes) -> None:
    """So it is with the owner's own details."""
    with speaking(PSEUDO), pytest.raises(JtbdError) as caught:
        profile_from_bytes(data, "canvas.yaml")

    assert [wrong for told in _told(caught.value) for wrong in _wrong(told)] == []


def test_all_that_is_wrong_with_a_template_is_said() -> None:
    """So it is with a job template, which pydantic's own words are said of."""
    text = "format: jtbd.job-template/1\nid: A\ntitle: ''\njob: 1\naspects: []\nmore: 1\n"
    with speaking(PSEUDO), pytest.raises(FaultyFile) as caught:
        parse(text.encode(), "canvas.yaml")

    assert [wrong for told in _told(caught.value) for wrong in _wrong(told, f"{text} Job")] == []


# ── a sheet's fields ──────────────────────────────────────────────────────────────────────────────────────────────────

CHANGES: Final[tuple[dict[str, Any], ...]] = (
    *({"binding": "perhaps"}, {"confidential": 1}, {"id": "short"}, {"commitments": []}, {"aspects": [{"id": "x"}]}),
    *({"overlap": {"verdict": "unknown", "flags": [], "total": -1}}, {"parties": [{}]}, {"job": {"want": ""}}),
    *({"replaces": None, "open_until": "soon"}, {"open_until": "2026-02-30"}, {"language": "English"}, {"more": 1}),
    *({"required": ["b", "a"]}, {"value": {"currency": "eur", "digits": 9}}, {"roles": []}, {"seal": "x" * 50}),
)


@pytest.mark.parametrize("changes", CHANGES, ids=repr)
def test_all_that_is_wrong_with_a_sheet_is_said(changes: dict[str, object]) -> None:
    """A sheet's fields are complained of in sentences, and by pydantic in what is its own English, said."""
    whole = sheets.draft().dump()
    data = {**whole, "commitment": {**whole["commitment"], **changes}}
    document = read(b"a: 1\n", "sheet.yaml")
    with pytest.raises(ValidationError) as english:
        Sheet.model_validate(data)
    with speaking(PSEUDO), pytest.raises(ValidationError) as caught:
        Sheet.model_validate(data)

    for item in english.value.errors(include_url=False):
        assert objection(item) == item["msg"]
    with speaking(PSEUDO):
        said = [objection(item) for item in caught.value.errors(include_url=False)]
        said += [found.fault.message for found in complaints(caught.value, Sheet, document)]
    own = f"{data} SheetJob SheetRoles CommitmentContent SheetRole SheetParty"
    assert [
        wrong for told in said for wrong in _wrong(told.replace(r"\d", ""), own + " ".join(said_patterns(said)))
    ] == []


def said_patterns(said: list[str]) -> Iterator[str]:
    """Yield the patterns that are quoted in what is said: they are the format's, in any language."""
    for text in said:
        yield from re.findall(r"'(\^[^']*)'", text)


# ── the rest ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EFBIG, errno.ENOTDIR, errno.ENOENT])
def test_what_the_disk_refuses_is_said(number: int, tmp_path: Path) -> None:
    """What the disk says against a write that happens to people is in the catalogue."""
    with speaking(PSEUDO), pytest.raises(CannotWrite) as caught, refusals.refusals_named(tmp_path / "1"):
        raise OSError(number, "as the system says it")

    assert "as the system" not in caught.value.message
    assert "⟦" in caught.value.message


def test_what_cannot_be_paid_or_drawn_is_said() -> None:
    """Amounts, marks and paths that are too long are said whole."""
    with speaking(PSEUDO):
        said = [unpayable(*pair) for pair in ((Decimal("0.125"), "EUR"), (Decimal("1.5"), "JPY"))]
        said += [unpayable(Decimal("1.00005"), "KWD"), unmeant("M0 0L1 0", 400), unmeant("M1 1M2 2")]
        said += [too_long(Path("/" + "x" * 200), windows=True)]
    assert all(said)
    assert [wrong for told in said for wrong in faults(told, own=["x" * 200, "EUR", "JPY", "KWD"])] == []


def test_a_list_speaks_the_language_of_who_looks(tmp_path: Path) -> None:
    """What is wrong with a canvas in the list is said in the language of each who looks, though it is read once."""
    store = FolderStore(tmp_path, None, lambda: dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    store.create(canvas(id="one"))
    (tmp_path / "one" / "canvas.yaml").write_text(f"{HEAD}title: no\n")
    english = store.summaries()[0].fault
    with speaking(PSEUDO):
        pseudo = store.summaries()[0].fault
    assert english
    assert pseudo
    assert "put it in quotes" in english
    assert "⟦" in pseudo
