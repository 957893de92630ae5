"""Fields and the fixed words of the screen are said in the language of the page, whenever they were loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import pytest

from jtbd.i18n import ENGLISH, speaking
from jtbd.model import PARTIES, Canvas, Party, Step as JobStep
from jtbd.ui.fields import cadence, words
from jtbd.ui.fields.names import starting_first_name, starting_organisation
from jtbd.ui.fields.words import Said, first_name, organisation, person, title, title_within
from jtbd.ui.steps import Step
from tests.support.builders import canvas, ready_canvas
from tests.support.screens import Desk, Tab
from tests.support.shown import abroad, wrong
from tests.support.spoken import faults

TABLES: Final[Mapping[str, Said[object]]] = {
    name: table for name, table in vars(words).items() if isinstance(table, Said)
}


@pytest.fixture(autouse=True)
def _abroad(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with abroad(monkeypatch):
        yield


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_each_table_is_said_when_it_is_looked_up(table: Said[object]) -> None:
    """The words of a table follow the language; its keys, which are stored, do not."""
    with speaking(ENGLISH):
        english = dict(table)
    assert {*english} == {*table}
    assert [fault for said in table.values() for fault in faults(said)] == []
    assert all(english[key] != said for key, said in table.items())


def test_the_steps_are_said() -> None:
    """Each step has a name of its own, and one that stands within a sentence."""
    assert [fault for step in Step for fault in faults(step.label)] == []
    with speaking(ENGLISH):
        names = [step.label for step in Step]
        assert names == [step.named for step in Step]
    assert all(step.named not in names for step in Step)
    assert {*words.STEP} == {*JobStep}


def _called(document: Canvas) -> Iterator[str]:
    for call in (first_name, organisation, person, starting_first_name, starting_organisation):
        yield from (call(document, party) for party in PARTIES)


def test_who_has_no_name_has_one_that_fits_into_a_sentence() -> None:
    """What somebody is called who gave no name is said, without brackets of its own; names stay as they are."""
    same = canvas(parties={"a": {"person": "Ana Ruiz"}, "b": {"person": "Ruiz, Ana"}})
    for document in (canvas(), same):
        with speaking(ENGLISH):
            english = [*_called(document)]
        said = [*_called(document)]
        assert said != english
        assert not any("⟦" in name for name in said)
    with speaking(ENGLISH):
        named = [*_called(ready_canvas())]
    assert [*_called(ready_canvas())] == named


def test_a_meeting_without_a_title_is_said() -> None:
    """By itself and within a sentence."""
    assert faults(title(canvas())) == []
    assert "⟦" not in title_within(canvas())
    assert title(ready_canvas()) == title_within(ready_canvas())


def test_what_fields_ask_and_tell_is_said(desk: Desk) -> None:
    """The owner's key and its passphrase, one that was mistyped, days and how often, a currency."""
    document = ready_canvas(
        parties={"a": Party(organisation="0", person="0"), "b": Party(organisation="1", person="1")}
    )
    tab = Tab(canvas=desk.put(document), step="parties", more="mail.cost")
    assert wrong(tab, document) == []
    tab.enter("0", "own-key-early-1").press("own-key-early-button")
    assert wrong(tab, document) == []
    assert [fault for unit in cadence._UNITS.values() for fault in faults(unit.said())] == []
