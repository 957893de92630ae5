"""Days within reach: what has no end is said otherwise, and an old sheet with such a day still works."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from jtbd.exports.calendar import calendar
from jtbd.model.sheet import CommitmentContent
from jtbd.parsing.day import read
from jtbd.sign.check.sheet import checked, verify_sheet
from jtbd.sign.check.verification import Outcome
from jtbd.sign.sheet.content import content_hash, sheet_yaml
from jtbd.usecases.sheets.printing import preview_sheet
from jtbd.usecases.sheets.verifying import details, promises
from tests.support import builders, sheets
from tests.support.sheets import sign

OUT_OF_REACH = ("9999-12-31", "2200-01-01", "1999-12-31", "0001-01-01")


@pytest.mark.parametrize("day", OUT_OF_REACH)
def test_a_day_out_of_reach_is_refused_with_what_to_write(day: str) -> None:
    """No promise and no review can be due then; the message names `trigger` and `every`."""
    promise = {**builders.ready_canvas().commitments[0].model_dump(mode="json"), "due": day}
    with pytest.raises(
        ValueError, match=r"leave it away, and say when it is kept in `trigger` or how often in `every`"
    ):
        builders.ready_canvas(commitments=(promise,))
    with pytest.raises(ValueError, match="a day must be from 2000-01-01 to 2199-12-31"):
        builders.ready_canvas(review={"next": day})


def test_days_within_reach_are_taken() -> None:
    """The first and the last day that can be due."""
    for day in ("2000-01-01", "2199-12-31"):
        assert builders.ready_canvas(review={"next": day}).review.next == dt.date.fromisoformat(day)


def test_a_day_out_of_reach_is_not_heard() -> None:
    """On the promise line such a day stays in the words."""
    late, latest = (read(day, sheets.AT.date()) for day in ("9999-12-31", "31.12.2199"))
    assert late is not None
    assert latest is not None
    assert (late.day, latest.day) == (None, dt.date(2199, 12, 31))


@pytest.mark.parametrize("day", OUT_OF_REACH)
def test_no_page_after_the_signature_fails_on_such_a_day(day: str) -> None:
    """A sheet that was signed with such a day holds, prints, tells its promises and gives its calendar."""
    content = sheets.draft().commitment.dump()
    content["commitments"][0] |= {"due": day, "every": {"months": 520}}
    content["review"] = {"next": day, "every": {"weeks": 520}}
    commitment = CommitmentContent.model_validate(content)
    draft = sheets.draft().revise(commitment=commitment, content_hash=content_hash(commitment))
    sheet = sign(sign(draft, "a", sheets.key("a"), at=sheets.AT), "b", sheets.key("b"), at=sheets.AT)
    found = verify_sheet(sheet_yaml(sheet))
    assert found.outcome is Outcome.COMPLETE
    assert preview_sheet(checked(sheet), sheets.AT)
    assert [*details(found), *promises(found)]
    dates = calendar(commitment, stamp=sheets.AT).decode()
    assert re.findall(r"DTSTART;VALUE=DATE:(\d{8})", dates) == [day.replace("-", "")] * 2
