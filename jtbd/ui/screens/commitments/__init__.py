"""Step 6: the promises."""
