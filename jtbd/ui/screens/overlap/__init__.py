"""Step 4: the reveal."""
