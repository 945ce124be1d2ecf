"""Stated figures in, which of them answers a question out, best first."""
