"""A query in, the nearest passages out: dense, lexical and fused."""
