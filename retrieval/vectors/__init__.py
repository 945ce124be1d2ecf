"""Vectors kept and searched: the only home of chromadb."""
