"""Fields, and what texts on a screen are made of: each takes values and a key, and saves a value."""
