"""Changes a person makes to a canvas: canvas in, changed canvas out; nothing is saved here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar, cast

from jtbd.advice.suggestions import Draft
from jtbd.model import Aspect, Canvas, Commitment, Dimension, Line, Missing, PartyId, Ready
from jtbd.model.base import Part
from jtbd.model.ids import unique_id
from jtbd.model.template import JobTemplate
from jtbd.model.unseen import without_unseen
from jtbd.parsing.table import needs_in

_P = TypeVar("_P", bound=Part)
Path = tuple[str | int, ...]
Change = Callable[..., Canvas]


class Answer(Protocol):
    """One answer of one party: `field` is importance, stance or predicts; a value of None blanks it."""

    @property
    def aspect(self) -> str:
        """The need's id."""

    @property
    def party(self) -> PartyId:
        """Who answers."""

    @property
    def field(self) -> str:
        """Which answer."""

    @property
    def value(self) -> int | str | None:
        """What it now is."""


def put(part: _P, path: Path, value: object) -> _P:
    """Return the document with one field changed; items of a list go by their id, or else by their place.

    A blank text blanks the field, and a missing part on the way is made.

    Raises:
        pydantic.ValidationError: the value does not fit the field.

    """
    return cast("_P", _put(part, path, _said(value) if isinstance(value, str) else value))


def _said(text: str | None) -> str | None:
    """Return a text as it was said; None where nobody sees anything of it."""
    return text if text and without_unseen(text).strip() else None


def _put(node: Any, path: Path, value: object) -> Any:
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(node, tuple):
        return tuple(
            _put(item, rest, value) if head in (place, getattr(item, "id", None)) else item
            for place, item in enumerate(node)
        )
    if node is None:
        return {head: _put(None, rest, value)}
    return node.revise(**{str(head): _put(getattr(node, str(head)), rest, value)})


def get(part: Part, path: Path) -> Any:
    """Return what stands at the path, None where a part on the way is missing."""
    node: Any = part
    for head in path:
        if isinstance(node, tuple):
            node = next((item for place, item in enumerate(node) if head in (place, getattr(item, "id", None))), None)
        else:
            node = getattr(node, str(head), None)
    return node


# ── aspects ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def start_from(canvas: Canvas, template: JobTemplate) -> Canvas:
    """Take the job and the aspects of a template; aspects that are there already stay as they are."""
    known = {aspect.id for aspect in canvas.aspects}
    added = (Aspect(id=a.id, dimension=a.dimension, step=a.step, text=a.text) for a in template.aspects)
    fresh = tuple(aspect for aspect in added if aspect.id not in known)
    return canvas.revise(job=template.job, aspects=(*canvas.aspects, *fresh))


def add_aspects(canvas: Canvas, texts: Iterable[str], dimension: Dimension) -> Canvas:
    """Append a need for each item of what was pasted, without its mark; of a table those of the likeliest column.

    Raises:
        pydantic.ValidationError: a line is too long or has characters that cannot be kept, or there are too many.

    """
    return add_needs(canvas, needs_in("\n".join(texts)), dimension)


def add_needs(canvas: Canvas, needs: Iterable[str], dimension: Dimension) -> Canvas:
    """Append needs as they are.

    Raises:
        pydantic.ValidationError: one is too long or has characters that cannot be kept, or there are too many.

    """
    aspects = list(canvas.aspects)
    taken = {aspect.id for aspect in aspects}
    for text in needs:
        aspects.append(Aspect(id=unique_id(text, taken), dimension=dimension, text=text))
        taken.add(aspects[-1].id)
    return canvas.revise(aspects=tuple(aspects))


