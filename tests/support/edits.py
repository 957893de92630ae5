"""Random edits of sheets for Hypothesis: deleted, retyped, respelt, moved, and signed anew or not."""

from __future__ import annotations

import copy
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

from hypothesis import strategies as st

from jtbd.model.text import GREATEST
from jtbd.sign.check.sheet import mark_hash
from jtbd.sign.token.canonical import canonical_json
from jtbd.sign.token.jws import issue
from tests.support import sheets, states
from tests.support.forged import CONSENT

_DOCUMENTS: Final = [
    sheets.complete(sheets.draft(money=True)).dump(),
    sheets.complete(states.bare()).dump(),
    sheets.half_signed(states.full()).dump(),
]
_LETTERS: Final = st.characters(exclude_categories=["Cs", "Cn"])  # unassigned: normal forms differ between versions
_SPACES: Final = ("\r", "\n", "\t", " ", "\u00a0", "\u3000", "\u200b")
_REFUSED: Final = ("\ud800", "\udc00", "\u202e", "\u2066", "\ufeff", "\u0085", "\u2028", "\0", "\x1b", "\ufffe")
_ALLOWED: Final = (
    "\u200f",
    "\ufffd",
    "\ufdd0",
    "\U0001f600",
    "\U0001fffe",
    "\U0010ffff",
    '"',
    "\\",
    "</script>",
    "x" * 600,
)
_FORMS: Final = ("\ud83d\ude00", "e\u0301", "\u0344", "\u212b", "한", "\u1112\u1161\u11ab", "\u0300\u0316")
_ODD: Final = st.sampled_from([*_SPACES, *_REFUSED, *_ALLOWED, *_FORMS])
_TEXT: Final = st.lists(_ODD | st.text(_LETTERS, max_size=4), max_size=4).map("".join)
_LENGTH: Final = st.sampled_from([1, 120, 121, 200, 201, 600, 601, 1_000, 1_001])
_LONG: Final = st.builds(lambda letter, length: letter * length, st.sampled_from(["x", "é", "😀", "7"]), _LENGTH)
_WHOLE: Final = st.sampled_from([0, -1, 1, 520, 521, GREATEST, -GREATEST, GREATEST + 1, 2**53, 2**63, 10**30])
_OTHERS: Final[list[Any]] = [True, False, None, 1.5, [], {}, [1], {"a": 1}, ["a", "a"], [[]], "a", "b", "lead", "1"]
_OTHER: Final = st.sampled_from(_OTHERS).map(copy.deepcopy)  # the next edit may change what this one put in
_ANYTHING: Final[st.SearchStrategy[Any]] = _TEXT | _LONG | _WHOLE | _OTHER
_KEYS: Final = st.sampled_from(["extra", "no", "constructor", "title", "role", "value", "due", "x_1", "1x", "Ä"])
_BITS: Final = st.sampled_from([" ", "  ", "-", ":", "#", '"', "\t", "a", "1", "&a ", "\\", "{", "]", "\r", "é"])


@st.composite
def edited_sheets(draw: st.DrawFn) -> bytes:
    """Draw a sheet with a few edits in its document and in its text, as it was signed or signed anew."""
    state = draw(st.sampled_from(_DOCUMENTS))
    document = copy.deepcopy(state)
    for _ in range(draw(st.integers(1, 2))):
        _edit(draw, document)
    if draw(st.integers(0, 3)):
        _sign_anew(document)
    lines = list(_lines(document, ""))
    if draw(st.integers(0, 5)) == 0:
        _shuffle(draw, lines)
    return ("\n".join(lines) + "\n").encode()


def _edit(draw: st.DrawFn, document: Any) -> None:
    """Change one place: delete, retype, rename, double or turn round what stands there."""
    places = [place for place in _places(document) if place[1] not in {"jws", "commitment"}]
    around, step = draw(st.sampled_from(places))
    value = around[step]
    match draw(st.sampled_from(["delete", "replace", "replace", "append", "rename", "double", "turn", "form", "add"])):
        case "delete":
            del around[step]
        case "append" if isinstance(value, str):
            around[step] = draw(st.sampled_from([value + draw(_TEXT), draw(_TEXT) + value]))
        case "rename" if isinstance(around, dict):
            around[draw(_KEYS)] = around.pop(step)
        case "double" if isinstance(around, list):
            around.insert(step, copy.deepcopy(value))
        case "turn" if isinstance(value, list):
            value.reverse()
        case "form" if isinstance(value, str):
            around[step] = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD", "NFKC"])), value + "Å한é")
        case "add" if isinstance(value, dict):
            value[draw(_KEYS)] = draw(_ANYTHING)
        case _:
            around[step] = draw(_ANYTHING)


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    for step in range(len(node)) if isinstance(node, list) else list(node):
        yield node, step
        if isinstance(node[step], dict | list):
            yield from _places(node[step])


def _sign_anew(document: Any) -> None:
    """Give the content its hash and each signature the words that fit it, as far as that is possible."""
    try:
        content = document["commitment"]
        document["content_hash"] = f"sha256:{hashlib.sha256(canonical_json(content)).hexdigest()}"
        for entry in document["signatures"]:
            party = next(party for party in content["parties"] if party["id"] == entry["party"])
            role = {"role": party["role"]} if "role" in party else {}
            claims = {
                "aud": content["format"],
                "clock": "laptop",
                "consent": "I agree.",
                "content": document["content_hash"],
                "iat": 1_795_338_131,
                "mark": mark_hash(entry["mark_svg"]),
                "name": party["name"],
                "party": entry["party"],
                "sheet": content["id"],
            }
            entry["jws"] = issue(CONSENT, {**claims, **role}, sheets.key(entry["party"]))
    except (AttributeError, KeyError, LookupError, StopIteration, TypeError, ValueError):
        return


def _lines(value: Any, indent: str) -> Iterator[str]:
    """Yield what looks like canonical YAML of anything, though it may be none."""
    steps: Any = sorted(value) if isinstance(value, dict) else range(len(value))
    for step in steps:
        item = value[step]
        head = f"{indent}{step}:" if isinstance(value, dict) else f"{indent}-"
        below = indent if isinstance(item, list) and isinstance(value, dict) else f"{indent}  "
        inner = list(_lines(item, below)) if isinstance(item, dict | list) else []
        if not inner:
            yield f"{head} {_scalar(item)}"
        elif isinstance(value, list):
            yield f"{head} {inner[0].removeprefix(below)}"
            yield from inner[1:]
        else:
            yield head
            yield from inner


def _scalar(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found.group()):04x}", text)


def _shuffle(draw: st.DrawFn, lines: list[str]) -> None:
    """Swap, drop, double or change a line."""
    one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    match draw(st.sampled_from(["swap", "drop", "double", "insert", "move"])):
        case "swap":
            lines[one], lines[other] = lines[other], lines[one]
        case "drop":
            del lines[one]
        case "double":
            lines.insert(one, lines[one])
        case "insert":
            place = draw(st.integers(0, len(lines[one])))
            lines[one] = lines[one][:place] + draw(_BITS) + lines[one][place:]
        case "move":
            lines.insert(other, lines.pop(one))
