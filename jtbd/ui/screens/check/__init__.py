"""A sheet from anywhere."""
