"""What is told of a sheet that holds, and of one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from jtbd.errors import UnreadableFile
from jtbd.model.sheet import Sheet
from jtbd.sign.sheet.content import sheet_yaml
from jtbd.store.codec import canvas_to_text
from jtbd.usecases.sheets.verifying import Outcome, as_json, details, meaning, promises, statements, verify, verify_file
from tests.support import builders, sheets as maker
from tests.support.sheets import decline, sign


def _declined() -> Sheet:
    return decline(maker.half_signed(), "b", maker.key("b"), at=maker.AT, reason="too soon", suggests="Copper Fox")


def test_complete() -> None:
    """Of a complete sheet: the hash, who signed when with which key, and the words that each consented with."""
    told = list(details(verify(sheet_yaml(maker.complete()))))
    assert told[0] == f"content {maker.complete().content_hash}"
    assert [line.split(" signed ")[0] for line in told[1::2]] == [
        "Ana Ruiz (Harbour Estates)",
        "Bea Lund (Northline Cabling)",
    ]
    assert all(line.startswith("and said: “I, ") for line in told[2::2])
    assert all(thumbprint in line for thumbprint, line in zip(maker.keys().values(), told[1::2], strict=True))


def test_incomplete() -> None:
    """Of a draft: who has yet to sign, with which key."""
    *_, last = details(verify(sheet_yaml(maker.half_signed())))
    assert last == f"Bea Lund (Northline Cabling) has yet to sign, with key {maker.keys()['b']}"


def test_declined() -> None:
    """Of a declined sheet: who declined; it has the word for it in JSON too."""
    found = verify(sheet_yaml(_declined()))
    assert any(line.startswith("Bea Lund (Northline Cabling) declined on ") for line in details(found))
    assert as_json(found) == {"outcome": "declined", "rule": None, "signed": ["a", "b"], "missing": []}
    assert "too soon" in found.message


def test_nobody_promised_anything_in_a_declined_sheet() -> None:
    """Of a declined sheet no promises are told, and nobody is said to have yet to sign."""
    found = verify(sheet_yaml(decline(maker.draft(), "b", maker.key("b"), at=maker.AT, reason="too soon")))
    assert list(promises(found)) == []
    assert meaning(found) == ""
    assert [line for line in details(found) if "yet to sign" in line] == []
    assert as_json(found)["missing"] == ["a"]


def test_a_canvas_is_called_one(tmp_path: Path) -> None:
    """Of a file that says itself that it is something else, the detail says what it is and what to do."""
    file = tmp_path / "canvas.yaml"
    file.write_text(canvas_to_text(builders.ready_canvas()), encoding="utf-8")
    found = verify_file(file)
    assert (found.outcome, found.rule) == (Outcome.INVALID, "canonical")
    assert found.detail == f"{file} is a canvas, not a sheet. Freeze one with `jtbd sheet {file} --out DIR`."


def test_nothing_is_told_of_an_invalid_sheet() -> None:
    """Of a sheet that does not hold nothing can be relied on, so nothing of it is told."""
    found = verify(sheet_yaml(maker.complete()).replace(b"Introduce", b"Forget"))
    assert (list(details(found)), list(promises(found))) == ([], [])
    assert as_json(found) == {"outcome": "invalid", "rule": "hash", "signed": [], "missing": []}


def test_the_promises_of_both() -> None:
    """Each promise says who gives it, and is the sentence of its making; then what the sheet binds to."""
    found = verify(sheet_yaml(maker.complete()))
    ana, bea = promises(found)
    assert ana == (
        "Ana Ruiz (Harbour Estates) promises: Introduce Northline by e-mail to every client who signs a lease, "
        "when a client signs a lease, by 15 December 2026, so that Northline Cabling gets warm leads before the "
        "fit-out budget is fixed; done when three introductions sent by 15 December"
    )
    assert bea.startswith("Bea Lund (Northline Cabling) promises: Survey")
    assert meaning(found).startswith("This is a statement of intent."), "which is none of the promises"


def test_people_read_no_names_of_machines() -> None:
    """Who signed what and when is told without hashes, ids and keys; what experts go by has them whole."""
    for sheet in (maker.half_signed(maker.draft(replaces=["e" * 26])), maker.complete()):
        found = verify(sheet_yaml(sheet))
        content = sheet.commitment
        told, whole = "\n".join(line.text for line in statements(found)), "\n".join(details(found))
        machines = (content.id, sheet.content_hash, content.party("a").key, *(content.replaces or ()))
        assert not [name for name in machines if name in told]
        assert [name for name in machines if name not in whole] == []
        said = [line.text for line in statements(found) if line.in_their_words]
        assert len(said) == len(found.statements)
        assert all(line.startswith("and said: “") for line in said)
        assert f"commitment sheet {content.id[:4]}… and agree to its content ({sheet.content_hash[7:11]} " in told
        assert "it takes the place of an earlier sheet" in told or not content.replaces


def test_a_bare_promise() -> None:
    """A promise without terms stands alone."""
    of = builders.ready_canvas(commitments=[{"id": "p", "by": "b", "what": "Call", "every": {"weeks": 1}}])
    bare = builders.ready_canvas(commitments=[{"id": "p", "by": "b", "what": "Call"}])
    lines = [next(promises(verify(sheet_yaml(maker.draft(each))))) for each in (of, bare)]
    assert lines == [f"Bea Lund (Northline Cabling) promises: Call{terms}" for terms in (", every week", "")]


def test_a_consent_of_many_lines_cannot_pass_for_ours() -> None:
    """Whatever line breaks a consent has, it is told on one line, in quotes."""
    words = "I agree.\ncomplete: all is well\n\n  content sha256:0"
    signed = sign(maker.draft(), "a", maker.key("a"), at=maker.AT, consent=words)
    assert "and said: “I agree. complete: all is well content sha256:0”" in details(verify(sheet_yaml(signed)))


@pytest.mark.parametrize("data", [b"", b"%PDF-", b"\0" * 100, b"[" * 50_000, b"a: &a [*a, *a]\n"])
def test_any_file_has_an_answer(tmp_path: Path, data: bytes) -> None:
    """A file that is no sheet is invalid; it is never a failure of the program."""
    file = tmp_path / "any"
    file.write_bytes(data)
    assert verify_file(file).outcome is Outcome.INVALID


def test_what_cannot_be_read(tmp_path: Path) -> None:
    """A folder or a missing file is unreadable, which is another thing than invalid."""
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(UnreadableFile):
            verify_file(path)
