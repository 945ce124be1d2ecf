"""Which passages answer a question: embedding, vectors, catalog, and hybrid search."""
