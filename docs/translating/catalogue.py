"""The catalogues: what there is to translate, what a language lacks, and what is shipped.

python docs/translating/catalogue.py              gather all sentences anew; make the pseudo-language of them
python docs/translating/catalogue.py begin de     begin a language, or bring what is new into one
python docs/translating/catalogue.py lacks de     say what it lacks and what is wrong in it; 1 where anything is
python docs/translating/catalogue.py compile de   compile it, so that the program speaks it
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.core import Locale, UnknownLocaleError, get_locale_identifier, parse_locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po
from pseudo import pseudo

from jtbd.i18n import ENGLISH, PSEUDO, fits, slots_of

ROOT: Final = Path(__file__).resolve().parents[2]
LOCALE: Final = ROOT / "jtbd" / "locale"
TEMPLATE: Final = LOCALE / "jtbd.pot"
KEYWORDS: Final = {
    "say": None,
    "mark": None,
    "say_in": ((1, "c"), 2),
    "mark_in": ((1, "c"), 2),
    "say_count": (1, 2),
    "mark_count": (1, 2),
    "say_count_in": ((1, "c"), 2, 3),
    "mark_count_in": ((1, "c"), 2, 3),
}
"""What a sentence is said by, as Babel's extraction names it."""

_LINE: Final = 110
_NO_DAY: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The same sentences give the same bytes."""

_WELL_FORMED: Final = re.compile(
    r"""\s*(?:\#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])[ ])?"(?:[^"\\]|\\.)*"\s*)?"""
)
"""A line of a `.po`: Babel takes a text whose quotes do not close, and cuts it."""

_HEADER: Final = "# Every sentence of Common Job that a person can meet; gathered by docs/translating/catalogue.py."


# ── what there is to say ──────────────────────────────────────────────────────────────────────────────────────────────


def gathered() -> Catalog:
    """Return all sentences of the sources, with the files that they stand in."""
    catalogue = _empty()
    found = extract_from_dir(
        ROOT / "jtbd",
        method_map=[("**.py", "gathering:sentences")],
        keywords=KEYWORDS,
        comment_tags=("For translators:",),
        callback=None,
    )
    for file, _, message, comments, context in sorted(found, key=lambda item: item[0]):
        at = (f"jtbd/{Path(file).as_posix()}", 0)
        catalogue.add(message, None, [at], auto_comments=comments, context=context)
    return catalogue


def _empty(language: str | None = None) -> Catalog:
    return Catalog(
        locale=language, domain="jtbd", header_comment=_HEADER, project="Common Job", version="1", fuzzy=False
    )


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as its file has it; the same sentences, the same bytes."""
    file = io.BytesIO()
    write_po(
        file, catalogue, width=_LINE, omit_header=catalogue.locale is None, sort_by_file=False, include_lineno=False
    )
    return file.getvalue()


# ── the pseudo-language ───────────────────────────────────────────────────────────────────────────────────────────────


def pseudo_catalogue(catalogue: Catalog) -> Catalog:
    """Return a catalogue in which all that another one asks for is said in the pseudo-language."""
    spoken = _empty("en")
    for message in _messages(catalogue):
        context = str(message.context or "")
        texts = tuple(pseudo(text, context) for text in _texts(message))
        spoken.add(message.id, texts if message.pluralizable else texts[0], context=message.context)
    return spoken


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    file = io.BytesIO()
    for header in ("creation_date", "revision_date"):
        setattr(catalogue, header, _NO_DAY)
    write_mo(file, catalogue)
    return file.getvalue()


# ── a language ────────────────────────────────────────────────────────────────────────────────────────────────────────


def lacking(catalogue: Catalog, of: Catalog) -> Iterator[str]:
    """Yield what a language lacks of the sentences that there are, and what it says wrongly, each in a line."""
    for message in _messages(of):
        said = catalogue.get(message.id, context=message.context)
        texts = () if said is None else (said.string,) if isinstance(said.string, str) else tuple(said.string or ())
        if said is None or "fuzzy" in said.flags or not all(texts) or len(texts) < _forms(catalogue, message):
            yield f"not said: {_named(message)}"
            continue
        english = _texts(message)
        wanted = slots_of(*english)
        for text in texts:
            found = slots_of(text)
            if "{" in found:
                yield f"a brace that does not close: {_named(message)}"
            elif odd := found - wanted:
                yield f"no such slot, {', '.join(sorted(odd))}: {_named(message)}"
            elif not fits(text, *english):
                yield f"a slot is missing, {', '.join(sorted(wanted - found))}: {_named(message)}"


def _forms(catalogue: Catalog, message: Message) -> int:
    return catalogue.num_plurals if message.pluralizable else 1


def _named(message: Message) -> str:
    context = f" [{message.context}]" if message.context else ""
    return f"{_texts(message)[0]!r}{context}"


def _texts(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _file(tag: str) -> Path:
    return LOCALE / tag.replace("-", "_") / "LC_MESSAGES" / "jtbd.po"


# ── the script ────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Refused(Exception):
    """What the script does not do, and why."""


def main(argv: list[str] | None = None) -> int:
    """Do what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", default="gather", choices=["gather", "begin", "lacks", "compile"])
    parser.add_argument("language", nargs="?", help="a tag, as de or pt-BR")
    arguments = parser.parse_args(argv)
    if arguments.what == "gather":
        return _gather()
    if not arguments.language:
        parser.error("which language?")
    try:
        return {"begin": _begin, "lacks": _lacks, "compile": _compile}[arguments.what](_tag(arguments.language))
    except _Refused as refused:
        print(refused, file=sys.stderr)
        return 2


