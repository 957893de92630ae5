"""What argparse says by itself, said by our catalogue.

argparse asks gettext for its words, and gettext has none of them: Python ships no catalogue. It binds the two functions
of gettext by name when it is imported, so they are changed there, in argparse's own module, and not in gettext, which
others use as well. What is not among its words here it says in English; a test looks into its source for that.
"""

from __future__ import annotations

import argparse
import gettext
from collections.abc import Mapping
from typing import Final, NamedTuple

from jtbd.i18n import Message, mark, mark_count

_WORDS: Final[Mapping[str, Message]] = {
    message.text: message
    for message in (
        mark("usage: "),
        mark("positional arguments"),
        mark("options"),
        mark("show this help message and exit"),
        mark("show program's version number and exit"),
        # For translators: %s and %(…)s are what argparse puts in: names of options, what was typed.
        mark("the following arguments are required: %s"),
        mark("one of the arguments %s is required"),
        mark("unrecognized arguments: %s"),
        mark("expected one argument"),
        mark("expected at most one argument"),
        mark("expected at least one argument"),
        mark("not allowed with argument %s"),
        mark("ignored explicit argument %r"),
        mark("ambiguous option: %(option)s could match %(matches)s"),
        mark("unexpected option string: %s"),
        mark("invalid choice: %(value)r (choose from %(choices)s)"),
        mark("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),
        mark("unknown parser %(parser_name)r (choices: %(choices)s)"),
        mark("invalid %(type)s value: %(value)r"),
    )
}
_COUNTED: Final = mark_count("expected %s argument", "expected %s arguments")


class _Frame(NamedTuple):
    """What a message of ours stands in: no sentence within another, but one after the other."""

    before: str
    said: Message
    after: str


_FRAMES: Final[Mapping[str, _Frame]] = {
    "%(prog)s: error: %(message)s\n": _Frame("%(prog)s: ", mark("error:"), " %(message)s\n"),
    "argument %(argument_name)s: %(message)s": _Frame("", mark("argument %(argument_name)s:"), " %(message)s"),
}


def lend() -> None:
    """Have argparse speak the language that is spoken when it says something."""
    vars(argparse).update(_=_said, ngettext=_counted)


def _said(text: str) -> str:
    if frame := _FRAMES.get(text):
        return f"{frame.before}{frame.said.said()}{frame.after}"
    known = _WORDS.get(text)
    return known.said() if known else text


def _counted(one: str, many: str, number: int) -> str:
    return _COUNTED.counted(number) if one == _COUNTED.text else gettext.ngettext(one, many, number)
