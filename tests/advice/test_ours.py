"""What in a customer's words may be a party's own: asked about where it is likely, never claimed."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given, settings, strategies as st

from jtbd.advice.advice import AdviceKind, Rule
from jtbd.advice.name_words import is_usual
from jtbd.advice.ours import heads, named, offered
from jtbd.advice.statement import job_advice
from jtbd.advice.vocabulary import COMMONPLACE, found
from jtbd.model import Party
from tests.support.builders import canvas

ASKED: Final = (
    ("Hart Umzüge GmbH", "info@hart-umzuege.example", "Umzüge", "den Hart Umzüge Leuten alles geben", ["Hart Umzüge"]),
    ("Northline Cabling", "bea@northline.example", "office cabling", "move with Northline at our side", ["Northline"]),
    ("Northline Cabling Ltd", "", "office cabling", "have Northline Cabling do it", ["Northline Cabling"]),
    ("Northline Cabling", "", "office cabling", "have good cabling in every room", ["cabling"]),
    ("DeskBuddy AG", "", "desks and chairs", "sit well with DeskBuddy", ["DeskBuddy"]),
    ("Kabel24", "", "Netzwerke", "alles mit Kabel24 regeln", ["Kabel24"]),
    ("Blumen Hübner", "", "Blumen", "auf der Feier frische Blumen haben", ["Blumen"]),
    ("Bloom & Thistle", "", "wedding flowers", "have flowers that last the day", ["flowers"]),
    ("Bloom & Thistle", "", "flowers for weddings", "hire Bloom & Thistle early", ["Bloom & Thistle"]),
    ("Marlow Catering", "", "catering for weddings", "find a catering that we can pay", ["catering"]),
    ("Fernhill Bakery", "", "cakes and bread", "order a cake without nuts", ["cake"]),
    ("Quill Lane Books", "", "bookkeeping for cafés", "pay for bookkeeping by the month", ["bookkeeping"]),
    ("Ostrava Tiles", "", "tiles, grout; tools", "choose tiles without a showroom", ["tiles"]),
    ("Vega Insurance", "", "household insurance", "buy an insurance in an hour", ["insurance"]),
    ("Lumen & Lux", "", "lighting for shops", "get lighting that sells", ["lighting"]),
    ("Tanner Legal", "", "employment contracts", "have contracts that hold", ["contracts"]),
    ("Radhaus Ehrenfeld", "", "E-Bikes und Lastenräder", "die Kinder mit Lastenräder fahren", ["Lastenräder"]),
    ("Petit Four", "", "macarons pour mariages", "offrir des macarons à tous", ["macarons"]),
    ("Kopfsache", "", "hats", "wear Kopfsache every day", ["Kopfsache"]),
    ("佐藤印刷", "", "名刺", "佐藤印刷に頼む", ["佐藤印刷"]),
    ("Ana Ruiz", "", "portrait photography", "have photography that looks like us", ["photography"]),
    ("Glasfaser Nord", "", "Glasfaseranschlüsse", "schnell neue Glasfaseranschlüsse bekommen", ["Glasfaseranschlüsse"]),
    ("Oak & Iron", "", "bespoke staircases", "see staircases before we decide", ["staircases"]),
    ("Pawsome Ltd", "kim@pawsome.example", "dog grooming", "leave the dog at Pawsome at eight", ["Pawsome"]),
)
"""Firm, its e-mail, its offer, what the customer wants, and what is asked about."""

LEFT: Final = (
    ("Köln Umzüge GmbH", "info@koeln-umzuege.example", "private Umzüge", "nach Köln ziehen, ohne Urlaub zu nehmen"),
    ("Köln Umzüge GmbH", "post@koeln.example", "Umzüge", "eine Wohnung in Köln finden"),
    ("Berlin Catering", "berlin@berlin.example", "catering", "feed two hundred guests in Berlin"),
    ("Marlow & Partners LLP", "a@marlow.example", "law firm", "keep the firm out of court in Marlow"),
    ("Marlow Legal", "a@marlow.example", "advice for family firms", "hand the firm on to our daughter"),
    ("Harbour Estates", "ana@harbour.example", "commercial estate agency", "move to a place by the Harbour"),
    ("Harbour Estates", "ana@harbour.example", "commercial estate agency", "buy an estate in the country"),
    ("Bloom & Thistle", "hi@bloom.example", "flowers for weddings", "hold our wedding outdoors in full Bloom"),
    ("Green Garden Care", "hi@garden.example", "garden design", "sit in a Garden that is Green all year"),
    ("Summit Training", "a@summit.example", "training of managers", "have managers who stay, up to the Summit"),
    ("Hart Logistics", "", "removal of office furniture", "have all furniture in its place on Monday"),
    ("Hart Logistics", "", "office moves", "know that we move without a lost day"),
    ("Clean & Co", "", "cleaning offices", "come to tidy offices every morning"),
    ("Dental Tech", "", "software for dental practices", "see more patients in the practices we have"),
    ("Pixel Studio", "", "websites for hotels and restaurants", "fill hotels and restaurants in winter"),
    ("Fit for Work", "", "courses (yoga, pilates)", "do yoga with colleagues"),
    ("Timber Frames Ltd", "", "house building", "live in a house that stays warm"),
    ("Küche & Co", "post@kueche.example", "Küchen nach Maß", "unsere Küche neu einrichten"),
    ("Küche & Co", "", "Küchen nach Maß", "endlich Platz in der alten Küche bekommen"),
    ("Mobilia", "", "office furniture", "move our office furniture without scratches"),
    ("Vets on Wheels", "", "we treat cats at home", "spare the cats a trip"),
    ("Lantern Studio", "", "brand design", "launch in a Studio with a Lantern"),
    ("First Aid Training", "", "first aid courses for schools", "send the children to good schools"),
    ("Atelier Jour", "", "photos de mariage", "vivre notre mariage sans stress"),
    ("Taller Sol", "", "reparación de bicicletas", "ir en bicicletas al trabajo"),
    ("The Moving Company", "", "moving companies to new premises", "find new premises for two companies"),
    ("Good Food Group", "", "meals for the elderly", "give the elderly Good Food"),
    ("May Event Service", "", "events", "hold it in May with all partners"),
    ("Rose Interiors", "", "interiors", "paint the hall in Rose"),
    ("Home", "", "furniture rental", "feel at Home"),
)
"""The same; nothing is asked."""


_OURS = {Rule.PARTY_NAME, Rule.OFFER}


def asked(firm: str, email: str, offer: str, want: str) -> list[str]:
    """Return the words that are asked about in a job, between that firm and one of no name."""
    a = {"organisation": firm, "offers": offer} | ({"email": email} if email else {})
    said = job_advice(canvas(parties={"a": a}, job={"want": want}))
    assert all(advice.kind in {AdviceKind.PARTY_NAME, AdviceKind.OFFER} for advice in said if advice.rule in _OURS)
    return [advice.words for advice in said if advice.rule in _OURS]


def test_the_table_is_as_large_as_it_says() -> None:
    """At least forty pairs of trades and jobs, at least half of which ask nothing."""
    assert len(ASKED) + len(LEFT) >= 40
    assert len(LEFT) >= len(ASKED)


@pytest.mark.parametrize(("firm", "email", "offer", "want", "words"), ASKED)
def test_what_is_likely_to_be_theirs_is_asked_about(
    firm: str, email: str, offer: str, want: str, words: list[str]
) -> None:
    """A whole name, a word that can hardly be another, or the head noun of an offer; as a question."""
    assert asked(firm, email, offer, want) == words


@pytest.mark.parametrize(("firm", "email", "offer", "want"), LEFT)
def test_what_is_the_customers_own_is_left_alone(firm: str, email: str, offer: str, want: str) -> None:
    """A place, a word of every day, a legal form, whom an offer is for, and a verb are nobody's product or name."""
    assert asked(firm, email, offer, want) == []


