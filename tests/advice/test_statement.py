"""Guards on the job statement and on aspects."""

from __future__ import annotations

import pytest

from jtbd.advice.advice import Advice, AdviceKind, Rule
from jtbd.advice.statement import aspect_advice, job_advice, twins
from jtbd.editing import add_needs
from jtbd.model import Dimension
from jtbd.parsing.bullets import items
from tests.support.builders import canvas, parties


def guarded(**job: str) -> list[tuple[str, str]]:
    """Return rule and field of the advice on a job between Harbour Estates and Northline Cabling."""
    return [(advice.rule.value, advice.field) for advice in job_advice(canvas(parties=parties(), job=job))]


def test_a_good_statement_needs_no_advice() -> None:
    """The example's job passes, and so does a blank one."""
    assert (
        guarded(
            performer="owner of a 20-person firm",
            when="our lease ends",
            want="move our business to new premises",
            so_that="we lose no working day",
        )
        == []
    )
    assert job_advice(canvas()) == ()


@pytest.mark.parametrize(
    ("want", "rule"),
    [
        ("hire Harbour Estates to move", "party-name"),
        ("hire NORTHLINE CABLING to move", "party-name"),
        ("ask Bea Lund for help", "party-name"),
        ("move with Northline at our side", "party-name"),
        ("move with ＮＯＲＴＨＬＩＮＥ  Cabling", "party-name"),
        ("ask Bea\u00a0Lund for help", "party-name"),
        ("have cabling in each room", "offer"),
        ("have new network sockets", "offer"),
        ("install an app", "solution"),
        ("get a web site", "solution"),
        ("run the new software", "solution"),
        ("move desks and/or people", "and-or"),
        ("move desks and keep working", "two-needs"),
        ("move desks as well as find a tenant", "two-needs"),
    ],
)
def test_a_solution_in_the_job_is_pointed_out(want: str, rule: str) -> None:
    """A name, an offer's head noun, a product, "and/or" and a second need are each pointed out beside the field."""
    assert guarded(want=want) == [(rule, "want")]


@pytest.mark.parametrize(
    "want",
    [
        "find a place by the harbour",
        "find an estate",
        "Northline up the desks",
        "move our office",
        "plan desks, sockets and rooms",
        "happen to meet the right people",
    ],
)
def test_plain_wants_pass(want: str) -> None:
    """A name's word without its capital or at the beginning, a commonplace word and a list of things are left alone."""
    assert guarded(want=want) == []


def test_every_field_of_the_job_is_read() -> None:
    """Names are looked for in the performer too, two needs in the want alone."""
    assert guarded(
        performer="client of Harbour Estates",
        when="our lease ends and we keep growing",
        want="move",
        so_that="the platform works",
    ) == [("party-name", "performer"), ("solution", "so_that")]


def test_aspects_are_guarded_alike() -> None:
    """An aspect is guarded as the job is, and two needs in one become two aspects."""
    document = canvas(parties=parties())
    assert aspect_advice("Find premises that fit our way of working", document) == ()
    assert aspect_advice("Feel safe and be seen as modern", document) == (
        Advice(
            Rule.TWO_NEEDS,
            "text",
            AdviceKind.SECOND_NEED,
            {"words": "and be"},
        ),
    )
    assert [(each.kind, each.words) for each in aspect_advice("Have Northline's cabling in a tool", document)] == [
        (AdviceKind.PARTY_NAME, "Northline"),
        (AdviceKind.OFFER, "cabling"),
        (AdviceKind.SOLUTION, "tool"),
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Find premises",
        "find premises.",
        "Find premises\u200b",
        "FIND\u00a0PREMISES",
        "\ufeffFind premises",
        "- Find premises;",
    ],
)
def test_twins_are_pointed_out(other: str) -> None:
    """A need that says what another one says is named at both places, in whichever dimension they stand."""
    document = add_needs(canvas(aspects=[]), ["Find premises", "Find other premises"], Dimension.FUNCTIONAL)
    assert aspect_advice("Find premises", document) == ()
    twice = add_needs(document, items(other), Dimension.SOCIAL)
    one, another, two = twice.aspects
    for twin in (one, two):
        (advice,) = aspect_advice(twin.text, twice)
        assert advice == Advice(Rule.TWIN, "text", AdviceKind.TWIN, {"words": twin.text})
    assert aspect_advice(another.text, twice) == ()
    assert twins(twice) == (2,)


def test_needs_that_differ_by_a_mark_are_no_twins() -> None:
    """A vowel sign, an accent or a number makes another need."""
    texts = ["कि", "की", "Résumé", "Resume", "Room 1", "Room 2"]
    assert twins(add_needs(canvas(aspects=[]), texts, Dimension.FUNCTIONAL)) == ()


@pytest.mark.parametrize(
    ("performer", "word"),
    [
        ("owner or manager of a small firm", "or"),
        ("owner / manager of a firm", "owner / manager"),
        ("café-owner, or landlord’s agent", "or"),
        ("owner, manager OR CEO", "OR"),
        ("parent and/or carer", "and/or"),
    ],
)
def test_one_performer(performer: str, word: str) -> None:
    """Whoever could be one or the other is asked which: it decides what is needed."""
    (advice,) = job_advice(canvas(parties=parties(), job={"performer": performer}))
    assert (advice.rule, advice.field) == (Rule.AND_OR, "performer")
    assert (advice.kind, advice.words) == (AdviceKind.OPEN_WHO, word)


@pytest.mark.parametrize(
    "performer",
    [
        "owner of one or two vans",
        "24/7 shop owner",
        "owner of 5 or 6 shops",
        "organiser of doors",
        "firm of ten or more",
        "he or she who pays",
    ],
)
def test_how_many_and_whose_is_no_second_performer(performer: str) -> None:
    """Numbers and pronouns are one performer."""
    assert job_advice(canvas(parties=parties(), job={"performer": performer})) == ()


def test_a_whole_story_in_one_gap() -> None:
    """It is shown taken apart, at the gap where it stands, and its words are not taken for a second need."""
    said = "When our lease ends, I want to move our desks, so I can sleep."
    (advice,) = job_advice(canvas(parties=parties(), job={"want": said}))
    assert (advice.rule, advice.field) == (Rule.STORY, "want")
    assert advice.kind is AdviceKind.STORY
    assert advice.values == {"when": "our lease ends", "want": "move our desks", "so_that": "I can sleep"}
