"""Every error in another language: what is wrong and what to do, in whole sentences."""

from __future__ import annotations

import inspect
from typing import Any, Final

import pytest

from jtbd import errors
from jtbd.errors import Fault, JtbdError
from jtbd.i18n import PSEUDO, speaking
from tests.support.spoken import faults

OWN: Final = ("one/canvas.yaml", "two.pem", "No space left on device", "SIGKILL", "Ana", "xKc", "yQd", "warm leads")
FILE, OTHER, REASON, SIGNAL, NAME, KEY, KEY2, TYPED = OWN
FAULT: Final = Fault(3, 2, FILE, REASON)
SAMPLES: Final[dict[str, list[tuple[Any, ...]]]] = {
    "AlreadyDeclined": [("a",)],
    "AlreadySigned": [("a",)],
    "AlreadyThere": [(FILE,), (FILE, REASON)],
    "AppEnded": [(SIGNAL,)],
    "AppMissing": [(FILE,)],
    "AuthorityOutOfReach": [(FILE, REASON)],
    "BadTimeStamp": [(REASON,)],
    "CannotWrite": [(FILE, REASON), (FILE, REASON, REASON)],
    "CannotBeSaid": [(FILE, [REASON])],
    "CanvasInUse": [(FILE,)],
    "ChangedElsewhere": [(FILE, 3, 4)],
    "ExampleIsReadOnly": [(FILE,)],
    "FaultyFile": [(FILE, [FAULT]), (FILE, [FAULT, Fault(0, 0, "", REASON)])],
    "ForeignKey": [("a", KEY, KEY2), ("a", KEY, KEY2, OTHER)],
    "InvalidSheet": [(FILE, REASON)],
    "JtbdError": [(REASON, REASON)],
    "KeyStays": [(FILE, REASON)],
    "MissingKey": [(REASON, REASON)],
    "NewerFormat": [(FILE, KEY, KEY2, 3)],
    "NoDraftHere": [(KEY, FILE, OTHER), (KEY, FILE, None, OTHER), (KEY, FILE, OTHER, FILE)],
    "NotASheet": [(FILE, kind, REASON) for kind in ("canvas", "template", "pdf")],
    "NotReadyToSign": [([REASON],)],
    "OtherSheet": [(FILE, REASON)],
    "PartIsGone": [*((kind,) for kind in ("need", "promise", "coffee")), ("need", TYPED)],
    "PassphraseNeeded": [(FILE,)],
    "PortRefused": [(1, REASON), (0, REASON)],
    "PortTaken": [(8501,)],
    "SameIdTwice": [(KEY, [FILE, OTHER])],
    "SheetChanged": [(FILE,)],
    "SheetGivenUp": [(REASON, ()), (REASON, [REASON])],
    "SheetLapsed": [("2026-12-31",)],
    "SheetsInUse": [(FILE,)],
    "UnknownCanvas": [(FILE,), (FILE, [KEY, KEY2])],
    "UnknownParty": [(NAME, ()), (NAME, [KEY])],
    "UnknownPromise": [(FILE, ()), (FILE, [KEY])],
    "UnknownRevision": [(FILE, 3)],
    "UnreadableFile": [(FILE, REASON)],
    "UnsafeStart": [(REASON,)],
    "UnusableAuthority": [(FILE,)],
    "UnusableKey": [("", REASON), (FILE, REASON), (FILE, REASON, REASON)],
    "UnusableMark": [(REASON,)],
    "UsageError": [(REASON, REASON)],
    "WhichDay": [(FILE, [KEY, KEY2])],
    "WrongPassphrase": [(FILE,)],
}
CLASSES: Final = {
    name: found for name, found in vars(errors).items() if inspect.isclass(found) and issubclass(found, JtbdError)
}


def test_every_error_is_tried() -> None:
    """There is a sample of each error that there is."""
    assert set(SAMPLES) == set(CLASSES)


@pytest.mark.parametrize("name", CLASSES)
def test_errors_are_said(name: str) -> None:
    """Each error says what is wrong and what to do in whole sentences, but for what its caller has to say."""
    for sample in SAMPLES[name]:
        with speaking(PSEUDO):
            error = CLASSES[name](*sample)
        assert faults(error.diagnostics(), own=OWN) == []
        if isinstance(error, errors.InvalidSheet):
            with speaking(PSEUDO):
                assert faults(error.of(FILE, REASON).diagnostics(), own=OWN) == []
