"""What a person can do with a canvas, up to the moment when it is frozen."""