def _gather() -> int:
    catalogue = gathered()
    TEMPLATE.write_bytes(written(catalogue))
    place = _file(PSEUDO).with_suffix(".mo")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(compiled(pseudo_catalogue(catalogue)))
    return 0


def _begin(tag: str) -> int:
    place = _file(tag)
    catalogue = _read(tag) if place.exists() else _empty(tag.replace("-", "_"))
    catalogue.update(gathered(), no_fuzzy_matching=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(written(catalogue))
    lacks = sum(1 for _ in lacking(catalogue, catalogue))
    print(f"{_shown(place)}: of {len(catalogue)} sentences {lacks} are to be translated")
    return 0


def _lacks(tag: str) -> int:
    found = [*lacking(_read(tag), gathered())]
    print("\n".join(found) if found else "It lacks nothing.")
    return 1 if found else 0


def _compile(tag: str) -> int:
    catalogue = _read(tag)
    place = _file(tag).with_suffix(".mo")
    place.write_bytes(compiled(catalogue))
    lacks = sum(1 for _ in lacking(catalogue, gathered()))
    print(f"{_shown(place)} is made; {lacks} sentences are said in English" if lacks else f"{_shown(place)} is made")
    return 0


def _tag(said: str) -> str:
    """Return a tag as it is written: pt-BR, however it was typed."""
    tag = said.replace("_", "-")
    if tag.casefold() in {ENGLISH, PSEUDO.casefold()}:
        msg = f"{tag} is made of the sources: there is nothing to translate"
        raise _Refused(msg)
    try:
        Locale.parse(name := get_locale_identifier(parse_locale(tag, sep="-")))
    except (ValueError, UnknownLocaleError):
        msg = f"{said} is no language that Babel knows: write its tag, as de or pt-BR"
        raise _Refused(msg) from None
    return name.replace("_", "-")


def _read(tag: str) -> Catalog:
    place = _file(tag)
    if not place.exists():
        msg = f"{tag} is not begun: python docs/translating/catalogue.py begin {tag}"
        raise _Refused(msg)
    try:
        lines = place.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines, start=1):
            if not _WELL_FORMED.fullmatch(line):
                msg = (
                    f"{_shown(place)}, line {number}: a text stands in quotes, with a backslash before each quote in it"
                )
                raise _Refused(msg)
        return read_po(lines, domain="jtbd", abort_invalid=True)
    except (PoFileError, ValueError) as wrong:
        msg = f"{_shown(place)} cannot be read: {wrong}"
        raise _Refused(msg) from None


def _shown(place: Path) -> str:
    return str(place.relative_to(ROOT) if place.is_relative_to(ROOT) else place)


if __name__ == "__main__":
    sys.exit(main())
