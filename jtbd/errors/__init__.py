"""Every failure by name, with what to do about it.

A `JtbdError` is the user's to mend: its message says what is wrong, its `remedy` what to do, its `exit_code` what the
command line returns. Anything else that escapes is a defect of this program.
"""

from jtbd.errors.app import AppEnded, AppMissing, PortRefused, PortTaken, UnsafeStart
from jtbd.errors.base import Fault, JtbdError, UsageError, shown
from jtbd.errors.canvases import (
    CanvasInUse,
    ChangedElsewhere,
    ExampleIsReadOnly,
    PartIsGone,
    SameIdTwice,
    UnknownCanvas,
    UnknownRevision,
)
from jtbd.errors.files import AlreadyThere, CannotWrite, FaultyFile, NewerFormat, UnreadableFile
from jtbd.errors.keys import ForeignKey, KeyStays, MissingKey, PassphraseNeeded, UnusableKey, WrongPassphrase
from jtbd.errors.promises import CannotBeSaid, UnknownParty, UnknownPromise, WhichDay
from jtbd.errors.sheets import (
    AlreadyDeclined,
    AlreadySigned,
    InvalidSheet,
    NoDraftHere,
    NotASheet,
    NotReadyToSign,
    OtherSheet,
    SheetChanged,
    SheetGivenUp,
    SheetLapsed,
    SheetsInUse,
    UnusableMark,
)
from jtbd.errors.timestamps import AuthorityOutOfReach, BadTimeStamp, UnusableAuthority

__all__ = [
    "AlreadyDeclined",
    "AlreadySigned",
    "AlreadyThere",
    "AppEnded",
    "AppMissing",
    "AuthorityOutOfReach",
    "BadTimeStamp",
    "CannotBeSaid",
    "CannotWrite",
    "CanvasInUse",
    "ChangedElsewhere",
    "ExampleIsReadOnly",
    "Fault",
    "FaultyFile",
    "ForeignKey",
    "InvalidSheet",
    "JtbdError",
    "KeyStays",
    "MissingKey",
    "NewerFormat",
    "NoDraftHere",
    "NotASheet",
    "NotReadyToSign",
    "OtherSheet",
    "PartIsGone",
    "PassphraseNeeded",
    "PortRefused",
    "PortTaken",
    "SameIdTwice",
    "SheetChanged",
    "SheetGivenUp",
    "SheetLapsed",
    "SheetsInUse",
    "UnknownCanvas",
    "UnknownParty",
    "UnknownPromise",
    "UnknownRevision",
    "UnreadableFile",
    "UnsafeStart",
    "UnusableAuthority",
    "UnusableKey",
    "UnusableMark",
    "UsageError",
    "WhichDay",
    "WrongPassphrase",
    "shown",
]
