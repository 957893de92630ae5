"""Changes a person makes to a canvas: canvas in, changed canvas out; nothing is saved here."""
