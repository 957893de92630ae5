"""What every part of every document has in common: frozen, and no unknown fields."""

from __future__ import annotations

from typing import Any, Self, get_args

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A frozen part of a document; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False, serialize_by_alias=True)

    def revise(self, **changes: Any) -> Self:
        """Return a validated copy with the named fields changed.

        Unlike `model_copy(update=…)` this checks the changed fields and the rules between fields.

        Raises:
            pydantic.ValidationError: a changed field does not fit.

        """
        fields = {name: getattr(self, name) for name in self.model_fields_set}
        return type(self).model_validate({**fields, **changes}, by_name=True)


def part_in(annotation: Any) -> type[Part] | None:
    """Return the part that a field of this type holds, one or several; None where it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := part_in(inner))), None)
