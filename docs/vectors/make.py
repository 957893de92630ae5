"""Write the test vectors of the commitment sheet: python docs/vectors/make.py.

Everything comes out byte for byte the same each time: the keys are published, the signatures deterministic. What is
expected of each file is stated where it is made, never asked of a verifier; `tests/test_vectors.py` asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import forging
import forms
import holding
import steps
import writing
from material import FOLDER, Vector


def vectors() -> list[Vector]:
    """Return all vectors, in the order of the rules."""
    found = [vector for source in (holding, writing, forms, forging) for vector in source.vectors()]
    if len({vector.file for vector in found}) != len(found):
        raise ValueError("two vectors of the same name")
    return found


def files() -> Iterator[tuple[str, bytes]]:
    """Yield every file by its name in this folder."""
    found = vectors()
    for vector in found:
        yield vector.file, vector.data
    expected = [vector._asdict() for vector in found]
    for item in expected:
        del item["data"]
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in expected)
    yield "vectors.json", f"[\n{lines}\n]\n".encode()
    yield "steps.json", steps.text().encode()


def main() -> None:
    """Write all files, and remove sheets that are no vectors any more."""
    written = {FOLDER / name: data for name, data in files()}
    for old in FOLDER.glob("sheets/*.yaml"):
        if old not in written:
            old.unlink()
    for path, data in written.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
