"""Parts of a screen: each takes values and a key and returns, or saves, a value."""
