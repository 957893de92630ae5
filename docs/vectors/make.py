"""Write the test vectors of the commitment sheet: python docs/vectors/make.py [--pdf].

Everything comes out byte for byte the same each time: the keys are published, the signatures deterministic. A PDF
that is there is kept as it is, unless --pdf says to make it anew. What is expected of each file is stated where it is
made, never asked of a verifier; `tests/docs/test_vectors.py` asks.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import forging
import forms
import holding
import newer
import pdfs
import steps
import writing
from material import FOLDER, Vector


def vectors(*, pdfs_anew: bool = False) -> list[Vector]:
    """Return all vectors, in the order of the rules."""
    found = [vector for source in (holding, writing, forms, forging, newer) for vector in source.vectors()]
    found += pdfs.vectors(anew=pdfs_anew)
    if len({vector.file for vector in found}) != len(found):
        raise ValueError("two vectors of the same name")
    return found


def files(*, pdfs_anew: bool = False) -> Iterator[tuple[str, bytes]]:
    """Yield every file by its name in this folder."""
    found = vectors(pdfs_anew=pdfs_anew)
    for vector in found:
        yield vector.file, vector.data
    lines = ",\n".join(json.dumps(_expected(vector), ensure_ascii=False) for vector in found)
    yield "vectors.json", f"[\n{lines}\n]\n".encode()
    yield "steps.json", steps.text().encode()


def _expected(vector: Vector) -> dict[str, object]:
    return {name: value for name, value in vector._asdict().items() if name != "data"}


def main() -> None:
    """Write all files, and remove those that are no vectors any more."""
    written = {FOLDER / name: data for name, data in files(pdfs_anew="--pdf" in sys.argv[1:])}
    for old in (*FOLDER.glob("sheets/*"), *FOLDER.glob("pdf/*")):
        if old not in written:
            old.unlink()
    for path, data in written.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
