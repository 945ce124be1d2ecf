"""Blanking a part of a question that has been read: text in, text of the same length out."""


def blanked(text: str, start: int, end: int) -> str:
    """Return ``text`` with ``text[start:end]`` as full-width spaces, so that every offset stays."""
    return text[:start] + "　" * (end - start) + text[end:]
