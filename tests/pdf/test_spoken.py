"""A sheet is printed in its own language, whole and without a word beside the catalogue, and nothing is clipped."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from jtbd.i18n import PSEUDO, speaking
from jtbd.model import Every
from jtbd.model.sheet import Sheet
from jtbd.pdf.fonts import unseen_warning, warning
from jtbd.pdf.forms import FORMS
from jtbd.pdf.labels import labels
from jtbd.pdf.pieces import Pieces
from jtbd.pdf.view import view
from jtbd.sign.check.sheet import checked, verify_sheet
from jtbd.sign.sheet.content import content_hash, sheet_yaml
from jtbd.usecases.sheets.printing import print_sealed, print_sheet
from jtbd.wording.sheet import cadence
from tests.support import builders, prints, sheets
from tests.support.sheets import EVERYTHING, decline
from tests.support.spoken import faults

poppler = prints.needs("pdftotext")

EVERY: Final = Every(weeks=6)
MARGIN: Final = 26 / 25.4 * 72
WIDTH: Final = 210 / 25.4 * 72
HEIGHT: Final = 297 / 25.4 * 72


def _pseudo(sheet: Sheet) -> Sheet:
    """Return an unsigned sheet as one whose language is the pseudo-language."""
    content = sheet.commitment.revise(language=PSEUDO)
    return Sheet(commitment=content, content_hash=content_hash(content), signatures=())


def _draft(**how: Any) -> Sheet:
    promises = [{"id": f"promise-{by}", "by": by, "what": "Introduce the other", **EVERYTHING} for by in "ab"]
    return _pseudo(sheets.draft(builders.ready_canvas(commitments=promises), money=True, **how))


@cache
def _sheets() -> dict[str, Sheet]:
    earlier = "a" * 25 + "e"
    return {
        "complete": sheets.complete(_draft()),
        "draft": _draft(confidential=True, binding="contract", replaces=[earlier]),
        "half-signed": sheets.half_signed(_draft(confidential=True)),
        "declined": decline(_draft(), "b", sheets.key("b"), reason="no time", suggests="Cask"),
    }


def _printed(name: str) -> bytes:
    sheet = checked(_sheets()[name.removeprefix("sealed ")])
    if name.startswith("sealed "):
        return print_sealed(sheet, sheets.AT, sheets.key("seal")).pdf
    return print_sheet(sheet, sheets.AT).pdf


NAMES: Final = ("complete", "draft", "half-signed", "declined", "sealed complete")


class Word(NamedTuple):
    """A word on a page, and its box."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


_BOX: Final = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>|</page>'
)


def _words(pdf: bytes, folder: Path) -> Iterator[Word]:
    file = folder / "printed.pdf"
    file.write_bytes(pdf)
    said = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True).stdout.decode()
    page = 0
    for found in _BOX.finditer(said):
        if found[0] == "</page>":
            page += 1
        else:
            left, top, right, bottom = (float(found[place]) for place in range(1, 5))
            yield Word(page, left, top, right, bottom, found[5])


@poppler
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_clipped_or_overlaps(name: str, tmp_path: Path) -> None:
    """However long the words of a language are, each stands within the margins and on no other."""
    found = [*_words(_printed(name), tmp_path)]
    assert [word for word in found if word.left < 0 or word.right > WIDTH] == []
    words = [word for word in found if not _is_stamp(word)]
    assert len(words) > 300
    assert [word for word in words if word.left < MARGIN - 1 or word.right > WIDTH - MARGIN + 1] == []
    assert [word for word in words if word.top < 0 or word.bottom > HEIGHT] == []
    assert [pair for pair in _pairs(words) if _overlap(*pair)] == []


def _is_stamp(word: Word) -> bool:
    """Tell what is printed across the page in faint letters, beneath all others."""
    return word.bottom - word.top > 60


def _pairs(words: list[Word]) -> Iterator[tuple[Word, Word]]:
    for place, one in enumerate(words):
        for other in words[place + 1 :]:
            if one.page == other.page:
                yield one, other


