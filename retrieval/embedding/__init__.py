"""Texts in, vectors out: the only home of sentence-transformers and torch."""
