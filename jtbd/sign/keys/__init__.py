"""Keys that sign: their files, where those are, and how one is locked."""
