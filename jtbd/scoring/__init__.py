"""What a canvas says: split, verdict, sensitivity and value, as pure functions → frozen results."""

from jtbd.scoring.report import as_json
from jtbd.scoring.result import (
    Containment,
    Flag,
    Flip,
    Overlap,
    Reading,
    Score,
    Split,
    Standing,
    ValueTest,
    ValueVerdict,
    Verdict,
    WholeJob,
)
from jtbd.scoring.scorer import overlap, score, standing
from jtbd.scoring.value import value_test

__all__ = [
    "Containment",
    "Flag",
    "Flip",
    "Overlap",
    "Reading",
    "Score",
    "Split",
    "Standing",
    "ValueTest",
    "ValueVerdict",
    "Verdict",
    "WholeJob",
    "as_json",
    "overlap",
    "score",
    "standing",
    "value_test",
]
