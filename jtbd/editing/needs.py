"""The needs of the customer: taken from a template, added, removed, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jtbd.editing.fields import gone
from jtbd.editing.order import moved_among
from jtbd.model import Aspect, Canvas, CanvasJob, Dimension
from jtbd.model.ids import part_id
from jtbd.model.template import JobTemplate


def start_from(canvas: Canvas, template: JobTemplate) -> Canvas:
    """Take the job and the aspects of a template; aspects that are there already stay as they are."""
    known = {aspect.id for aspect in canvas.aspects}
    added = (Aspect(id=a.id, dimension=a.dimension, step=a.step, text=a.text) for a in template.aspects)
    fresh = tuple(aspect for aspect in added if aspect.id not in known)
    job = CanvasJob(**template.job.model_dump(exclude_unset=True), template=template.id)
    return canvas.revise(job=job, aspects=(*canvas.aspects, *fresh))


def add_needs(canvas: Canvas, needs: Iterable[str], dimension: Dimension) -> Canvas:
    """Append needs as they are.

    Raises:
        pydantic.ValidationError: one is too long or has characters that cannot be kept, or there are too many.

    """
    aspects = list(canvas.aspects)
    taken = {aspect.id for aspect in aspects}
    for text in needs:
        aspects.append(Aspect(id=part_id(text, taken), dimension=dimension, text=text))
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
    """Move a need up (negative) or down among those of its dimension; one at the end stays.

    Raises:
        PartIsGone: it was removed.

    """
    moved = canvas.aspect(aspect_id)
    if moved is None:
        raise gone("aspects")
    peers = [aspect.dimension == moved.dimension for aspect in canvas.aspects]
    return canvas.revise(aspects=moved_among(canvas.aspects, moved, peers, by))
