"""The printed sheet, looked at with the tools that strangers have."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import shutil
import subprocess
import textwrap
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from jtbd.model.sheet import Sheet
from jtbd.pdf.pdf import preview, render
from jtbd.sign.sheet.content import commitment_json, sheet_yaml
from tests.support import builders, prints, sheets
from tests.support.sheets import EVERYTHING, decline

poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's tools are not installed")


def _promises(count: int, what: str = "Introduce the other to every client") -> Sheet:
    commitments = [
        {"id": f"promise-{place}", "by": "ab"[place % 2], "what": f"{what} {place}", **EVERYTHING}
        for place in range(count)
    ]
    return sheets.draft(builders.ready_canvas(commitments=commitments), money=True)


@poppler
def test_attachments_prove_the_printed_hash(tmp_path: Path) -> None:
    """Pdfdetach and sha256sum give the hash that is printed, and the sheet's own file, with no code of ours."""
    sheet = sheets.complete()
    text = prints.text_of(prints.printed(sheet).pdf, tmp_path)

    subprocess.run(["pdfdetach", "-saveall", "-o", str(tmp_path), str(tmp_path / "printed.pdf")], check=True)
    found = subprocess.run(["sha256sum", "commitment.json"], cwd=tmp_path, check=True, capture_output=True)

    assert f"sha256:{found.stdout.decode().split()[0]}" in text
    assert (tmp_path / "sheet.yaml").read_bytes() == sheet_yaml(sheet)


def test_attachments_are_the_exact_bytes() -> None:
    """The attachments are the sheet's file and the hashed bytes, each with its type and what it is to the document."""
    sheet = sheets.complete()

    with pikepdf.open(io.BytesIO(prints.printed(sheet).pdf)) as pdf:
        attached = {name: found.get_file().read_bytes() for name, found in pdf.attachments.items()}
        relations = {name: str(found.obj.AFRelationship) for name, found in pdf.attachments.items()}
        types = {name: found.get_file().mime_type for name, found in pdf.attachments.items()}

    assert attached == {"sheet.yaml": sheet_yaml(sheet), "commitment.json": commitment_json(sheet.commitment)}
    assert hashlib.sha256(attached["commitment.json"]).hexdigest() == sheet.content_hash.removeprefix("sha256:")
    assert relations == {"sheet.yaml": "/Source", "commitment.json": "/Data"}
    assert types == {"sheet.yaml": "application/yaml", "commitment.json": "application/json"}


def test_it_is_tagged_pdf_a_3() -> None:
    """The PDF says that it is PDF/A-3a, has tags, a language and a title, and is dated by the last signature."""
    with pikepdf.open(io.BytesIO(prints.printed(sheets.complete()).pdf)) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        assert metadata["dc:title"] == "Commitment sheet: Harbour Estates × Northline Cabling"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122090411")


def test_the_same_sheet_gives_the_same_bytes() -> None:
    """Printing twice gives the same file."""
    assert prints.printed(sheets.complete()) == prints.printed(sheets.complete())


@poppler
@pytest.mark.parametrize("state", ["complete", "draft", "declined", "sealed"])
def test_text_is_as_it_was(state: str, golden: Callable[[str, bytes], None], tmp_path: Path) -> None:
    """What can be read on the pages is what earlier versions printed."""
    sheet = {
        "complete": lambda: sheets.complete(_promises(2)),
        "sealed": lambda: sheets.complete(_promises(2)),
        "draft": lambda: sheets.half_signed(sheets.draft(confidential=True, binding="contract")),
        "declined": lambda: decline(
            sheets.draft(), "b", sheets.key("b"), at=sheets.AT, reason="no time", suggests="Cask"
        ),
    }[state]()
    pdf = prints.sealed(sheet) if state == "sealed" else prints.printed(sheet).pdf
    text = prints.text_of(pdf, tmp_path)

    golden(f"sheet-{state}.txt", ("\n".join(textwrap.wrap(text, 110)) + "\n").encode())


