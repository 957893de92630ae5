"""A person's own details, as they are remembered for the next meeting."""

from __future__ import annotations

from typing import Any, Final, Literal

from jtbd.model.party import Party

PROFILE_FORMAT: Final = "jtbd.profile/1"


class Profile(Party):
    """Party `a` as it was last said to be in a meeting of one's own."""

    format: Literal["jtbd.profile/1"]

    @property
    def party(self) -> Party:
        """The party by itself."""
        fields: dict[str, Any] = {name: getattr(self, name) for name in Party.model_fields if getattr(self, name)}
        return Party(**fields)
