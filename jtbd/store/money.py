"""Money in a file of a canvas: what no sheet could hold is a fault there, with its line, before anybody freezes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from jtbd.errors import Fault
from jtbd.model.currency import unknown, unpayable
from jtbd.model.text import PARTIES
from jtbd.store.complaints import Complaint
from jtbd.yamltext import Document, NodePath, path_text

_AMOUNT: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,4})?")
_CODE: Final = re.compile(r"[A-Z]{3}")


def money_complaints(document: Document) -> Iterator[Complaint]:
    """Yield each currency that a sheet cannot name and each amount that cannot be paid in its currency.

    What is no amount and no code at all is for its field to say.
    """
    for currency, amounts in _places():
        code = document.at(currency)
        if not (isinstance(code, str) and _CODE.fullmatch(code)):
            continue
        if wrong := unknown(code):
            yield _complaint(document, currency, wrong)
            continue
        for path in amounts:
            said = document.at(path)
            if isinstance(said, str) and _AMOUNT.fullmatch(said) and (wrong := unpayable(Decimal(said), code)):
                yield _complaint(document, path, wrong)


def _places() -> Iterator[tuple[NodePath, tuple[NodePath, ...]]]:
    """Yield where a currency stands, and where the amounts in it do."""
    names = ("alone", "together", "notice")
    yield ("value", "currency"), tuple(("value", party, name) for party in PARTIES for name in names)
    for party in PARTIES:
        rate: NodePath = ("parties", party, "hourly_rate")
        yield (*rate, "currency"), ((*rate, "amount"),)


def _complaint(document: Document, path: NodePath, message: str) -> Complaint:
    place = document.place(path)
    return Complaint(path, Fault(place.line, place.column, path_text(path), message))
