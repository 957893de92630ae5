"""What `docs/format.md` says is so: its fields, its words, its example, and the commands that check a sheet by hand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from jtbd.model.schema import sheet_schema
from jtbd.model.statement import ConsentClaims, DeclineClaims
from jtbd.pdf.receipt import receipt_text
from jtbd.sign.check.sheet import verify_sheet
from jtbd.sign.check.verification import RULES
from jtbd.sign.sheet.content import read_sheet
from jtbd.sign.token.jws import ORDER
from tests.support.places import NODE, ROOT
from tests.support.prints import needs

TEXT: Final = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
PRINTED: Final = ROOT / "docs" / "vectors" / "pdf" / "complete-printed.pdf"
MODULES: Final = NODE / "node_modules"


def _section(title: str) -> str:
    return TEXT.split(f"\n## {title}\n")[1].split("\n## ")[0]


def _blocks(language: str, text: str = TEXT) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def _cells(section: str) -> set[str]:
    """Return everything in code quotes in the tables of a section."""
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return {word for line in rows for word in re.findall(r"`([^`]+)`", line)}


def _named(schema: Any, word: str) -> Iterator[str]:
    """Yield what stands under a word anywhere in a schema: the names of fields, or the words to choose from."""
    if isinstance(schema, dict):
        yield from schema.get(word, ())
        schema = [*schema.values()]
    for inner in schema if isinstance(schema, list) else ():
        yield from _named(inner, word)


def test_every_field_is_named() -> None:
    """Every field of the JSON Schema, and every word to choose from, stands in the tables of section 3."""
    named = _cells(_section("3. The fields"))
    fields = {cell.rpartition(".")[2].removesuffix("[]") for cell in named}

    assert set(_named(sheet_schema(), "properties")) - fields == set()
    assert set(_named(sheet_schema(), "enum")) - named == set()


def test_every_claim_is_named() -> None:
    """Every claim of a statement stands in the table of section 6, and no other."""
    table = _section("6. Signatures").split("### 6.2 Payload\n")[1].split("### ")[0]
    first = {line.split("`")[1] for line in table.splitlines() if line.startswith("| `")}

    assert first == ConsentClaims.model_fields.keys() | DeclineClaims.model_fields.keys()


def test_rules_have_their_words() -> None:
    """The words for each rule are the program's, in the same order."""
    rows = re.findall(r"^\| `([a-z-]+)` \| ([^|`]+) \|$", _section("8. Verifying").split("`WORDS`")[1], re.MULTILINE)

    assert rows == [*RULES.items()]


def test_the_example_is_a_sheet() -> None:
    """The sheet that is shown whole waits for both, and the receipt that is shown is its receipt."""
    (example,) = _blocks("yaml")

    assert verify_sheet(example.encode()).message == "0 of 2 signed; still to sign: Ana and Bea."
    assert _blocks("text", _section("10. The receipt")) == [f"{receipt_text(read_sheet(example.encode()))}\n"]


def test_the_order_of_the_curve_is_as_said() -> None:
    """The number n is the program's."""
    assert f"\nn = {ORDER:064x}\n" in TEXT


def test_links_lead_somewhere() -> None:
    """Every link in the document leads to one of its headings, and every file that it names is there."""
    headings = re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    targets = re.findall(r"\]\(#([^)]+)\)", TEXT)
    files = re.findall(r"`((?:docs|jtbd|schema)/[\w./-]+)`", TEXT)

    assert len(targets) >= 16
    assert set(targets) - anchors == set()
    assert [file for file in files if not (ROOT / file).exists()] == []


@needs("openssl")
@needs("pdfdetach")
@needs("pdfsig")
def test_a_sheet_is_checked_by_hand(tmp_path: Path) -> None:
    """The commands of section 13, typed as they stand, print what stands below them."""
    section = _section("13. Checking by hand")
    shutil.copy(PRINTED, tmp_path / "sheet.pdf")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    script = "set -eu\n" + "\n".join(_blocks("sh", section))

    ran = subprocess.run(["sh", "-c", script], cwd=tmp_path, check=True, capture_output=True, env={"PATH": path})
    printed = ran.stdout.decode().splitlines()

    expected = [line for block in _blocks("text", section) for line in block.splitlines()]
    assert [line for line in expected if line not in printed] == []
    assert printed.count("Verified OK") == 2


@pytest.mark.skipif(not MODULES.is_dir() and not os.environ.get("CI"), reason="npm install was not run in tests/node")
def test_a_sheet_is_checked_with_node(tmp_path: Path) -> None:
    """The script for Node prints the hash twice, and each key's thumbprint twice beside what was signed with it."""
    (script,) = _blocks("js")
    (tmp_path / "check.mjs").write_text(script, encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(MODULES)
    shutil.copy(ROOT / "docs" / "vectors" / "sheets" / "complete-every-field.yaml", tmp_path / "sheet.yaml")

    command = ["node", "--experimental-global-webcrypto", "check.mjs"]  # Node 18 has it behind this flag only
    ran = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    first, *others = ran.stdout.decode().splitlines()

    assert re.fullmatch(r"sha256:(\S+) \1", first)
    assert [bool(re.match(r'(\S{43}) \1 \{"aud":', line)) for line in others] == [True, True]
