"""Candidates in, the lines of an answer or a refusal out."""
