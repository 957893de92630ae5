"""A store in memory: it keeps every promise of the protocols until the program ends; for tests and tools."""

from jtbd.store.memory.canvases import MemoryStore
from jtbd.store.memory.keys import MemoryKeys
from jtbd.store.memory.profile import MemoryProfile
from jtbd.store.memory.sheets import MemorySheets

__all__ = ["MemoryKeys", "MemoryProfile", "MemorySheets", "MemoryStore"]