@poppler
def test_every_signed_text_is_printed(tmp_path: Path) -> None:
    """Whatever was signed, down to ids and thumbprints, stands on the pages; but not the working file's own name.

    That is of whoever the file was begun with, which may be somebody else.
    """
    sheet = sheets.complete(_promises(3))
    text = prints.text_of(prints.printed(sheet).pdf, tmp_path)
    content = sheet.commitment

    for party in content.parties:
        for part in (party.name, party.organisation, party.title, party.key):
            assert part
            assert part in text
    for item in content.commitments:
        assert item.id in text
        assert item.what in text
    for value in (*EVERYTHING.values(), "15 December 2026", "every 2 weeks", "a joint offer"):
        assert not isinstance(value, str) or value in text or value in {"2026-12-15", "joint-offer"}
    for part in (
        content.job.performer,
        content.job.when,
        content.job.want,
        content.job.so_that,
        content.roles.a.does,
        content.aspects[0].text,
        content.canvas.sha256,
        content.seal,
        content.id,
        content.format,
        "EUR 70,000.00",
        "5 January 2027",
        "only a 20, both 4, only b 16, nobody 8, of 48",
        sheet.content_hash,
        "09:02:11 UTC, where it was signed 22 November 2026, 10:02 (+01:00) (laptop’s clock)",
    ):
        assert part
        assert part in text


@poppler
def test_machines_names_stand_at_the_foot(tmp_path: Path) -> None:
    """Above the foot there is no id, hash or key: a promise's id does not run into the name of a firm."""
    sheet = sheets.complete(_promises(3))
    head, _, foot = prints.text_of(prints.printed(sheet).pdf, tmp_path).partition("For experts")
    content = sheet.commitment
    for name in (sheet.content_hash, content.seal, *(party.key for party in content.parties), "promise-1", "need-3"):
        assert name not in head
        assert name in foot
    assert "quarter units" not in head
    assert f"agree to its content ({sheet.content_hash[7:11]} {sheet.content_hash[11:15]} …)" in head
    assert content.canvas.id not in head + foot


@poppler
def test_whoever_signs_second_reads_the_pages_of_the_first(tmp_path: Path) -> None:
    """A draft has as many pages with one signature as with none, and with both; each part is on the same one."""
    for promises in (1, 4, 9):
        draft = _promises(promises)
        pages = []
        for sheet in (draft, sheets.half_signed(draft), sheets.complete(draft)):
            prints.text_of(prints.printed(sheet).pdf, tmp_path)
            text = subprocess.run(["pdftotext", str(tmp_path / "printed.pdf"), "-"], check=True, capture_output=True)
            marks = ("Signatures", "For experts", "Working file", f"{promises}. ")
            pages.append([[mark in page for mark in marks] for page in text.stdout.decode().split("\f")])
        assert pages[0] == pages[1] == pages[2]


@poppler
@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (sheets.draft(), ("Draft, 0 of 2 signed", "not signed yet", "DRAFT")),
        (sheets.half_signed(), ("Draft, 1 of 2 signed", "not signed yet", "DRAFT")),
        (sheets.complete(), ("Signed by both", "unsealed copy", "An unsealed copy: no seal guards these pages")),
        (sheets.complete(sheets.draft(confidential=True)), ("confidential", "It is confidential")),
        (sheets.complete(sheets.draft(binding="contract")), ("An agreement meant to bind", "legally bound")),
    ],
)
def test_a_sheet_says_what_it_is(sheet: Sheet, words: tuple[str, ...], tmp_path: Path) -> None:
    """A sheet says in so many words whether it is a draft, sealed, confidential, meant to bind."""
    text = prints.text_of(prints.printed(sheet).pdf, tmp_path)

    for word in words:
        assert word in text


@pytest.mark.parametrize("count", [1, 25])
def test_any_number_of_promises_prints(count: int) -> None:
    """One promise and twenty-five both print without a warning."""
    assert prints.printed(sheets.complete(_promises(count))).warnings == ()


