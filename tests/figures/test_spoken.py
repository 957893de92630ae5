"""Every figure in the pseudo-language: all that it shows is said, nothing is glued."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

import pytest

from jtbd.figures.describe import (
    describe_aspects,
    describe_importance,
    describe_job_bar,
    describe_strip,
    describe_value,
)
from jtbd.figures.glance_svg import glance_words
from jtbd.figures.lettering import party_names
from jtbd.figures.overlap_svg import overlap_svg
from jtbd.figures.palette import LIGHT
from jtbd.i18n import PSEUDO, speaking
from jtbd.model import PARTIES, Canvas, Dimension
from jtbd.scoring import overlap, value_test
from tests.support.figures_samples import FIGURES, PRINTED, every_kind, said
from tests.support.shown import ALWAYS, own_words
from tests.support.spoken import faults

KINDS: Final = every_kind()


def _shown(document: Canvas) -> Iterator[str]:
    found = overlap(document)
    for printed in PRINTED.values():
        html = printed(document)  # of which each piece is a label, or a sentence, by itself
        yield from map(unescape, re.findall(r'aria-label="([^"]*)"', html))
        yield unescape(re.sub(r"<[^>]*>", "\n", html))
    for drawn in FIGURES.values():
        yield re.sub(r"<br>", " ", unescape(said(drawn(document, LIGHT))))
    svg = overlap_svg(document, found, LIGHT)
    yield from (unescape(text) for text in re.findall(r">([^<>]+)</", svg))
    names = party_names(document)
    yield from (glance_words(found.split[dimension], names) for dimension in Dimension)
    yield describe_strip(document, found)
    yield describe_job_bar(document, found)
    yield describe_aspects(document)
    yield describe_importance(document)
    yield describe_value(document, value_test(document))


@pytest.mark.parametrize("document", KINDS.values(), ids=[*KINDS])
def test_all_of_it_is_said(document: Canvas) -> None:
    """Letters, labels, alternatives: each in brackets and whole, whatever is drawn of."""
    own = [*ALWAYS, *own_words([document])]
    own += [name for party in PARTIES for width in (26, 44, 60) for name in [party_names(document, width)[party]]]
    with speaking(PSEUDO):
        own += party_names(document).values()
        wrong = [fault for text in _shown(document) for fault in faults(text, own=[w for w in own if len(w) > 1])]
    assert wrong == []


def test_a_drawing_is_remembered_by_its_language() -> None:
    """What is remembered of a picture in one language is not shown in another."""
    document = KINDS[next(iter(KINDS))]
    english = overlap_svg(document, overlap(document), LIGHT)
    with speaking(PSEUDO):
        assert overlap_svg(document, overlap(document), LIGHT) != english
    assert overlap_svg(document, overlap(document), LIGHT) == english
