"""The whole job as chains, what would turn the verdict, and guesses against answers."""

from __future__ import annotations

from jtbd.figures.chains import chains
from jtbd.figures.guesses import guesses
from jtbd.figures.turns import turns
from jtbd.scoring import overlap
from jtbd.scoring.predictions import predictions
from tests.support.builders import parties
from tests.support.figures_samples import looked_at
from tests.support.scoring_samples import sample


def test_a_link_holds_where_it_is_core() -> None:
    """Three chains of the functional needs with weight, as wide as they weigh; what is core to nobody is loose."""
    figure = looked_at(chains(sample("3c 3l", "2d 2c", "1d 0w", "0c 0c", "e 3c 3c", parties=parties())))
    rows = figure.all("chain")
    assert [[link.at["w"] for link in row.all("link")] for row in rows] == [["6", "4", "1"]] * 3
    assert [["loose" in link.classes for link in row.all("link")] for row in rows] == [
        [False, True, True],
        [True, False, True],
        [False, False, True],
    ]
    assert "Harbour Estates alone" in figure.text
    assert "2 of 3 hold" in figure.text


def test_without_functional_weight_there_is_no_chain() -> None:
    """Nothing is drawn of nothing."""
    assert not chains(sample("e 3c 3c"))


def test_turns_are_listed_by_need() -> None:
    """Each need that could turn the verdict stands once, leads to its row, and tells its moves; the test comes last."""
    document = sample("3c 3c", "3c 3l", "3l 3c", "3c 3l", "3l 3c", test="more -")
    result = overlap(document)
    figure = looked_at(turns(document, result))
    needs = list(dict.fromkeys(flip.aspect for flip in result.flips))
    assert [link.attributes["href"] for link in figure.tags("a")] == [f"#need-{need}" for need in needs if need]
    assert len(figure.tags("li")) == len(needs)
    assert "If party B said “important” instead of “vital”, then" in figure.text


def test_a_firm_verdict_has_no_turns() -> None:
    """Where nothing turns it that is all that is said; where nothing is rated, that."""
    firm = sample(*["3c 0l"] * 4)
    assert turns(firm, overlap(firm)).count("<p") == 1
    assert "Nothing has been rated yet" in turns(sample(), overlap(sample()))


def test_guesses_are_hollow_and_answers_full() -> None:
    """What one thought and what the other said stand on one line, in the mark of the one who was guessed."""
    document = sample("3c 3l", "3c 3c", parties=parties())
    guessed = [aspect.revise(a=aspect.a.revise(predicts="core")) for aspect in document.aspects]
    document = document.revise(aspects=guessed)
    found = predictions(document)[0]
    figure = looked_at(guesses(document, found))
    guess, said = figure.all("diamond")
    assert ("guess" in guess.classes, guess.at["x"]) == (True, "87.5%")
    assert ("guess" in said.classes, said.at["x"]) == (False, "12.5%")
    assert "Harbour Estates guessed 1 of 2 of what Northline Cabling said" in figure.text
    assert "(guessed core, said leave)" in figure.text
