"""Who is who in a library: one id for each party, and nothing merged that nobody said."""

from __future__ import annotations

from random import Random

from hypothesis import given, strategies as st

from jtbd.model.network import Network
from jtbd.network import ME, directory
from jtbd.network.identity import key

_NAMES = st.lists(st.text(min_size=1, max_size=20).filter(key), max_size=12)


@given(_NAMES)
def test_equal_names_are_one_party_and_others_are_not(names: list[str]) -> None:
    """Two are the same where NFKC, case and white space leave no difference; each other one has an id of its own."""
    found = directory(Network(), names)
    for one in names:
        for two in names:
            assert (found.of(one) == found.of(two)) == (key(one) == key(two))
    assert ME not in found.names


@given(_NAMES, st.randoms(use_true_random=False))
def test_the_order_of_canvases_changes_no_id(names: list[str], random: Random) -> None:
    """A library read in another order has the same parties under the same ids."""
    mixed = [*names]
    random.shuffle(mixed)
    assert directory(Network(), mixed).ids == directory(Network(), names).ids


def test_a_party_is_known_by_what_was_said_of_it() -> None:
    """What the owner said is the same goes by one id, with all its names; a branch nobody spoke of is another."""
    network = Network.model_validate(
        {"parties": [{"id": "cablers", "name": "Northline Cabling", "also": ["NORTHLINE CABLING LTD.", "Northline"]}]}
    )
    found = directory(network, ["northline  CABLING", "Northline Cabling Oslo", "Ｎorthline"])
    assert found.of("Northline Cabling Ltd.") == found.of("Ｎorthline") == "cablers"
    assert found.of("Northline Cabling Oslo") == "northline-cabling-oslo"
    assert found.asked("cablers") == found.asked("northline") == "cablers"
    assert found.asked("somebody") is None
    assert found.names["cablers"][0] == "Northline Cabling"


def test_names_in_no_latin_letters_have_ids_too() -> None:
    """A firm whose name leaves no letter of ASCII goes by an id that is the same on every look."""
    found = directory(Network(), ["東京商会", "北線"])
    ids = {found.of("東京商会"), found.of("北線")}
    assert len(ids) == 2
    assert ids == {directory(Network(), ["北線", "東京商会"]).of(name) for name in ("東京商会", "北線")}
