"""Where a verdict is the end of it: a friendly letter that both can keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from urllib.parse import quote

from jtbd.model import Canvas, PartyId
from jtbd.model.address import addresses
from jtbd.model.moments import date
from jtbd.scoring.result import Verdict

_SAID: Final[Mapping[Verdict, str]] = {
    Verdict.UNKNOWN: "we do not know enough yet to do it together",
    Verdict.LITTLE_IN_COMMON: "too little ties us together in it",
    Verdict.COMPETITIVE: "there we compete for the same thing",
    Verdict.CONTESTED: "we would complete each other, with ground to divide, but not now",
    Verdict.COMPLEMENTARY: "we would complete each other, but not now",
}
_NOBODY: Final[Mapping[PartyId, str]] = {"a": "your host", "b": "colleague"}


class Goodbye(NamedTuple):
    """A letter from the one who owns the laptop to the other, as plain text."""

    subject: str
    text: str
    link: str
    """A `mailto:` link that opens it in the laptop's own mail program."""


def goodbye(canvas: Canvas, verdict: Verdict, today: dt.date) -> Goodbye:
    """Return a friendly letter that says what the two found out, and whom each still looks for."""
    text = "\n".join(_lines(canvas, verdict, today))
    host = canvas.parties.a
    subject = f"Our coffee on {date(today)}" + (f", {host.name}" if host.name else "")
    receivers = ",".join(quote(address, safe="@") for address in addresses(canvas.parties.b.email).usable)
    link = f"mailto:{receivers}?subject={quote(subject)}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
    return Goodbye(subject, text, link)


def _lines(canvas: Canvas, verdict: Verdict, today: dt.date) -> Iterator[str]:
    yield f"Dear {_called(canvas, 'b')},"
    yield ""
    yield f"thank you for the coffee on {date(today)}. {_found(canvas, verdict)}"
    yield "That took us one cup, and I am glad that we asked instead of hoping."
    wanted = [gap for gap in canvas.missing if gap.who]
    if wanted:
        yield ""
        yield "Whom we did not have at the table:"
        texts = {aspect.id: aspect.text for aspect in canvas.aspects}
        for gap in wanted:
            needs = ", ".join(f"“{texts[need]}”" for need in gap.aspects if need in texts)
            looks = f" ({_called(canvas, gap.owner)} is looking)" if gap.owner else ""
            yield f"- {gap.who}{f', for {needs}' if needs else ''}{looks}"
        yield "If you know somebody, tell me; I will do the same."
    yield ""
    yield "I hope that we meet again, over another job."
    yield ""
    yield from filter(None, (canvas.parties.a.person, canvas.parties.a.organisation))


def _found(canvas: Canvas, verdict: Verdict) -> str:
    job = f": “{canvas.job.want.rstrip('.')}”" if canvas.job.want else ""
    return f"We looked at one job of our customers{job}, and found that {_SAID[verdict]}."


def _called(canvas: Canvas, party: PartyId) -> str:
    known = canvas.parties.of(party)
    return known.called or known.name or _NOBODY[party]
