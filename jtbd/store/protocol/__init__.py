"""What is asked of whatever keeps canvases, their sheets, the keys that sign and who owns them; places are text."""

from jtbd.store.protocol.canvases import CanvasStore, Clock
from jtbd.store.protocol.keys import KeptKey, KeyStore
from jtbd.store.protocol.profile import ProfileStore
from jtbd.store.protocol.rows import Note, Revision, Summary, Thrown, is_example
from jtbd.store.protocol.sheets import IN_THE_ROUND, SheetStore, Stage

__all__ = [
    "IN_THE_ROUND",
    "CanvasStore",
    "Clock",
    "KeptKey",
    "KeyStore",
    "Note",
    "ProfileStore",
    "Revision",
    "SheetStore",
    "Stage",
    "Summary",
    "Thrown",
    "is_example",
]
