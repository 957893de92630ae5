"""Why a verdict is what it is, in sentences to repeat aloud."""

from __future__ import annotations

import pytest

from jtbd.model import Canvas
from jtbd.scoring import overlap
from jtbd.wording import reasons
from tests.support.builders import parties
from tests.support.scoring_samples import sample


def named(*needs: str, test: str = "- -") -> Canvas:
    """Return a canvas between Harbour Estates and Northline Cabling."""
    return sample(*needs, test=test, parties=parties())


def why(*needs: str, test: str = "- -") -> tuple[str, ...]:
    """Return the reasons of that canvas."""
    return said_of(named(*needs, test=test))


def said_of(canvas: Canvas) -> tuple[str, ...]:
    """Return the reasons of any canvas."""
    return reasons(overlap(canvas), canvas)


def test_complementary_by_hand() -> None:
    """All reasons of a complementary pair, with the numbers worked out by hand."""
    found = why("3c 2l", "2l 3c", "2d 2d", "3l 3w", "2c 2l", "e 2c 2c", "s 1d 1d", test="same more")
    assert (
        "\n".join(found)
        == """\
Of what has to get done you two solve 67 %, and 8 % is solved by both of you: \
each of you brings what the other does not.
Asked whether customers who have the other's want theirs more, as much or less, \
Harbour Estates says as much and Northline Cabling says more.
Of all that either of you finds important, 88 % is important to both.
Of what has to get done, 33 % is solved by neither of you: somebody may be missing.
Of what you two do for how customers feel and are seen, all is alike: that binds, it does not divide.
Judged by its weakest link, the whole job done by both is worth more than the sum of your parts.
Of the part that you two solve, 12 % is solved by both of you: from 20 % on there is ground to divide, \
from 65 % on you are rivals, because one of you says customers want both more together.
Firm: no single small change of an answer would turn this verdict."""
    )


@pytest.mark.parametrize(
    ("needs", "sentences"),
    [
        ((), ["Three functional needs need all four answers; none has them."]),
        (("3c 3l",), ["Three functional needs need all four answers; one has them."]),
        (
            ("3c 3l", "3l 3c", "3c 3-", "e -- 3-"),
            [
                "Three functional needs need all four answers; two have them.",
            ],
        ),
        (
            ("3c 3-", "3l 3-"),
            [
                "Three functional needs need all four answers; none has them.",
            ],
        ),
        (
            ("3c --",),
            [
                "Three functional needs need all four answers; none has them.",
                "Of 4 answers 2 are blank, 2 by Northline Cabling; at most 1 may be, a quarter.",
            ],
        ),
    ],
)
def test_unknown_says_exactly_what_is_missing(needs: tuple[str, ...], sentences: list[str]) -> None:
    """Of too few answers nothing is said but what is missing."""
    assert list(why(*needs)) == sentences


def test_blanks_are_counted_by_party() -> None:
    """Of too many blanks it is said how many there are, whose, and how many may be."""
    (reason,) = why("3c 3l", "3l 3c", "3c 3l", "e -- --", "s -- 1l")
    blank, allowed = reason.split("; ")
    assert blank == "Of 20 answers 6 are blank, 4 by Harbour Estates and 2 by Northline Cabling"
    assert allowed == "at most 5 may be, a quarter."


def test_nothing_solved_is_said() -> None:
    """Where all is answered and nothing solved, that is what is said, and where it is heading."""
    found = why("3w 3w", "2w 2w", "2w 3l")
    assert found[0].startswith("Neither of you solves any functional need that matters here today")
    assert any(
        reason.startswith("Once each takes on what it wants to, 33 % is solved by both of you") for reason in found
    )


@pytest.mark.parametrize(
    ("needs", "test", "first"),
    [
        (
            ("3c 3c", "3c 3c", "3c 3l"),
            "- -",
            "you two solve all, and 67 % is solved by both of you, and that makes you rivals.",
        ),
        (
            ("3c 3c", "3c 3c", "3c 3l"),
            "less -",
            "67 % is solved by both of you, and that makes you rivals.",
        ),
        (
            ("3c 3c", "3c 3c", "3c 3l"),
            "more more",
            "67 % is solved by both of you: enough to divide, so draw the line.",
        ),
        (
            ("3c 3c", "3c 3c", "3c 3l"),
            "more less",
            "67 % is solved by both of you, and that makes you rivals.",
        ),
        (("3c 3l", "3c 3l", "3l 3c"), "less less", "want the other less, and that makes you rivals."),
        (("2c 2c", *["2c 2l"] * 9), "- -", "Nearly all that Northline Cabling solves, Harbour Estates solves too, and"),
        (("2c 2c", *["2l 2c"] * 9), "- -", "Nearly all that Harbour Estates solves, Northline Cabling solves too, and"),
        (("3c 0l", "0l 3c", "3c 1l"), "- -", "11 % is important to both, and it takes 25 % to have a common purpose."),
        (("3c 3l", "3c 3l", "3c 3l"), "- -", "Northline Cabling neither solves nor wants to solve any functional need"),
        (("3l 3c", "3l 3c", "3l 3c"), "- -", "Harbour Estates neither solves nor wants to solve any functional need"),
        (("3l 3l", "3l 3l", "3l 3l"), "- -", "Neither of you solves or wants to solve any functional need of this job"),
        (
            ("2c 2c", "2c 2l", "2l 2c", "2l 2c"),
            "- -",
            "25 % is solved by both of you: enough to divide, so draw the line.",
        ),
    ],
)
def test_the_first_reason_is_the_rule_that_fitted(needs: tuple[str, ...], test: str, first: str) -> None:
    """The first reason explains the verdict by the rule that it came from."""
    assert first in why(*needs, test=test)[0]


