"""Step 3: the needs."""
