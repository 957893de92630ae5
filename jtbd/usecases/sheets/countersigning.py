"""Answering a sheet that was brought to this machine: it comes in, and goes out with one more signature.

Nothing is kept: whoever froze the sheet takes it back with `importing`, completes and seals it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jtbd.i18n import mark
from jtbd.model import PartyId
from jtbd.model.answer import Answer
from jtbd.model.sheet import Sheet
from jtbd.sign.check.verification import Outcome, VerifiedSheet
from jtbd.sign.signing import sign
from jtbd.store.protocol import KeptKey
from jtbd.usecases.home import Home
from jtbd.usecases.keys.opening import Ask, open_asking
from jtbd.usecases.sheets.printing import print_sheet
from jtbd.usecases.sheets.signers import signing_key

UNSEALED: Final = mark(
    "The PDF is an unsealed copy: it is sealed where the sheet was frozen, once it is brought back there."
)


@dataclass(frozen=True, slots=True)
class Countersigned:
    """A sheet with one more signature, to be sent back.

    Attributes:
        verified: the sheet.
        pdf: an unsealed copy as it prints; None until both have signed.
        warnings: what is not as it should be, each as a sentence.

    """

    verified: VerifiedSheet
    pdf: bytes | None
    warnings: tuple[str, ...] = ()

    @property
    def sheet(self) -> Sheet:
        """What it holds."""
        return self.verified.sheet

    @property
    def yaml(self) -> bytes:
        """Its file."""
        return self.verified.file

    @property
    def outcome(self) -> Outcome:
        """What it is worth: `incomplete`, `complete` or `declined`."""
        return self.verified.outcome


def countersign(
    home: Home, sheet: VerifiedSheet, party: PartyId, answer: Answer, *, ask: Ask, key: KeptKey | None = None
) -> Countersigned:
    """Answer a sheet that was brought here for one party.

    Args:
        home: where keys are, and the time.
        sheet: the sheet, as it was brought.
        party: who answers.
        answer: consent, or refusal.
        ask: asked for the passphrase if the key is locked.
        key: the private key; None for this machine's long-term key.

    Raises:
        JtbdError: as `signing_key` and `jtbd.sign.signing.sign`.

    """
    at = home.now()
    signed = sign(sheet, party, open_asking(signing_key(sheet, party, key, home.keys), ask), answer, at)
    if signed.outcome is not Outcome.COMPLETE:
        return Countersigned(signed, None)
    printed = print_sheet(signed, at)
    return Countersigned(signed, printed.pdf, (*printed.warnings, UNSEALED.said()))
