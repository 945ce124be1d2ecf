"""A dialogue: what was said before in, a checked answer and what the next turn may lean on out."""