@poppler
def test_long_words_stay_on_the_page(tmp_path: Path) -> None:
    """Names of 200 letters without a space and addresses of 600 are broken, and nothing of them is lost."""
    canvas = builders.ready_canvas(
        parties={"a": {"organisation": "N" * 200}, "b": {"person": "M" * 200}},
        commitments=[{"id": "long", "by": "a", "what": "https://x.example/" + "a" * 580}],
    )
    pdf = prints.printed(sheets.complete(sheets.draft(canvas))).pdf
    text = prints.text_of(pdf, tmp_path)
    boxes = subprocess.run(["pdftotext", "-bbox", str(tmp_path / "printed.pdf"), "-"], check=True, capture_output=True)
    rights = [float(part.split('"')[1]) for part in boxes.stdout.decode().split("xMax=")[1:] for part in [f"={part}"]]

    assert max(rights) < 595
    assert text.count("a" * 30) >= 580 // 90


def test_markup_is_text(tmp_path: Path) -> None:
    """What would be markup, code or a path to typst is printed as it was written."""
    trap = '#panic() *b* _i_ $x$ `c` @ref <l> \\ // /* #read("/etc/passwd") #image("x") = h'
    sheet = sheets.complete(
        sheets.draft(builders.ready_canvas(commitments=[{"id": "trap", "by": "a", "what": trap}], job={"want": trap}))
    )
    printed = prints.printed(sheet)

    assert printed.warnings == ()
    if shutil.which("pdftotext"):
        assert prints.text_of(printed.pdf, tmp_path).count(trap) == 2


def test_what_no_font_has_is_said() -> None:
    """A character that no font has, here one that does not exist yet, is named in a warning, and there is a PDF."""
    canvas = builders.ready_canvas(parties={"a": {"person": "Ana \u0378"}, "b": {"person": "Bea"}})
    sheet = sheets.complete(sheets.draft(canvas))

    printed = prints.printed(sheet)

    assert "U+0378" in printed.warnings[0]
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf, pdf.open_metadata() as metadata:
        assert "pdfaid:part" not in metadata
        assert pdf.attachments["sheet.yaml"].get_file().read_bytes() == sheet_yaml(sheet)


@poppler
def test_what_no_font_has_is_said_on_the_page(tmp_path: Path) -> None:
    """The page itself names what stands there as a box."""
    canvas = builders.ready_canvas(parties={"a": {"person": "Ana \u0378"}, "b": {"person": "Bea"}})

    assert "U+0378" in prints.text_of(prints.printed(sheets.draft(canvas)).pdf, tmp_path)


def test_without_a_signature_the_caller_dates_it() -> None:
    """A draft that nobody has signed carries the date that it is given, without a picture as well as with one."""
    sheet = sheets.draft()
    pdf = render(
        sheet,
        (),
        sheet_yaml=sheet_yaml(sheet),
        commitment_json=commitment_json(sheet.commitment),
        overlap_svg=None,
        made_at=dt.datetime(2027, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
    ).pdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20270102030405")


def test_room_is_kept_for_a_seal_that_is_to_come() -> None:
    """A PDF that is about to be sealed has room for the seal; an unsealed copy has not."""
    assert prints.printed(sheets.complete()).room is None
    assert prints.printed(sheets.complete(), sealed_at=prints.SEALED_AT).room is not None


def test_the_preview_shows_the_pages() -> None:
    """The pages to read before signing are pictures of what will print, one for each page."""
    sheet = _promises(3)
    pages = preview(sheet, (), overlap_svg=prints.PICTURE, made_at=sheets.AT)

    with pikepdf.open(io.BytesIO(prints.printed(sheet).pdf)) as pdf:
        assert len(pages) == len(pdf.pages)
    assert all(page.startswith(b"\x89PNG") for page in pages)


@poppler
def test_what_nobody_can_see_is_said(tmp_path: Path) -> None:
    """A message hidden in characters that show as nothing is named on the page and in a warning; it is still PDF/A."""
    sheet = sheets.draft(builders.ready_canvas(commitments=[{"id": "pay", "by": "a", "what": "Call"}]))
    (promise,) = sheet.commitment.commitments
    said = promise.revise(what="Call\U000e006e\U000e006f")  # past the canvas, which takes less than a sheet
    printed = prints.printed(sheet.revise(commitment=sheet.commitment.revise(commitments=[said])))

    assert "U+E006E TAG LATIN SMALL LETTER N, U+E006F" in printed.warnings[0]
    assert "U+E006E TAG LATIN SMALL LETTER N, U+E006F" in prints.text_of(printed.pdf, tmp_path)
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "3"
