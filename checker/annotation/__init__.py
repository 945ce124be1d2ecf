"""Findings in, the draft marked with them out: HTML, Markdown and Word."""
