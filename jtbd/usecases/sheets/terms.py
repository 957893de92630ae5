"""What the parties choose a sheet to be before it is frozen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from jtbd.errors import UsageError
from jtbd.i18n import say
from jtbd.model.sheet import Binding

OPEN_FOR: Final = dt.timedelta(days=30)
"""How long a sheet may be signed, unless the parties chose another day."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the parties chose the sheet to be; all of it is signed.

    Attributes:
        binding: a statement of intent, or meant to bind.
        confidential: whether the parties keep it to themselves.
        money: whether the money figures go with it.
        verdict: whether it tells what the two are to each other.
        open_until: the last day on which it may be signed; thirty days after it is frozen if None.

    """

    binding: Binding = "intent"
    confidential: bool = False
    money: bool = False
    verdict: bool = False
    open_until: dt.date | None = None

    def last_day(self, today: dt.date) -> dt.date:
        """Return the last day on which a sheet that is frozen today may be signed.

        Raises:
            UsageError: the day that was chosen is over.

        """
        last = self.open_until or today + OPEN_FOR
        if last < today:
            raise UsageError(
                say("{day} is over: nobody could sign", day=last), say("Choose today or a later day as the last one.")
            )
        return last
