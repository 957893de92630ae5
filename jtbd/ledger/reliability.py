"""How reliable a giver is: what was kept and broken, the recent counting more, with how sure that is."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from typing import Final, NamedTuple

from jtbd.ledger.occurrences import Occurrence, State

HALF_LIFE: Final = 365
"""Days after which what was kept or broken counts half."""

FEWEST: Final = 3
"""With fewer that are settled there is too little to say."""

_LOW, _HIGH = 0.05, 0.95


class Estimate(NamedTuple):
    """The expected share of promises kept, and the interval in which it lies nine times of ten."""

    share: float
    low: float
    high: float


class Reliability(NamedTuple):
    """What a giver kept and broke.

    Attributes:
        kept: how many occurrences were kept.
        broken: how many were broken.
        weighted_kept: the sum of the weights of those that were kept.
        weighted_broken: the same of those that were broken.

    """

    kept: int
    broken: int
    weighted_kept: float
    weighted_broken: float

    @property
    def is_told(self) -> bool:
        """Whether enough is settled to say a number."""
        return self.kept + self.broken >= FEWEST

    def estimate(self) -> Estimate | None:
        """Return the estimate (k+1)/(k+b+2) with the 5 % and 95 % quantiles of Beta(k+1, b+1); None where too few.

        This is the beta reputation of A. Jøsang and R. Ismail, "The Beta Reputation System" (2002), k and b being the
        weighted sums.
        """
        if not self.is_told:
            return None
        from scipy.special import betaincinv  # noqa: PLC0415 - slow, and for what is shown only

        good, bad = self.weighted_kept + 1, self.weighted_broken + 1
        low, high = (float(betaincinv(good, bad, share)) for share in (_LOW, _HIGH))
        return Estimate(good / (good + bad), low, high)


def reliability(found: Iterable[Occurrence], today: dt.date) -> Reliability:
    """Return what of some occurrences was kept and broken as of a day; those that are not settled count neither way."""
    kept: list[float] = []
    broken: list[float] = []
    for item in found:
        if item.settled:
            (kept if item.state is State.KEPT else broken).append(weight(item, today))
    return Reliability(len(kept), len(broken), math.fsum(kept), math.fsum(broken))


def weight(item: Occurrence, today: dt.date) -> float:
    """Return how much an occurrence counts: 2^(−age/365), its age in days; 1 where its day is still ahead."""
    day = item.day or (item.entries[-1].at.date() if item.entries else today)
    return math.exp2(-max(0, (today - day).days) / HALF_LIFE)
