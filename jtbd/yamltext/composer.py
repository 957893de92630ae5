"""Parser events → plain data with places, collecting what a strict reader refuses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml import events as ev

from jtbd.i18n import say
from jtbd.yamltext.document import Document, Finding, NodePath, Place, Plain
from jtbd.yamltext.words import REFUSED, STAND_IN, doubt_about, refusal, shortened, value_of

MOST_EVENTS: Final = 100_000
MOST_FINDINGS: Final = 100
DEEPEST: Final = 32
LONGEST_KEY: Final = 200


class Ended(Exception):
    """Reading cannot go on; carries the reason."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Composer:
    """One pass over the events of one file; `findings` grows as it goes.

    It stops asking the parser for more at the cap of depth, of events and of findings, so that neither its own
    recursion nor the parser's stacks grow with the file.
    """

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self.findings: list[Finding] = []
        self._events = events
        self._count = 0
        self._value_places: dict[NodePath, Place] = {}
        self._key_places: dict[NodePath, Place] = {}

    def document(self) -> Document:
        """Return the first document of the file; an empty file holds null.

        Raises:
            Ended: a cap was reached.
            yaml.MarkedYAMLError: the file is not YAML.

        """
        value: Plain = None
        self._next()  # the stream's start
        event = self._next()
        if isinstance(event, ev.DocumentStartEvent):
            if event.version or event.tags:
                self._refuse((), event, say("directives are not read: delete the lines that begin with %"))
            value = self._node(self._next(), (), 1)
            self._next()  # the document's end
            event = self._next()
            if not isinstance(event, ev.StreamEndEvent):
                self._refuse(
                    (), event, say("a second document begins here: one file holds one, so delete from here on")
                )
        return Document(value, self._value_places, self._key_places)

    def _next(self) -> Any:
        event = next(self._events)
        self._count += 1
        if self._count > MOST_EVENTS:
            raise Ended(_finding((), event, say("too many values: the rest was not read")))
        return event

    def _refuse(self, path: NodePath, event: yaml.Event, message: str, *, doubtful: bool = False) -> None:
        self.findings.append(_finding(path, event, message, doubtful=doubtful))
        if len(self.findings) >= MOST_FINDINGS:
            raise Ended(_finding((), event, say("{number} faults so far: the rest was not read", number=MOST_FINDINGS)))

    def _node(self, event: Any, path: NodePath, depth: int) -> Plain:
        self._value_places.setdefault(path, _place(event))  # of two fields of the same name the first counts
        if isinstance(event, ev.AliasEvent):
            self._refuse(path, event, say("references (*name) are not read: write the value out"))
            return None
        self._undecorated(event, path)
        if isinstance(event, ev.ScalarEvent):
            return self._scalar(event, path)
        if depth > DEEPEST:
            raise Ended(_finding(path, event, say("nested more than {most} deep: the rest was not read", most=DEEPEST)))
        if isinstance(event, ev.MappingStartEvent):
            return self._mapping(path, depth)
        return self._sequence(path, depth)

    def _undecorated(self, event: Any, path: NodePath) -> None:
        if event.anchor is not None:
            self._refuse(path, event, say("anchors (&name) are not read: delete it"))
        if event.tag is not None:
            self._refuse(path, event, say("tags (!name) are not read: delete it"))

    def _scalar(self, event: yaml.ScalarEvent, path: NodePath) -> Plain:
        text = REFUSED.sub(STAND_IN, event.value)
        if found := REFUSED.search(event.value):  # written as an escape, such as \u202e
            self._refuse(path, event, refusal(found.group()))
        if event.style or event.tag is not None:
            return text
        if doubt := doubt_about(text):
            self._refuse(path, event, doubt, doubtful=True)
        return value_of(text)

    def _sequence(self, path: NodePath, depth: int) -> list[Plain]:
        items: list[Plain] = []
        while not isinstance(event := self._next(), ev.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: NodePath, depth: int) -> dict[str, Plain]:
        fields: dict[str, Plain] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := self._next(), ev.MappingEndEvent):
            key = self._key(event, path, depth)
            where = path if key is None else (*path, key)
            if key in lines:
                self._refuse(
                    where,
                    event,
                    say("{name} is given twice, first on line {line}: delete one of them", name=key, line=lines[key]),
                )
            value = self._node(self._next(), where, depth + 1)
            if key is not None and key not in lines:
                fields[key] = value
                lines[key] = _place(event).line
                self._key_places[where] = _place(event)
        return fields

    def _key(self, event: Any, path: NodePath, depth: int) -> str | None:
        """Return a field's name, or None where it cannot be one."""
        if isinstance(event, ev.AliasEvent):
            self._refuse(path, event, say("references (*name) are not read: write the name out"))
            return None
        if not isinstance(event, ev.ScalarEvent):
            self._refuse(path, event, say("a field's name must be a word: delete the brackets, the dash or the ?"))
            self._node(event, path, depth + 1)
            return None
        if event.value == "<<" and not event.style:
            self._refuse(path, event, say("merge keys (<<) are not read: write the fields out"))
            return None
        if len(event.value) > LONGEST_KEY:
            self._refuse(
                path,
                event,
                say("a field's name has at most {most} characters: shorten it", most=LONGEST_KEY),
            )
            return None
        where = (*path, REFUSED.sub(STAND_IN, event.value))
        self._undecorated(event, where)
        name = self._scalar(event, where)
        if isinstance(name, str):
            return name
        self._refuse(
            path,
            event,
            say('a field\'s name must be text: put it in quotes, as "{word}"', word=shortened(event.value)),
        )
        return None


def _place(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _finding(path: NodePath, event: Any, message: str, *, doubtful: bool = False) -> Finding:
    return Finding(path, *_place(event), message, doubtful)
