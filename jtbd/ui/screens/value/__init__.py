"""Step 5: what it is worth."""
