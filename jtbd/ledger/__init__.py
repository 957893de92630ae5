"""What became of signed promises: signed sheets and the ledger in; occurrences, reliability and health out.

Days are whole days of the laptop, which the caller says how to tell; there is no clock in here.
"""

from jtbd.ledger.faults import FaultKind, LedgerFault, faults
from jtbd.ledger.occurrences import Occurrence, State, occurrences
from jtbd.ledger.terms import Signed

__all__ = ["FaultKind", "LedgerFault", "Occurrence", "Signed", "State", "faults", "occurrences"]
