"""The first screen: the meetings."""
