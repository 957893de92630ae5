"""The language spoken now, and what is said in it.

Every sentence that a person can meet is a whole template with named slots and goes through here, so that a catalogue
can hold it in another language (GNU gettext; the catalogues in `locale/` are made by `docs/translating/catalogue.py`).
A sentence is said where it is needed, by `say` and `say_count`; one that stands ready in a table is a `Message`, made
by `mark` and said when it is shown, since a module is loaded once and the language is another with each script run,
request and command.

English needs no catalogue: it is what the sources say, and no file is read for it. It is also said where a translation
is missing, or has not the slots of its sentence: no slip of a translator stops a screen. What is signed, written into
files or printed for other programs is said within `speaking`, in the language that belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

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


def shelf() -> Traversable:
    """Return the folder of the catalogues."""
    from importlib.resources import files  # noqa: PLC0415 - slow, and English does without

    return files("jtbd").joinpath("locale")


def _compiled(folder: str) -> Traversable:
    return shelf().joinpath(folder, "LC_MESSAGES", "jtbd.mo")


@cache
def _known() -> dict[str, str]:
    """Return the languages that can be spoken: one that is begun and not compiled yet is none of them."""
    tags = (each.name.replace("_", "-") for each in shelf().iterdir() if _compiled(each.name).is_file())
    return {tag.casefold(): tag for tag in tags}


@cache
def _catalogue(tag: str) -> NullTranslations:
    """Return the catalogue of a language; each is read once for a process."""
    if tag == ENGLISH:
        return NullTranslations()
    with _compiled(tag.replace("-", "_")).open("rb") as file:
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
    said = _catalogue(_spoken.get()).gettext(text)
    return (said if said is text or fits(said, text) else text).format_map(slots)


def say_in(context: str, text: str, /, **slots: object) -> str:
    """Return words in the language spoken now that mean something else in another context."""
    said = _catalogue(_spoken.get()).pgettext(context, text)
    return (said if said is text or fits(said, text) else text).format_map(slots)


def say_count(one: str, many: str, number: int, /, **slots: object) -> str:
    """Return a sentence for a number of things in the form that the language has for it.

    Args:
        one: the sentence for one of them, in English.
        many: the sentence for any other number.
        number: how many there are; `{number}` stands for it.
        slots: what else is put in.

    """
    said = _catalogue(_spoken.get()).ngettext(one, many, number)
    return _counted(said, one, many, number).format_map({"number": _written(number), **slots})


def say_count_in(context: str, one: str, many: str, number: int, /, **slots: object) -> str:
    """Return words for a number of things, told apart by their context."""
    said = _catalogue(_spoken.get()).npgettext(context, one, many, number)
    return _counted(said, one, many, number).format_map({"number": _written(number), **slots})


def _counted(said: str, one: str, many: str, number: int) -> str:
    if said is one or said is many or fits(said, one, many):
        return said
    return one if number == 1 else many


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


# ── what a translation may be ─────────────────────────────────────────────────────────────────────────────────────────


@cache
def fits(said: str, *english: str) -> bool:
    """Say whether a translation has the slots of its English sentence, each at least once, and no other.

    Args:
        said: the translation.
        english: the sentence; of one that counts both forms: a form of it may do without the number.

    """
    wanted, found = slots_of(*english), slots_of(said)
    return found <= wanted <= (found | {"number"} if len(english) > 1 else found)


def slots_of(*texts: str) -> set[str]:
    """Return the slots of a sentence in all its forms, also those that argparse fills; "{" where a brace is open."""
    import re  # noqa: PLC0415 - needed for other languages only, as the next
    from string import Formatter  # noqa: PLC0415

    found: set[str] = set()
    for text in texts:
        try:
            for _, name, form, conversion in Formatter().parse(text):
                if name is not None:
                    found.add(f"{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}")
        except ValueError:
            found.add("{")
        lent = re.findall(r"%(?:\(\w+\))?[rs]\b", text)
        named = {slot for slot in lent if "(" in slot}
        found |= named | {"".join(slot for slot in lent if slot not in named)} - {""}
        if lent and text.count("%") > len(lent):
            found.add("%")
    return found
