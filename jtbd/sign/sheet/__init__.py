"""A sheet: its one writing, its hash, freezing it out of a canvas, and one that was changed on its way."""
