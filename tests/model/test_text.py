"""Text: one form for one text, and no text that takes forever."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from jtbd.model.text import Prose, normalised

PROSE = TypeAdapter[str](Prose)


def test_text_is_composed_and_its_lines_end_alike() -> None:
    """Decomposed letters are composed, and a carriage return is a line's end."""
    assert PROSE.validate_python("e\u0301\r\nn\u0303\r") == "é\nñ\n"


@pytest.mark.parametrize("text", ["a" + "\u0301\u0316" * 100_000, "x" * 2_000 + "\u0345" * 31])
def test_a_letter_with_endless_marks_is_refused_at_once(text: str) -> None:
    """Marks beyond thirty on one letter of a long text are refused before they are put into order, which takes long."""
    with pytest.raises(ValidationError, match="more than 30 marks"):
        PROSE.validate_python(text)


def test_a_long_text_in_any_script_is_fine() -> None:
    """A long text with the marks that its script has is kept as it is."""
    text = "tiếng Việt, हिन्दी, ภาษาไทย, عَرَبِيٌّ " * 80

    assert normalised(text) == text
