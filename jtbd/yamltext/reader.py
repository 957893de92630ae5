"""Strict reading of YAML: over the parser's events, within caps, and only what every reader takes for the same.

`yaml.safe_load` hangs on a short merge-key bomb, keeps the last of duplicate keys, and reads `no` as false.
"""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from jtbd.errors import FaultyFile, UnreadableFile
from jtbd.i18n import say
from jtbd.yamltext import syntax
from jtbd.yamltext.composer import Composer, Ended
from jtbd.yamltext.document import Document, Finding, Reading
from jtbd.yamltext.words import REFUSED, STAND_IN, refusal

MOST_BYTES: Final = 1 << 20
MOST_REFUSED: Final = 20
_MARK: Final = re.compile(r"<{7}(?: |$)|>{7}(?: |$)")

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it, as all its wheels are; both give the same events."""


def read(data: bytes, file: str) -> Document:
    """Return the one document in `data`; `file` is its name in messages.

    Raises:
        UnreadableFile: larger than 1 MiB, or not UTF-8.
        FaultyFile: everything a strict reader refuses, each with line, column and what to write instead.

    """
    document, findings = scan(data, file)
    if findings or document is None:
        raise FaultyFile(file, [finding.fault() for finding in findings])
    return document


def scan(data: bytes, file: str) -> Reading:
    """Return what can be made out of `data` together with everything that is wrong in it.

    Raises:
        UnreadableFile: larger than 1 MiB, or not UTF-8.

    """
    text = _text(data, file)
    if marks := _marks_of_a_merge(text):
        return Reading(None, marks)
    refused = _refused_characters(text)
    if len(refused) >= MOST_REFUSED:
        return Reading(None, refused)
    # One character for one lets the parser go on, so that the faults after it are reported too.
    text = REFUSED.sub(STAND_IN, text)
    composer = Composer(yaml.parse(text, Loader=PARSER))
    document: Document | None = None
    end: tuple[Finding, ...] = ()
    try:
        document = composer.document()
    except Ended as ended:
        end = (ended.finding,)
    except yaml.MarkedYAMLError as error:
        end = (syntax.finding(error, text),)
    return Reading(document, (*refused, *composer.findings, *end))


def _marks_of_a_merge(text: str) -> tuple[Finding, ...]:
    """Return where a merge left both versions in a file with its marks around them."""
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _MARK.match(line)]
    message = say(
        "a merge left its marks here: what stands between <<<<<<< and ======= is one version, up to "
        ">>>>>>> the other; keep one of them and delete the marks"
    )
    return tuple(Finding((), number, 1, message) for number in lines) if len(lines) > 1 else ()


def _text(data: bytes, file: str) -> str:
    if len(data) > MOST_BYTES:
        raise UnreadableFile(
            file, say("is larger than 1 MiB"), say("A file of this kind is a few kB: is it the right one?")
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        code = f"{data[error.start]:02X}"
        raise UnreadableFile(
            file,
            say(
                "line {line} is not UTF-8 text (byte 0x{code} at offset {offset})",
                line=line,
                code=code,
                offset=error.start,
            ),
            say("Save it as UTF-8 (in an editor: Save as, encoding UTF-8) and open it again."),
        ) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _refused_characters(text: str) -> tuple[Finding, ...]:
    """Return the first refused characters, at most `MOST_REFUSED`: where there are that many it is no text file."""
    findings: list[Finding] = []
    for match in REFUSED.finditer(text):
        start = match.start()
        line = text.count("\n", 0, start) + 1
        column = start - text.rfind("\n", 0, start)
        findings.append(Finding((), line, column, refusal(match.group())))
        if len(findings) == MOST_REFUSED:
            break
    return tuple(findings)
