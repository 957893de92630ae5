"""`jtbd timestamp`, and what `jtbd verify` tells of the time stamp beside a sheet."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jtbd.sign.sheet.content import sheet_yaml
from tests.support import sheets
from tests.support.authority import Authority, authority
from tests.support.commands import Laptop

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="OpenSSL's command is not installed")


@pytest.fixture(scope="module")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    """Run an authority."""
    with authority(tmp_path_factory.mktemp("authority")) as made:
        yield made


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Return the path of a complete sheet."""
    path = tmp_path / "sheet-1.yaml"
    path.write_bytes(sheet_yaml(sheets.complete()))
    return path


def test_a_sheet_is_stamped(sheet: Path, tmp_path: Path, tsa: Authority) -> None:
    """It prints where the time stamp is, and aside what it says; `verify` tells it too, and its verdict stays."""
    laptop = Laptop(tmp_path)
    before = laptop.run("verify", sheet)
    stamped = laptop.run("timestamp", sheet, JTBD_TSA_URL=tsa.url)
    after = laptop.run("verify", sheet, "--tsa-ca", tsa.folder / "ca.pem")

    assert (stamped.code, stamped.out) == (0, f"{sheet.with_suffix('.tsr')}\n")
    assert stamped.err.startswith("Time stamp: ")
    assert (before.code, after.code) == (0, 0)
    (told,) = set(after.out.splitlines()) - set(before.out.splitlines())
    assert told.startswith("  Time stamp: ")
    assert told.endswith("over this very file; whose certificate leads to one in " + str(tsa.folder / "ca.pem") + ".")
    assert laptop.run("verify", sheet, "--json").json == {
        "outcome": "complete",
        "rule": None,
        "signed": ["a", "b"],
        "missing": [],
    }


def test_the_option_beats_the_environment(sheet: Path, tmp_path: Path, tsa: Authority) -> None:
    """An address that is given beats the one in the environment."""
    assert Laptop(tmp_path).run("timestamp", sheet, "--url", tsa.url, JTBD_TSA_URL="http://127.0.0.1:9/").code == 0


def test_without_an_address(sheet: Path, tmp_path: Path) -> None:
    """Without an address nothing is sent or written, and it says how to give one."""
    answer = Laptop(tmp_path).run("timestamp", sheet, JTBD_TSA_URL=None)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "jtbd: no time-stamping authority is named\nName one with --url or JTBD_TSA_URL; nothing was sent.\n"
    )
    assert not sheet.with_suffix(".tsr").exists()


def test_a_stamp_that_does_not_fit_changes_no_verdict(sheet: Path, tmp_path: Path) -> None:
    """Beside a sheet that holds, a time stamp that does not is told of, and the sheet is as complete as before."""
    sheet.with_suffix(".tsr").write_bytes(b"yesterday")
    answer = Laptop(tmp_path).run("verify", sheet)

    assert answer.code == 0
    assert "  Time stamp: sheet-1.tsr counts for nothing: it is not a time stamp of RFC 3161.\n" in answer.out
