"""Canonical bytes, keys, signatures and their verification."""
