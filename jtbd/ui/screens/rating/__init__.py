"""The rating, which is part of step 3."""
