"""Results and documents as sentences that a person can repeat aloud."""