@pytest.mark.parametrize(
    ("needs", "test", "said"),
    [
        (("3c 3c", "2c 2c", "1c 1l"), "more same", "Harbour Estates says more and Northline Cabling says as much."),
        (("3c 3c", "2c 2c", "1c 1l"), "- less", "Harbour Estates has not answered and Northline Cabling says less."),
        (("3c 3c", "2c 2c", "1c 1l"), "- -", "Neither of you has said whether customers usually take one of you"),
        (
            ("3c 3c", "3c 3c", "3c 3l", "3l 3c"),
            "more -",
            "The numbers say rivals, Harbour Estates says partners: check",
        ),
        (
            ("3c 3c", "2c 2c", "1c 1l"),
            "- -",
            "One-sided: what only Northline Cabling solves is 0 % of what has to get done, less",
        ),
        (
            ("3c 3c", "3c 3c", "3c 3l"),
            "- -",
            "Northline Cabling could be replaced by Harbour Estates, which also solves all of",
        ),
        (("3c 3c", "3c 3c", "3c 3l"), "- -", "Between the two of you all that has to get done is covered."),
        (("3c 3c", "3c 3c", "3c 3l"), "- -", "worth less than the sum of your parts."),
        (("3c 3l", "3c 3l", "3l 3d"), "- -", "worth just the sum of your parts."),
        (
            ("2c 2c >a", "2c 2l", "2l 2c", "2l 2c"),
            "- -",
            "With the lines you drew, nothing is solved by both of you instead of 25 %; then you",
        ),
        (("e 2c 2l", "3c 3l", "3c 3l", "3l 3c"), "- -", "how customers feel and are seen, nothing is alike."),
        (
            ("2c 2c", "2c 2l", "2c 2l", "2l 2c", "2l 2c"),
            "- -",
            "Not firm: 60 of 100 small changes would leave this verdict",
        ),
    ],
)
def test_the_other_reasons(needs: tuple[str, ...], test: str, said: str) -> None:
    """Test, one-sidedness, replacement, open part, whole job, lines, bond and firmness are each said in words."""
    assert [reason for reason in why(*needs, test=test) if said in reason], said


@pytest.mark.parametrize(
    ("test", "choice", "why_there"),
    [
        ("- -", "- -", "from 50 % on you are rivals."),
        ("less -", "- -", "from 35 % on you are rivals, because one of you says customers who have one of you want"),
        ("more more", "- -", "from 80 % on you are rivals, because both of you say customers want both more together."),
        (
            "more less",
            "- -",
            "rivals, because one of you says customers want both more together and the other says less.",
        ),
        ("more more", "apart apart", "from 65 % on you are rivals, because both of you say that customers take each"),
        ("more more", "apart instead", "from 50 % on you are rivals."),
    ],
)
def test_the_line_has_a_reason(test: str, choice: str, why_there: str) -> None:
    """Where rivals start is said with what has moved it there: the choice where both answered it, else the test."""
    said = said_of(sample("3c 3c", "3c 3l", "3l 3c", test=test, choice=choice))
    (line,) = [reason for reason in said if reason.startswith("Of the part that you two solve, 33 %")]
    assert why_there in line


@pytest.mark.parametrize("choice", ["instead instead", "together together", "apart together"])
def test_no_line_is_told_where_the_answers_decide(choice: str) -> None:
    """Where the answers alone decide there is no line between partners and rivals, and the first reason says that."""
    said = said_of(sample("3c 3c", "3c 3l", "3l 3c", choice=choice))
    assert not [reason for reason in said if "you are rivals" in reason and "%" in reason]
    assert any(reason.startswith(("Both of you say that", "One of you says that")) for reason in said[:2])


@pytest.mark.parametrize(
    ("choice", "first"),
    [
        (
            "instead together",
            (
                "You see your customers differently: Harbour Estates says that customers usually take one of you "
                "instead of the other, Northline Cabling says that customers usually take both of you together. "
                "Talk about that first."
            ),
        ),
        ("apart apart", None),
        ("instead -", None),
    ],
)
def test_where_the_two_see_it_differently_comes_first(choice: str, first: str | None) -> None:
    """The first thing to talk about is where the two answer the choice differently."""
    said = said_of(sample("3c 3l", "3c 3l", "3l 3c", choice=choice, parties=parties()))
    assert (said[0] == first) if first else not said[0].startswith("You see")


def test_names_are_spoken() -> None:
    """Without names the parties are party A and party B, with a capital where they begin a sentence."""
    found = said_of(sample("3c 3l", "3c 3l", "3c 3l"))
    assert found[0].startswith("Party B neither solves nor wants")
