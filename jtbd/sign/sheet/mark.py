"""A drawn signature out of an SVG file: its paths alone, rewritten in the plain grammar of `jtbd.model.mark`."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from pydantic import TypeAdapter, ValidationError

from jtbd.errors import UnusableMark
from jtbd.i18n import say
from jtbd.model.mark import Mark, unmeant
from jtbd.model.objection import objection

LARGEST_SVG: Final = 262_144

_WRAPPERS: Final = frozenset({"svg", "g"})
_REMARKS: Final = frozenset({"title", "desc", "metadata"})
_NUMBER: Final = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?"
_TOKEN: Final = re.compile(rf"[ \t\r\n,]*(?:([A-Za-z])|({_NUMBER}))")
_MARK: Final[TypeAdapter[str]] = TypeAdapter(Mark)


def checked_mark(path: str) -> str:
    """Return path data that may stand in a sheet; empty is a typed signature.

    Raises:
        UnusableMark: it is anything but plain strokes, or longer than 64 kB.

    """
    try:
        return _MARK.validate_python(path)
    except ValidationError as error:
        raise UnusableMark(objection(error.errors(include_url=False)[0])) from error


def mark_from_svg(data: bytes) -> str:
    """Return the path data of all paths of an SVG file, in order, to a thousandth of a unit.

    Raises:
        UnusableMark: it is no SVG, has something other than paths to show, its paths are not plain strokes, or they
            draw nothing or a dot.

    """
    if len(data) > LARGEST_SVG:
        raise UnusableMark(say("the file is larger than 256 kB"))
    try:
        text = data.decode("utf-8-sig")
        if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
            raise UnusableMark(say("the file has a document type, which could pull in other files"))
        root = ET.fromstring(text)  # noqa: S314 - without a document type there are no entities to expand
    except (UnicodeDecodeError, ET.ParseError, ValueError) as error:
        raise UnusableMark(say("the file is not SVG")) from error
    path = "".join(_plain(piece) for piece in _paths(root))
    if not path:
        raise UnusableMark(say("the file has no path"))
    if wrong := unmeant(mark := checked_mark(path), _ground(root)):
        raise UnusableMark(wrong)
    return mark


def _ground(root: ET.Element) -> float | None:
    """Return the longer side of what the file shows, None where it does not say."""
    sides = re.findall(_NUMBER, root.get("viewBox", ""))[2:4]
    side = max(map(float, sides), default=0.0)
    return side if 0 < side < math.inf else None


def _paths(root: ET.Element) -> Iterator[str]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = element.tag.rpartition("}")[2]
        if "transform" in element.attrib:
            raise UnusableMark(say("<{name}> has a transform", name=name))
        if name == "path":
            yield element.get("d", "")
        elif name in _WRAPPERS:
            waiting.extend(reversed(element))
        elif name not in _REMARKS:
            raise UnusableMark(say("<{name}> is not a path", name=name))


def _plain(path: str) -> str:
    pieces: list[str] = []
    place = 0
    text = path.strip()
    while place < len(text):
        token = _TOKEN.match(text, place)
        if not token:
            raise UnusableMark(say("its path has {character} in it", character=repr(text[place])))
        letter, number = token.groups()
        gap = "" if letter or (pieces and pieces[-1].isalpha()) else " "
        pieces += [gap, letter or f"{float(number):.3f}".rstrip("0").rstrip(".")]
        place = token.end()
    return "".join(piece for piece in pieces if piece)
