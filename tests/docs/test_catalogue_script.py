"""The script by which a language is added: begin, lacks, compile."""

from __future__ import annotations

from gettext import GNUTranslations
from pathlib import Path

import catalogue
import pytest
from catalogue import main

UNTRANSLATED = 'msgid "commands"\nmsgstr ""'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for catalogues with none in it."""
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path)
    return tmp_path


def _po(folder: Path, name: str = "de") -> Path:
    return folder / name / "LC_MESSAGES" / "jtbd.po"


def _translate(place: Path, of: str, by: str) -> None:
    text = place.read_text(encoding="utf-8")
    assert text.count(of) == 1
    place.write_text(text.replace(of, by), encoding="utf-8")


def test_a_language_is_begun_translated_and_compiled(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Begin writes all sentences, lacks names those that are not said, compile makes what gettext reads."""
    assert main(["begin", "de"]) == 0
    told = capsys.readouterr().out
    count = sum(1 for message in catalogue.gathered() if message.id)
    assert told.endswith(f"jtbd.po: of {count} sentences {count} are to be translated\n")
    _translate(_po(folder), UNTRANSLATED, UNTRANSLATED[:-1] + 'Befehle"')

    assert main(["lacks", "de"]) == 1
    lacks = capsys.readouterr().out.splitlines()
    assert len(lacks) == count - 1
    assert "not said: 'options'" in lacks
    assert "not said: 'commands'" not in lacks

    assert main(["compile", "de"]) == 0
    assert capsys.readouterr().out.endswith(f"jtbd.mo is made; {count - 1} sentences are said in English\n")
    with _po(folder).with_suffix(".mo").open("rb") as file:
        said = GNUTranslations(file)
    assert [said.gettext(text) for text in ("commands", "options")] == ["Befehle", "options"]


def test_a_whole_language_lacks_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where each sentence is said with its slots, the script says so, and ends well."""
    assert main(["begin", "de"]) == 0
    said = catalogue._read("de")
    for message in said:
        if message.id:
            message.string = message.id
    _po(folder).write_bytes(catalogue.written(said))
    capsys.readouterr()
    assert main(["lacks", "de"]) == 0
    assert capsys.readouterr().out == "It lacks nothing.\n"
    assert main(["compile", "de"]) == 0
    assert capsys.readouterr().out.endswith("jtbd.mo is made\n")


def test_begun_again_it_keeps_what_is_translated(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """New sentences come in, translated ones stay, and what is said no more is kept at the end of the file."""
    assert main(["begin", "de"]) == 0
    _translate(_po(folder), UNTRANSLATED, UNTRANSLATED[:-1] + 'Befehle"')
    assert main(["begin", "de"]) == 0
    assert 'msgid "commands"\nmsgstr "Befehle"' in _po(folder).read_text(encoding="utf-8")

    changed = catalogue.gathered()
    changed.delete("commands")
    changed.add("New commands")
    monkeypatch.setattr(catalogue, "gathered", lambda: changed)
    assert main(["begin", "de"]) == 0
    text = _po(folder).read_text(encoding="utf-8")
    assert 'msgid "New commands"\nmsgstr ""' in text
    assert '#~ msgid "commands"\n#~ msgstr "Befehle"' in text
    assert len(capsys.readouterr().out.splitlines()) == 3


@pytest.mark.parametrize(
    ("typed", "name", "forms"),
    [("pl", "pl", 3), ("DE-at", "de_AT", 2), ("pt_br", "pt_BR", 3), ("zh-hant", "zh_Hant", 1), ("ar", "ar", 6)],
)
def test_a_tag_is_written_as_it_should_be(typed: str, name: str, forms: int, folder: Path) -> None:
    """However a tag is typed, its folder is the same, and the file asks for as many forms as the language has."""
    assert main(["begin", typed]) == 0
    assert _po(folder, name).is_file()
    assert f"nplurals={forms};" in _po(folder, name).read_text(encoding="utf-8")


@pytest.mark.parametrize("what", ["begin", "lacks", "compile"])
@pytest.mark.parametrize("tag", ["tlhingan", "../de", "en", "en-XA", "en_xa"])
def test_what_is_no_language_to_translate_is_refused(
    what: str, tag: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """English and the pseudo-language are made, others have to be known; nothing is written."""
    assert main([what, tag]) == 2
    assert capsys.readouterr().err
    assert [*folder.iterdir()] == []


@pytest.mark.parametrize("what", ["lacks", "compile"])
def test_what_is_not_begun_is_said(what: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who asks for a language that nobody has begun is told how to begin it."""
    assert main([what, "fr"]) == 2
    assert capsys.readouterr().err == "fr is not begun: python docs/translating/catalogue.py begin fr\n"
    assert [*folder.iterdir()] == []


@pytest.mark.parametrize("slip", ['msgstr "Befehle', "msgstr Befehle", 'msgstr "die "Befehle""', 'msgst "Befehle"'])
def test_a_slip_in_the_file_is_named(slip: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that gettext does not know is told by its number; nothing is compiled, and nothing is overwritten."""
    assert main(["begin", "de"]) == 0
    _translate(_po(folder), UNTRANSLATED, UNTRANSLATED.replace('msgstr ""', slip))
    broken = _po(folder).read_bytes()
    line = broken.decode().splitlines().index(slip) + 1
    for what in ("lacks", "compile", "begin"):
        assert main([what, "de"]) == 2
        assert f"jtbd.po, line {line}: " in capsys.readouterr().err
    assert _po(folder).read_bytes() == broken
    assert not _po(folder).with_suffix(".mo").exists()


@pytest.mark.parametrize("slip", ["Befehle".encode("utf-16"), b'msgid "Save"\n\nmsgid "Load"\nmsgstr ""\n'])
def test_a_file_that_cannot_be_read_is_named(slip: bytes, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So is a file in another encoding, and one in which a translation has gone."""
    assert main(["begin", "de"]) == 0
    _po(folder).write_bytes(_po(folder).read_bytes() + slip)
    assert main(["compile", "de"]) == 2
    assert "jtbd.po cannot be read: " in capsys.readouterr().err


def test_a_language_has_to_be_named() -> None:
    """Without a language there is nothing to begin."""
    with pytest.raises(SystemExit):
        main(["begin"])