def _overlap(one: Word, other: Word) -> bool:
    """Say whether two words stand on each other; boxes have room above and below their letters."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 1 and down > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


# ── what is said ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list) and data and isinstance(data[0], dict) and "look" in data[0]:
        yield _joined(data)
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)


def _joined(found: Pieces) -> str:
    return "".join(piece["text"] for piece in found)


def _own(sheet: Sheet) -> set[str]:
    """Return what of a sheet's pages are people's words, ids, what is signed in English, and what `wording` says."""
    content, statements = sheet.commitment, verify_sheet(sheet_yaml(sheet)).statements
    own = {*_texts(content.dump())} | {text for said in statements for text in _texts(said.dump())}
    shown = view(sheet, statements, None)
    own |= {shown["title"], shown["between"], shown["receipt"], *shown["names"].values()}
    own |= {shown["terms"][0], shown["terms"][1], *(one["consent"] for one in shown["signatures"])}
    own |= {row["said"] for row in shown["commitments"]} | {one["line"] for one in shown["signatures"]}
    own |= {text for row in shown["particulars"] for text in row[1:] if "⟦" not in text}
    own |= {str(one["mark"]) for one in shown["signatures"] if one["mark"]}
    own |= {row["kind"] for row in shown["commitments"]} | {row["role"] for row in shown["roles"]}
    own |= {sheet.content_hash, *(one.get("when", "") for one in shown["signatures"])}
    told = shown["overlap"]
    own |= {told["verdict"], *told["flags"], *(part["share"] for part in told["parts"])} | {cadence(EVERY)}
    kept = {"sheet.yaml", "EUR", "only_a", "only_b", "contested", "open", "signed", "draft", "declined", "missing"}
    return {text for text in own if len(text) > 1} | kept


@pytest.mark.parametrize("name", NAMES[:4])
def test_every_word_of_ours_is_said(name: str) -> None:
    """All that the template gets is in the catalogue, in whole sentences; what is signed stays as it was signed."""
    sheet = _sheets()[name]
    with speaking(PSEUDO):
        data = view(sheet, verify_sheet(sheet_yaml(sheet)).statements, None)
        own = _own(sheet)
        shown = [*_texts(data), *_texts(labels({**data, "sealed": False})), *_texts(labels({**data, "sealed": True}))]
    assert any("⟦" in text for text in shown)
    assert [wrong for text in shown for wrong in faults(text, own=own)] == []


@poppler
def test_the_template_says_nothing_by_itself(tmp_path: Path) -> None:
    """On the pages there is no word of English that is not in the catalogue, nor anybody's."""
    for name in NAMES:
        text = " ".join(word.text for word in _words(_printed(name), tmp_path))
        for words in ("Commitment", "Roles", "Review", "Signatures", "Sealed by", "yet", "With the program"):
            assert words not in text.replace("Commitment Sheet", ""), name


def test_the_templates_hold_no_words() -> None:
    """No label stands in a template."""
    for file in (Path(__file__).parents[2] / "jtbd" / "pdf").glob("*.typ"):
        code = "\n".join(line.partition("//")[0] for line in file.read_text(encoding="utf-8").splitlines())
        found = re.findall(r"\[([^\[\]#]*[A-Za-z]{3,}[^\[\]#]*)\]", code)
        assert [words for words in found if "metadata" not in words] == [], file.name
        assert not re.search(r"^\s*=+ [A-Z]", code, re.MULTILINE), file.name


# ── whose language ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_sheet_is_the_same_whoever_prints_it() -> None:
    """Its pages, its seal and what that says of itself are in the sheet's language, whatever the program speaks."""
    sheet = checked(sheets.complete())
    english = print_sealed(sheet, sheets.AT, sheets.key("seal"))
    with speaking(PSEUDO):
        assert print_sealed(sheet, sheets.AT, sheets.key("seal")) == english


def test_an_older_sheet_is_in_english() -> None:
    """A language that there is no catalogue of, or none, is English."""
    content = sheets.draft().commitment.revise(language="tlh")
    sheet = Sheet(commitment=content, content_hash=content_hash(content), signatures=())
    assert view(sheet, (), None)["state"]["label"] == "Draft, 0 of 2 signed"
    assert print_sheet(checked(sheet), sheets.AT).pdf


def test_what_to_tell_who_prints_is_in_their_language() -> None:
    """What a PDF lacks is told in the language of who prints it, not in the sheet's."""
    with speaking(PSEUDO):
        said = [warning(["ש"] * 50), unseen_warning(["\u115f"])]
        said += [text.said() for form in FORMS for text in form.warnings({"overlap": {"picture": "x"}})]
    names = ("HEBREW LETTER SHIN", "HANGUL CHOSEONG FILLER", "PDF")
    assert [wrong for text in said for wrong in faults(text, own=names)] == []
