"""What a canvas says of a fault: kind and values that pydantic knows of it, so that nobody reads its English."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from jtbd.model import Aspect, Canvas, Party
from jtbd.model.base import Part
from jtbd.wording.refusal import refusal
from tests.support.builders import canvas

FAULTS: tuple[tuple[type[Part], tuple[str | int, ...], dict[str, Any]], ...] = (
    (Party, ("parties", "a"), {"organisation": "x" * 300}),
    (Party, ("parties", "a"), {"hourly_rate": {"amount": "1,0", "currency": "eur"}}),
    (Party, ("parties", "a"), {"organisation": 3, "nme": "x", "offers": "a\u0007b"}),
    (Aspect, ("aspects", 0), {"id": "a", "text": "x", "dimension": "q", "a": {"importance": 5, "stance": "no"}}),
    (Aspect, ("aspects", 0), {"id": "A b"}),
)


@pytest.mark.parametrize(("part", "path", "said"), FAULTS)
def test_a_fault_of_a_part_is_the_same_in_a_canvas(
    part: type[Part], path: tuple[str | int, ...], said: dict[str, Any]
) -> None:
    """Kind, values and sentence of a fault are those that the part has by itself; the path leads to the part."""
    whole: Any = said
    for step in reversed(path):
        whole = [whole] if isinstance(step, int) else {step: whole}
    alone, within = (
        sorted(_faults(model, data), key=str)
        for model, data in ((part, said), (Canvas, {"format": "jtbd.canvas/1", "id": "x", **whole}))
    )
    assert len(alone) == len(within) > 0
    for one, other in zip(alone, within, strict=True):
        assert other["loc"] == (*path, *one["loc"])
        assert {name: other[name] for name in ("type", "msg", "input")} == {
            name: one[name] for name in ("type", "msg", "input")
        }
        assert one.get("ctx", {}).items() <= other.get("ctx", {}).items()


def test_a_refusal_reads_no_english() -> None:
    """The limit in a refusal is the value that pydantic gives, whatever its sentence says."""
    for said, heard in (
        ("x" * 201, "shorten it to 200 characters; it has 201"),
        (["x"] * 201, "more than 200 do not fit into one meeting: leave some out"),
    ):
        kind = PydanticCustomError("too_long", "zu lang, und zwar um at most 7", {"max_length": 200})
        raised = ValidationError.from_exception_data("x", [InitErrorDetails(type=kind, loc=("title",), input=said)])
        assert refusal(raised) == heard
    with pytest.raises(ValidationError) as refused:
        canvas(title="x" * 201)
    assert refusal(refused.value) == "shorten it to 200 characters; it has 201"


def _faults(model: type[Part], data: object) -> list[Any]:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(data)
    return [*refused.value.errors(include_url=False)]
