"""What surrounds every page, and what several pages have."""
