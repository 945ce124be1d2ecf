"""The words that readers know, in tables."""