def remove_aspect(canvas: Canvas, aspect_id: str) -> Canvas:
    """Remove a need and every reference to it."""

    def without(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(known for known in ids if known != aspect_id)

    return canvas.revise(
        aspects=tuple(aspect for aspect in canvas.aspects if aspect.id != aspect_id),
        commitments=tuple(promise.revise(serves=without(promise.serves)) for promise in canvas.commitments),
        missing=tuple(
            gap.revise(aspects=without(gap.aspects)) for gap in canvas.missing if set(gap.aspects) != {aspect_id}
        ),
    )


def move_aspect(canvas: Canvas, aspect_id: str, by: int) -> Canvas:
    """Move a need up (negative) or down among those of its dimension; one that is gone, or at the end, stays."""
    moved = canvas.aspect(aspect_id)
    if moved is None:
        return canvas
    peers = [aspect.dimension == moved.dimension for aspect in canvas.aspects]
    return canvas.revise(aspects=_moved(canvas.aspects, moved, peers, by))


def _moved(items: Sequence[_P], moved: _P, peers: Sequence[bool], by: int) -> tuple[_P, ...]:
    """Return the items with one of them moved among its peers, whose places the others keep."""
    places = [place for place, peer in enumerate(peers) if peer]
    order = [items[place] for place in places]
    target = order.index(moved) + by
    if not 0 <= target < len(order):
        return tuple(items)
    order.remove(moved)
    order.insert(target, moved)
    result = list(items)
    for place, item in zip(places, order, strict=True):
        result[place] = item
    return tuple(result)


def answer(canvas: Canvas, answers: Iterable[Answer]) -> Canvas:
    """Write down answers; those to needs that are gone are passed over.

    Raises:
        pydantic.ValidationError: a value does not fit.

    """
    by_aspect: dict[str, list[Answer]] = {}
    for given in answers:
        by_aspect.setdefault(given.aspect, []).append(given)
    if not by_aspect:
        return canvas
    return canvas.revise(aspects=tuple(_answered(aspect, by_aspect.get(aspect.id, ())) for aspect in canvas.aspects))


def _answered(aspect: Aspect, answers: Sequence[Answer]) -> Aspect:
    for given in answers:
        aspect = aspect.revise(**{given.party: aspect.of(given.party).revise(**{given.field: given.value})})
    return aspect


def finish_turn(canvas: Canvas, party: PartyId, *, done: bool = True) -> Canvas:
    """Say that a party has finished (or takes up again) its private turn."""
    ready = canvas.rating.ready.revise(**{party: done})
    return canvas.revise(rating=canvas.rating.revise(ready=ready))


def rate_openly(canvas: Canvas, *, openly: bool) -> Canvas:
    """Switch between private turns and rating together; going back to private starts both turns anew."""
    if openly:
        return canvas.revise(rating=canvas.rating.revise(mode="open"))
    return canvas.revise(rating=canvas.rating.revise(mode="private", ready=Ready()))


def draw_line(canvas: Canvas, aspect_id: str, lead: PartyId | None, rule: str | None = None) -> Canvas:
    """Say who leads on a contested need, or take the line back."""
    line = Line(lead=lead, rule=_said(rule)) if lead else None
    return put(canvas, ("aspects", aspect_id, "line"), line)


def name_missing(canvas: Canvas, aspect_id: str, who: str | None, owner: PartyId | None) -> Canvas:
    """Say who is missing for one open need and who looks for them; blank both to take it back."""
    others = [gap for gap in canvas.missing if aspect_id not in gap.aspects]
    shared = [
        gap.revise(aspects=tuple(known for known in gap.aspects if known != aspect_id))
        for gap in canvas.missing
        if aspect_id in gap.aspects and len(gap.aspects) > 1
    ]
    who = _said(who)
    named = [Missing(aspects=(aspect_id,), who=who, owner=owner)] if who or owner else []
    return canvas.revise(missing=(*others, *shared, *named))


# ── promises ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def promise(canvas: Canvas, by: PartyId, what: str, **said: Any) -> Canvas:
    """Append a promise; `said` are further fields of it.

    Raises:
        pydantic.ValidationError: a field does not fit.

    """
    taken = {known.id for known in canvas.commitments}
    made = Commitment.model_validate({"id": unique_id(what, taken, "promise"), "by": by, "what": what, **said})
    return canvas.revise(commitments=(*canvas.commitments, made))


def take_up(canvas: Canvas, draft: Draft, due: dt.date) -> Canvas:
    """Append a promise that was suggested, for a day if it needs one."""
    said = {name: getattr(draft, name) for name in ("kind", "trigger", "done_when", "gives", "serves")}
    return promise(canvas, draft.by, draft.what, **said, due=due if draft.dated else None)


def give_way(canvas: Canvas, draft: Draft, due: dt.date) -> Canvas:
    """Draw the line on the needs of a draft: who promises to pass them on yields, the other one leads."""
    for aspect_id in draft.serves:
        canvas = draw_line(canvas, aspect_id, "b" if draft.by == "a" else "a", draft.what)
    return take_up(canvas, draft, due)


def move_promise(canvas: Canvas, commitment_id: str, by: int) -> Canvas:
    """Move a promise up (negative) or down among those of its party; one that is gone, or at the end, stays."""
    moved = canvas.commitment(commitment_id)
    if moved is None:
        return canvas
    peers = [known.by == moved.by for known in canvas.commitments]
    return canvas.revise(commitments=_moved(canvas.commitments, moved, peers, by))


def withdraw(canvas: Canvas, commitment_id: str) -> Canvas:
    """Remove a promise that has not been signed."""
    return canvas.revise(commitments=tuple(known for known in canvas.commitments if known.id != commitment_id))
