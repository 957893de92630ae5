"""Step 1: who is here."""
