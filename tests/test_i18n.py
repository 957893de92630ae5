"""Sentences in the language spoken now."""

from __future__ import annotations

import threading
from contextlib import suppress
from contextvars import copy_context

import pytest

from jtbd.i18n import (
    ENGLISH,
    PSEUDO,
    WITHIN,
    chosen,
    fits,
    mark,
    mark_count,
    mark_in,
    say,
    say_count,
    say_in,
    speak,
    speaking,
    spoken,
)


def test_english_is_what_the_sources_say() -> None:
    """Without a wish a sentence is the one that the source has, its slots filled."""
    assert spoken() == ENGLISH
    assert say("{name} solves {share}", name="Kestrel", share="12 %") == "Kestrel solves 12 %"


@pytest.mark.parametrize(("number", "said"), [(0, "0 needs"), (1, "1 need"), (2, "2 needs"), (22500, "22,500 needs")])
def test_things_are_counted(number: int, said: str) -> None:
    """One is said otherwise than none or many, and thousands are parted."""
    assert say_count("1 need", "{number} needs", number) == said
    assert mark_count("1 need", "{number} needs").counted(number) == said


def test_what_is_marked_is_said_later() -> None:
    """A sentence in a table is said in the language that is spoken when it is shown, whatever was when it was made."""
    ready, told_apart = mark("Save {name}"), mark_in(WITHIN, "nobody")
    assert ready.said(name="it") == "Save it"
    assert told_apart.said() == say_in(WITHIN, "nobody") == "nobody"


def test_people_write_braces() -> None:
    """What stands in a slot is left as it is, braces and all."""
    assert say("{name} solves it", name="{Curly} {0} {{x}}") == "{Curly} {0} {{x}} solves it"


def test_a_language_is_spoken_for_as_long_as_asked() -> None:
    """A language within a `with` statement ends with it, also by an error; another thread speaks its own."""
    with suppress(KeyError), speaking(PSEUDO):
        assert spoken() == PSEUDO
        raise KeyError
    assert spoken() == ENGLISH
    heard: list[str] = []

    def elsewhere() -> None:
        speak(PSEUDO)
        heard.append(spoken())

    thread = threading.Thread(target=copy_context().run, args=(elsewhere,))
    thread.start()
    thread.join()
    assert (heard, spoken()) == ([PSEUDO], ENGLISH)


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ((), ENGLISH),
        ((None, "", " "), ENGLISH),
        (("en-XA",), PSEUDO),
        (("EN_xa",), PSEUDO),
        (("en_XA.UTF-8",), PSEUDO),
        (("en-XA-x-private",), PSEUDO),
        (("en-GB",), ENGLISH),
        (("tlh",), ENGLISH),
        (("tlh", "en-XA"), ENGLISH),
        ((None, "en-XA", "en"), PSEUDO),
        (("tlh-Latn,en-XA;q=0.9,en;q=0.8",), PSEUDO),
        (("*",), ENGLISH),
        ((";,;", "en-XA"), ENGLISH),
        (("../../etc/passwd",), ENGLISH),
        (("C.UTF-8",), ENGLISH),
    ],
)
def test_the_first_wish_decides(wanted: tuple[str | None, ...], language: str) -> None:
    """The first of the wishes that says anything decides; one that there is no catalogue of is English."""
    assert chosen(*wanted) == language


@pytest.mark.parametrize(
    ("said", "english", "fit"),
    [
        ("{share}, das löst {name}", ("{name} solves {share}",), True),
        ("{name}, {name}: {share}", ("{name} solves {share}",), True),
        ("{name} löst es", ("{name} solves {share}",), False),
        ("{nazwa} {share}", ("{name} solves {share}",), False),
        ("{name} {share} {}", ("{name} solves {share}",), False),
        ("{name} {share} {0}", ("{name} solves {share}",), False),
        ("{name!z} {share}", ("{name} solves {share}",), False),
        ("{name.real} {share}", ("{name} solves {share}",), False),
        ("{share:q} {name}", ("{name} solves {share}",), False),
        ("{name} {share", ("{name} solves {share}",), False),
        ("name} {share}", ("{name} solves {share}",), False),
        ("{{name}} {name} {share}", ("{name} solves {share}",), True),
        ("eine", ("1 need of {all}", "{number} needs of {all}"), False),
        ("eine von {all}", ("1 need of {all}", "{number} needs of {all}"), True),
        ("%", ("{number} %",), False),
        ("{number} % davon", ("{number} %",), True),
        ("nieznane: %s", ("unknown: %s",), True),
        ("nieznane", ("unknown: %s",), False),
        ("%s %s", ("unknown: %s",), False),
        ("100 % %s", ("unknown: %s",), False),
        ("%(choice)s aus %(value)r", ("%(value)r of %(choice)s",), True),
        ("%(choice)s aus %(value)s", ("%(value)r of %(choice)s",), False),
    ],
)
def test_a_translation_has_the_slots_of_its_sentence(said: str, english: tuple[str, ...], *, fit: bool) -> None:
    """In whatever order and number; none is left out, invented or misspelt, but for how many, said in a word."""
    assert fits(said, *english) is fit
