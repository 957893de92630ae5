"""The text of what is known of a network, strict YAML like a canvas, with every fault and its line."""

from __future__ import annotations

import re
from typing import Final

from pydantic import ValidationError

from jtbd.errors import Fault, FaultyFile, NewerFormat
from jtbd.i18n import say
from jtbd.model.network import NETWORK_FORMAT, Network
from jtbd.store.complaints import complaints
from jtbd.yamltext import NodePath, scan

_A_DAY: Final[NodePath] = ("on",)
"""The name of a field, which some readers of YAML take for a yes: here nothing else can be meant."""

_ANY_VERSION: Final = re.compile(r"jtbd\.network/[1-9][0-9]{0,8}(?:\.[0-9]{1,9})?")


def network_from_bytes(data: bytes, file: str) -> Network:
    """Return what a file tells of a network; `file` is its name in messages.

    Raises:
        UnreadableFile: larger than 1 MiB, or not UTF-8.
        NewerFormat: written by a newer version of this program.
        FaultyFile: every fault of its YAML and of its fields, each with line and column.

    """
    document, findings = scan(data, file)
    wrong = [finding for finding in findings if not (finding.doubtful and finding.path[-1:] == _A_DAY)]
    if document is None or wrong:
        raise FaultyFile(file, [finding.fault() for finding in wrong])
    if not isinstance(document.value, dict):
        wanted = say(
            "what is known of a network is made of lines such as name: value, the first being format: {format}",
            format=NETWORK_FORMAT,
        )
        raise FaultyFile(file, [Fault(1, 1, "", wanted)])
    found = document.value.get("format")
    if isinstance(found, str) and found != NETWORK_FORMAT and _ANY_VERSION.fullmatch(found):
        raise NewerFormat(file, found, NETWORK_FORMAT, document.place(("format",)).line)
    if found is None:
        missing = say("is missing: add format: {format}", format=NETWORK_FORMAT)
        raise FaultyFile(file, [Fault(1, 1, "format", missing)])
    try:
        return Network.model_validate(document.value)
    except ValidationError as error:
        raise FaultyFile(file, [complaint.fault for complaint in complaints(error, Network, document)]) from None
