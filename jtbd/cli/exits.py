"""How a command ends: the exit codes that `jtbd --help` explains."""

from typing import Final

HOLDS: Final = 0
"""It holds, or it is done."""

DOES_NOT_HOLD: Final = 1
"""`verify` of anything but a complete sheet, `check` of a readable file with faults."""

UNREADABLE: Final = 2
"""Bad usage, an unreadable file or, for most commands, a faulty one."""
