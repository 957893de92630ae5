"""Every text of a page that AppTest has, as a reader sees it: for who looks at what is said in the pseudo-language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import unescape
from typing import Any, Final

import pytest
from pydantic import BaseModel

from jtbd.advice.suggestions import suggestions
from jtbd.figures.lettering import party_names
from jtbd.i18n import ENGLISH, PSEUDO, speaking
from jtbd.model import PARTIES, Canvas, other
from jtbd.scoring import overlap
from jtbd.ui.fields.currency import USUAL
from jtbd.ui.fields.names import starting_first_name, starting_organisation
from jtbd.ui.fields.words import first_name, organisation, person
from jtbd.ui.language import WISH
from jtbd.wording.drafts import written
from jtbd.wording.plain import party_name
from jtbd.wording.promise import spoken
from tests.support.screens import Tab
from tests.support.spoken import faults

_READ: Final = frozenset(
    {"alt", "body", "caption", "captions", "content", "help", "label", "message", "options", "placeholder", "text"}
)
"""What fields of Streamlit's messages are called that a reader sees; the others are ids, addresses, what was typed."""
_BESIDE: Final = frozenset({"bidi_component", "code", "html", "plotly_chart"})
"""What is read otherwise, or, as a command or a hash, is the same in every language."""
_DRAWN: Final = frozenset({"text", "ticktext", "name", "hovertext"})
_NAMES: Final = frozenset({"organisation", "person", "name"})
_WRITTEN: Final = _NAMES | {
    *("currency", "does", "done_when", "email", "gives", "offers", "performer", "place", "qualifies", "reward", "rule"),
    *("so_that", "standard", "text", "title", "trigger", "want", "what", "when", "who"),
}
"""The fields of documents in which people write; the others have words of the format."""
_NAMED_BY: Final = (first_name, organisation, person, starting_first_name, starting_organisation)
ALWAYS: Final = ("Common Job", *USUAL)
"""The program's name and the currencies."""
_PARTS: Final = re.compile(r"</?(?:article|caption|div|dd|dl|dt|figcaption|figure|h\d|li|ol|p|section|summary|table)\b")
_CELLS: Final = re.compile(r"</?(?:br|button|details|t[dhr]|tbody|text|thead|title|ul)\b")
_LABELS: Final = re.compile(r"</?(?:b|h4|i|small|span)\b")
_NAMED: Final = re.compile(r'\b(?:aria-label|alt|placeholder|title)="([^"]*)"')
_MARKS: Final = re.compile(r"\\([!-/:-@\[-`{-~])|:[a-z]+(?=\[)|:material/\w+:|`[^`]*`|[*\[\]]|\]\([^)]*\)")


@contextmanager
def abroad(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the app and the test speak the pseudo-language."""
    patch.setenv(WISH, PSEUDO)
    with speaking(PSEUDO):
        yield


def wrong(tab: Tab, *own: object) -> list[str]:
    """Return what is wrong with the texts of a page in the pseudo-language.

    Args:
        tab: what shows the page.
        own: what people wrote, documents with it, and what else stays as it is in every language.

    """
    words = [*ALWAYS, *(word for word in own_words(own) if len(word) > 1)]
    return [fault for text in texts(tab) for fault in faults(text, own=words)]


def texts(tab: Tab) -> Iterator[str]:
    """Yield each text of a page without its marks; of what holds several, each by itself."""
    for node in tab.app._tree:
        proto = getattr(node, "proto", None)
        if proto is None:
            continue
        kind = getattr(node, "type", "")
        if kind == "html":
            yield from _of_html(proto.body)
        elif kind == "bidi_component":
            yield from _of_component(json.loads(proto.json or "null"))
        elif kind == "plotly_chart":
            yield proto.alt
            yield from _of_figure(json.loads(proto.spec))
        elif kind == "text":
            yield proto.body
        elif kind not in _BESIDE:
            yield from map(seen, _fields(proto))


def seen(markdown: str) -> str:
    """Return what a reader sees of Markdown; a command stands there as a number."""
    return _MARKS.sub(lambda mark: mark[1] or ("0" if mark[0][0] == "`" else ""), markdown.replace("\u2060", ""))


def _fields(message: Any) -> Iterator[str]:
    """Yield what one of Streamlit's messages, and what is within it, has to read."""
    for field, value in message.ListFields():
        many = value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)
        for each in many:
            if hasattr(each, "ListFields"):
                yield from _fields(each)
            elif isinstance(each, str) and field.name in _READ:
                yield each


def _of_html(body: str) -> Iterator[str]:
    yield from map(unescape, _NAMED.findall(body))
    parted = _CELLS.sub(lambda found: f"\n{found[0]}", _PARTS.sub(lambda found: f"\n{found[0]}", body))
    if 'class="figure' in body:  # whose pieces are labels in places of their own
        parted = _LABELS.sub(lambda found: f"\n{found[0]}", parted)
    bare = re.sub(r"<style[^>]*>.*?</style>", "", parted, flags=re.DOTALL)
    yield unescape(re.sub(r"<[^>]*>", "", bare))


def _of_component(data: Any) -> Iterator[str]:
    """Yield what a component of ours is given to say: all words that are neither codes nor drawings."""
    if isinstance(data, Mapping):
        for name, value in data.items():
            if name in {"label", "words"}:
                yield from _strings(value)
            elif not isinstance(value, str):
                yield from _of_component(value)
    elif isinstance(data, Sequence) and not isinstance(data, str):
        for value in data:
            yield from _of_component(value)


def _of_figure(spec: Any) -> Iterator[str]:
    if isinstance(spec, Mapping):
        for name, value in spec.items():
            if name in _DRAWN and isinstance(value, str | list):
                yield from (re.sub(r"<[^>]*>", "\n", text.replace("<br>", " ")) for text in _strings(value))
            else:
                yield from _of_figure(value)
    elif isinstance(spec, Sequence) and not isinstance(spec, str):
        for value in spec:
            yield from _of_figure(value)


def own_words(own: Sequence[object]) -> Iterator[str]:
    """Yield all that people wrote in documents, and what is given as a text."""
    for each in own:
        if isinstance(each, str):
            yield each
        elif isinstance(each, BaseModel):
            yield from _written(each.model_dump(mode="json"))
        elif isinstance(each, Sequence):
            yield from own_words(each)
        if isinstance(each, Canvas):
            yield from (name(each, party) for name in _NAMED_BY for party in PARTIES)
            yield from party_names(each).values()
            receivers = {party: [name(each, party) for name in (party_name, *_NAMED_BY)] for party in PARTIES}
            with speaking(ENGLISH):  # as they will be signed
                for party in PARTIES:
                    receivers[party] += [name(each, party) for name in (party_name, *_NAMED_BY)]
                promises = [spoken(item, name) for item in each.commitments for name in receivers[other(item.by)]]
                drafts = [written(draft, each) for item in suggestions(each, overlap(each)) for draft in item.drafts]
            yield from promises
            for draft in drafts:
                yield from (draft.what, draft.done_when, f"{draft.what}; done when {draft.done_when}")


def _written(document: object) -> Iterator[str]:
    if isinstance(document, Mapping):
        for name, value in document.items():
            if isinstance(value, str):
                yield value if name in _WRITTEN else ""
                yield value.partition(" ")[0] if name in _NAMES else ""
            else:
                yield from _written(value)
    elif isinstance(document, Sequence) and not isinstance(document, str):
        for each in document:
            yield from _written(each)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, Sequence):
        for each in value:
            yield from _strings(each)
