"""The sheet as a model: parts that do not fit each other are refused."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from jtbd.model.sheet import CommitmentContent
from tests.support import sheets


def _changed(**changes: Any) -> dict[str, Any]:
    return {**sheets.draft().commitment.dump(), **changes}


def test_a_frozen_content_is_valid() -> None:
    """What freezing makes comes back from its plain data."""
    content = sheets.draft(money=True).commitment

    assert CommitmentContent.model_validate(content.dump()) == content


@pytest.mark.parametrize(
    "changes",
    [
        {"parties": sheets.draft().commitment.dump()["parties"][::-1]},
        {"parties": sheets.draft().commitment.dump()["parties"][:1]},
        {"required": ["a"]},
        {"required": ["b", "a"]},
        {"required": []},
        {"commitments": []},
        {"commitments": [sheets.draft().commitment.dump()["commitments"][0]] * 2},
        {"aspects": []},
        {"aspects": [*sheets.draft().commitment.dump()["aspects"], {"id": "more", "text": "More"}]},
        {"aspects": sheets.draft().commitment.dump()["aspects"] * 2},
        {"roles": {"a": {"role": "refer"}, "b": {"role": "contribute"}}},
        {"overlap": {**sheets.draft().commitment.dump()["overlap"], "total": 47}},
        {"overlap": {**sheets.draft().commitment.dump()["overlap"], "contested": 4.0}},
        {"overlap": {**sheets.draft().commitment.dump()["overlap"], "verdict": "fine"}},
        {"id": "mfrggzdfmztwq2lknnwg23tpob"},
        {"id": "MFRGGZDFMZTWQ2LKNNWG23TPOA"},
        {"seal": "G0LHG4ElcoYXpxL4bbOyv36E_rsihKtomj_coXbAWmZ"},
        {"binding": "maybe"},
        {"confidential": 1},
        {"format": "jtbd.commitment-sheet/2"},
        {"value": {"currency": "EUR", "digits": 2, "a": {"alone": 1.5}, "b": {}}},
        {"value": {"currency": "EUR", "digits": 2, "a": {"notice": -1}, "b": {}}},
        {"value": {"currency": "EUR", "a": {}, "b": {}}},
        {"more": 1},
    ],
)
def test_what_does_not_fit_is_refused(changes: dict[str, Any]) -> None:
    """Parties out of order, doubled ids, needs that nobody serves, sums that do not add up, bad ids are refused."""
    with pytest.raises(ValidationError):
        CommitmentContent.model_validate(_changed(**changes))


@pytest.mark.parametrize(
    ("name", "organisation", "full", "short"),
    [
        ("Ana", "Harbour", "Ana (Harbour)", "Harbour"),
        ("Ana", None, "Ana", "Ana"),
        ("Harbour", "Harbour", "Harbour", "Harbour"),
    ],
)
def test_names(name: str, organisation: str | None, full: str, short: str) -> None:
    """A party is called by its organisation, and in full by its person with the organisation where they differ."""
    party = sheets.draft().commitment.parties[0].revise(name=name, organisation=organisation)

    assert (party.full_name, party.short_name) == (full, short)
