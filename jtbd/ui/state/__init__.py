"""What one browser tab has open, the canvas in it and every change of it, and the key of every widget."""

from jtbd.ui.state.desk import canvas, close, home, open_canvas, replace
from jtbd.ui.state.keys import key, lasting_key
from jtbd.ui.state.saving import edit, editor, hear, retry, unsaved
from jtbd.ui.state.session import session, take_fault
from jtbd.ui.state.travel import trail, travel, ways

__all__ = [
    "canvas",
    "close",
    "edit",
    "editor",
    "hear",
    "home",
    "key",
    "lasting_key",
    "open_canvas",
    "replace",
    "retry",
    "session",
    "take_fault",
    "trail",
    "travel",
    "unsaved",
    "ways",
]
