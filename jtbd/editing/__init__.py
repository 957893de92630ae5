"""Changes a person makes to a canvas: canvas in, changed canvas out; nothing is saved here."""

from collections.abc import Callable

from jtbd.editing.fields import FieldPath, get, put
from jtbd.editing.line import draw_line, name_missing
from jtbd.editing.needs import add_needs, move_aspect, remove_aspect, start_from
from jtbd.editing.promises import PromiseDraft, give_way, move_promise, promise, take_up, withdraw
from jtbd.editing.rating import Answer, answer, finish_turn, rate_openly
from jtbd.model import Canvas

Change = Callable[..., Canvas]

__all__ = [
    "Answer",
    "Change",
    "FieldPath",
    "PromiseDraft",
    "add_needs",
    "answer",
    "draw_line",
    "finish_turn",
    "get",
    "give_way",
    "move_aspect",
    "move_promise",
    "name_missing",
    "promise",
    "put",
    "rate_openly",
    "remove_aspect",
    "start_from",
    "take_up",
    "withdraw",
]
