"""Tables as people paste them where needs are listed: of Markdown, of a spreadsheet, of a CSV file."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from jtbd.model.unseen import without_unseen
from jtbd.parsing.bullets import NEED, items
from jtbd.parsing.mark import is_marked, without_mark
from jtbd.parsing.row import HEAD, NUMBER, STATE

_Rows = list[list[str]]

_STROKE: Final = re.compile(r"(?<!\\)[|│┃║]")
_RULE: Final = re.compile(r"[\s|+:=_\-–—─━┄┼├┤│┃┌┐└┘┬┴═╪╬║╔╗╚╝╠╣╦╩╞╡╟╢╤╧]+")
_SEPARATOR: Final = re.compile(r"sep=.", re.IGNORECASE)
_SCORE: Final = re.compile(
    r"[-–+±~≈]?\s*[\d.,  ]+\s*(?:%|pts?|points?|(?:/|of|out of|von|sur|de)\s*\d+)?|[★☆⭐●○◐]+|[+–-]{1,3}|[hml]|"
    r"[a-f][+-]?|very (?:high|low)|functional|emotional|social|must|should|could|won.?t|must have|nice to have|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}",
    re.IGNORECASE,
)
_SUM: Final = re.compile(
    r"(?:(?:grand|sub)[ -]?)?totals?|sums?|averages?|avg\.?|mean|median|count|Ø|∑|Σ|summe|gesamt|"
    r"durchschnitt|total général",
    re.IGNORECASE,
)
_SAID: Final = re.compile(
    r"descriptions?|statements?|text|what|details?|titles?|names?|features?|items?|tasks?", re.IGNORECASE
)
_OVER: Final = re.compile(
    r"(?:importance|satisfaction|opportunity|weight|rating|score|rank|points|effort|impact|value|dimension|type|kind|"
    r"category|group|theme|segment|source|persona|customer|party|phase|job step|stage|wer|was|nr|wichtigkeit|gewicht|"
    r"bewertung|prio|punkte|note|poids|importancia|importanza)(?:\s?\(.*\))?",
    re.IGNORECASE,
)
_FEWEST: Final = 3
"""So many lines without any blank behind a comma are a table, though no column says so."""


class Column(NamedTuple):
    """A column of a table: what stands over it, if anything does, and its cells that could be needs."""

    name: str
    needs: tuple[str, ...]


class Table(NamedTuple):
    """What was pasted, column by column; `likely` is the place of the one that seems to hold the needs.

    Without a column it is a head alone, or has nothing but numbers.
    """

    columns: tuple[Column, ...]
    likely: int


def read_table(text: str) -> Table | None:
    """Return a table column by column, without its head, its rules, its sums and cells that only rate; None for a list.

    A row or some of a table's rows are one too. A number and a text side by side are an item with its mark.
    """
    lines = [
        line for line in without_unseen(text).splitlines() if line.strip() and not _SEPARATOR.fullmatch(line.strip())
    ]
    if lines and all(_STROKE.search(line) and _RULE.fullmatch(line) for line in lines):
        return Table((), 0)
    for read in (_of_strokes, _of_tabs, _of_marks):
        rows = read(lines)
        if rows and (table := _table(rows, has_head=_is_ruled(lines))):
            return table
    return None


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_strokes(lines: Sequence[str]) -> _Rows:
    """Return the rows between strokes, where all lines have them; what stands around a ruled table is left away."""
    rows = [line for line in lines if _STROKE.search(line) and not _RULE.fullmatch(line)]
    ruled = any(_RULE.fullmatch(line) for line in lines)
    if not rows or (len(rows) < len(lines) and not ruled):
        return []
    cut = [_cut(line) for line in rows]
    if ruled or all(_STROKE.match(line.strip()) for line in rows):
        return cut
    if len({len(cells) for cells in cut}) > 1:
        return []
    rated = any(all(_rates(cell) and cell[-1:].isdigit() for cell in column) for column in zip(*cut, strict=True))
    many = (len(rows) > 1 or len(cut[0]) >= _FEWEST) and not any(map(is_marked, rows))
    return cut if rated or many else []


def _cut(line: str) -> list[str]:
    return [cell.replace("\\|", "|").strip() for cell in _STROKE.split(line.strip().strip("|│┃║"))]


def _of_tabs(lines: Sequence[str]) -> _Rows:
    """Return the rows of a spreadsheet; a tab behind a mark alone does not make one."""
    lines = [line.replace(" \t ", " ") for line in lines]
    if sum(map(_has_cells, lines)) * 2 < len(lines):
        return []
    rows = _parsed(lines, "\t")
    return rows if len(_filled(rows)[0]) > 1 else []


def _has_cells(line: str) -> bool:
    return "\t" in without_mark(line).strip() or sum(map(bool, line.split("\t"))) >= _FEWEST


def _of_marks(lines: Sequence[str]) -> _Rows:
    """Return the rows of a CSV file, where enough speaks for it: quotes, a head, a column that only rates."""
    for mark in ";,":
        rows = _parsed(lines, mark)
        widths = {len(row) for row in rows}
        if len(widths) == 1 and len(_filled(rows)[0]) > 1 and _speaks(rows, lines, mark):
            return rows
    return []


def _speaks(rows: _Rows, lines: Sequence[str], mark: str) -> bool:
    quoted = any(f'"{mark}' in line or f'{mark}"' in line for line in lines)
    spaced = any(re.search(rf"{mark}\s", line) for line in lines)
    rated = any(all(_rates(row[place]) for row in rows[len(rows) > 1 :]) for place in range(len(rows[0])))
    return (
        quoted
        or _is_head(rows[0])
        or (rated and (not spaced or len(rows) > 1 or len(rows[0]) >= _FEWEST))
        or (not spaced and len(rows) >= _FEWEST)
    )


def _parsed(lines: Sequence[str], mark: str) -> _Rows:
    try:
        return [
            [cell.strip() for cell in row] for row in csv.reader([f"{line}\n" for line in lines], delimiter=mark) if row
        ]
    except csv.Error:
        return []


# ── columns ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _table(rows: _Rows, *, has_head: bool) -> Table | None:
    rows = _filled(rows)
    if not rows[0]:
        return None
    head = rows[0] if has_head or _is_head(rows[0]) or _is_over_numbers(rows) else [""] * len(rows[0])
    body = [row for row in (rows[1:] if any(head) else rows) if not _is_sum(row)]
    columns = [
        Column(" ".join(without_mark(name).split()), tuple(_needs(cells)))
        for name, *cells in zip(head, *body, strict=True)
    ]
    kept = tuple(column for column in columns if column.needs)
    return Table(kept, max(range(len(kept)), key=_likelihood(kept), default=0))


def _filled(rows: _Rows) -> _Rows:
    """Return rows of one length, without those and without the columns in which nothing stands."""
    told = [row for row in rows if any(row) and not all(_RULE.fullmatch(cell) for cell in row if cell)]
    columns = [column for column in zip_longest(*told, fillvalue="") if any(column)]
    return [list(row) for row in zip(*columns, strict=True)] or [[]]


def _needs(cells: Sequence[str]) -> Iterator[str]:
    for cell in cells:
        if cell and not _rates(cell):
            yield from items(cell.replace("<br>", "\n"))


def _likelihood(columns: Sequence[Column]) -> Callable[[int], tuple[bool, bool, float]]:
    """Return how likely a column is that of the needs: by its name, or else by how much it says."""
    most = max((len(column.needs) for column in columns), default=1)

    def of(place: int) -> tuple[bool, bool, float]:
        column = columns[place]
        said = sum(map(len, {*column.needs})) / most
        return bool(NEED.fullmatch(column.name)), bool(_SAID.fullmatch(column.name)), said

    return of


def _rates(cell: str) -> bool:
    """Say whether a cell only numbers or rates, or says how far something is."""
    return any(pattern.fullmatch(cell.strip()) for pattern in (NUMBER, STATE, _SCORE))


def _is_head(row: Sequence[str]) -> bool:
    row = [without_mark(cell) for cell in row]
    if any(map(NEED.fullmatch, row)):
        return True
    named = sum(bool(cell and any(over.fullmatch(cell) for over in (HEAD, NEED, _SAID, _OVER))) for cell in row)
    return named * 2 > len([cell for cell in row if cell])


def _is_over_numbers(rows: _Rows) -> bool:
    """Say whether words stand over a column that else only rates, so that the first row is a head."""
    head, *body = rows
    return bool(body) and any(
        name and not _rates(name) and all(map(_rates, cells)) and any(cells)
        for name, *cells in zip(head, *body, strict=True)
    )


def _is_sum(row: Sequence[str]) -> bool:
    said = [without_mark(cell).rstrip(":") for cell in row if cell]
    return any(map(_SUM.fullmatch, said)) and all(_SUM.fullmatch(cell) or _rates(cell) for cell in said)


def _is_ruled(lines: Sequence[str]) -> bool:
    """Say whether a rule stands below the first row, as Markdown and drawn tables have it below their head."""
    rows = [bool(_RULE.fullmatch(line)) for line in lines if _STROKE.search(line) or _RULE.fullmatch(line)]
    first = rows.index(False) if False in rows else len(rows)
    return rows[first + 1 : first + 2] == [True]
