"""Tables as people paste them where needs are listed."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given, strategies as st

from jtbd.parsing.table import read_table
from tests.support.builders import needs_in

NEEDS = ("Find premises", "Sign the lease, and file it")
_TEXTS = [
    "Find premises",
    "Räume finden, rasch",
    "見つける場所",
    "Keep 3 vans ready",
    "Be “seen” as careful",
    "ابحث عن مكان",
]


@pytest.mark.parametrize(
    "pasted",
    [
        "| Need | Score |\n|---|---:|\n| Find premises | 5 |\n| Sign the lease, and file it | 3 |\n| **Total** | 8 |",
        "Need | Importance\n--- | ---\nFind premises | 7/10\nSign the lease, and file it | 9/10",
        "Ours:\n\n| # | Need | HML |\n|-|:-|-|\n| 1 | **Find premises** | H |\n| 2 | Sign the lease, and file it | L |",
        "| 1 | Find premises | high |\n| 2 | Sign the lease, and file it | low |",
        "+--+--+\n| Need | Score |\n+--+--+\n| Find premises | 3 |\n| Sign the lease, and file it | 2 |\n+--+--+",
        "│ Need │ S │\n├──┼──┤\n│ Find premises │ 3 │\n│ Sign the lease, and file it │ 1 │",
        "| Needs |\n|---|\n| Find premises |\n| Sign the lease, and file it |",
        "No\tNeed\tImportance (1-10)\n1\tFind premises\t7\n2\tSign the lease, and file it\t9\nAverage\t\t8",
        "\ufeff1\tFind premises\t5\thigh\r\n2\tSign the lease, and file it\t4\tlow\r\n",
        "\tFind premises\t5\n\tSign the lease, and file it\t4",
        "Find premises\t★★★☆☆\nSign the lease, and file it\t★★",
        '\ufeffid,need,score\n1,Find premises,5\n2,"Sign the lease, and file it",3\n',
        "Nr;Bedürfnis;Wichtigkeit\n1;Find premises;7\n2;Sign the lease, and file it;9\nSumme;;16",
        "sep=;\nneed;who\nFind premises;\nSign the lease, and file it;",
        'Find premises,3,functional\n"Sign the lease, and file it",2,social',
        "Needs:\nFind premises\nSign the lease, and file it",
        "User story\nFind premises\nSign the lease, and file it",
        '"Find premises\n- Sign the lease, and file it"\t4',
    ],
)
def test_the_needs_of_a_table(pasted: str) -> None:
    """Heads, rules, numbers, scores and sums are no needs, and no cell keeps a stroke, a tab or a quote of the file."""
    assert needs_in(pasted) == NEEDS


@pytest.mark.parametrize(
    ("row", "need"),
    [
        ("| 3 | Find premises | high |", "Find premises"),
        ("3\tFind premises\t5", "Find premises"),
        ("Find premises\t5", "Find premises"),
        ("1,Find premises,5,high", "Find premises"),
        ("1, Find premises, 5", "Find premises"),
        ('"Find premises",3,2', "Find premises"),
        ("- Find premises | 5", "Find premises"),
        ("Find premises | 5/10", "Find premises"),
        ("N-4;Find premises;8", "Find premises"),
    ],
)
def test_one_row(row: str, need: str) -> None:
    """A row by itself is one, too."""
    table = read_table(row)
    assert table
    assert table.columns[table.likely].needs == (need,)


@pytest.mark.parametrize(
    "pasted",
    [
        *(
            "Find premises, sign the lease, move",
            "Move 3 rooms, 20 desks",
            "2, 3 or 4 rooms kept",
            "Send a | b",
            "Needs",
        ),
        *(
            "Find premises;\nSign the lease;",
            "3\tFind premises",
            "o\tFind\n\uf0b7\tSign",
            "1.\tFind\n2.\tSign",
            "a)\tFind",
        ),
        *(
            "Calm, safe\nQuiet, warm",
            "Find\n\tnear us\n\twith light",
            "- Find a | b\n- Sign c | d",
            "We move on 3, 4 and 5 May",
        ),
        *("", "  \n", "Feel calm,safe\nBe seen,heard", "Step 1: Find, sign; move"),
    ],
)
def test_a_list_is_no_table(pasted: str) -> None:
    """Commas, strokes and semicolons of sentences, and the tabs behind marks, make no table."""
    assert read_table(pasted) is None


@pytest.mark.parametrize(
    "pasted", ["No\tNeed\tScore", "| Need | Score |\n|---|---|", "1\t2\t3", "|---|---|", "id,need,score"]
)
def test_a_table_without_needs(pasted: str) -> None:
    """The head of a table alone, rules and numbers have no need in them, and add none."""
    table = read_table(pasted)
    assert table
    assert table.columns == ()
    assert needs_in(pasted) == ()


def test_which_column() -> None:
    """Each column that says something is offered by its name; the one called need comes first, else the wordiest."""
    table = read_table("No\tNeed\tWhy\n1\tFind premises\tthe lease ends in March, says the landlord\n2\tMove\tso")
    assert table
    assert [column.name for column in table.columns] == ["Need", "Why"]
    assert table.likely == 0
    other = read_table("Ana\tFind premises near us\t5\nBea\tMove in a weekend\t4")
    assert other
    assert other.columns[other.likely].needs == ("Find premises near us", "Move in a weekend")


@given(
    st.lists(st.tuples(st.sampled_from(_TEXTS), st.integers(0, 10)), min_size=1, max_size=6), st.sampled_from("\t,;|")
)
def test_whatever_stands_between_the_cells(rated: list[tuple[str, int]], mark: str) -> None:
    """A table of needs and scores gives its needs in their order, as a spreadsheet, as CSV files and as Markdown."""
    if mark == "|":
        pasted = "| Need | Score |\n|---|---|\n" + "\n".join(f"| {need} | {score} |" for need, score in rated)
    else:
        written = io.StringIO()
        csv.writer(written, delimiter=mark).writerows([("Need", "Score"), *rated])
        pasted = written.getvalue()
    assert needs_in(pasted) == tuple(need for need, _ in rated)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from('|\t,;"\n-:1a '))))
@example('"')
@example("|\n|a\n||")
@example("\t\n\t")
def test_any_text_is_read(text: str) -> None:
    """Whatever is pasted gives needs of one line each, none of them blank."""
    for need in needs_in(text):
        assert need == " ".join(need.split())
        assert need
