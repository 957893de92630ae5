"""The language spoken now, and what is said in it.

Every sentence that a person can meet is a whole template with named slots and goes through here, so that a catalogue
can hold it in another language (GNU gettext; the catalogues in `locale/` are made by `docs/translating/catalogue.py`).
A sentence is said where it is needed, by `say` and `say_count`; one that stands ready in a table is a `Message`, made
by `mark` and said when it is shown, since a module is loaded once and the language is another with each script run,
request and command.

English needs no catalogue: it is what the sources say, and no file is read for it. What is signed, written into files
or printed for other programs is said within `speaking`, in the language that belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import Final, NamedTuple

ENGLISH: Final = "en"
PSEUDO: Final = "en-XA"
"""What nobody speaks: English in brackets and longer, which shows what is not in the catalogue, glued or clipped."""

WITHIN: Final = "within a sentence"
"""The context of what is said only in a slot of a sentence: a made-up name, a share, an amount."""

_BRITISH: Final = "en_GB"
_spoken: Final[ContextVar[str]] = ContextVar("language", default=ENGLISH)


class Message(NamedTuple):
    """What can be said, not said yet: for tables and constants.

    Attributes:
        text: the whole sentence in English, with its slots: "{name} solves {share}".
        many: the same for any number but one, where it counts something.
        context: tells words apart that are the same in English alone; empty where there is no need to.

    """

    text: str
    many: str = ""
    context: str = ""

    def said(self, **slots: object) -> str:
        """Return it in the language spoken now."""
        return say_in(self.context, self.text, **slots) if self.context else say(self.text, **slots)

    def counted(self, number: int, /, **slots: object) -> str:
        """Return it for a number of things; `{number}` stands for the number, as the language writes it."""
        if self.context:
            return say_count_in(self.context, self.text, self.many, number, **slots)
        return say_count(self.text, self.many, number, **slots)


# ── which language ────────────────────────────────────────────────────────────────────────────────────────────────────


def spoken() -> str:
    """Return the language spoken now, as a tag of BCP 47."""
    return _spoken.get()


def speak(tag: str) -> None:
    """Speak a language from now on: for the rest of this script run, request or command."""
    _spoken.set(tag)


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Speak a language within a `with` statement."""
    token = _spoken.set(tag)
    try:
        yield
    finally:
        _spoken.reset(token)


@cache
def chosen(*wanted: str | None) -> str:
    """Return which language is to be spoken: the first of several wishes that says anything decides.

    Args:
        wanted: tags as "de-AT", as an environment has them ("de_AT.UTF-8") or as a browser sends them
            ("de-AT,de;q=0.9,en;q=0.8"): of several the first that there is a catalogue of.

    Returns:
        English where nobody wishes anything, or what there is no catalogue of.

    """
    wish = next((said for said in wanted if said and said.strip()), ENGLISH)
    for tag in wish.split(","):
        parts = tag.partition(";")[0].partition(".")[0].strip().replace("_", "-").casefold().split("-")
        while parts:
            if "-".join(parts) == ENGLISH:
                return ENGLISH
            if found := _known().get("-".join(parts)):
                return found
            parts.pop()
    return ENGLISH


@cache
def _known() -> dict[str, str]:
    from importlib.resources import files  # noqa: PLC0415 - slow, and English does without

    tags = (folder.name.replace("_", "-") for folder in files("jtbd").joinpath("locale").iterdir() if folder.is_dir())
    return {tag.casefold(): tag for tag in tags}


@cache
def _catalogue(tag: str) -> NullTranslations:
    """Return the catalogue of a language; each is read once for a process."""
    if tag == ENGLISH:
        return NullTranslations()
    from importlib.resources import files  # noqa: PLC0415 - as above

    with files("jtbd").joinpath("locale", tag.replace("-", "_"), "LC_MESSAGES", "jtbd.mo").open("rb") as file:
        return GNUTranslations(file)


# ── what is said ──────────────────────────────────────────────────────────────────────────────────────────────────────


def mark(text: str) -> Message:
    """Return a sentence that is to be said later."""
    return Message(text)


def mark_in(context: str, text: str) -> Message:
    """Return words that are to be said later, told apart by their context."""
    return Message(text, context=context)


def mark_count(one: str, many: str) -> Message:
    """Return what is to be counted later; `{number}` stands for the number."""
    return Message(one, many)


def mark_count_in(context: str, one: str, many: str) -> Message:
    """Return what is to be counted later, told apart by its context."""
    return Message(one, many, context)


def say(text: str, /, **slots: object) -> str:
    """Return a sentence in the language spoken now.

    Args:
        text: the whole sentence in English, a literal; `{name}` is a slot, `{{` a brace.
        slots: what is put into it: names and words of people, numbers and days as `formats` writes them.

    """
    return _catalogue(_spoken.get()).gettext(text).format_map(slots)


def say_in(context: str, text: str, /, **slots: object) -> str:
    """Return words in the language spoken now that mean something else in another context."""
    return _catalogue(_spoken.get()).pgettext(context, text).format_map(slots)


def say_count(one: str, many: str, number: int, /, **slots: object) -> str:
    """Return a sentence for a number of things in the form that the language has for it.

    Args:
        one: the sentence for one of them, in English.
        many: the sentence for any other number.
        number: how many there are; `{number}` stands for it.
        slots: what else is put in.

    """
    said = _catalogue(_spoken.get()).ngettext(one, many, number)
    return said.format_map({"number": _written(number), **slots})


def say_count_in(context: str, one: str, many: str, number: int, /, **slots: object) -> str:
    """Return words for a number of things, told apart by their context."""
    said = _catalogue(_spoken.get()).npgettext(context, one, many, number)
    return said.format_map({"number": _written(number), **slots})


def _written(value: int) -> str:
    return number(value)


def number(value: int | Decimal, places: int = 0) -> str:
    """Return a number as the language writes it, its thousands parted: 22,500; what is less than nothing has a minus.

    Args:
        value: the number.
        places: how many decimals are shown.

    """
    if locale() == _BRITISH:
        return f"{value:,.{places}f}".replace("-", "−")
    from babel.numbers import format_decimal  # noqa: PLC0415 - slow: a third of what `jtbd score` takes

    return format_decimal(value, f"#,##0.{'0' * places}".rstrip("."), locale=locale(), decimal_quantization=True)


def locale() -> str:
    """Return the locale of Babel whose data is in use for days, numbers and lists."""
    tag = _spoken.get()
    return _BRITISH if tag in (ENGLISH, PSEUDO) else tag.replace("-", "_")
