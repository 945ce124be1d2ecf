"""Prompt templates as text files, and the loader that fills them."""
