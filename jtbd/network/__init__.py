"""Many canvases seen together: who is who."""

from jtbd.network.identity import ME, Directory, directory

__all__ = ["ME", "Directory", "directory"]