WORDS: Final = st.lists(
    st.sampled_from(
        [
            "weddings",
            "dentists",
            "offices",
            "Köln",
            "families",
            "schools",
            "cafés",
            "Umzüge",
            "hotels",
            "horses",
            "furniture",
            "cabling",
            "flowers",
            "patients",
            "gardens",
            "lawyers",
            "Hochzeiten",
            "mariages",
        ]
    ),
    min_size=1,
    max_size=4,
)
JOINTS: Final = st.sampled_from([" ", ", ", " and ", " und ", "; ", " & ", " or ", " et "])
FOR: Final = st.sampled_from(["for", "of", "to", "in", "für", "von", "pour", "de", "voor", "para", "at", "with", "FOR"])


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["advice", "cakes", "", "planning", "häufige Reparaturen"]), FOR, WORDS, JOINTS)
def test_never_what_follows_for(head: str, joint: str, whom: list[str], between: str) -> None:
    """Whatever an offer is for, and however that is listed, no word of it is asked about."""
    offer = f"{head} {joint} {between.join(whom)}"
    text = f"they have {' or '.join(whom)} here"
    assert [*offered(text, Party(offers=offer))] == []
    assert not {*heads(offer)} & {*whom}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Köln", "Berlin", "GmbH", "Limited", "Harbour", "Bridge", "Good", "Kitchen", "Umzüge", "May", "Studio"]
        ),
        min_size=2,
        max_size=6,
    ),
    st.sampled_from(["", "a@koeln.example", "a@harbour.example", "a@berlin.example", "a@bridge.example"]),
    st.data(),
)
def test_no_usual_word_of_a_name_alone(words: list[str], email: str, data: st.DataObject) -> None:
    """A place, a legal form or a word of every day that a firm has in its name is not taken for the firm."""
    word = data.draw(st.sampled_from(words))
    party = Party.model_validate({"organisation": " ".join(words)} | ({"email": email} if email else {}))
    if len(set(words)) > 1 and is_usual(word):
        said = named(f"we all want {word} now", party)
        assert said is None or len(said.split()) > 1


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=40))
def test_whatever_people_write_is_read(text: str, offer: str, firm: str) -> None:
    """No text fails, and what is asked about stands in the text and is no commonplace."""
    try:
        party = Party(organisation=firm, offers=offer)
    except ValueError:
        return
    for word in offered(text, party):
        assert word in text
        assert not any(found(COMMONPLACE, word))
    said = named(text, party)
    assert said is None or said
