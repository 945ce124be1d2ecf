"""Questions that ask for lists in, complete lists or a refusal out."""
