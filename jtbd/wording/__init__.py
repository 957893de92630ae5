"""Results and documents as sentences that a person can repeat aloud."""

from jtbd.wording.headlines import flag_sentence, headline
from jtbd.wording.reasons import reason_sentence, reasons
from jtbd.wording.value import value_headline, value_sentence

__all__ = ["flag_sentence", "headline", "reason_sentence", "reasons", "value_headline", "value_sentence"]
