"""Step 7: the round of signing."""
