"""Verification: of a sheet rule by rule, and of its PDF with what is attached and the seal that vouches for it."""
