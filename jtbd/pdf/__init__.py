"""The commitment sheet in print."""
