"""The figures of a sentence in, the statements that are meant by them out, all of them together."""
