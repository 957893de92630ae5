"""Where a verdict is the end of it: a friendly letter that both can keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from urllib.parse import quote

from jtbd.formats import day
from jtbd.i18n import WITHIN, Message, mark, mark_in, say
from jtbd.model import Canvas, PartyId
from jtbd.model.address import addresses
from jtbd.model.canvas import Missing
from jtbd.scoring.result import Verdict

# For translators: {job} is what the customer wants to do, in the words of whoever wrote it, without a full stop.
_FOUND: Final[Mapping[Verdict, Message]] = {
    Verdict.UNKNOWN: mark(
        "We looked at one job of our customers: “{job}”, and found that we do not know enough yet to do it together."
    ),
    Verdict.LITTLE_IN_COMMON: mark(
        "We looked at one job of our customers: “{job}”, and found that too little ties us together in it."
    ),
    Verdict.COMPETITIVE: mark(
        "We looked at one job of our customers: “{job}”, and found that there we compete for the same thing."
    ),
    Verdict.CONTESTED: mark(
        "We looked at one job of our customers: “{job}”, and found that we would complete each other, "
        "with ground to divide, but not now."
    ),
    Verdict.COMPLEMENTARY: mark(
        "We looked at one job of our customers: “{job}”, and found that we would complete each other, but not now."
    ),
}
_FOUND_NAMELESS: Final[Mapping[Verdict, Message]] = {
    Verdict.UNKNOWN: mark(
        "We looked at one job of our customers, and found that we do not know enough yet to do it together."
    ),
    Verdict.LITTLE_IN_COMMON: mark(
        "We looked at one job of our customers, and found that too little ties us together in it."
    ),
    Verdict.COMPETITIVE: mark(
        "We looked at one job of our customers, and found that there we compete for the same thing."
    ),
    Verdict.CONTESTED: mark(
        "We looked at one job of our customers, and found that we would complete each other, "
        "with ground to divide, but not now."
    ),
    Verdict.COMPLEMENTARY: mark(
        "We looked at one job of our customers, and found that we would complete each other, but not now."
    ),
}
_NOBODY: Final[Mapping[PartyId, Message]] = {"a": mark_in(WITHIN, "your host"), "b": mark_in(WITHIN, "colleague")}


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
    subject = (
        say("Our coffee on {day}, {name}", day=day(today), name=host.name)
        if host.name
        else say("Our coffee on {day}", day=day(today))
    )
    receivers = ",".join(quote(address, safe="@") for address in addresses(canvas.parties.b.email).usable)
    link = f"mailto:{receivers}?subject={quote(subject)}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
    return Goodbye(subject, text, link)


def _lines(canvas: Canvas, verdict: Verdict, today: dt.date) -> Iterator[str]:
    guest = _called(canvas, "b")
    yield say("Dear {name},", name=guest) if guest else say("Dear colleague,")
    yield ""
    yield f"{say('thank you for the coffee on {day}.', day=day(today))} {_found(canvas, verdict)}"
    yield say("That took us one cup, and I am glad that we asked instead of hoping.")
    wanted = [gap for gap in canvas.missing if gap.who]
    if wanted:
        yield ""
        yield say("Whom we did not have at the table:")
        texts = {aspect.id: aspect.text for aspect in canvas.aspects}
        for gap in wanted:
            needs = ", ".join(f"“{texts[need]}”" for need in gap.aspects if need in texts)
            yield f"- {_missing(canvas, gap, needs)}"
        yield say("If you know somebody, tell me; I will do the same.")
    yield ""
    yield say("I hope that we meet again, over another job.")
    yield ""
    yield from filter(None, (canvas.parties.a.person, canvas.parties.a.organisation))


def _found(canvas: Canvas, verdict: Verdict) -> str:
    if canvas.job.want:
        return _FOUND[verdict].said(job=canvas.job.want.rstrip("."))
    return _FOUND_NAMELESS[verdict].said()


def _missing(canvas: Canvas, gap: Missing, needs: str) -> str:
    """Return whom the two look for, for which needs, and which of them does."""
    if not gap.owner:
        return say("{who}, for {needs}", who=gap.who, needs=needs) if needs else gap.who or ""
    name = _called(canvas, gap.owner) or _NOBODY[gap.owner].said()
    if needs:
        return say("{who}, for {needs} ({name} is looking)", who=gap.who, needs=needs, name=name)
    return say("{who} ({name} is looking)", who=gap.who, name=name)


def _called(canvas: Canvas, party: PartyId) -> str:
    known = canvas.parties.of(party)
    return known.called or known.name or ""
