"""Whose key signs: the owner's, kept for years, and the guest's."""
