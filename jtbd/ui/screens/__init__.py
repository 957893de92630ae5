"""One folder per screen: its page, and its parts."""
