"""The map of verdicts: how much the two share in purpose, how much in what they solve, and what follows from both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from jtbd.figures import words
from jtbd.figures.describe import describe_map
from jtbd.figures.ground import (
    Point,
    Region,
    after_line,
    heading,
    missing,
    regions,
    remark,
    threshold_reason,
    today,
)
from jtbd.figures.html import Html, element, join, places
from jtbd.figures.lettering import percent
from jtbd.model import Canvas
from jtbd.scoring.result import Overlap, Verdict
from jtbd.scoring.verdict import EVEN

TINTS: Final[Mapping[Verdict, tuple[str, int]]] = {
    Verdict.COMPLEMENTARY: ("contested", 5),
    Verdict.CONTESTED: ("contested", 14),
    Verdict.COMPETITIVE: ("contested", 28),
    Verdict.LITTLE_IN_COMMON: ("open", 22),
}
"""Of which colour, in how many per cent on paper: one hue in rising strength, since rivalry is a matter of degree."""

_MIDDLE: Final = Fraction(1, 2)
_LOW, _HIGH = Fraction(3, 10), Fraction(4, 5)


class Mark(NamedTuple):
    """A point as it is drawn: its kind is also its class in the style sheet."""

    kind: str
    point: Point


def verdict_map(canvas: Canvas, overlap: Overlap) -> Html:
    """Draw rivalry across (0 to 1) and common purpose up (0 to 1), the regions by their thresholds, and the points.

    All points lie at one height, since neither time nor a line changes what matters to the two. Where today's point is
    not known, the map says why instead.
    """
    ground = regions(canvas, overlap)
    lacking = missing(overlap)
    plot = element(
        "div",
        *(_field(region, overlap) for region in ground),
        *_threshold(ground),
        *(_points(overlap.purpose, marks(overlap)) if overlap.purpose is not None else ()),
        *([_lacking(lacking, overlap.purpose)] if lacking else []),
        class_="map-plot",
    )
    picture = element(
        "div",
        element("div", *(_name(region, overlap) for region in ground), class_="map-names"),
        element("div", words.PURPOSE_AXIS, class_="map-upward"),
        element("div", *_numbers({region.bottom for region in ground}), class_="map-numbers-up"),
        plot,
        element("div", *_numbers({region.left for region in ground}), class_="map-numbers"),
        element("div", words.RIVALRY_AXIS, class_="map-across"),
        class_="map",
        role="img",
        aria_label=describe_map(canvas, overlap),
    )
    notes = (threshold_reason(canvas, overlap), remark(canvas, overlap))
    said = (element("p", note, class_="figure-note") for note in notes if note)
    return element("div", picture, *said, class_="figure")


def marks(overlap: Overlap) -> list[Mark]:
    """Return today's point, if it is known, and then the others; hollow is what does not hold (yet)."""
    now, then, after = today(overlap), heading(overlap), after_line(overlap)
    found = [Mark("today" if overlap.verdict is not Verdict.UNKNOWN else "so-far", now)] if now else []
    found += [Mark("heading", then)] if then else []
    found += [Mark("after", after)] if after else []
    return found


def tint(verdict: Verdict) -> str:
    """Return the ground of a region, for `style`."""
    colour, share = TINTS[verdict]
    return f"--tint:color-mix(in srgb,var(--{colour}) {share}%,var(--paper))"


def mark(found: Mark, start: Fraction, up: Fraction = _MIDDLE) -> Html:
    """Return a point at its rivalry, coming from where it started; `up` is its height, in shares of the plot."""
    at = places(x=found.point.rivalry, y=up, start=start)
    return element("i", class_=f"mark mark-{found.kind}", style=at)


def _field(region: Region, overlap: Overlap) -> Html:
    at = places(x=region.left, y=region.bottom, w=region.right - region.left, h=region.top - region.bottom)
    name: tuple[Html, ...] = ()
    if region.verdict is Verdict.LITTLE_IN_COMMON:
        far = "start" if (overlap.rivalry or 0) >= _MIDDLE else "end"  # away from the points
        name = (element("span", words.VERDICTS[region.verdict], class_=f"map-floor map-floor-{far}"),)
    return element("div", *name, class_=_class("map-field", region, overlap), style=f"{at};{tint(region.verdict)}")


def _name(region: Region, overlap: Overlap) -> Html:
    """Return the name of a region over it; that of the floor stands in it."""
    if region.verdict is Verdict.LITTLE_IN_COMMON:
        return Html()
    at = places(x=region.left, w=region.right - region.left)
    return element("span", words.VERDICTS[region.verdict], class_=_class("map-name", region, overlap), style=at)


def _class(name: str, region: Region, overlap: Overlap) -> str:
    return f"{name} holds" if region.verdict is overlap.verdict else name


def _threshold(ground: Sequence[Region]) -> Iterator[Html]:
    """Mark where rivals start, and from where the complement test has moved it."""
    rivals = next(region for region in ground if region.verdict is Verdict.COMPETITIVE)
    if rivals.left:
        yield element("i", class_="map-border", style=places(x=rivals.left, y=rivals.bottom))
        if rivals.left != EVEN:
            yield element("i", class_="map-border map-border-before", style=places(x=EVEN, y=rivals.bottom))


def _numbers(stops: set[Fraction]) -> Iterator[Html]:
    """Number an axis at the thresholds, which are what counts."""
    for stop in sorted({Fraction(0), Fraction(1), *stops}):
        yield element("span", percent(stop), style=places(at=stop))


def _points(purpose: Fraction, found: Sequence[Mark]) -> Iterator[Html]:
    for then in found[1:]:
        ends = sorted((found[0].point.rivalry, then.point.rivalry))
        back = " back" if then.point.rivalry < found[0].point.rivalry else ""
        yield element("i", class_=f"map-way{back}", style=places(x=ends[0], w=ends[1] - ends[0], y=purpose))
    for one, lane in zip(found, _lanes(purpose), strict=False):
        yield join(mark(one, found[0].point.rivalry, purpose), _label(one, purpose, lane))


def _lacking(text: str, purpose: Fraction | None) -> Html:
    """Say what is missing, away from the points that are known."""
    low = purpose is None or purpose > _MIDDLE
    return element("p", text, class_="map-lacking low" if low else "map-lacking")


def _lanes(purpose: Fraction) -> tuple[int, int, int]:
    """Return for each label how many lines above the points it stands, so that labels of near points never meet.

    They stand around the points, but near the floor all of them above and near the rim all of them below.
    """
    if purpose < _LOW:
        return 1, 2, 3
    return (-1, -2, -3) if purpose > _HIGH else (1, -1, -2)


def _label(one: Mark, purpose: Fraction, lane: int) -> Html:
    side = "leftward" if one.point.rivalry >= _MIDDLE else "rightward"
    at = places(x=one.point.rivalry, y=purpose)
    return element("span", one.point.label, class_=f"mark-label {side} of-{one.kind}", style=f"{at};--lane:{lane}")
